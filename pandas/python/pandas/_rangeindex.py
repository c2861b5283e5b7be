"""Labels that are numbers in equal steps."""

import numpy as np

from pandas._column import Col
from pandas._index import Index, make_index


class RangeIndex(Index):
    """Labels that are numbers in equal steps, as rows have them from the start."""

    def __new__(cls, start=None, stop=None, step=None, dtype=None, copy=False, name=None):
        if isinstance(start, (range, RangeIndex)):
            own = start if isinstance(start, range) else start._range
        else:
            own = range(start or 0) if stop is None else range(start or 0, stop, step or 1)
        index = object.__new__(cls)
        index._range, index._name, index._places, index._own, index._freq = own, name, None, None, None
        return index

    start = property(lambda self: self._range.start)
    stop = property(lambda self: self._range.stop)
    step = property(lambda self: self._range.step)

    @property
    def _col(self):
        if self._own is None:
            own = self._range
            self._own = Col("i", np.arange(own.start, own.stop, own.step))
        return self._own

    is_unique = True

    def __len__(self):
        return len(self._range)

    def _find(self, label):
        if isinstance(label, (int, np.integer)) and not isinstance(label, bool) or isinstance(label, float) and label % 1 == 0:
            if label in self._range:
                return [self._range.index(int(label))]
        hash(label)
        raise KeyError(label)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return RangeIndex(self._range[key], name=self._name)
        if isinstance(key, (int, np.integer)) and not isinstance(key, bool):
            try:
                return self._range[key]
            except IndexError:
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {len(self)}") from None
        return Index.__getitem__(self, key)

    def _new(self, col, name=None):
        return make_index(col, self._name if name is None else name)

    def equals(self, other):
        return self._range == other._range if isinstance(other, RangeIndex) else Index.equals(self, other)
