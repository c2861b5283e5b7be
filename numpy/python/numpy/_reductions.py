"""Sums, means and other values of many values."""

import warnings

import _numpy

from numpy._array import ndarray

_functions = {function.__name__: function for function in _numpy.ufuncs()}
_add, _multiply = _functions["add"], _functions["multiply"]
_maximum, _minimum = _functions["maximum"], _functions["minimum"]
_or, _and = _functions["logical_or"], _functions["logical_and"]
_divide, _sqrt, _isnan = _functions["divide"], _functions["sqrt"], _functions["isnan"]
_missing = object()


def _of(a):
    return _numpy.asarray(a, None)


def _reduced(function, a, axis, dtype, out, keepdims, initial=_missing, where=True):
    if function is _add and _of(a).dtype.kind == "U":
        # A sum of texts would grow with each of them.
        one = _of(a).dtype.itemsize // 4
        kinds = ", ".join(f"dtype('<U{length}')" for length in (one, one, 2 * one))
        raise TypeError(f"the resolved dtypes are not compatible with add.reduce. Resolved ({kinds})")
    options = {} if initial is _missing else {"initial": initial}
    if where is not True:
        options["where"] = where
    return function.reduce(a, axis, dtype, out, bool(keepdims) if keepdims is not _missing else False, **options)


def sum(a, axis=None, dtype=None, out=None, keepdims=_missing, initial=_missing, where=True):
    if type(a).__name__ == "generator":
        import builtins

        return builtins.sum(a)
    return _reduced(_add, a, axis, dtype, out, keepdims, initial, where)


def prod(a, axis=None, dtype=None, out=None, keepdims=_missing, initial=_missing, where=True):
    return _reduced(_multiply, a, axis, dtype, out, keepdims, initial, where)


def max(a, axis=None, out=None, keepdims=_missing, initial=_missing, where=True):
    return _reduced(_maximum, a, axis, None, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=_missing, initial=_missing, where=True):
    return _reduced(_minimum, a, axis, None, out, keepdims, initial, where)


amax, amin = max, min


def any(a, axis=None, out=None, keepdims=_missing, *, where=True):
    return _reduced(_or, a, axis, None, out, keepdims, _missing, where)


def all(a, axis=None, out=None, keepdims=_missing, *, where=True):
    return _reduced(_and, a, axis, None, out, keepdims, _missing, where)


def ptp(a, axis=None, out=None, keepdims=_missing):
    a = _of(a)
    return _functions["subtract"](max(a, axis, keepdims=keepdims), min(a, axis, keepdims=keepdims), out=out)


def cumsum(a, axis=None, dtype=None, out=None):
    a = _of(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    return _add.accumulate(a, axis, dtype, out)


def cumprod(a, axis=None, dtype=None, out=None):
    a = _of(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    return _multiply.accumulate(a, axis, dtype, out)


def cumulative_sum(x, /, *, axis=None, dtype=None, out=None, include_initial=False):
    result = cumsum(x, axis, dtype, out)
    if include_initial:
        from numpy import concatenate

        axis = axis or 0
        zero = result[(slice(None),) * axis + (slice(0, 1),)] * 0
        result = concatenate((zero, result), axis)
    return result


def _count(a, axis, where):
    if where is not True:
        from numpy import broadcast_to

        return sum(broadcast_to(_of(where), a.shape), axis, dtype=int)
    if axis is None:
        return a.size
    count = 1
    for one in axis if isinstance(axis, tuple) else (axis,):
        count *= a.shape[_numpy.axis(one, a.ndim)]
    return count


def _float_kind(a, dtype):
    return float if dtype is None and a.dtype.kind in "biu" else dtype


def mean(a, axis=None, dtype=None, out=None, keepdims=_missing, *, where=True):
    a = _of(a)
    count = _count(a, axis, where)
    if not isinstance(count, ndarray) and count == 0:
        warnings.warn("Mean of empty slice", RuntimeWarning, stacklevel=2)
    total = _reduced(_add, a, axis, _float_kind(a, dtype), None, keepdims, _missing, where)
    if a.dtype.kind == "O":
        return total / count
    result = _divide(total, count, out=out) if out is not None else total / count
    return result.astype(total.dtype) if isinstance(result, ndarray) and result.dtype != total.dtype and out is None else result


def _variance(a, axis, dtype, ddof, keepdims, where, mean_=None):
    a = _of(a)
    kind = _float_kind(a, dtype)
    count = _count(a, axis, where)
    free = count - ddof
    if not isinstance(free, ndarray) and free <= 0:
        warnings.warn("Degrees of freedom <= 0 for slice", RuntimeWarning, stacklevel=3)
        free = 0
    if mean_ is None:
        mean_ = _reduced(_add, a, axis, kind, None, True, _missing, where) / (count if not isinstance(count, ndarray) else _kept(count, a, axis))
    away = a - mean_
    if away.dtype.kind == "c":
        away = away.real ** 2 + away.imag ** 2
    else:
        away = away * away
    total = _reduced(_add, _of(away), axis, kind if away.dtype.kind != "f" else None, None, keepdims, _missing, where)
    return total / free


def _kept(count, a, axis):
    axes = axis if isinstance(axis, tuple) else (axis,)
    axes = [_numpy.axis(one, a.ndim) for one in axes]
    sizes = iter(count.shape)
    return count.reshape([1 if place in axes else next(sizes) for place in range(a.ndim)])


def _given(result, out):
    if out is None:
        return result
    out[...] = result
    return out


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=_missing, *, where=True, mean=None, correction=None):
    ddof = ddof if correction is None else correction
    return _given(_variance(a, axis, dtype, ddof, keepdims, where, mean), out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=_missing, *, where=True, mean=None, correction=None):
    ddof = ddof if correction is None else correction
    return _given(_sqrt(_variance(a, axis, dtype, ddof, keepdims, where, mean)), out)


def average(a, axis=None, weights=None, returned=False, *, keepdims=_missing):
    a = _of(a)
    if weights is None:
        result = mean(a, axis, keepdims=keepdims)
        scale = result.dtype.type(a.size / _of(result).size)
    else:
        weights = _of(weights)
        if weights.shape != a.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            axes = [_numpy.axis(one, a.ndim) for one in (axis if isinstance(axis, tuple) else (axis,))]
            if weights.shape != tuple(a.shape[place] for place in axes):
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            order = sorted(range(len(axes)), key=axes.__getitem__)
            weights = weights.transpose(order).reshape([n if place in axes else 1 for place, n in enumerate(a.shape)])
        scale = sum(weights * (a * 0 + 1) if weights.shape != a.shape else weights, axis, keepdims=keepdims)
        if any(_of(scale) == 0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = sum(a * weights, axis, keepdims=keepdims) / scale
    return (result, scale + 0 * result) if returned else result


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _given(_quantile(a, 0.5, axis, "linear", keepdims, is_median=True), out)


_METHODS = {
    "linear": (1.0, 1.0), "inverted_cdf": None, "weibull": (0.0, 0.0), "hazen": (0.5, 0.5),
    "median_unbiased": (1 / 3.0, 1 / 3.0), "normal_unbiased": (3 / 8.0, 3 / 8.0),
    "interpolated_inverted_cdf": (0.0, 1.0), "lower": None, "higher": None, "midpoint": None, "nearest": None,
}


def _quantile(a, q, axis, method, keepdims, is_median=False):
    import numpy

    a = _of(a)
    if method not in _METHODS:
        raise ValueError(f"'{method}' is not a valid method. Use one of: {list(_METHODS)}")
    q = _of(q)
    if not all((q >= 0) & (q <= 1)):
        raise ValueError("Quantiles must be in the range [0, 1]")
    if axis is None:
        rows, kept = a.reshape(-1), (1,) * a.ndim
    else:
        axes = [_numpy.axis(one, a.ndim) for one in (axis if isinstance(axis, tuple) else (axis,))]
        others = [place for place in range(a.ndim) if place not in axes]
        rows = a.transpose(others + axes)
        rows = rows.reshape([a.shape[place] for place in others] + [-1])
        kept = tuple(1 if place in axes else size for place, size in enumerate(a.shape))
    count = rows.shape[-1]
    if count == 0:
        if is_median:
            warnings.warn("Mean of empty slice.", RuntimeWarning, stacklevel=3)
            return numpy.float64("nan")
        raise IndexError("index -1 is out of bounds for axis 0 with size 0")
    if rows.dtype.kind in "biu":
        rows = rows.astype(float)
    rows = numpy.sort(rows, axis=-1)
    results = []
    for one in q.reshape(-1).tolist():
        if method in ("lower", "higher", "midpoint", "nearest", "inverted_cdf"):
            place = one * (count - 1)
            low, high = int(numpy.floor(place)), int(numpy.ceil(place))
            if method == "inverted_cdf":
                low = high = int(numpy.clip(numpy.ceil(one * count) - 1, 0, count - 1))
            if method == "nearest":
                low = high = int(numpy.rint(place))
            part = {"lower": 0.0, "higher": 1.0}.get(method, 0.5)
            low, high = (low, low) if method == "lower" else (high, high) if method == "higher" else (low, high)
        else:
            alpha, beta = _METHODS[method]
            place = count * one + (alpha + one * (1 - alpha - beta)) - 1 if method != "linear" else (count - 1) * one
            place = numpy.clip(place, 0, count - 1)
            low = int(numpy.floor(place))
            high = low + 1 if low + 1 < count else low
            part = float(place) - low
        x, y = rows[..., low], rows[..., high]
        if is_median:
            value = (x + y) / 2 if count % 2 == 0 else x + 0.0
        else:
            value = x + (y - x) * part if part < 0.5 else y - (y - x) * (1 - part)
            if part == 0:
                value = x + 0.0
        if rows.dtype.kind == "f":
            value = numpy.where(_isnan(rows[..., -1]), numpy.nan, value)[()]
        results.append(_of(value).reshape(kept) if keepdims else value)
    if q.ndim == 0:
        return results[0]
    return numpy.stack([_of(result) for result in results]).reshape(q.shape + _of(results[0]).shape)


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    return _given(_quantile(a, q, axis, method, keepdims), out)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    q = _divide(q, 100)
    if not all((_of(q) >= 0) & (_of(q) <= 1)):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return _given(_quantile(a, q, axis, method, keepdims), out)


def _without_nan(function, fill, text=None):
    def ignoring(a, axis=None, *args, **kwargs):
        import numpy

        a = _of(a)
        if a.dtype.kind not in "fc":
            return function(a, axis, *args, **kwargs)
        nan = _isnan(a)
        if text is not None and a.size and any(all(nan, axis)):
            if text.startswith("All-NaN slice enc") and "arg" in function.__name__:
                raise ValueError(text)
            warnings.warn(text, RuntimeWarning, stacklevel=2)
            result = function(numpy.where(nan, fill, a), axis, *args, **kwargs)
            return numpy.where(all(nan, axis), numpy.nan, result)[()]
        return function(numpy.where(nan, fill, a), axis, *args, **kwargs)

    ignoring.__name__ = ignoring.__qualname__ = "nan" + function.__name__
    return ignoring


nansum, nanprod = _without_nan(sum, 0.0), _without_nan(prod, 1.0)
nancumsum, nancumprod = _without_nan(cumsum, 0.0), _without_nan(cumprod, 1.0)
nanmax = _without_nan(max, -float("inf"), "All-NaN slice encountered")
nanmin = _without_nan(min, float("inf"), "All-NaN slice encountered")


def nanmean(a, axis=None, dtype=None, out=None, keepdims=_missing, *, where=True):
    a = _of(a)
    if a.dtype.kind not in "fc":
        return mean(a, axis, dtype, out, keepdims, where=where)
    return mean(a, axis, dtype, out, keepdims, where=~_isnan(a) & where)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=_missing, **options):
    a = _of(a)
    if a.dtype.kind not in "fc":
        return var(a, axis, dtype, out, ddof, keepdims)
    return var(a, axis, dtype, out, ddof, keepdims, where=~_isnan(a))


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=_missing, **options):
    return _given(_sqrt(nanvar(a, axis, dtype, None, ddof, keepdims)), out)


def _by_rows(function, a, axis, out, keepdims, *args, **kwargs):
    """What a function makes of the numbers of each row that are no NaN."""
    import numpy

    a = _of(a)
    if a.dtype.kind != "f":
        return function(a, *args, axis=axis, out=out, keepdims=keepdims, **kwargs)
    axes = tuple(range(a.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = tuple(_numpy.axis(one, a.ndim) for one in axes)
    rest = [place for place in range(a.ndim) if place not in axes]
    rows = a.transpose(rest + list(axes)).reshape([a.shape[place] for place in rest] + [-1])

    def of_row(row):
        present = row[~_isnan(row)]
        if not present.size:
            warnings.warn("All-NaN slice encountered", RuntimeWarning, stacklevel=4)
            return function(row, *args, **kwargs)
        return function(present, *args, **kwargs)

    result = _of(numpy.apply_along_axis(of_row, -1, rows))
    # A function that gives several numbers for a row has them in front.
    extra = result.ndim - len(rest)
    if extra:
        result = numpy.moveaxis(result, tuple(range(len(rest), result.ndim)), tuple(range(extra)))
    if keepdims is True:
        shape = [1 if place in axes else a.shape[place] for place in range(a.ndim)]
        result = result.reshape(list(result.shape[:extra]) + shape)
    return _given(result[()], out)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=_missing):
    return _by_rows(median, a, axis, out, keepdims)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=_missing, **options):
    return _by_rows(percentile, a, axis, out, keepdims, q, method=method, **options)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=_missing, **options):
    return _by_rows(quantile, a, axis, out, keepdims, q, method=method, **options)


def count_nonzero(a, axis=None, *, keepdims=False):
    a = _of(a)
    if a.dtype.kind == "U":
        a = a != ""
    total = _add.reduce(a.astype(bool), axis, int, None, keepdims)
    return total
