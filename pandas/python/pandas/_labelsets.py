"""Labels joined, left out and compared as sets."""

import numpy as np

from pandas import _index
from pandas._column import argsort, concat, infer


class LabelSets:
    """Labels joined, left out and compared as sets."""

    def append(self, other):
        others = other if isinstance(other, (list, tuple)) else [other]
        same = all(one._name == self._name for one in others)
        index = _index.make_index(concat([self._col, *(one._col for one in others)]))
        index._name = self._name if same else None
        return index

    def insert(self, loc, item):
        loc = loc + len(self) if loc < 0 else loc
        return self._new(concat([self._col.slice(slice(0, loc)), infer([item]), self._col.slice(slice(loc, None))]))

    def delete(self, loc):
        keep = np.ones(len(self), dtype=bool)
        keep[loc] = False
        return self._new(self._col.mask(keep))

    def drop(self, labels, errors="raise"):
        gone = _index._places_of(self, labels, errors)
        keep = np.ones(len(self), dtype=bool)
        keep[gone] = False
        return self._new(self._col.mask(keep))

    def _joined(self, other, keep, sort):
        other = other if isinstance(other, _index.Index) else _index.Index(other, name=self._name)
        index = _index.make_index(keep(self, other))
        index._name = self._name if self._name == other._name else None
        if sort is not False and not self.equals(other):
            try:
                return index[argsort(index._col)]
            except TypeError:
                pass
        return index

    def union(self, other, sort=None):
        def both(a, b):
            known = concat([a._col, b._col.mask(a._indexer(b) < 0)])
            return known

        return self._joined(other, both, sort)

    def intersection(self, other, sort=False):
        return self._joined(other, lambda a, b: a.unique()._col.mask(b._indexer(a.unique()) >= 0), sort)

    def difference(self, other, sort=None):
        return self._joined(other, lambda a, b: a.unique()._col.mask(b._indexer(a.unique()) < 0), sort)

    def symmetric_difference(self, other, sort=None):
        other = other if isinstance(other, _index.Index) else _index.Index(other)
        return self.difference(other, sort=False).union(other.difference(self, sort=False))
