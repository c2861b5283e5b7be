"""`groupby`: rows in groups by keys."""

import numpy as np

from pandas import _reduce, _steps
from pandas._aggregate import _NUMPY, names_of, one_series
from pandas._column import Col, argsort, column, concat, factorize, full, infer, objects
from pandas._frame import DataFrame
from pandas._index import Index, RangeIndex, make_index
from pandas._missing import Refusing, is_missing, nan, unsupported
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
        if len(keys) == 1:
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
                keys.append(bins_of(source._col, one.freq, one.closed, one.label)[0])
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


class _Groups(dict):
    """The labels of each group, which print as lists."""

    def __repr__(self):
        return "{" + ", ".join(f"{key!r}: {labels.tolist()}" for key, labels in self.items()) + "}"


class GroupBy(Refusing):
    """Groups of rows, of which something is computed."""

    def __init__(self, table, by, level, as_index, sort, group_keys, observed, dropna, groups=None, chosen=None):
        if by is None and level is None and groups is None:
            raise TypeError("You have to supply one of 'by' and 'level'")
        self._table, self._as_index, self._group_keys, self._chosen = table, as_index, group_keys, chosen
        self._groups = groups or Groups(table, by, level, sort, observed, dropna)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        table = self.__dict__.get("_table")
        if table is not None and table.ndim == 2 and name in table.columns:
            return self[name]
        from pandas._absent import GROUPS

        if name in GROUPS:
            raise self._refuse(name)
        raise AttributeError(f"'{type(self).__name__}' object has no attribute {name!r}")

    ngroups = property(lambda self: self._groups.count)
    ndim = property(lambda self: self._table.ndim)

    def __len__(self):
        return self._groups.count

    def __iter__(self):
        groups = self._groups
        table = self._whole()
        for at, places in enumerate(groups.places()):
            label = groups.index[at]
            if len(places):
                yield (label,) if not groups.single and not groups.index._is_multi else label, table._taken(places)

    @property
    def groups(self):
        own = self._groups
        return _Groups((own.index[at], self._table.index.take(places)) for at, places in enumerate(own.places()))

    @property
    def indices(self):
        own = self._groups
        return {own.index[at]: places for at, places in enumerate(own.places())}

    def get_group(self, name):
        own = self._groups
        if isinstance(name, tuple) and not own.index._is_multi and len(name) == 1:
            name, = name
        try:
            at = own.index._find(name)[0]
        except KeyError:
            raise KeyError(name) from None
        return self._whole()._taken(own.places()[at])

    def ngroup(self, ascending=True):
        codes = self._groups.codes
        return Series._make(Col("i", codes if ascending else self._groups.count - 1 - codes), self._table.index)

    def cumcount(self, ascending=True):
        result = np.zeros(len(self._table), dtype=np.int64)
        for places in self._groups.places():
            result[places] = np.arange(len(places)) if ascending else np.arange(len(places))[::-1]
        return Series._make(Col("i", result), self._table.index)

    def head(self, n=5):
        chosen = [places[:n] for places in self._groups.places()]
        return self._whole()._taken(np.sort(np.concatenate(chosen)) if chosen else [])

    def tail(self, n=5):
        chosen = [places[-n:] if n else places[:0] for places in self._groups.places()]
        return self._whole()._taken(np.sort(np.concatenate(chosen)) if chosen else [])

    def nth(self, n):
        wanted = n if isinstance(n, list) else [n]
        chosen = [places[one] for places in self._groups.places() for one in wanted if -len(places) <= one < len(places)]
        return self._whole()._taken(np.sort(np.array(chosen, dtype=np.int64)))

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None):
        random = np.random.RandomState(random_state) if isinstance(random_state, int) else random_state
        parts = [self._whole()._taken(places).sample(n, frac, replace, random_state=random) for places in self._groups.places()]
        from pandas._combine import concat as join

        return join(parts)

    def pipe(self, func, *args, **options):
        return func(self, *args, **options)

    def _whole(self):
        return self._table

    def _stepped(self, function):
        """A column of the same length, made group by group."""
        def of(col):
            parts, order = [], []
            for places in self._groups.places():
                if len(places):
                    parts.append(function(col.like(col.data[places])))
                    order.append(places)
            if not parts:
                return col
            whole = concat(parts)
            back = np.full(len(col), -1)
            back[np.concatenate(order)] = np.arange(len(whole))
            return whole.take(back)

        return self._mapped(of)

    def cumsum(self, *args, **options):
        return self._stepped(lambda col: _steps.cumulative("sum", col))

    def cumprod(self, *args, **options):
        return self._stepped(lambda col: _steps.cumulative("prod", col))

    def cummax(self, **options):
        return self._stepped(lambda col: _steps.cumulative("max", col))

    def cummin(self, **options):
        return self._stepped(lambda col: _steps.cumulative("min", col))

    def shift(self, periods=1, fill_value=None, **options):
        return self._stepped(lambda col: _steps.shift(col, periods, fill_value))

    def diff(self, periods=1):
        return self._stepped(lambda col: _steps.diff(col, periods))

    def pct_change(self, periods=1, **options):
        return self._stepped(lambda col: (Series._make(col).pct_change(periods))._col)

    def rank(self, method="average", ascending=True, na_option="keep", pct=False):
        return self._stepped(lambda col: _steps.rank(col, method, na_option, ascending, pct))

    def ffill(self, limit=None):
        return self._stepped(lambda col: _steps.fill(col, 1, limit))

    def bfill(self, limit=None):
        return self._stepped(lambda col: _steps.fill(col, -1, limit))

    def fillna(self, value):
        return self._stepped(lambda col: Series._make(col).fillna(value)._col)

    def rolling(self, window, min_periods=None, center=False, **options):
        return _Windows(self, window, min_periods, center)

    def expanding(self, min_periods=1):
        return _Windows(self, None, min_periods, False)

    def resample(self, rule, **options):
        raise unsupported("groupby(…).resample", "use pd.Grouper(freq=…) among the keys")

    def quantile(self, q=0.5, interpolation="linear", numeric_only=False):
        if hasattr(q, "__iter__"):
            return self.apply(lambda part: part.quantile(list(q)))
        return self._reduced("quantile", lambda col: _reduce.quantile(col, q, interpolation), numeric_only)

    def first(self, numeric_only=False, **options):
        return self._reduced("first", None, numeric_only)

    def last(self, numeric_only=False, **options):
        return self._reduced("last", None, numeric_only)

    def count(self):
        return self._reduced("count", None, False)

    def nunique(self, dropna=True):
        return self._reduced("nunique", None, False)

    def transform(self, func, *args, **options):
        groups = self._groups
        if isinstance(func, str) and func in ("cumsum", "cumprod", "cummax", "cummin", "rank", "shift", "diff", "ffill", "bfill",
                                              "pct_change", "cumcount", "ngroup"):
            return getattr(self, func)(*args, **options)
        named = func if isinstance(func, str) else _NUMPY.get(func) if func.__hash__ else None
        if named == "size":
            sizes = Col("i", self._groups.sizes()).take(groups.codes)
            return Series._make(sizes, self._table.index)
        if named:
            def of(col):
                result = groups.reduce(named, col, **options) if named in _reduce.NAMES else infer(
                    [one_series(Series._make(col.like(col.data[places])), named) for places in groups.places()])
                return result.take(groups.codes)

            return self._mapped(of)

        def each(col, name=None):
            parts, order = [], []
            for at, places in enumerate(groups.places()):
                if not len(places):
                    continue
                part = Series._make(col.like(col.data[places]), self._table.index.take(places), name)
                result = func(part, *args, **options)
                parts.append(result._col if isinstance(result, Series) else column(result) if isinstance(
                    result, (list, np.ndarray)) and len(result) == len(places) else full(result, len(places)))
                order.append(places)
            whole = concat(parts)
            back = np.full(len(col), -1)
            back[np.concatenate(order)] = np.arange(len(whole))
            return whole.take(back)

        return self._mapped(each)

    def filter(self, func, dropna=True, *args, **options):
        keep = np.zeros(len(self._table), dtype=bool)
        table = self._whole()
        for places in self._groups.places():
            if len(places) and bool(func(table._taken(places), *args, **options)):
                keep[places] = True
        return table._masked(keep)

    def apply(self, func, *args, include_groups=False, **options):
        if isinstance(func, str):
            return getattr(self, func)(*args, **options)
        results, labels = [], []
        table = self._whole(True) if self._table.ndim == 2 else self._whole()
        groups = self._groups
        for at, places in enumerate(groups.places()):
            if not len(places):
                continue
            part = table._taken(places)
            if part.ndim == 1:
                part.name = self._table.name
            labels.append(at)
            results.append(func(part, *args, **options))
        index = groups.index.take(np.array(labels, dtype=np.int64))
        return self._combined(results, index, table)

    def _combined(self, results, index, table):
        from pandas._combine import concat as join

        kept = [(one, at) for at, one in enumerate(results) if one is not None]
        if not kept:
            return self._table.iloc[:0]
        if len(kept) < len(results):
            index = index.take(np.array([at for _, at in kept]))
            results = [one for one, _ in kept]
        first = results[0]
        if isinstance(first, DataFrame) or isinstance(first, Series) and self._table.ndim == 1:
            same = all(one.index.equals(self._table.index.take(places)) for one, places in zip(results, self._full_places()))
            if same or not self._group_keys:
                joined = join(results)
                if same and not self._group_keys:
                    back = np.argsort(np.concatenate(self._full_places()), kind="stable")
                    return joined._taken(back)
                if not self._group_keys:
                    return joined
            joined = join(results)
            cols = []
            counts = [len(one) for one in results]
            repeated = index.take(np.repeat(np.arange(len(results)), counts))
            outer = repeated._cols if repeated._is_multi else [repeated._col]
            inner = joined.index
            cols = list(outer) + (list(inner._cols) if inner._is_multi else [inner._col])
            own = MultiIndex._of(cols, list(index.names) + list(inner.names))
            if not self._as_index:
                return joined._with_index(MultiIndex._of([infer(np.repeat(np.arange(len(results)), counts).tolist()), inner._col], [None, inner.name]))
            return joined._with_index(own)
        if isinstance(first, Series):
            frame = DataFrame(results)
            frame.index = index
            if first.index.name is not None:
                frame.columns = frame.columns.rename(first.index.name)
            elif all(one.index.equals(first.index) for one in results):
                frame.columns = first.index
            return self._finish(frame)
        series = Series._make(infer(results), index, self._table.name if self._table.ndim == 1 else None)
        return self._finish(series)

    def _full_places(self):
        return [places for places in self._groups.places() if len(places)]

    def _finish(self, result):
        """Keys as columns, if they are not to be labels."""
        if self._as_index:
            return result
        if isinstance(result, Series):
            return result.reset_index(name=result.name)
        return result.reset_index()

    def __repr__(self):
        return f"<pandas.api.typing.{type(self).__name__} object>"


class _Windows:
    """Rolling windows in each group."""

    def __init__(self, groups, *options):
        self._groups, self._options = groups, options

    def __getitem__(self, key):
        return _Windows(self._groups[key], *self._options)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        window, least, center = self._options

        def of(*args, **options):
            def one(part):
                own = part.expanding(least) if window is None else part.rolling(window, least, center)
                return getattr(own, name)(*args, **options)

            groups = self._groups
            parts = [one(groups._whole(True)._taken(places) if groups.ndim == 2 else groups._table._taken(places)) for places in groups._full_places()]
            forced = GroupBy.__dict__["_combined"]
            from pandas._combine import concat as join

            own = groups._groups.index
            return join(parts, keys=list(own), names=list(own.names) + list(groups._table.index.names))

        return of


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
        if self._chosen is not None and (without_keys or True):
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
            except TypeError as error:
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


def _reduction(name):
    def method(self, numeric_only=False, *args, **options):
        options = {key: value for key, value in options.items() if key in ("ddof", "min_count") and value not in (None, 0, -1) or key == "ddof"}
        return self._reduced(name, None, numeric_only, **options)

    return method


for _name in ("sum", "prod", "mean", "median", "std", "var", "sem", "min", "max", "any", "all", "skew"):
    setattr(GroupBy, _name, _reduction(_name))
