"""Arrays of texts and of dates: what `unique` and `values` give for columns of these kinds."""

import numpy as np

from pandas._missing import is_missing


class ColumnArray:
    """The values of a column without labels."""

    def __init__(self, col):
        self._col = col

    dtype = property(lambda self: self._col.dtype)
    shape = property(lambda self: (len(self._col),))
    size = property(lambda self: len(self._col))
    ndim = 1
    __array_priority__ = 1000
    __hash__ = None

    def __len__(self):
        return len(self._col)

    def __iter__(self):
        return iter(self._col.values())

    def __getitem__(self, key):
        if isinstance(key, (int, np.integer)):
            return self._col.item(key)
        if isinstance(key, slice):
            return ColumnArray(self._col.slice(key))
        key = np.asarray(key)
        return ColumnArray(self._col.mask(key) if key.dtype.kind == "b" else self._col.take(key))

    def __contains__(self, value):
        return value in self._col.values()

    def __array__(self, dtype=None, copy=None):
        return self._col.array() if dtype is None else self._col.array().astype(dtype)

    def __eq__(self, other):
        from pandas._ops import compare, other_of

        return compare("eq", self._col, other_of(other, len(self))).data

    def __ne__(self, other):
        return ~(self == other)

    def tolist(self):
        return self._col.values()

    def to_numpy(self, dtype=None):
        return self.__array__(dtype)

    def astype(self, dtype):
        return self._col.array().astype(dtype)

    def isna(self):
        return self._col.isna()

    def sort(self):
        from pandas._column import argsort

        self._col = self._col.take(argsort(self._col))

    def __repr__(self):
        from pandas._indextext import listed, one

        col = self._col
        name = {"s": "StringArray", "M": "DatetimeArray", "m": "TimedeltaArray"}[col.kind]
        values = col.values()
        texts = [("NaT" if col.kind in "Mm" else "nan") if is_missing(value) else f"'{value}'" for value in values] if col.kind in "Mm" else [
            one(value) for value in values]
        if col.kind in "Mm":
            texts = [f"'{value}'" for value in values]
        body = listed(texts, -2, col.kind in "Mm").rstrip(", \n") if len(values) else "[]"
        return f"<{name}>\n{body}\nLength: {len(values)}, dtype: {col.dtype}"
