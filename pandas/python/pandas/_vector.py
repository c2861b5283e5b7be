"""What columns and labels have in common: operators, and what is computed of one column."""

import numpy as np

from pandas import _reduce, _sets
from pandas._missing import nothing_else, unsupported


class Vector:
    """Something with one column, `_col`."""

    ndim = 1
    __array_priority__ = 1000

    dtype = property(lambda self: self._col.dtype)
    dtypes = dtype
    shape = property(lambda self: (len(self),))
    size = property(lambda self: len(self))
    empty = property(lambda self: len(self) == 0)
    hasnans = property(lambda self: bool(self._col.isna().any()))
    is_monotonic_increasing = property(lambda self: _sets.is_rising(self._col))
    is_monotonic_decreasing = property(lambda self: _sets.is_rising(self._col, -1))
    nbytes = property(lambda self: len(self) * self._col.data.dtype.itemsize)
    T = property(lambda self: self)

    def transpose(self):
        return self

    def __len__(self):
        return len(self._col)

    def __array__(self, dtype=None, copy=None):
        array = self._col.array()
        return array.copy() if dtype is None else array.astype(dtype)

    def item(self):
        if len(self) != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self._col.values()[0]

    def min(self, axis=None, skipna=True, *args, **options):
        nothing_else("min", args, options)
        return _reduce.reduce("min", self._col, skipna)

    def max(self, axis=None, skipna=True, *args, **options):
        nothing_else("max", args, options)
        return _reduce.reduce("max", self._col, skipna)

    def argmin(self, axis=None, skipna=True):
        return _reduce.place(self._col, -1)

    def argmax(self, axis=None, skipna=True):
        return _reduce.place(self._col, 1)

    def any(self, *, axis=0, bool_only=False, skipna=True):
        return _reduce.reduce("any", self._col, skipna)

    def all(self, *, axis=0, bool_only=False, skipna=True):
        return _reduce.reduce("all", self._col, skipna)

    def isna(self):
        return self._col.isna()

    def notna(self):
        return ~self.isna()

    def isnull(self):
        return self.isna()

    def notnull(self):
        return ~self.isna()

    def nunique(self, dropna=True):
        return _sets.count_different(self._col, dropna)

    def unique(self):
        return self._new(_sets.unique(self._col))

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        if bins is not None:
            from pandas._bins import cut

            counted = cut(self, bins, include_lowest=True).value_counts(normalize, sort, ascending, dropna=dropna)
            return counted._with_index(counted.index.rename(None))
        return _sets.value_counts(self._col, self.name, normalize, sort, ascending, dropna)

    def duplicated(self, keep="first"):
        return _sets.duplicated([self._col], keep)

    def drop_duplicates(self, *, keep="first"):
        return self[~self.duplicated(keep)]

    def factorize(self, sort=False, use_na_sentinel=True):
        from pandas._column import factorize
        from pandas._index import make_index

        codes, unique = factorize(self._col, sort)
        return codes, make_index(unique)

    def searchsorted(self, value, side="left", sorter=None):
        if self._col.kind in "Mm":
            from pandas._column import infer
            from pandas._times import Timestamp

            value = infer([Timestamp(value)]).data[0]
        return np.searchsorted(self._col.data, value, side)

    def memory_usage(self, index=True, deep=False):
        own = len(self) * self._col.data.dtype.itemsize
        if hasattr(self, "index") and index:
            own += self.index.memory_usage()
        return own

    def __abs__(self):
        return np.abs(self)


def _arithmetic(name):
    def operate(self, other):
        return self._operate(name, other)

    def flipped(self, other):
        return self._operate(name, other, True)

    return operate, flipped


def _comparison(name):
    return lambda self, other: self._compare(name, other)


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    _one, _other = _arithmetic(_name)
    setattr(Vector, f"__{_name}__", _one)
    setattr(Vector, f"__r{_name}__", _other)
for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
    setattr(Vector, f"__{_name}__", _comparison(_name))
for _name in ("and_", "or_", "xor"):
    _logic = (lambda name: lambda self, other: self._logic(name, other))(_name)
    setattr(Vector, f"__{_name.strip('_')}__", _logic)
    setattr(Vector, f"__r{_name.strip('_')}__", _logic)


def _matmul(self, other):
    raise unsupported("the operator @", "use .to_numpy() @ other.to_numpy()")


Vector.__matmul__ = _matmul
Vector.__hash__ = None
