"""Keys of groups: which row is in which group."""

import numpy as np

from pandas import _reduce
from pandas._column import Col, column, factorize, infer, objects
from pandas._freq import to_offset
from pandas._index import Index, make_index
from pandas._missing import nan, unsupported
from pandas._multi import MultiIndex
from pandas._series import Series


class Grouper:
    """`pd.Grouper`: a key with a step of time."""

    def __init__(self, key=None, level=None, freq=None, axis=None, sort=False, closed=None, label=None, **options):
        if options:
            raise unsupported(f"Grouper with {next(iter(options))}")
        self.key, self.level, self.freq, self.closed, self.label = key, level, freq, closed, label


class NamedAgg(tuple):
    """`pd.NamedAgg(column, aggfunc)`."""

    def __new__(cls, column, aggfunc):
        return tuple.__new__(cls, (column, aggfunc))

    column = property(lambda self: self[0])
    aggfunc = property(lambda self: self[1])


class Groups:
    """Which row is in which group: a number for each row, -1 for those in none."""

    def __init__(self, table, by, level, sort, observed, dropna):
        keys, self.names, self.used = [], [], []
        index = table.index
        self.single = not isinstance(by, (list, tuple)) or isinstance(by, tuple) and table.ndim == 2 and by in table.columns
        if level is not None:
            self.single = not isinstance(level, (list, tuple))
            for one in [level] if self.single else level:
                own = index.get_level_values(one)
                keys.append(own._col)
                self.names.append(own.name)
        else:
            for one in [by] if self.single else by:
                self._key(table, one, keys)
        if level is None and not self.single and len(by) == 0:
            raise ValueError("No group keys passed!")
        codes, levels = [], []
        for key in keys:
            if key.kind == "C" and not observed:
                own, different = key.data, key.like(np.arange(len(key.cats)))
            else:
                own, different = factorize(key, sort)
            if not dropna and (own < 0).any():
                different = different.take(list(range(len(different))) + [-1])
                own = np.where(own < 0, len(different) - 1, own)
            codes.append(own)
            levels.append(different)
        self.sort = sort
        if self.single and isinstance(by, Grouper) and by.freq is not None:
            # As in `resample`, steps without rows are groups, too.
            self.count, self.codes = len(self.steps), np.where(keys[0].isna(), -1, np.searchsorted(self.steps.data, keys[0].data))
            levels, self.index = [self.steps], make_index(self.steps, self.names[0])
            self.index._freq = to_offset(by.freq)
        elif len(keys) == 1:
            self.codes, self.count = codes[0], len(levels[0])
            self.index = make_index(levels[0], self.names[0])
            if not self.single:
                self.tuples = True
        else:
            self._several(codes, levels, observed or not any(key.kind == "C" for key in keys))
        self.levels = levels
        self._order = None

    def _key(self, table, one, keys):
        if isinstance(one, Grouper):
            from pandas._resample import bins_of

            source = table[one.key] if one.key is not None else table.index
            if one.freq is not None:
                bins, self.steps = bins_of(source._col, one.freq, one.closed, one.label)
                keys.append(bins)
            else:
                keys.append(source._col)
            self.names.append(source.name)
            if one.key is not None:
                self.used.append(one.key)
        elif isinstance(one, Series):
            same = one.index.equals(table.index)
            keys.append(one._col if same else one.reindex(table.index)._col)
            self.names.append(one.name)
            if table.ndim == 2 and one.name in table.columns and table[one.name]._col is one._col:
                self.used.append(one.name)
        elif isinstance(one, (np.ndarray, Index, list)):
            if len(one) != len(table):
                raise ValueError("Grouper and axis must be same length")
            keys.append(column(one))
            self.names.append(getattr(one, "name", None))
        elif callable(one):
            keys.append(infer([one(label) for label in table.index]))
            self.names.append(None)
        elif isinstance(one, dict):
            keys.append(infer([one.get(label, nan) for label in table.index]))
            self.names.append(None)
        elif table.ndim == 2 and one in table.columns:
            keys.append(table._by_name(one)._col)
            self.names.append(one)
            self.used.append(one)
        elif one in table.index.names and one is not None:
            keys.append(table.index.get_level_values(one)._col)
            self.names.append(one)
        else:
            raise KeyError(one)

    def _several(self, codes, levels, observed):
        gone = np.zeros(len(codes[0]), dtype=bool)
        total = np.zeros(len(codes[0]), dtype=np.int64)
        for own, level in zip(codes, levels):
            gone |= own < 0
            total = total * max(len(level), 1) + own
        total = np.where(gone, -1, total)
        if observed:
            if self.sort:
                used = np.unique(total[total >= 0])
            else:
                used = np.array(list(dict.fromkeys(code for code in total.tolist() if code >= 0)), dtype=np.int64)
        else:
            used = np.arange(int(np.prod([len(level) for level in levels])))
        back = {code: at for at, code in enumerate(used.tolist())}
        self.codes = np.array([back[code] if code >= 0 else -1 for code in total.tolist()] or [], dtype=np.int64)
        self.count = len(used)
        cols, rest = [], used
        for level in reversed(levels):
            cols.append(level.take(rest % max(len(level), 1)))
            rest = rest // max(len(level), 1)
        self.index = MultiIndex._of(cols[::-1], self.names)

    def places(self):
        """The rows of each group."""
        if self._order is None:
            order = np.argsort(self.codes, kind="stable")
            bounds = np.searchsorted(self.codes[order], np.arange(self.count + 1))
            self._order = [order[a:b] for a, b in zip(bounds[:-1].tolist(), bounds[1:].tolist())]
        return self._order

    def sizes(self):
        own = self.codes[self.codes >= 0]
        return np.bincount(own, minlength=self.count).astype(np.int64) if self.count else np.zeros(0, dtype=np.int64)

    def reduce(self, name, col, **options):
        """`name` of each group, as a column."""
        if name == "size":
            return Col("i", self.sizes())
        if col.kind in "iufb" and name in ("sum", "mean", "count") and self.count and not options:
            here = (self.codes >= 0) & ~col.isna()
            codes = self.codes[here]
            counts = np.bincount(codes, minlength=self.count)
            if name == "count":
                return Col("i", counts.astype(np.int64))
            if name == "sum" and col.kind in "iub":
                total = np.zeros(self.count, dtype=np.int64)
                np.add.at(total, codes, col.data[here].astype(np.int64))
                return Col("i", total)
            totals = np.bincount(codes, weights=col.data[here].astype(float), minlength=self.count)
            if name == "sum":
                return Col("f", totals)
            with np.errstate(all="ignore"):
                return Col("f", totals / counts)
        missing = col.isna()
        values = []
        for places in self.places():
            part = col.like(col.data[places])
            if missing.any():
                part = part.mask(~missing[places])
            values.append(_reduce._FUNCTIONS[name](part, **options))
        return _like(col, values, name)


def _like(col, values, name):
    """The results in the kind that the column had, if they fit."""
    if not values:
        return col.slice(slice(0, 0)) if name not in ("count", "nunique") else Col("i", np.zeros(0, dtype=np.int64))
    if col.kind == "C" and name in ("min", "max", "first", "last"):
        from pandas._category import categorical_col

        return categorical_col(infer(values), col.cats, col.ordered)
    result = infer(values)
    if col.kind == "s" and name in ("min", "max", "first", "last", "sum") and result.kind != "s":
        return Col("s", objects(values))
    if col.kind == "f" and result.kind == "i" and name in ("min", "max", "first", "last", "sum", "mean", "median"):
        return Col("f", result.data.astype(float))
    if col.kind == "i" and name in ("min", "max", "first", "last", "sum", "prod") and result.kind == "i":
        return Col("i", result.data.astype(col.data.dtype if name != "sum" and name != "prod" else np.int64))
    if col.kind in "iufb" and name in ("mean", "median", "std", "var", "sem") and result.kind in "iO":
        return Col("f", np.array([float(value) for value in values]))
    return result
