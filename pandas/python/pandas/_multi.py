"""Labels of several levels."""

import numpy as np

from pandas._column import Col, argsort, column, concat, factorize, infer, objects
from pandas._index import Index, Names, make_index
from pandas._missing import nan, nothing_else, unsupported
from pandas import _sets


class MultiIndex(Index):
    """Labels that are tuples: a column for each level."""

    _is_multi = True

    def __new__(cls, levels=None, codes=None, names=None, name=None, **options):
        return cls._of([column(level).take(code) for level, code in zip(levels, codes)], names or name)

    @classmethod
    def _of(cls, cols, names=None):
        index = object.__new__(cls)
        index._cols, index._list, index._places, index._freq = list(cols), None, None, None
        index._names = list(names) if names is not None else [None] * len(index._cols)
        if len(index._names) != len(index._cols):
            raise ValueError("Length of names must match number of levels in MultiIndex.")
        return index

    @classmethod
    def from_arrays(cls, arrays, sortorder=None, names=None):
        arrays = list(arrays)
        if names is None and any(getattr(array, "name", None) is not None for array in arrays):
            names = [getattr(array, "name", None) for array in arrays]
        cols = [column(array) for array in arrays]
        if len({len(col) for col in cols}) > 1:
            raise ValueError("all arrays must be same length")
        return cls._of(cols, names)

    @classmethod
    def from_tuples(cls, tuples, sortorder=None, names=None):
        tuples = list(tuples)
        if not tuples:
            if names is None:
                raise TypeError("Cannot infer number of levels from empty list")
            return cls._of([infer([]) for _ in names], names)
        width = max(len(one) for one in tuples)
        rows = [tuple(one) + (nan,) * (width - len(one)) for one in tuples]
        return cls._of([infer(list(values)) for values in zip(*rows)], names)

    @classmethod
    def from_product(cls, iterables, sortorder=None, names=None):
        lists = [one if hasattr(one, "_col") else list(one) for one in iterables]
        if names is None and any(getattr(one, "name", None) is not None for one in lists):
            names = [getattr(one, "name", None) for one in lists]
        cols = [column(one) for one in lists]
        counts = [len(col) for col in cols]
        taken = []
        for at, col in enumerate(cols):
            inner = int(np.prod(counts[at + 1:])) if counts[at + 1:] else 1
            outer = int(np.prod(counts[:at])) if counts[:at] else 1
            taken.append(col.take(np.tile(np.repeat(np.arange(len(col)), inner), outer)))
        return cls._of(taken, names)

    @classmethod
    def from_frame(cls, df, sortorder=None, names=None):
        return cls._of(df._cols, names or list(df.columns))

    # -- what an index has

    @property
    def _col(self):
        if self._list is None:
            self._list = Col("O", objects(zip(*(col.values() for col in self._cols))))
        return self._list

    def __len__(self):
        return len(self._cols[0]) if self._cols else 0

    _name = None
    name = property(lambda self: None, lambda self, value: None)
    names = property(lambda self: Names(self._names), lambda self, names: setattr(self, "_names", list(names)))
    nlevels = property(lambda self: len(self._cols))
    levels = property(lambda self: [make_index(factorize(col, True)[1], name) for col, name in zip(self._cols, self._names)])
    codes = property(lambda self: [factorize(col, True)[0] for col in self._cols])
    levshape = property(lambda self: tuple(len(level) for level in self.levels))
    dtypes = property(lambda self: __import__("pandas").Series([col.dtype for col in self._cols], index=self._names))

    def _new(self, col, name=None):
        return MultiIndex.from_tuples(col.values(), names=self._names) if len(col) else self._taken([])

    def _taken(self, places):
        return MultiIndex._of([col.take(places) for col in self._cols], self._names)

    def take(self, places):
        return self._taken(places)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return MultiIndex._of([col.slice(key) for col in self._cols], self._names)
        if isinstance(key, (int, np.integer)) and not isinstance(key, bool):
            if not -len(self) <= key < len(self):
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {len(self)}")
            return tuple(col.item(key) if col.kind in "Mm" else col.slice(slice(key, key + 1 or None)).values()[0] for col in self._cols)
        key = np.asarray(key)
        if key.dtype.kind == "b":
            return MultiIndex._of([col.mask(key) for col in self._cols], self._names)
        return self._taken(np.where(key < 0, key + len(self), key))

    def __iter__(self):
        return iter(self._col.data.tolist())

    def _keys(self):
        return self._col.data.tolist()

    def _key(self, label):
        return tuple(value.item() if isinstance(value, np.generic) else value for value in label) if isinstance(label, tuple) else label

    def _find(self, label):
        """The places of a whole label, or of its first levels."""
        label = label if isinstance(label, tuple) else (label,)
        if len(label) > self.nlevels:
            raise KeyError(f"Key length ({len(label)}) exceeds index depth ({self.nlevels})")
        if len(label) == self.nlevels and all(isinstance(part, (str, int, float, tuple, np.generic)) for part in label):
            first, more = self._lookup()
            key = self._key(label)
            if key in first:
                return more.get(key) or [first[key]]
        places = None
        for level, part in enumerate(label):
            found = set(make_index(self._cols[level])._find(part))
            places = found if places is None else places & found
        if not places:
            raise KeyError(label if len(label) > 1 else label[0])
        return sorted(places)

    def _locate(self, label):
        """The places of a label whose levels may be lists and slices, and which levels are settled by it."""
        label = label if isinstance(label, tuple) else (label,)
        mask, settled = np.ones(len(self), dtype=bool), []
        for level, part in enumerate(label):
            if isinstance(part, slice) and part == slice(None):
                continue
            own = make_index(self._cols[level])
            here = np.zeros(len(self), dtype=bool)
            if isinstance(part, slice):
                ordered = make_index(factorize(self._cols[level], True)[1])
                wanted = ordered[ordered.slice_indexer(part.start, part.stop)]
                here = own._wanted(wanted)
            elif isinstance(part, (list, np.ndarray, Index)):
                here = own._wanted(Index(part))
            else:
                here[own._find(part)] = True
                settled.append(level)
            mask &= here
        if not mask.any():
            raise KeyError(label if len(label) > 1 else label[0])
        return np.flatnonzero(mask), settled

    def _bound(self, label, right):
        label = label if isinstance(label, tuple) else (label,)
        keys = [key[:len(label)] for key in self._keys()]
        import bisect

        if not _sets.is_rising(Col("O", objects(keys))):
            raise UnsortedIndexError(f"Key length ({len(label)}) was greater than MultiIndex lexsort depth (0)")
        return (bisect.bisect_right if right else bisect.bisect_left)(keys, label)

    def get_level_values(self, level):
        at = self._level(level)
        return make_index(self._cols[at], self._names[at])

    def _level(self, level):
        if level in self._names and level is not None:
            return self._names.index(level)
        if isinstance(level, (int, np.integer)):
            if not -self.nlevels <= level < self.nlevels:
                raise IndexError(f"Too many levels: Index has only {self.nlevels} levels, not {level + 1}")
            return level % self.nlevels
        raise KeyError(f"Level {level} not found")

    def droplevel(self, level=0):
        gone = {self._level(one) for one in (level if isinstance(level, (list, tuple)) else [level])}
        keep = [at for at in range(self.nlevels) if at not in gone]
        if not keep:
            raise ValueError("Cannot remove all levels: at least one level must be left")
        if len(keep) == 1:
            return make_index(self._cols[keep[0]], self._names[keep[0]])
        return MultiIndex._of([self._cols[at] for at in keep], [self._names[at] for at in keep])

    def swaplevel(self, i=-2, j=-1):
        order = list(range(self.nlevels))
        i, j = self._level(i), self._level(j)
        order[i], order[j] = order[j], order[i]
        return self.reorder_levels(order)

    def reorder_levels(self, order):
        order = [self._level(one) for one in order]
        return MultiIndex._of([self._cols[at] for at in order], [self._names[at] for at in order])

    def rename(self, names=None, level=None, inplace=False, **options):
        nothing_else("rename", (), options)
        own = list(self._names)
        if level is not None:
            for one, name in zip(level if isinstance(level, list) else [level], names if isinstance(names, list) else [names]):
                own[self._level(one)] = name
        else:
            own = list(names) if isinstance(names, (list, tuple)) else [names] * self.nlevels
        if inplace:
            self._names = own
            return None
        return MultiIndex._of(self._cols, own)

    set_names = rename

    def to_flat_index(self):
        index = object.__new__(Index)
        index._start(self._col, None)
        return index

    def to_frame(self, index=True, name=None):
        from pandas._frame import DataFrame
        from pandas._index import RangeIndex

        names = name or [level if title is None else title for level, title in enumerate(self._names)]
        return DataFrame._make(self._cols, Index(names), self if index else RangeIndex(len(self)))

    def unique(self, level=None):
        if level is not None:
            return self.get_level_values(level).unique()
        return self[~_sets.duplicated(self._cols)]

    def append(self, other):
        others = other if isinstance(other, (list, tuple)) else [other]
        if all(isinstance(one, MultiIndex) and one.nlevels == self.nlevels for one in others):
            names = self._names if all(one._names == self._names for one in others) else [None] * self.nlevels
            return MultiIndex._of([concat([cols[0], *cols[1:]]) for cols in zip(self._cols, *(one._cols for one in others))], names)
        return make_index(concat([self._col, *(one._col for one in others)]))

    def isna(self):
        return np.zeros(len(self), dtype=bool)

    def order(self, ascending=True):
        """The places in the order of the labels."""
        order = np.arange(len(self))
        rising = ascending if isinstance(ascending, (list, tuple)) else [ascending] * self.nlevels
        for col, up in reversed(list(zip(self._cols, rising))):
            order = order[argsort(col.take(order), up)]
        return order

    def sort_values(self, *, return_indexer=False, ascending=True, na_position="last", key=None):
        order = self.order(ascending)
        return (self.take(order), order) if return_indexer else self.take(order)

    def _joined(self, other, keep, sort):
        index = MultiIndex.from_tuples(keep(self, other).values(), names=self._names if self._names == other.names else None)
        return index.take(index.order()) if sort is not False else index

    def set_levels(self, *args, **options):
        raise unsupported("MultiIndex.set_levels", "use from_arrays")

    def remove_unused_levels(self):
        return self


class UnsortedIndexError(KeyError):
    """Labels that are in no order have no slices."""


def _wanted(self, labels):
    mask = np.zeros(len(self), dtype=bool)
    for label in labels:
        mask[self._find(label)] = True
    return mask


Index._wanted = _wanted
