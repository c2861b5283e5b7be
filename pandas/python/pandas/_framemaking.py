"""What a `DataFrame` is made of: dicts, lists, arrays, other tables."""

import numpy as np

from pandas._column import Col, column, full, infer, objects
from pandas._index import Index, RangeIndex, flat_index, make_index
from pandas._missing import nan


def columns_of_data(data, index, columns, dtype):
    """The columns, their names and the labels of the rows."""
    from pandas._series import Series

    if index is not None and not isinstance(index, Index):
        index = flat_index(index)
    if columns is not None and not isinstance(columns, Index):
        columns = flat_index(columns)
    if hasattr(data, "_is_frame"):
        frame = data
        if index is not None or columns is not None:
            frame = frame.reindex(index=index, columns=columns)
        cols, names, labels = frame._cols, frame._names, frame.index
    elif data is None or isinstance(data, (list, tuple)) and not len(data):
        labels = index if index is not None else RangeIndex(0)
        names = columns if columns is not None else RangeIndex(0)
        cols = [Col("O", objects([nan] * len(labels))) for _ in range(len(names))]
    elif isinstance(data, dict):
        cols, names, labels = _of_dict(data, index, columns)
    elif isinstance(data, (Series, Index)):
        title = data.name
        names = columns if columns is not None else RangeIndex(1) if title is None else Index([title])
        labels = index if index is not None else data.index if isinstance(data, Series) else RangeIndex(len(data))
        col = data._col if index is None or isinstance(data, Index) else data.reindex(index)._col
        if columns is not None and title is not None and isinstance(data, Series):
            cols = [col if name == title else full(nan, len(labels)) for name in columns]
        else:
            cols = [col]
    elif isinstance(data, np.ndarray):
        array = data.reshape(-1, 1) if data.ndim == 1 else data
        if array.ndim != 2:
            raise ValueError(f"Must pass 2-d input. shape={data.shape}")
        cols = [column(array[:, at].copy()) for at in range(array.shape[1])]
        names, labels = _given(columns, index, array.shape[1], array.shape[0], array.shape)
    else:
        if isinstance(data, (str, bytes)) or not hasattr(data, "__iter__"):
            if index is not None and columns is not None:
                cols, names, labels = [full(data, len(index))] * len(columns), columns, index
            else:
                raise ValueError("DataFrame constructor not properly called!")
        else:
            cols, names, labels = _of_rows(list(data), index, columns)
    if dtype is not None:
        from pandas._convert import astype

        cols = [astype(col, dtype) for col in cols]
    return list(cols), names, labels


def _given(columns, index, across, count, shape):
    if columns is not None and len(columns) != across or index is not None and len(index) != count:
        wanted = (count if index is None else len(index), across if columns is None else len(columns))
        raise ValueError(f"Shape of passed values is {tuple(shape)}, indices imply {wanted}")
    return (RangeIndex(across) if columns is None else columns), (RangeIndex(count) if index is None else index)


def _of_dict(data, index, columns):
    from pandas._series import Series

    keys = list(data) if columns is None else [name for name in columns if name in data]
    values = {name: data[name] for name in keys}
    if index is None:
        tables = [value for value in values.values() if isinstance(value, (Series, dict))]
        lists = {len(value) for value in values.values() if hasattr(value, "__len__") and not isinstance(
            value, (str, bytes, Series, dict))}
        if tables:
            indexes = [value.index if isinstance(value, Series) else Index(list(value)) for value in tables]
            index = indexes[0]
            same = all(one.equals(index) for one in indexes)
            if not same:
                all_dicts = all(isinstance(value, dict) for value in tables)
                for one in indexes[1:]:
                    index = index.union(one, sort=False if all_dicts else None)
                if not all_dicts and not index._is_multi:
                    try:
                        index = index.sort_values()
                    except TypeError:
                        pass
                index._name = None if not index._is_multi else None
            if lists and lists != {len(index)}:
                raise ValueError(f"array length {max(lists)} does not match index length {len(index)}")
        elif len(lists) > 1:
            raise ValueError("All arrays must be of the same length")
        elif lists:
            next((value for value in values.values() if isinstance(value, Index)), None)
            index = RangeIndex(lists.pop())
        elif values:
            raise ValueError("If using all scalar values, you must pass an index")
        else:
            index = RangeIndex(0)
    cols = []
    for name, value in values.items():
        if isinstance(value, dict):
            value = Series(value) if value else Series([], dtype=object)
        if isinstance(value, Series):
            cols.append(value._col if value.index.equals(index) else value.reindex(index)._col)
        elif isinstance(value, (str, bytes)) or not hasattr(value, "__iter__") or isinstance(value, np.ndarray) and not value.ndim:
            cols.append(full(value, len(index)))
        else:
            col = column(value)
            if len(col) != len(index):
                raise ValueError(f"Length of values ({len(col)}) does not match length of index ({len(index)})")
            cols.append(col)
    if columns is not None:
        known = dict(zip(values, cols))
        empty = Col("O", objects([nan] * len(index)))
        return [known.get(name, empty) for name in columns], columns, index
    if not keys:
        return [], RangeIndex(0), index
    return cols, make_index(infer(keys)), index


def _of_rows(rows, index, columns):
    from pandas._series import Series

    first = rows[0] if rows else None
    if isinstance(first, dict):
        names = list(dict.fromkeys(name for row in rows for name in row))
        chosen = list(columns) if columns is not None else names
        cols = [infer([row.get(name, nan) for row in rows]) for name in chosen]
        return cols, columns if columns is not None else make_index(infer(names)) if names else RangeIndex(0), (
            index if index is not None else RangeIndex(len(rows)))
    if isinstance(first, Series):
        names = first.index
        for row in rows[1:]:
            if not row.index.equals(names):
                names = names.union(row.index, sort=False)
        aligned = [row.reindex(names).tolist() for row in rows]
        if index is None:
            titles = [row.name for row in rows]
            index = RangeIndex(len(rows)) if all(title is None for title in titles) else Index(
                [at if title is None else title for at, title in enumerate(titles)])
        cols = [infer(list(values)) for values in zip(*aligned)]
        if columns is not None:
            places = names._indexer(columns)
            cols = [cols[at] if at >= 0 else full(nan, len(rows)) for at in places.tolist()]
            names = columns
        return cols, names, index
    if hasattr(first, "_fields") and columns is None:
        columns = Index(list(first._fields))
    if isinstance(first, (list, tuple, np.ndarray, range)) or hasattr(first, "_col"):
        lists = [list(row) if hasattr(row, "__iter__") and not isinstance(row, str) else [row] for row in rows]
        width = max(map(len, lists))
        padded = [row + [None] * (width - len(row)) for row in lists]
        cols = [infer([value.item() if isinstance(value, np.generic) else value for value in values]) for values in zip(*padded)]
        if columns is not None and len(columns) != width:
            raise ValueError(f"{len(columns)} columns passed, passed data had {width} columns")
        names, labels = _given(columns, index, width, len(rows), (len(rows), width))
        return cols, names, labels
    cols = [infer(rows)]
    names, labels = _given(columns, index, 1, len(rows), (len(rows), 1))
    return cols, names, labels
