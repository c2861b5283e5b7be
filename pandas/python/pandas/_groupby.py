"""`groupby`: rows in groups by keys."""

import numpy as np

from pandas import _reduce
from pandas._aggregate import _NUMPY, names_of, one_series
from pandas._column import Col, infer, objects
from pandas._frame import DataFrame
from pandas._index import Index
from pandas._multi import MultiIndex
from pandas._series import Series
from pandas._grouping import GroupBy
from pandas._groups import _like


class SeriesGroupBy(GroupBy):
    """Groups of one column."""

    def _mapped(self, function):
        table = self._table
        return Series._make(function(table._col), table.index, table.name)

    def _whole(self, *_):
        return self._table

    def _reduced(self, name, function=None, numeric_only=False, **options):
        groups, col = self._groups, self._table._col
        if function is not None:
            values = [function(col.like(col.data[places])) for places in groups.places()]
            result = infer(values)
        else:
            result = groups.reduce(name, col, **options)
        return self._finish(Series._make(result, groups.index, self._table.name))

    def size(self):
        series = Series._make(Col("i", self._groups.sizes()), self._groups.index, self._table.name)
        return series if self._as_index else series.reset_index(name="size")

    def agg(self, func=None, *args, **options):
        if func is None:
            return self._finish(DataFrame({name: self._one(one[1] if isinstance(one, tuple) else one) for name, one in options.items()},
                                          index=self._groups.index))
        if isinstance(func, (list, tuple)):
            names = names_of(func)
            parts = [self._one(one[1] if isinstance(one, tuple) else one) for one in func]
            return self._finish(DataFrame._make([part._col for part in parts], Index(names), self._groups.index))
        if isinstance(func, dict):
            from pandas.errors import SpecificationError

            raise SpecificationError("nested renamer is not supported")
        return self._finish(self._one(func, args, options))

    aggregate = agg

    def _one(self, func, args=(), options={}):
        """One value for each group, with the groups as labels."""
        groups, table = self._groups, self._table
        named = func if isinstance(func, str) else _NUMPY.get(func)
        if named == "size":
            return Series._make(Col("i", groups.sizes()), groups.index, table.name)
        if named in _reduce.NAMES:
            return Series._make(groups.reduce(named, table._col, **options), groups.index, table.name)
        values = [one_series(table._taken(places), named or func, args, options) for places in groups.places()]
        if any(isinstance(value, Series) for value in values):
            raise ValueError("Must produce aggregated value")
        return Series._make(_like(table._col, values, "other"), groups.index, table.name)

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        parts, keys = [], []
        own = self._groups.index
        for at, places in enumerate(self._groups.places()):
            parts.append(self._table._taken(places).value_counts(normalize, sort, ascending, dropna=dropna))
        from pandas._combine import concat as join

        joined = join(parts, keys=list(own), names=list(own.names) + [self._table.name])
        return joined.rename("proportion" if normalize else "count")

    def unique(self):
        return Series._make(Col("O", objects([self._table._taken(places).unique() for places in self._groups.places()])),
                            self._groups.index, self._table.name)

    def describe(self, percentiles=None, **options):
        parts = [self._table._taken(places).describe(percentiles) for places in self._groups.places()]
        frame = DataFrame._make([infer(list(values)) for values in zip(*(part.tolist() for part in parts))], parts[0].index, self._groups.index)
        return self._finish(frame)

    def idxmax(self, skipna=True):
        return self._finish(self._one(lambda part: part.idxmax()))

    def idxmin(self, skipna=True):
        return self._finish(self._one(lambda part: part.idxmin()))

    def nlargest(self, n=5, keep="first"):
        return self.apply(lambda part: part.nlargest(n, keep))

    def nsmallest(self, n=5, keep="first"):
        return self.apply(lambda part: part.nsmallest(n, keep))

    @property
    def is_monotonic_increasing(self):
        return self._one(lambda part: part.is_monotonic_increasing)

    def plot(self, *args, **options):
        for _, part in self:
            result = part.plot(*args, **options)
        return result


class DataFrameGroupBy(GroupBy):
    """Groups of rows of a table."""

    def __getitem__(self, key):
        if isinstance(key, tuple) and key not in self._table.columns:
            raise ValueError("Cannot subset columns with a tuple with more than one element. Use a list instead.")
        options = (None, None, self._as_index, None, self._group_keys, None, None, self._groups)
        if isinstance(key, list):
            absent = [name for name in key if name not in self._table.columns]
            if absent:
                raise KeyError(f"Columns not found: {', '.join(map(repr, absent))}")
            return DataFrameGroupBy(self._table, *options, chosen=key)
        if key not in self._table.columns:
            raise KeyError(f"Column not found: {key}")
        return SeriesGroupBy(self._table[key], *options)

    def _names(self):
        """The columns that are not keys."""
        if self._chosen is not None:
            return list(self._chosen)
        used = set(self._groups.used)
        return [name for name in self._table.columns if name not in used]

    def _whole(self, without_keys=False):
        if self._chosen is not None:
            return self._table[list(self._chosen)]
        return self._table[self._names()] if without_keys else self._table

    def _part(self, name):
        return SeriesGroupBy(self._table[name], None, None, True, None, self._group_keys, None, None, self._groups)

    def _mapped(self, function):
        names = self._names()
        return DataFrame._make([function(self._table[name]._col) for name in names], Index(names), self._table.index)

    def _reduced(self, name, function=None, numeric_only=False, **options):
        names = self._names()
        if numeric_only:
            names = [one for one in names if self._table[one]._col.kind in "iufbc"]
        cols, groups = [], self._groups
        for one in names:
            col = self._table[one]._col
            try:
                cols.append(infer([function(col.like(col.data[places])) for places in groups.places()]) if function is not None
                            else groups.reduce(name, col, **options))
            except TypeError:
                if col.kind in "s":
                    raise TypeError(f"dtype 'str' does not support operation '{name}'") from None
                raise
        titles = self._table.columns.take(np.array([self._table.columns._find(one)[0] for one in names], dtype=np.int64))
        return self._finish(DataFrame._make(cols, titles, groups.index))

    def size(self):
        series = Series._make(Col("i", self._groups.sizes()), self._groups.index)
        return series if self._as_index else series.reset_index(name="size")

    def agg(self, func=None, *args, **options):
        if func is None:
            parts = {}
            for name, one in options.items():
                if not isinstance(one, tuple) or len(one) != 2:
                    raise TypeError("Must provide 'func' or tuples of '(column, aggfunc).")
                if one[0] not in self._table.columns:
                    raise KeyError(f"Label(s) {[one[0]]} do not exist")
                parts[name] = self._part(one[0])._one(one[1])._col
            return self._finish(DataFrame._make(list(parts.values()), Index(list(parts)), self._groups.index))
        if isinstance(func, dict):
            absent = [name for name in func if name not in self._table.columns]
            if absent:
                raise KeyError(f"Label(s) {absent} do not exist")
            if any(isinstance(one, (list, tuple)) for one in func.values()):
                return self._lists({name: one if isinstance(one, (list, tuple)) else [one] for name, one in func.items()})
            cols = [self._part(name)._one(one)._col for name, one in func.items()]
            return self._finish(DataFrame._make(cols, Index(list(func)), self._groups.index))
        if isinstance(func, (list, tuple)):
            return self._lists({name: func for name in self._names()})
        if isinstance(func, str) and func not in _reduce.NAMES:
            return getattr(self, func)(*args, **options)
        if isinstance(func, str) or _NUMPY.get(func):
            return self._reduced(func if isinstance(func, str) else _NUMPY[func], **options)
        names = self._names()
        cols = [self._part(name)._one(func, args, options)._col for name in names]
        return self._finish(DataFrame._make(cols, Index(names), self._groups.index))

    aggregate = agg

    def _lists(self, wanted):
        cols, labels = [], []
        for name, functions in wanted.items():
            for one in functions:
                title, function = one if isinstance(one, tuple) else (names_of(functions)[functions.index(one)], one)
                cols.append(self._part(name)._one(function)._col)
                labels.append((name, title))
        return self._finish(DataFrame._make(cols, MultiIndex.from_tuples(labels), self._groups.index))

    def describe(self, percentiles=None, **options):
        from pandas._combine import concat as join

        names = [name for name in self._names() if self._table[name]._col.kind in "iufMm"]
        parts = [self._part(name).describe(percentiles) for name in names]
        return join(parts, axis=1, keys=names)

    def value_counts(self, subset=None, normalize=False, sort=True, ascending=False, dropna=True):
        keys = self._groups.names + [name for name in (subset or self._names())]
        counted = self._table.groupby(keys).size()
        if normalize:
            counted = counted / counted.groupby(level=0).transform("sum")
        return counted.rename("proportion" if normalize else "count")

    def idxmax(self, axis=0, skipna=True, numeric_only=False):
        return self._reduced_by(lambda part: part.idxmax(), numeric_only)

    def idxmin(self, axis=0, skipna=True, numeric_only=False):
        return self._reduced_by(lambda part: part.idxmin(), numeric_only)

    def _reduced_by(self, function, numeric_only):
        names = [name for name in self._names() if not numeric_only or self._table[name]._col.kind in "iufb"]
        cols = [self._part(name)._one(function)._col for name in names]
        return self._finish(DataFrame._make(cols, Index(names), self._groups.index))

    def corr(self, method="pearson", numeric_only=False):
        return self.apply(lambda part: part.corr(method, numeric_only=numeric_only))
