"""`agg` and `apply`."""

import numpy as np

from pandas._column import infer
from pandas._index import Index
from pandas._missing import unsupported
from pandas._series import Series


def name_of(func):
    return func if isinstance(func, str) else getattr(func, "__name__", repr(func))


def names_of(functions):
    """The names of the columns that a list of functions makes; lambdas are numbered."""
    names, count = [], 0
    for one in functions:
        name = one[0] if isinstance(one, tuple) else name_of(one)
        if name == "<lambda>":
            name, count = f"<lambda_{count}>", count + 1
        names.append(name)
    return names


def one_series(series, func, args=(), options={}):
    """What a function gives for a column."""
    if isinstance(func, str):
        method = getattr(series, func, None)
        if method is None:
            raise AttributeError(f"'{func}' is not a valid function for 'Series' object")
        return method(*args, **options) if callable(method) else method
    if func in _NUMPY:
        return getattr(series, _NUMPY[func])(*args, **options)
    if isinstance(func, np.ufunc):
        return func(series)
    return func(series, *args, **options)


_NUMPY = {np.sum: "sum", np.mean: "mean", np.min: "min", np.max: "max", np.median: "median", np.std: "std", np.var: "var",
          np.prod: "prod", np.any: "any", np.all: "all", sum: "sum", max: "max", min: "min"}


def aggregate_series(series, func, args, options):
    if func is None and options:
        func, options = options, {}
    if isinstance(func, dict):
        values = [one_series(series, one) for one in func.values()]
        return Series(infer(values), index=Index(list(func)), name=series.name)
    if isinstance(func, (list, tuple)):
        values = [one_series(series, one) for one in func]
        names = Index([name_of(one) for one in func])
        if values and isinstance(values[0], Series):
            from pandas._combine import concat

            joined = concat(values, axis=1)
            joined.columns = names
            return joined
        return Series(infer(values), index=names, name=series.name)
    if callable(func) and func not in _NUMPY and not isinstance(func, np.ufunc):
        try:
            values = [func(value, *args, **options) for value in series.tolist()]
            if values and not isinstance(values[0], (list, Series)):
                return Series._make(infer(values), series.index, series.name)
        except (TypeError, AttributeError, ValueError):
            pass
        return func(series, *args, **options)
    return one_series(series, func, args, options)


def aggregate_frame(frame, func, axis, args, options):
    if axis:
        result = aggregate_frame(frame.T, func, 0, args, options)
        return result.T if hasattr(result, "_is_frame") else result
    if func is None:
        rows = {}
        for name, (title, one) in options.items():
            rows.setdefault(title, {})[name] = one_series(frame[title], one)
        from pandas._frame import DataFrame

        return DataFrame({title: Series(values).reindex(list(options)) for title, values in rows.items()}, index=list(options))
    if isinstance(func, dict):
        if any(isinstance(one, list) for one in func.values()):
            from pandas._combine import concat

            parts = [frame[name].agg(one if isinstance(one, list) else [one]) for name, one in func.items()]
            return concat(parts, axis=1, keys=None)
        absent = [name for name in func if name not in frame.columns]
        if absent:
            raise KeyError(f"Label(s) {absent} do not exist")
        values = [one_series(frame[name], one) for name, one in func.items()]
        if values and isinstance(values[0], Series):
            from pandas._frame import DataFrame

            return DataFrame(dict(zip(func, values)))
        return Series(infer(values), index=Index(list(func)))
    if isinstance(func, (list, tuple)):
        from pandas._frame import DataFrame

        cols = []
        for _, series in frame.items():
            values = []
            for one in func:
                values.append(one_series(series, one))
            cols.append(infer(values))
        return DataFrame._make(cols, frame.columns, Index([name_of(one) for one in func]))
    if isinstance(func, str):
        return getattr(frame, func)(*args, **options)
    if func in _NUMPY:
        return getattr(frame, _NUMPY[func])(*args, **options)
    return apply_frame(frame, func, 0, False, None, args, options)


def apply_frame(frame, func, axis, raw, result_type, args, options):
    if isinstance(func, (list, dict)):
        return aggregate_frame(frame, func, axis, args, options)
    if isinstance(func, str):
        method = getattr(frame, func)
        try:
            return method(axis=axis, **options)
        except TypeError:
            return method(*args, **options)
    if isinstance(func, np.ufunc):
        return func(frame)
    if func in _NUMPY:
        return getattr(frame, _NUMPY[func])(axis=axis)
    if axis == 0:
        parts = [series for _, series in frame.items()]
        labels, inner = frame.columns, frame.index
    else:
        parts = [frame._row(at) for at in range(len(frame))]
        labels, inner = frame.index, frame.columns
    if raw:
        parts = [part.to_numpy() for part in parts]
    results = [func(part, *args, **options) for part in parts]
    if not results:
        return frame.copy() if axis == 0 or not len(frame.columns) else Series([], index=labels, dtype=object)
    return gathered(frame, results, labels, inner, axis, result_type)


def gathered(frame, results, labels, inner, axis, result_type=None):
    from pandas._frame import DataFrame

    first = results[0]
    if result_type == "expand" and isinstance(first, (list, tuple, np.ndarray)):
        results = [Series(list(one)) for one in results]
        first = results[0]
    if result_type == "broadcast":
        raise unsupported("apply with result_type='broadcast'")
    if isinstance(first, np.ndarray) and first.ndim == 1 and axis == 0 and len(first) == len(inner):
        results = [Series(one, index=inner) for one in results]
        first = results[0]
    if isinstance(first, Series):
        if axis == 0:
            data = DataFrame(dict(enumerate(results)))
            if len({len(one) for one in results}) == 1 and all(one.index.equals(first.index) for one in results):
                data = DataFrame._make([one._col for one in results], labels, first.index)
            else:
                data.columns = labels
            return data
        rows = DataFrame(results)
        rows.index = labels
        if rows.columns.name is None and all(one.index.equals(frame.columns) for one in results):
            rows.columns = frame.columns
        return rows
    return Series._make(infer(list(results)), labels)
