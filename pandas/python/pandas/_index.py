"""Labels: `Index` and its kin."""

import numpy as np

from pandas import _ops
from pandas._column import Col, argsort, column, concat, infer, objects
from pandas._missing import Refusing, is_missing, nan, unsupported
from pandas._labelsets import LabelSets
from pandas._vector import Vector


def make_index(values, name=None, freq=None):
    """The index of the class that fits the kind of the labels."""
    if isinstance(values, Index):
        return values if name is None else values.rename(name)
    col = values if isinstance(values, Col) else column(values)
    kind = {"M": _times().DatetimeIndex, "m": _times().TimedeltaIndex, "C": _category().CategoricalIndex}.get(col.kind, Index)
    if col.kind == "O":
        if col.unit == "interval":
            kind = _category().IntervalIndex
        elif len(col) and all(isinstance(value, tuple) for value in col.data.tolist()):
            from pandas._multi import MultiIndex

            return MultiIndex.from_tuples(col.data.tolist(), names=name if isinstance(name, (list, tuple)) else None)
        elif len(col) and col.isna().all():
            col = Col("O", col.data)
    index = object.__new__(kind)
    index._start(col, name)
    if freq is not None:
        index._freq = freq
    return index


def flat_index(data):
    """The index that a list of labels is for rows and columns: tuples in it stay tuples."""
    if isinstance(data, Index):
        return data
    if isinstance(data, (str, bytes)) or not hasattr(data, "__iter__"):
        raise TypeError(f"Index(...) must be called with a collection of some kind, {data!r} was passed")
    listed = list(data) if isinstance(data, (list, tuple)) else None
    if listed and all(isinstance(label, tuple) for label in listed):
        index = object.__new__(Index)
        index._start(Col("O", objects(listed)), None)
        return index
    return Index(data)


def _times():
    from pandas import _timeindex

    return _timeindex


def _category():
    from pandas import _category

    return _category


class Names(list):
    """The names of the levels, which print as pandas has them."""

    def __repr__(self):
        return f"FrozenList({list.__repr__(self)})"

    __str__ = list.__repr__


class Index(LabelSets, Vector, Refusing):
    """Labels of rows or columns."""

    _is_multi = False

    def __new__(cls, data=None, dtype=None, copy=False, name=None, tupleize_cols=True, **options):
        if options:
            raise TypeError(f"Index.__new__() got an unexpected keyword argument {next(iter(options))!r}")
        if isinstance(data, range) and dtype is None:
            return RangeIndex(data.start, data.stop, data.step, name=name)
        if data is None:
            data = []
        if isinstance(data, (str, bytes)) or not hasattr(data, "__iter__"):
            raise TypeError(f"{cls.__name__}(...) must be called with a collection of some kind, {data!r} was passed")
        name = getattr(data, "name", None) if name is None else name
        if isinstance(data, Index) and dtype is None:
            return data.rename(name)
        if not tupleize_cols:
            return flat_index(data)
        return make_index(column(data, dtype), name)

    def _start(self, col, name):
        self._col, self._name, self._places, self._freq = col, name, None, None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = name

    @property
    def names(self):
        return Names([self._name])

    @names.setter
    def names(self, names):
        self._name, = names

    nlevels = 1
    is_unique = property(lambda self: len(self._lookup()[0]) == len(self))
    has_duplicates = property(lambda self: not self.is_unique)
    values = property(lambda self: self._col.array())
    array = property(lambda self: self._col.array())
    inferred_type = property(lambda self: {"s": "string", "i": "integer", "f": "floating", "b": "boolean", "M": "datetime64",
                                           "m": "timedelta64", "C": "categorical"}.get(self._col.kind, "mixed"))
    str = property(lambda self: _accessor("StringMethods", self))

    def _new(self, col, name=None):
        """An index of other labels with the same name."""
        return make_index(col, self._name if name is None else name)

    # -- finding labels

    def _keys(self):
        """The labels as they are looked up: hashable, dates as numbers."""
        return self._col.dense().data.tolist()

    def _key(self, label):
        """A label in this form."""
        if self._col.kind in "Mm":
            return self._time_key(label)
        if isinstance(label, np.generic):
            return label.item()
        return nan if is_missing(label) and self._col.kind in "sf" else label

    def _lookup(self):
        """Where each label is first, and which stand where if there are several of one."""
        if self._places is None:
            first, more = {}, {}
            for at, label in enumerate(self._keys()):
                if label != label:
                    label = None
                if first.setdefault(label, at) != at:
                    more.setdefault(label, [first[label]]).append(at)
            self._places = first, more
        return self._places

    def _find(self, label):
        """The places of a label."""
        first, more = self._lookup()
        key = self._key(label)
        if isinstance(key, float) and key != key:
            key = None
        if isinstance(key, bool) and self._col.kind in "if" or isinstance(key, (list, dict, set, slice)):
            raise KeyError(label)
        try:
            at = first.get(key)
        except TypeError:
            raise KeyError(label) from None
        if at is None or isinstance(key, (int, float)) and self._col.kind == "b" and not isinstance(key, bool):
            raise KeyError(label)
        return more.get(key) or [at]

    def get_loc(self, key):
        places = self._find(key)
        if len(places) == 1:
            return places[0]
        if places == list(range(places[0], places[-1] + 1)):
            return slice(places[0], places[-1] + 1, None)
        mask = np.zeros(len(self), dtype=bool)
        mask[places] = True
        return mask

    def __contains__(self, label):
        hash(label)
        try:
            self._find(label)
        except (KeyError, TypeError, ValueError):
            return False
        return True

    def _indexer(self, other):
        """Where each label of another index is; -1 for one that is not."""
        first, _ = self._lookup()
        if self._col.kind in "Mm" and other._col.kind != self._col.kind:
            places = []
            for label in other:
                try:
                    places.append(self._find(label)[0])
                except (KeyError, ValueError):
                    places.append(-1)
            return np.array(places, dtype=np.int64)
        return np.array([first.get(None if key != key else key, -1) for key in other._keys()] or [], dtype=np.int64)

    def get_indexer(self, target, method=None):
        if method is not None:
            raise unsupported("Index.get_indexer with a method")
        return self._indexer(target if isinstance(target, Index) else Index(target))

    def _bound(self, label, right):
        """Where a slice by labels begins, or ends behind."""
        keys = self._keys()
        rising = self.is_monotonic_increasing
        if rising or self.is_monotonic_decreasing:
            import bisect

            key = self._slice_key(label, right)
            find = bisect.bisect_right if right == rising else bisect.bisect_left
            try:
                return find(keys, key) if rising else len(keys) - (
                    bisect.bisect_left if right else bisect.bisect_right)(keys[::-1], key)
            except TypeError:
                raise KeyError(label) from None
        places = self._find(label)
        if len(places) > 1 and places != list(range(places[0], places[-1] + 1)):
            raise KeyError(f"Cannot get {'right' if right else 'left'} slice bound for non-unique label: {label!r}")
        return places[-1] + 1 if right else places[0]

    def _slice_key(self, label, right):
        return self._key(label)

    def slice_indexer(self, start=None, end=None, step=None):
        backward = step is not None and step < 0
        if backward:
            first = None if start is None else self._bound(start, True) - 1
            last = None if end is None else self._bound(end, False) - 1
            return slice(first, None if last is not None and last < 0 else last, step)
        return slice(0 if start is None else self._bound(start, False), len(self) if end is None else self._bound(end, True), step)

    # -- making others

    def __getitem__(self, key):
        if isinstance(key, slice):
            index = self._new(self._col.slice(key))
            if self._freq is not None and (key.step or 1) > 0:
                index._freq = self._freq * (key.step or 1)
            return index
        if isinstance(key, (int, np.integer)) and not isinstance(key, bool):
            if not -len(self) <= key < len(self):
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {len(self)}")
            return self._col.item(key)
        key = np.asarray(getattr(key, "_col", key).data if hasattr(key, "_col") else key)
        if key.dtype.kind == "b":
            index = self._new(self._col.mask(key))
            if self._freq is not None and key.any():
                places = np.flatnonzero(key)
                if places[-1] - places[0] == len(places) - 1:
                    index._freq = self._freq
            return index
        return self._new(self._col.take(np.where(key < 0, key + len(self), key)))

    def take(self, places):
        return self._new(self._col.take(places))

    def rename(self, name, inplace=False):
        if inplace:
            self._name = name
            return None
        index = self.copy()
        index._name = name
        return index

    set_names = rename

    def copy(self, name=None, deep=False):
        index = object.__new__(type(self))
        index.__dict__.update(self.__dict__)
        if name is not None:
            index._name = name
        return index

    view = copy

    def astype(self, dtype, copy=True):
        from pandas._convert import astype

        return make_index(astype(self._col, dtype), self._name)

    def tolist(self):
        return self._col.values()

    to_list = tolist

    def __iter__(self):
        return iter(self._col.values())

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        array = self._col.array()
        return array if dtype is None else array.astype(dtype)

    def to_series(self, index=None, name=None):
        from pandas._series import Series

        return Series._make(self._col, index if index is not None else self, self._name if name is None else name)

    def to_frame(self, index=True, name=None):
        from pandas._frame import DataFrame

        label = name if name is not None else self._name if self._name is not None else 0
        return DataFrame._make([self._col], Index([label]), self if index else RangeIndex(len(self)))

    def sort_values(self, *, return_indexer=False, ascending=True, na_position="last", key=None):
        order = argsort(self._col if key is None else key(self)._col, ascending)
        index = self._new(self._col.take(order))
        return (index, order) if return_indexer else index

    def argsort(self):
        return argsort(self._col)

    def equals(self, other):
        return isinstance(other, Index) and len(self) == len(other) and (
            self is other or _same(self._keys(), other._keys()))

    def identical(self, other):
        return self.equals(other) and self.names == other.names

    def get_level_values(self, level):
        if level in (0, -1) or level == self._name:
            return self
        if isinstance(level, int):
            raise IndexError(f"Too many levels: Index has only 1 level, not {level + 1}")
        raise KeyError(f"Requested level ({level}) does not match index name ({self._name})")

    def _level(self, level):
        self.get_level_values(level)
        return 0

    def map(self, mapper, na_action=None):
        if hasattr(mapper, "items"):
            known = dict(mapper.items())
            return make_index(infer([known.get(value, nan) for value in self]), self._name)
        return make_index(infer([mapper(value) for value in self]), self._name)

    def isin(self, values, level=None):
        from pandas._sets import isin

        return isin(self._col, values)

    def where(self, cond, other=nan):
        return self._new(self._col.put(~np.asarray(cond), other))

    def putmask(self, mask, value):
        return self._new(self._col.put(np.asarray(mask), value))

    def fillna(self, value):
        return self._new(self._col.put(self._col.isna(), value))

    def dropna(self, how="any"):
        return self._new(self._col.mask(~self._col.isna()))

    def groupby(self, values):
        groups = {}
        for label, value in zip(self, values):
            groups.setdefault(value, []).append(label)
        return {key: Index(labels) for key, labels in groups.items()}

    def format(self, *args, **options):
        raise unsupported("Index.format")

    def __repr__(self):
        from pandas._indextext import index_text

        return index_text(self)

    def __hash__(self):
        raise TypeError(f"unhashable type: '{type(self).__name__}'")

    def __bool__(self):
        raise ValueError(f"The truth value of a {type(self).__name__} is ambiguous. Use a.empty, a.item(), "
                         "a.any() or a.all().")

    def __setitem__(self, key, value):
        raise TypeError("Index does not support mutable operations")

    def _operate(self, name, other, flipped=False):
        if hasattr(other, "_is_frame") or hasattr(other, "index") and not isinstance(other, (list, tuple, str)):
            return NotImplemented
        return make_index(_ops.arithmetic(name, self._col, _ops.other_of(other, len(self)), flipped), self._name)

    def _compare(self, name, other):
        if not isinstance(other, (list, tuple, np.ndarray, Index)) and hasattr(other, "_col"):
            return NotImplemented
        return _ops.compare(name, self._col, _ops.other_of(other, len(self))).data

    def _logic(self, name, other):
        return make_index(_ops.logic(name, self._col, _ops.other_of(other, len(self))), self._name)

    def __invert__(self):
        return make_index(_ops.inverted(self._col), self._name)

    def __neg__(self):
        return make_index(_ops.negative(self._col), self._name)

    def __getattr__(self, name):
        if name.startswith("__") or name in ("_col", "_name"):
            raise AttributeError(name)
        from pandas._absent import INDEX

        if name in INDEX:
            raise self._refuse(name)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute {name!r}")


def _accessor(name, owner):
    from pandas import _strings

    return getattr(_strings, name)(owner)


def _same(left, right):
    return left == right or all(a == b or (a != a and b != b) for a, b in zip(left, right))


def _places_of(index, labels, errors="raise"):
    """The places of labels that are to go; what is not there is told in one error."""
    labels = list(labels) if isinstance(labels, (list, Index, np.ndarray, set)) or hasattr(labels, "_col") else [labels]
    places, absent = [], []
    for label in labels:
        try:
            places.extend(index._find(label))
        except KeyError:
            absent.append(label)
    if absent and errors == "raise":
        raise KeyError(f"{absent} not found in axis")
    return np.array(places, dtype=np.int64)


# Both need the classes above.
from pandas._rangeindex import RangeIndex
