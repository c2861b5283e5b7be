"""`[]`, `loc`, `iloc`, `at`, `iat`: choosing rows and columns, and setting them."""

import numpy as np

from pandas._column import Col, full, infer
from pandas._index import Index, RangeIndex, make_index
from pandas._missing import is_missing, nan
from pandas._cells import enlarge, set_cells, values_for
from pandas.errors import IndexingError

_WHOLE = (int, np.integer)


def is_list(key):
    return isinstance(key, (list, np.ndarray, Index, range)) or hasattr(key, "_col")


def as_mask(key, index):
    """The mask that a key is, with the rows in our order; `None` if it is none."""
    if not is_list(key):
        return None
    col = getattr(key, "_col", None)
    if col is None:
        if isinstance(key, np.ndarray):
            if key.dtype.kind != "b":
                return None
            mask = key
        elif len(key) and isinstance(key, list) and all(isinstance(value, (bool, np.bool_)) for value in key):
            mask = np.array(key, dtype=bool)
        else:
            return None
    elif col.kind == "b":
        if hasattr(key, "index") and not isinstance(key, Index) and not key.index.equals(index):
            key = key.reindex(index)
            if key.isna().any():
                raise IndexingError("Unalignable boolean Series provided as indexer (index of the boolean Series and of the "
                                    "indexed object do not match).")
            mask = np.array(key.tolist(), dtype=bool)
        else:
            mask = col.data
    elif col.kind == "O" and len(col) and all(isinstance(value, bool) or is_missing(value) for value in col.values()) and any(
            isinstance(value, bool) for value in col.values()):
        if col.isna().any():
            raise ValueError("Cannot mask with non-boolean array containing NA / NaN values")
        mask = np.array(col.values(), dtype=bool)
    else:
        return None
    if len(mask) != len(index):
        raise IndexError(f"Boolean index has wrong length: {len(mask)} instead of {len(index)}")
    return mask


def labels_to_places(index, key):
    """Where labels are: places, and whether they are one row only."""
    if isinstance(key, slice):
        if key.start is None and key.stop is None and key.step is None:
            return key, False
        if isinstance(key.start, _WHOLE) and not isinstance(index, RangeIndex) and index._col.kind in "s":
            raise TypeError(f"cannot do slice indexing on Index with these indexers [{key.start}] of type int")
        return index.slice_indexer(key.start, key.stop, key.step), False
    if callable(key):
        raise TypeError("a function was not called")
    mask = as_mask(key, index)
    if mask is not None:
        return np.flatnonzero(mask), False
    if is_list(key):
        labels = list(key)
        places, absent = [], []
        for label in labels:
            try:
                places.extend(index._find(label))
            except (KeyError, ValueError, TypeError):
                absent.append(label)
        if absent:
            shown = Index(absent, name=index.name if not index._is_multi else None) if absent else absent
            if len(absent) == len(labels):
                raise KeyError(f"None of [{shown!r}] are in the [{'index' if not getattr(index, '_is_columns', False) else 'columns'}]")
            raise KeyError(f"{absent!r} not in index")
        return np.array(places, dtype=np.int64), False
    if isinstance(key, (dict, set)):
        raise TypeError(f"Passing a {type(key).__name__} as an indexer is not supported. Use a list instead.")
    hash(key)
    places = index._find(key)
    from pandas._timeindex import _Several

    if len(places) == 1 and not isinstance(places, _Several):
        return places[0], True
    if index._freq is not None and places[-1] - places[0] == len(places) - 1:
        return slice(places[0], places[-1] + 1), False
    return np.array(places, dtype=np.int64), False


def positions(key, count):
    """Where rows by number are, and whether they are one row only."""
    if isinstance(key, slice):
        return key, False
    if isinstance(key, _WHOLE) and not isinstance(key, bool):
        if not -count <= key < count:
            raise IndexError("single positional indexer is out-of-bounds")
        return int(key) % count if count else key, True
    if isinstance(key, (list, np.ndarray, range, Index)) or hasattr(key, "_col"):
        array = np.asarray(key if not isinstance(key, range) else list(key))
        if array.dtype.kind == "b":
            if len(array) != count:
                raise IndexError(f"Boolean index has wrong length: {len(array)} instead of {count}")
            return np.flatnonzero(array), False
        if array.dtype.kind not in "iu" and len(array):
            raise IndexError(f".iloc requires numeric indexers, got {array}")
        if len(array) and (array.max() >= count or array.min() < -count):
            raise IndexError("positional indexers are out-of-bounds")
        array = array.astype(np.int64)
        return np.where(array < 0, array + count, array), False
    raise TypeError("Cannot index by location index with a non-integer key")


def taken(table, places, single):
    if single:
        return table._row(places) if table.ndim == 2 else table._col.item(places)
    return table._rows(places) if isinstance(places, slice) else table._taken(places)


def series_get(series, key):
    key = key(series) if callable(key) else key
    index = series.index
    if isinstance(key, slice):
        whole = all(part is None or isinstance(part, _WHOLE) for part in (key.start, key.stop))
        if whole and (index._is_multi or index._col.kind != "f" if not isinstance(index, RangeIndex) else True):
            return series._rows(key)
        return series._rows(index.slice_indexer(key.start, key.stop, key.step))
    mask = as_mask(key, index)
    if mask is not None:
        return series._masked(mask)
    if index._is_multi:
        return Loc(series)[key]
    places, single = labels_to_places(index, key)
    return taken(series, places, single)


def series_set(series, key, value):
    key = key(series) if callable(key) else key
    index = series.index
    if isinstance(key, slice) and all(part is None or isinstance(part, _WHOLE) for part in (key.start, key.stop)):
        places = np.arange(len(series))[key]
    else:
        mask = as_mask(key, index)
        if mask is not None:
            places = np.flatnonzero(mask)
        else:
            Loc(series)[key] = value
            return
    put_series(series, places, value)


def put_series(series, places, value):
    places = np.atleast_1d(np.arange(len(series))[places] if isinstance(places, slice) else np.asarray(places))
    series._col = series._col.put(places, values_for(value, series.index, places))


class _Places:
    def __init__(self, table):
        self._table = table

    def _split(self, key):
        """The keys of the rows and of the columns."""
        table = self._table
        if isinstance(key, tuple):
            if table.ndim == 1:
                if table.index._is_multi:
                    return key, None
                if len(key) > 1:
                    raise IndexingError("Too many indexers")
                return key[0], None
            if len(key) == 2 and (not table.index._is_multi or self._is_pair(key)):
                return key
            if table.index._is_multi:
                return key, slice(None)
            raise IndexingError("Too many indexers")
        return key, slice(None)

    def _is_pair(self, key):
        """Whether a key of two parts is one for the rows and one for the columns."""
        rows, columns = key
        if isinstance(rows, tuple) or isinstance(rows, slice) or is_list(rows) or isinstance(columns, slice):
            return True
        if is_list(columns):
            return all(label in self._table.columns for label in columns)
        try:
            return columns in self._table.columns and (rows, columns) not in self._table.index
        except TypeError:
            return True

    def __getitem__(self, key):
        table = self._table
        key = key(table) if callable(key) else key
        rows, columns = self._split(key)
        rows, columns = (part(table) if callable(part) else part for part in (rows, columns))
        if columns is not None and not (isinstance(columns, slice) and columns == slice(None)):
            places, single = self._column_places(columns)
            if single:
                table = table._column(places)
            else:
                places = range(len(table.columns))[places] if isinstance(places, slice) else places.tolist()
                table = table._make([table._cols[at] for at in places], table.columns.take(np.array(list(places), dtype=np.int64)),
                                    table.index)
        return self._rows_of(table, rows)

    def __setitem__(self, key, value):
        table = self._table
        key = key(table) if callable(key) else key
        rows, columns = self._split(key)
        rows = rows(table) if callable(rows) else rows
        if table.ndim == 1:
            self._set_series(table, rows, value)
        else:
            self._set_frame(table, rows, columns, value)

    def _numbers(self, places, count):
        if isinstance(places, slice):
            return np.arange(count)[places]
        return np.atleast_1d(np.asarray(places, dtype=np.int64))


class ILoc(_Places):
    """`iloc`: rows and columns by number."""

    def _column_places(self, key):
        return positions(key, len(self._table.columns))

    def _rows_of(self, table, rows):
        if isinstance(rows, tuple):
            raise IndexingError("Too many indexers")
        return taken(table, *positions(rows, len(table)))

    def _set_series(self, series, rows, value):
        put_series(series, self._numbers(positions(rows, len(series))[0], len(series)), value)

    def _set_frame(self, frame, rows, columns, value):
        places = self._numbers(positions(rows, len(frame))[0], len(frame))
        across = self._numbers(positions(columns, len(frame.columns))[0], len(frame.columns))
        set_cells(frame, places, across, value)


class Loc(_Places):
    """`loc`: rows and columns by their labels."""

    def _column_places(self, key):
        columns = self._table.columns
        if isinstance(key, tuple) and columns._is_multi:
            places = columns._find(key)
            return (places[0], True) if len(places) == 1 and len(key) == columns.nlevels else (np.array(places), False)
        return labels_to_places(columns, key)

    def _rows_of(self, table, rows):
        index = table.index
        if index._is_multi and as_mask(rows, index) is None and not (is_list(rows) and len(rows) and isinstance(list(rows)[0], tuple)):
            if isinstance(rows, slice):
                return table._rows(index.slice_indexer(rows.start, rows.stop, rows.step))
            if is_list(rows):
                places, settled = index._locate((list(rows),))
                order = {label: at for at, label in enumerate(rows)}
                return table._taken(sorted(places.tolist(), key=lambda at: order[index[at][0]]))
            key = rows if isinstance(rows, tuple) else (rows,)
            if len(key) > index.nlevels:
                raise KeyError(f"Key length ({len(key)}) exceeds index depth ({index.nlevels})") if table.ndim == 1 else IndexingError("Too many indexers")
            places, settled = index._locate(key)
            if len(settled) == index.nlevels:
                if len(places) == 1:
                    return taken(table, int(places[0]), True)
                return table._taken(places)
            result = table._taken(places)
            if settled:
                result = result._with_index(result.index.droplevel(settled))
            return result
        if isinstance(rows, tuple) and not index._is_multi and rows not in index:
            raise IndexingError("Too many indexers")
        return taken(table, *labels_to_places(index, rows))

    def _new_or_places(self, index, key):
        """The places of the rows; `None` if the key is a label that is new."""
        if index._is_multi and isinstance(key, tuple):
            try:
                return index._locate(key)[0]
            except KeyError:
                return None
        try:
            return labels_to_places(index, key)[0]
        except KeyError:
            if is_list(key) or isinstance(key, slice):
                raise
            return None

    def _set_series(self, series, rows, value):
        places = self._new_or_places(series.index, rows)
        if places is None:
            from pandas._column import concat

            index = series.index.append(make_index(infer([rows]))) if len(series) else make_index(infer([rows]))
            index = index if not isinstance(series.index, RangeIndex) or index._col.kind != "i" else index
            if len(index):
                index._name = series.index.name if not index._is_multi else None
            col = infer([value])
            series._col = concat([series._col, col]) if len(series) else col
            series.__dict__["index"] = index
            return
        put_series(series, self._numbers(places, len(series)), value)

    def _set_frame(self, frame, rows, columns, value):
        if isinstance(columns, slice) and columns == slice(None) and is_list(rows) and hasattr(rows, "_is_frame"):
            raise ValueError("Cannot index with multidimensional key")
        places = self._new_or_places(frame.index, rows)
        if places is None:
            enlarge(frame, rows)
            places = np.array([len(frame) - 1])
            if isinstance(columns, slice) and isinstance(value, (list, tuple, np.ndarray)) and len(value) != len(frame.columns):
                frame.__dict__.update(frame.iloc[:-1].__dict__)
                raise ValueError("cannot set a row with mismatched columns")
        places = self._numbers(places, len(frame))
        if isinstance(columns, slice) or is_list(columns):
            if is_list(columns) and as_mask(columns, frame.columns) is None:
                for label in columns:
                    if label not in frame.columns:
                        frame._set(label, nan)
            across = self._numbers(labels_to_places(frame.columns, columns)[0], len(frame.columns))
        else:
            if columns not in frame.columns:
                full(nan, len(frame))
                if len(places) == len(frame):
                    frame._set(columns, value)
                    return
                given = values_for(value, frame.index, places)
                sample = given if isinstance(given, Col) else infer([given])
                empty = sample.take(np.full(len(frame), -1))
                frame._set_col(columns, empty.put(places, given))
                return
            across = np.array(frame.columns._find(columns))
        set_cells(frame, places, across, value)


class At:
    """`at`: one cell by its labels."""

    def __init__(self, table):
        self._table = table

    def __getitem__(self, key):
        return Loc(self._table)[key]

    def __setitem__(self, key, value):
        Loc(self._table)[key] = value


class IAt(At):
    """`iat`: one cell by its numbers."""

    def __getitem__(self, key):
        return ILoc(self._table)[key]

    def __setitem__(self, key, value):
        ILoc(self._table)[key] = value


def cross(table, key, axis, level, drop):
    """`xs`: the rows with this label in one level."""
    if axis:
        return cross(table.T, key, 0, level, drop).T
    if level is None:
        return Loc(table)[key]
    index = table.index
    keys, levels = (key, level) if isinstance(level, (list, tuple)) else ([key], [level])
    mask = np.ones(len(index), dtype=bool)
    for one, where in zip(keys, levels):
        here = np.zeros(len(index), dtype=bool)
        here[index.get_level_values(where)._find(one)] = True
        mask &= here
    result = table._taken(np.flatnonzero(mask))
    return result._with_index(result.index.droplevel(list(levels))) if drop else result
