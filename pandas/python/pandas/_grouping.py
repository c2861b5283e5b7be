"""What is done with groups, of columns and of tables."""

import numpy as np

from pandas import _reduce, _steps
from pandas._aggregate import _NUMPY, one_series
from pandas._column import Col, column, concat, full, infer
from pandas._frame import DataFrame
from pandas._missing import Refusing, nothing_else, unsupported
from pandas._multi import MultiIndex
from pandas._series import Series
from pandas._groups import Groups


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
        nothing_else("cumsum", args, options)
        return self._stepped(lambda col: _steps.cumulative("sum", col))

    def cumprod(self, *args, **options):
        nothing_else("cumprod", args, options)
        return self._stepped(lambda col: _steps.cumulative("prod", col))

    def cummax(self, **options):
        nothing_else("cummax", (), options)
        return self._stepped(lambda col: _steps.cumulative("max", col))

    def cummin(self, **options):
        nothing_else("cummin", (), options)
        return self._stepped(lambda col: _steps.cumulative("min", col))

    def shift(self, periods=1, fill_value=None, **options):
        nothing_else("shift", (), options)
        return self._stepped(lambda col: _steps.shift(col, periods, fill_value))

    def diff(self, periods=1):
        return self._stepped(lambda col: _steps.diff(col, periods))

    def pct_change(self, periods=1, **options):
        nothing_else("pct_change", (), options)
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
        nothing_else("rolling", (), options)
        return _Windows(self, window, min_periods, center)

    def expanding(self, min_periods=1):
        return _Windows(self, None, min_periods, False)

    def resample(self, rule, **options):
        nothing_else("resample", (), options)
        raise unsupported("groupby(…).resample", "use pd.Grouper(freq=…) among the keys")

    def quantile(self, q=0.5, interpolation="linear", numeric_only=False):
        if hasattr(q, "__iter__"):
            return self.apply(lambda part: part.quantile(list(q)))
        return self._reduced("quantile", lambda col: _reduce.quantile(col, q, interpolation), numeric_only)

    def first(self, numeric_only=False, **options):
        nothing_else("first", (), options)
        return self._reduced("first", None, numeric_only)

    def last(self, numeric_only=False, **options):
        nothing_else("last", (), options)
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
            GroupBy.__dict__["_combined"]
            from pandas._combine import concat as join

            own = groups._groups.index
            return join(parts, keys=list(own), names=list(own.names) + list(groups._table.index.names))

        return of


def _reduction(name):
    def method(self, numeric_only=False, *args, **options):
        options = {key: value for key, value in options.items() if key in ("ddof", "min_count") and value not in (None, 0, -1) or key == "ddof"}
        return self._reduced(name, None, numeric_only, **options)

    return method


for _name in ("sum", "prod", "mean", "median", "std", "var", "sem", "min", "max", "any", "all", "skew"):
    setattr(GroupBy, _name, _reduction(_name))
