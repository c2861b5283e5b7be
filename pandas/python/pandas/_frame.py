"""`DataFrame`: columns that share the labels of their rows."""

import numpy as np

from pandas._base import Table, axis_of
from pandas._column import Col, column, concat, full, infer, objects
from pandas._framemaking import columns_of_data
from pandas._framelabels import Labels
from pandas._framemore import More
from pandas._frameops import Operators
from pandas._index import Index, RangeIndex, flat_index, make_index
from pandas._series import Series


class DataFrame(Operators, Labels, More, Table):
    """A table: columns of different kinds, with labels of the rows and of the columns."""

    ndim = 2
    _is_frame = True
    __array_priority__ = 1000

    def __init__(self, data=None, index=None, columns=None, dtype=None, copy=None):
        cols, names, labels = columns_of_data(data, index, columns, dtype)
        self.__dict__.update(_cols=cols, _names=names, index=labels)

    @classmethod
    def _make(cls, cols, columns, index):
        frame = object.__new__(DataFrame)
        frame.__dict__.update(_cols=list(cols), _names=columns, index=index)
        return frame

    @classmethod
    def from_dict(cls, data, orient="columns", dtype=None, columns=None):
        if orient == "columns":
            if columns is not None:
                raise ValueError("cannot use columns parameter with orient='columns'")
            return cls(data, dtype=dtype)
        if orient != "index":
            raise ValueError(f"Expected 'index', 'columns' or 'tight' for orient parameter. Got '{orient}' instead")
        rows = list(data.values())
        if rows and isinstance(rows[0], (dict, Series)):
            frame = cls(rows, index=list(data), columns=columns)
        else:
            frame = cls([list(row) if hasattr(row, "__iter__") and not isinstance(row, str) else [row] for row in rows],
                        index=list(data), columns=columns)
        return frame if dtype is None else frame.astype(dtype)

    @classmethod
    def from_records(cls, data, index=None, exclude=None, columns=None, coerce_float=False, nrows=None):
        frame = cls(list(data), columns=columns)
        return frame.set_index(index) if index is not None else frame

    def __setattr__(self, name, value):
        if name == "columns":
            value = flat_index(value)
            if len(value) != len(self._cols):
                raise ValueError(f"Length mismatch: Expected axis has {len(self._cols)} elements, new values have {len(value)} "
                                 "elements")
            self.__dict__["_names"] = value
        elif name == "index":
            value = flat_index(value)
            if len(value) != len(self.index) and self._cols:
                raise ValueError(f"Length mismatch: Expected axis has {len(self.index)} elements, new values have {len(value)} "
                                 "elements")
            self.__dict__["index"] = value
        elif not name.startswith("_") and name in self._names and not isinstance(getattr(DataFrame, name, None), property) and not hasattr(DataFrame, name):
            self[name] = value
        else:
            if hasattr(value, "__iter__") and not isinstance(value, (str, dict)) and not name.startswith("_") and name != "attrs":
                import warnings

                warnings.warn("Pandas doesn't allow columns to be created via a new attribute name - see "
                              "https://pandas.pydata.org/pandas-docs/stable/indexing.html#attribute-access", UserWarning, stacklevel=2)
            self.__dict__[name] = value

    columns = property(lambda self: self._names)
    axes = property(lambda self: [self.index, self._names])
    shape = property(lambda self: (len(self.index), len(self._cols)))
    size = property(lambda self: len(self.index) * len(self._cols))
    empty = property(lambda self: not self.size)
    dtypes = property(lambda self: Series._make(Col("O", objects([col.dtype for col in self._cols])), self._names))
    values = property(lambda self: self.to_numpy())
    T = property(lambda self: self.transpose())

    def __len__(self):
        return len(self.index)

    def __iter__(self):
        return iter(self._names)

    def keys(self):
        return self._names

    def items(self):
        for at, name in enumerate(self._names):
            yield name, self._column(at)

    def iterrows(self):
        for at, label in enumerate(self.index):
            yield label, self._row(at)

    def itertuples(self, index=True, name="Pandas"):
        from collections import namedtuple

        lists = [col.values() for col in self._cols]
        if index:
            lists.insert(0, self.index.tolist())
        fields = (["Index"] if index else []) + [str(name) for name in self._names]
        if name is None:
            return zip(*lists)
        kind = namedtuple(name, fields, rename=True)
        return map(kind._make, zip(*lists))

    # -- inside

    def _columns(self):
        return self._cols

    def _info_axis(self):
        return self._names

    def _each(self, function):
        return self._make([function(col) for col in self._cols], self._names, self.index)

    def _each_with(self, other, axis, function):
        if isinstance(other, DataFrame):
            other = other.reindex(index=self.index, columns=self._names)
            return self._make([function(a, b) for a, b in zip(self._cols, other._cols)], self._names, self.index)
        if axis is not None and axis_of(axis) == 0:
            limit = other.reindex(self.index)._col
            return self._each(lambda col: function(col, limit))
        other = other.reindex(self._names)
        return self._make([function(col, value) for col, value in zip(self._cols, other.tolist())], self._names, self.index)

    def _rows(self, piece):
        return self._make([col.slice(piece) for col in self._cols], self._names, self.index[piece])

    def _taken(self, places):
        places = np.asarray(places, dtype=np.int64)
        return self._make([col.take(places) for col in self._cols], self._names, self.index.take(places))

    def _masked(self, mask):
        return self._make([col.mask(mask) for col in self._cols], self._names, self.index[mask])

    def _with_index(self, index):
        return self._make(self._cols, self._names, index)

    def _column(self, at):
        return Series._make(self._cols[at], self.index, self._names[int(at)])

    def _row(self, at):
        label = self.index[int(at)]
        cols = [col.slice(slice(at, at + 1)) for col in self._cols]
        if cols and len({col.kind for col in cols}) == 1 and cols[0].kind != "C":
            col = concat(cols)
        elif cols and {col.kind for col in cols} <= set("iuf"):
            col = concat(cols)
        else:
            col = Col("O", objects([col.values()[0] for col in cols]))
        return Series._make(col, self._names, label)

    def _relabelled(self, change, axis=None):
        if axis is not None and axis_of(axis) == 0:
            return self._with_index(make_index(infer([change(label) for label in self.index])))
        return self._make(self._cols, make_index(infer([change(label) for label in self._names])), self.index)

    def _numeric(self):
        places = [at for at, col in enumerate(self._cols) if col.kind in "iufbc"]
        return self._make([self._cols[at] for at in places], self._names.take(places), self.index)

    # -- columns by name

    def __getitem__(self, key):
        from pandas._select import as_mask, is_list, labels_to_places

        key = key(self) if callable(key) else key
        if isinstance(key, slice):
            whole = all(part is None or isinstance(part, (int, np.integer)) for part in (key.start, key.stop))
            return self._rows(key if whole else self.index.slice_indexer(key.start, key.stop, key.step))
        if isinstance(key, DataFrame):
            return self.where(key)
        mask = as_mask(key, self.index)
        if mask is not None:
            return self._masked(mask)
        if is_list(key):
            self._names.__dict__["_is_columns"] = True
            places = labels_to_places(self._names, key)[0]
            return self._make([self._cols[at] for at in places.tolist()], self._names.take(places), self.index)
        try:
            places = self._names._find(key)
        except KeyError:
            raise KeyError(key) from None
        if self._names._is_multi:
            depth = len(key) if isinstance(key, tuple) else 1
            if depth < self._names.nlevels:
                part = self._make([self._cols[at] for at in places], self._names.take(np.array(places)), self.index)
                part.columns = part.columns.droplevel(list(range(depth)))
                if len(part._cols) == 1 and not part.columns._is_multi and part.columns[0] == "":
                    return Series._make(part._cols[0], self.index, key)
                return part
        if len(places) == 1:
            return self._column(places[0])
        return self._make([self._cols[at] for at in places], self._names.take(np.array(places)), self.index)

    def __setitem__(self, key, value):
        from pandas._cells import set_cells
        from pandas._select import as_mask, is_list

        if isinstance(key, DataFrame):
            self.__dict__.update(self.mask(key, value).__dict__)
            return
        mask = as_mask(key, self.index)
        if mask is not None or isinstance(key, slice):
            places = np.flatnonzero(mask) if mask is not None else np.arange(len(self))[key]
            set_cells(self, places, np.arange(len(self._cols)), value)
            return
        if is_list(key):
            names = list(key)
            if isinstance(value, DataFrame):
                if len(value.columns) != len(names):
                    raise ValueError("Columns must be same length as key")
                parts = [value._column(at) for at in range(len(names))]
            elif isinstance(value, np.ndarray) and value.ndim == 2:
                parts = [value[:, at] for at in range(value.shape[1])]
            elif isinstance(value, (list, tuple)) and value and isinstance(value[0], (list, tuple, np.ndarray)):
                parts = [list(part) for part in zip(*value)]
            elif isinstance(value, (list, tuple)) and len(value) == len(names):
                parts = list(value)
            else:
                parts = [value] * len(names)
            if len(parts) != len(names):
                raise ValueError("Columns must be same length as key")
            for name, part in zip(names, parts):
                self._set(name, part)
            return
        self._set(key, value)

    def _set(self, name, value):
        """Sets a whole column."""
        if not len(self._cols) and not len(self.index) and hasattr(value, "__len__") and not isinstance(value, (str, dict)):
            own = getattr(value, "index", None)
            self.__dict__["index"] = own if isinstance(own, Index) else RangeIndex(len(value))
        self._set_col(name, self._as_col(value))

    def _as_col(self, value):
        if isinstance(value, Series):
            if value.index.equals(self.index):
                return value._col
            if not value.index.is_unique:
                raise ValueError("cannot reindex on an axis with duplicate labels")
            return value._col.take(value.index._indexer(self.index))
        if isinstance(value, DataFrame):
            if len(value.columns) != 1:
                raise ValueError("Cannot set a DataFrame with multiple columns to the single column")
            return self._as_col(value._column(0))
        if isinstance(value, dict):
            return self._as_col(Series(value))
        if isinstance(value, (str, bytes)) or not hasattr(value, "__iter__") or isinstance(value, np.ndarray) and value.ndim == 0:
            return full(value, len(self.index))
        if isinstance(value, np.ndarray) and value.ndim == 2 and value.shape[1] == 1:
            value = value[:, 0]
        col = column(value)
        if len(col) != len(self.index):
            raise ValueError(f"Length of values ({len(col)}) does not match length of index ({len(self.index)})")
        return col

    def _set_col(self, name, col):
        try:
            places = self._names._find(name)
        except KeyError:
            if self._names._is_multi:
                label = name if isinstance(name, tuple) else (name,)
                label += ("",) * (self._names.nlevels - len(label))
                names = type(self._names).from_tuples([*self._names, label], names=self._names.names)
            elif len(self._cols):
                names = make_index(concat([self._names._col, infer([name])]), self._names.name)
            else:
                names = make_index(infer([name]), self._names.name)
            self.__dict__.update(_cols=[*self._cols, col], _names=names)
            return
        cols = list(self._cols)
        for at in places:
            cols[at] = col
        self.__dict__["_cols"] = cols

    def __delitem__(self, key):
        self.__dict__.update(self.drop(columns=[key] if not isinstance(key, list) else key).__dict__) if key in self._names else (
            _raise(KeyError(key)))

    def __getattr__(self, name):
        if name.startswith("__") or name in ("_names", "_cols", "index"):
            raise AttributeError(name)
        if not name.startswith("_") and name in self.__dict__.get("_names", ()):
            return self[name]
        from pandas._absent import FRAME

        if name in FRAME:
            raise self._refuse(name)
        raise AttributeError(f"'DataFrame' object has no attribute {name!r}")

    def __dir__(self):
        return [*object.__dir__(self), *(name for name in self._names if isinstance(name, str) and name.isidentifier())]

    def get(self, key, default=None):
        try:
            return self[key]
        except (KeyError, ValueError, IndexError):
            return default

    def pop(self, item):
        column = self[item]
        del self[item]
        return column

    def insert(self, loc, column, value, allow_duplicates=False):
        if column in self._names and not allow_duplicates:
            raise ValueError(f"cannot insert {column}, already exists")
        if not len(self._cols) and not len(self.index):
            self._set(column, value)
            return
        col = self._as_col(value)
        cols = list(self._cols)
        cols.insert(loc, col)
        self.__dict__.update(_cols=cols, _names=self._names.insert(loc, column))

    def assign(self, **columns):
        frame = self.copy(deep=False)
        for name, value in columns.items():
            frame[name] = value(frame) if callable(value) else value
        return frame


def _raise(error):
    raise error


def _named(name):
    def method(self, other, axis="columns", level=None, fill_value=None):
        return self._operate(name, other, False, fill_value, axis)

    def flipped(self, other, axis="columns", level=None, fill_value=None):
        return self._operate(name, other, True, fill_value, axis)

    return method, flipped


for _short, _name in (("add", "add"), ("sub", "sub"), ("mul", "mul"), ("div", "truediv"), ("truediv", "truediv"),
                      ("floordiv", "floordiv"), ("mod", "mod"), ("pow", "pow")):
    _one, _other = _named(_name)
    setattr(DataFrame, _short, _one)
    setattr(DataFrame, f"r{_short}", _other)
    setattr(DataFrame, f"__{_name}__", (lambda name: lambda self, other: self._operate(name, other))(_name))
    setattr(DataFrame, f"__r{_name}__", (lambda name: lambda self, other: self._operate(name, other, True))(_name))
DataFrame.subtract, DataFrame.multiply, DataFrame.divide = DataFrame.sub, DataFrame.mul, DataFrame.div
for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
    setattr(DataFrame, _name, (lambda name: lambda self, other, axis="columns", level=None: self._compare(name, other, axis))(_name))
    setattr(DataFrame, f"__{_name}__", (lambda name: lambda self, other: self._compare(name, other))(_name))
for _name in ("and_", "or_", "xor"):
    _logic = (lambda name: lambda self, other: self._logic(name, other))(_name)
    setattr(DataFrame, f"__{_name.strip('_')}__", _logic)
    setattr(DataFrame, f"__r{_name.strip('_')}__", _logic)
DataFrame.__hash__ = None
