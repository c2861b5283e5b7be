"""`pivot`, `melt`, `stack`, `unstack`, `explode`, `get_dummies`."""

import numpy as np

from pandas._column import Col, concat, factorize, full, infer, objects
from pandas._index import Index, RangeIndex, make_index
from pandas._missing import nan, unsupported
from pandas._multi import MultiIndex
from pandas._series import Series


def unstack(table, level=-1, fill_value=None):
    """A level of the labels becomes columns."""
    from pandas._frame import DataFrame

    index = table.index
    if not index._is_multi:
        if table.ndim == 2:
            return table.T.stack()
        raise ValueError(f"index must be a MultiIndex to unstack, {type(index)} was passed")
    if isinstance(level, (list, tuple)):
        for one in sorted((index._level(one) for one in level), reverse=True) if len(level) > 1 else level:
            table = unstack(table, one, fill_value)
        return table
    at = index._level(level)
    codes, titles = factorize(index._cols[at], True)
    rest = index.droplevel(at)
    if rest._is_multi:
        order = rest.order()
        ordered = rest.take(order)
        from pandas._sets import duplicated

        rows = ordered[~duplicated(ordered._cols)]
    else:
        rows = make_index(factorize(rest._col, True)[1], rest.name)
    places = rows._indexer(rest)
    cells = np.full((len(rows), len(titles)), -1)
    if len(set(zip(places.tolist(), codes.tolist()))) < len(places):
        raise ValueError("Index contains duplicate entries, cannot reshape")
    cells[places, codes] = np.arange(len(index))

    def spread(col):
        cols = []
        # All new columns have one kind, in which a cell may be missing.
        if fill_value is None and (cells < 0).any():
            col = col.nullable()
        for one in range(len(titles)):
            own = cells[:, one]
            if fill_value is not None and (own < 0).any():
                cols.append(Series._make(col.take(np.where(own < 0, 0, own)))._col.put(own < 0, fill_value))
            else:
                cols.append(col.take(own))
        return cols

    names = make_index(titles, index.names[at])
    if table.ndim == 1:
        return DataFrame._make(spread(table._col), names, rows)
    cols = [one for col in table._cols for one in spread(col)]
    count, width = len(table._cols), len(titles)
    outer = table.columns
    outers = outer._cols if outer._is_multi else [outer._col]
    columns = MultiIndex._of([*(col.take(np.repeat(np.arange(count), width)) for col in outers),
                              titles.take(np.tile(np.arange(width), count))], [*outer.names, index.names[at]])
    return DataFrame._make(cols, columns, rows)


def stack(frame, level=-1):
    """The columns, or a level of their names, become a level of the labels."""
    from pandas._frame import DataFrame

    index, columns = frame.index, frame.columns
    count = len(index)
    outer = index._cols if index._is_multi else [index._col]
    if isinstance(level, (list, tuple)):
        for one in level:
            frame = stack(frame, one)
        return frame
    if not columns._is_multi:
        width = len(columns)
        whole = concat(frame._cols)
        order = (np.arange(count)[:, None] + count * np.arange(width)[None, :]).reshape(-1)
        labels = MultiIndex._of([*(col.take(np.repeat(np.arange(count), width)) for col in outer),
                                 columns._col.take(np.tile(np.arange(width), count))], [*index.names, columns.name])
        return Series._make(whole.take(order), labels)
    at = columns._level(level)
    codes, titles = factorize(columns._cols[at], False)
    rest = columns.droplevel(at)
    names = rest.unique()
    width = len(titles)
    cols = []
    where = {(name, code): place for place, (name, code) in enumerate(zip(rest, codes.tolist()))}
    for name in names:
        parts = [frame._cols[where[name, code]] if (name, code) in where else full(nan, count) for code in range(width)]
        whole = concat(parts)
        order = (np.arange(count)[:, None] + count * np.arange(width)[None, :]).reshape(-1)
        cols.append(whole.take(order))
    labels = MultiIndex._of([*(col.take(np.repeat(np.arange(count), width)) for col in outer),
                             titles.take(np.tile(np.arange(width), count))], [*index.names, columns.names[at]])
    return DataFrame._make(cols, names, labels)


def pivot(frame, columns, index=..., values=...):
    listed = lambda one: list(one) if isinstance(one, (list, tuple)) else [one]
    across = listed(columns)
    for title, wanted in (("columns", across), ("index", [] if index is ... else listed(index)), ("values", [] if values is ... else listed(values))):
        absent = [name for name in wanted if name not in frame.columns]
        if absent:
            raise KeyError(f"The following '{title}' labels are not columns of the DataFrame: {absent}")
    if index is ...:
        own = frame.index
        rows = list(own._cols) if own._is_multi else [own._col]
        row_names = list(own.names)
    else:
        rows = [frame[name]._col for name in listed(index)]
        row_names = listed(index)
    used = set(across) | (set(listed(index)) if index is not ... else set())
    chosen = [name for name in frame.columns if name not in used] if values is ... else listed(values)
    labels = MultiIndex._of(rows + [frame[name]._col for name in across], row_names + across)
    levels = list(range(len(rows), len(rows) + len(across)))
    if values is not ... and not isinstance(values, (list, tuple)):
        table = Series._make(frame[values]._col, labels, values)
    else:
        table = frame[chosen]._with_index(labels)
    return unstack(table, levels if len(levels) > 1 else levels[0])


def melt(frame, id_vars=None, value_vars=None, var_name=None, value_name="value", col_level=None, ignore_index=True):
    """Columns become rows: each cell with the name of its column."""
    from pandas._frame import DataFrame

    listed = lambda one: [] if one is None else list(one) if isinstance(one, (list, tuple, Index, np.ndarray)) else [one]
    ids = listed(id_vars)
    absent = [name for name in ids + listed(value_vars) if name not in frame.columns]
    if absent:
        raise KeyError(f"The following id_vars or value_vars are not present in the DataFrame: {absent}")
    values = listed(value_vars) if value_vars is not None else [name for name in frame.columns if name not in ids]
    if frame.columns._is_multi:
        raise unsupported("melt of columns of several levels", "use stack")
    count, width = len(frame), len(values)
    title = var_name if var_name is not None else frame.columns.name if frame.columns.name is not None else "variable"
    repeated = np.tile(np.arange(count), width)
    cols = [frame[name]._col.take(repeated) for name in ids]
    cols.append(infer(values).take(np.repeat(np.arange(width), count)))
    cols.append(concat([frame[name]._col for name in values]))
    index = RangeIndex(count * width) if ignore_index else frame.index.take(repeated)
    return DataFrame._make(cols, make_index(infer([*ids, title, value_name])), index)


def explode_series(series):
    places, values = [], []
    for at, value in enumerate(series._col.values()):
        if isinstance(value, (list, tuple, set, np.ndarray)) or hasattr(value, "_col"):
            inner = list(value) or [nan]
        else:
            inner = [value]
        places.extend([at] * len(inner))
        values.extend(inner)
    return Series._make(Col("O", objects(values)) if series._col.kind == "O" else infer(values), series.index.take(np.array(places)), series.name)


def explode(frame, name, ignore_index):
    names = name if isinstance(name, list) else [name]
    lists = {one: frame[one]._col.values() for one in names}
    inner = lambda value: (list(value) or [nan]) if isinstance(value, (list, tuple, set, np.ndarray)) else [value]
    counts = [len(inner(value)) for value in lists[names[0]]]
    for one in names[1:]:
        if [len(inner(value)) for value in lists[one]] != counts:
            raise ValueError("columns must have matching element counts")
    places = np.repeat(np.arange(len(frame)), counts)
    result = frame._taken(places)
    for one in names:
        result._set_col(one, Col("O", objects([part for value in lists[one] for part in inner(value)])))
    return result.reset_index(drop=True) if ignore_index else result


def get_dummies(data, prefix=None, prefix_sep="_", dummy_na=False, columns=None, sparse=False, drop_first=False, dtype=None):
    """A column of truth values for each value."""
    from pandas._frame import DataFrame

    if sparse:
        raise unsupported("get_dummies with sparse")
    if isinstance(data, DataFrame):
        chosen = [name for name in data.columns if data[name]._col.kind in "sOC"] if columns is None else list(columns)
        cols, names = [], []
        for name, col in zip(data.columns, data._cols):
            if name not in chosen:
                cols.append(col)
                names.append(name)
        for at, name in enumerate(chosen):
            own = prefix.get(name, name) if isinstance(prefix, dict) else prefix[at] if isinstance(prefix, list) else prefix or name
            part = get_dummies(data[name], own, prefix_sep, dummy_na, None, False, drop_first, dtype)
            cols.extend(part._cols)
            names.extend(part.columns)
        return DataFrame._make(cols, Index(names), data.index)
    series = data if isinstance(data, Series) else Series(data)
    col = series._col
    codes, titles = (col.data, col.cats) if col.kind == "C" else factorize(col, True)
    cols, labels = [], list(titles.values())
    for at in range(len(titles)):
        cols.append(Col("b", codes == at))
    if dummy_na:
        cols.append(Col("b", codes < 0))
        labels.append(nan)
    if drop_first:
        cols, labels = cols[1:], labels[1:]
    if dtype is not None:
        from pandas._convert import astype

        cols = [astype(one, dtype) for one in cols]
    if prefix is not None:
        labels = [f"{prefix}{prefix_sep}{label}" for label in labels]
    return DataFrame._make(cols, make_index(infer(labels)) if labels else Index([]), series.index)
