"""What a `DataFrame` can do, as far as it is not done with each column by itself."""

import numpy as np

from pandas import _reduce, _sets
from pandas._base import axis_of
from pandas._column import Col, argsort, column, concat, infer
from pandas._index import Index, RangeIndex
from pandas._missing import unsupported
from pandas._series import Series


class More:
    """Reductions, order, labels, and what joins or splits tables."""

    # -- one value of each column

    def _reduced(self, name, axis=0, skipna=True, numeric_only=False, **options):
        if axis is None:
            whole = concat([col for col in self._cols])
            return _reduce.reduce(name, whole, skipna, **options)
        frame = self._numeric() if numeric_only else self
        if axis_of(axis):
            return frame._across(name, skipna, options)
        values = [_reduce.reduce(name, col, skipna, **options) for col in frame._cols]
        if not values:
            return Series(values, index=frame._names, dtype=float if name not in ("any", "all") else bool)
        return Series._make(infer(values), frame._names)

    def _across(self, name, skipna, options):
        cols = self._cols
        numbers = cols and all(col.kind in "iufb" for col in cols)
        if numbers and name in ("sum", "mean", "min", "max", "any", "all", "std", "var", "median", "prod", "count"):
            data = np.column_stack([col.data for col in cols])
            if name in ("any", "all", "count") or data.dtype.kind != "f":
                if name == "count":
                    return Series._make(Col("i", (~np.isnan(data.astype(float))).sum(1)), self.index)
                if name in ("std", "var"):
                    result = getattr(data.astype(float), name)(axis=1, ddof=options.get("ddof", 1))
                elif name == "median":
                    result = np.median(data, axis=1)
                else:
                    result = getattr(data, name)(axis=1)
                return Series._make(column(result), self.index)
            if skipna and np.isnan(data).any():
                rows = [_reduce.reduce(name, Col("f", row), True, **options) for row in data]
                return Series._make(Col("f", np.array(rows, dtype=float)), self.index)
            result = np.median(data, axis=1) if name == "median" else getattr(data, name)(axis=1, **(
                {"ddof": options.get("ddof", 1)} if name in ("std", "var") else {}))
            return Series._make(column(result), self.index)
        values = [_reduce.reduce(name, self._row(at)._col if not numbers else infer(self._row(at).tolist()), skipna, **options)
                  for at in range(len(self.index))]
        return Series._make(infer(values), self.index)

    def count(self, axis=0, numeric_only=False):
        if axis_of(axis):
            here = [~col.isna() for col in self._cols]
            return Series._make(Col("i", np.sum(np.column_stack(here), axis=1)), self.index)
        frame = self._numeric() if numeric_only else self
        return Series([int((~col.isna()).sum()) for col in frame._cols], index=frame._names, dtype=int)

    def nunique(self, axis=0, dropna=True):
        if axis_of(axis):
            return self.T.nunique(0, dropna)
        return Series([_sets.count_different(col, dropna) for col in self._cols], index=self._names)

    def quantile(self, q=0.5, axis=0, numeric_only=False, interpolation="linear", method="single"):
        frame = self._numeric() if numeric_only else self
        if axis_of(axis):
            return frame.T.quantile(q, 0, False, interpolation)
        if hasattr(q, "__iter__"):
            shares = list(q)
            cols = [infer([_reduce.quantile(col, share, interpolation) for share in shares]) for col in frame._cols]
            return self._make(cols, frame._names, Index(shares, dtype=float))
        return Series([_reduce.quantile(col, q, interpolation) for col in frame._cols], index=frame._names, name=q)

    def mode(self, axis=0, numeric_only=False, dropna=True):
        if axis_of(axis):
            return self.T.mode().T
        frame = self._numeric() if numeric_only else self
        cols = [_reduce.modes(col, dropna) for col in frame._cols]
        most = max(map(len, cols), default=0)
        return self._make([col.take(list(range(len(col))) + [-1] * (most - len(col))) for col in cols], frame._names, RangeIndex(most))

    def idxmax(self, axis=0, skipna=True, numeric_only=False):
        return self._extreme(axis, 1, numeric_only)

    def idxmin(self, axis=0, skipna=True, numeric_only=False):
        return self._extreme(axis, -1, numeric_only)

    def _extreme(self, axis, sign, numeric_only):
        frame = self._numeric() if numeric_only else self
        if axis_of(axis):
            return Series(infer([frame._names[_reduce.place(frame._row(at)._col, sign)] for at in range(len(frame))]), index=frame.index)
        return Series(infer([frame.index[_reduce.place(col, sign)] for col in frame._cols]), index=frame._names)

    def describe(self, percentiles=None, include=None, exclude=None):
        from pandas._describe import describe_frame

        return describe_frame(self, percentiles, include, exclude)

    def corr(self, method="pearson", min_periods=1, numeric_only=False):
        from pandas._describe import correlation, pairwise

        return pairwise(self._numeric() if numeric_only else self, lambda a, b: correlation(a, b, method))

    def cov(self, min_periods=None, ddof=1, numeric_only=False):
        from pandas._describe import covariance, pairwise

        return pairwise(self._numeric() if numeric_only else self, lambda a, b: covariance(a, b, ddof))

    def corrwith(self, other, axis=0, drop=False, method="pearson", numeric_only=False):
        frame = self._numeric() if numeric_only else self
        if isinstance(other, Series):
            return Series([one.corr(other, method) for _, one in frame.items()], index=frame._names)
        both = [name for name in frame._names if name in other._names]
        return Series([frame[name].corr(other[name], method) for name in both], index=both)

    def value_counts(self, subset=None, normalize=False, sort=True, ascending=False, dropna=True):
        names = list(self._names) if subset is None else [subset] if isinstance(subset, str) else list(subset)
        counted = self.groupby(names, dropna=dropna, sort=sort).size()
        if sort:
            counted = counted._taken(np.argsort(counted._col.data if ascending else -counted._col.data, kind="stable"))
        if len(names) == 1 and not counted.index._is_multi:
            from pandas._multi import MultiIndex

            counted = counted._with_index(MultiIndex.from_arrays([counted.index], names=names))
        if normalize:
            counted = counted / counted.sum()
        return counted.rename("proportion" if normalize else "count")

    # -- functions of columns and rows

    def apply(self, func, axis=0, raw=False, result_type=None, args=(), **options):
        from pandas._aggregate import apply_frame

        return apply_frame(self, func, axis_of(axis), raw, result_type, args, options)

    def map(self, func, na_action=None, **options):
        return self._each(lambda col: Series._make(col).map((lambda value: func(value, **options)) if options else func, na_action)._col)

    def agg(self, func=None, axis=0, *args, **options):
        from pandas._aggregate import aggregate_frame

        return aggregate_frame(self, func, axis_of(axis), args, options)

    aggregate = agg

    def transform(self, func, axis=0, *args, **options):
        if axis_of(axis):
            return self.T.transform(func, 0, *args, **options).T
        if isinstance(func, dict):
            return self._make([self[name].transform(one)._col for name, one in func.items()], Index(list(func)), self.index)
        if isinstance(func, str) or isinstance(func, list):
            if isinstance(func, list):
                raise unsupported("DataFrame.transform with a list")
            return getattr(self, func)(*args, **options)
        result = self.apply(func, args=args, **options)
        if not isinstance(result, More) or len(result) != len(self):
            raise ValueError("Function did not transform")
        return result

    def groupby(self, by=None, level=None, as_index=True, sort=True, group_keys=True, observed=True, dropna=True):
        from pandas._groupby import DataFrameGroupBy

        return DataFrameGroupBy(self, by, level, as_index, sort, group_keys, observed, dropna)

    def query(self, expr, *, inplace=False, **options):
        from pandas._query import evaluate

        result = evaluate(self, expr, 2, options)
        return self._inplace(self.loc[result], inplace)

    def eval(self, expr, *, inplace=False, **options):
        from pandas._query import evaluate_all

        result = evaluate_all(self, expr, 2, options)
        return self._inplace(result, inplace)

    # -- what is missing, what is twice

    def dropna(self, *, axis=0, how=None, thresh=None, subset=None, inplace=False, ignore_index=False):
        if axis_of(axis):
            frame = self if subset is None else self.loc[subset if isinstance(subset, list) else [subset]]
            gone = np.array([int(col.isna().sum()) for col in frame._cols])
            keep = len(frame) - gone >= thresh if thresh is not None else gone < len(frame) if how == "all" else gone == 0
            places = np.flatnonzero(keep)
            result = self._make([self._cols[at] for at in places.tolist()], self._names.take(places), self.index)
            return self._inplace(result, inplace)
        if how not in (None, "any", "all"):
            raise ValueError(f"invalid how option: {how}")
        if subset is not None:
            names = subset if isinstance(subset, (list, tuple, Index)) else [subset]
            absent = [name for name in names if name not in self._names]
            if absent:
                raise KeyError(absent)
            cols = [self._cols[at] for name in names for at in self._names._find(name)]
        else:
            cols = self._cols
        gone = np.sum(np.column_stack([col.isna() for col in cols]), axis=1) if cols else np.zeros(len(self))
        keep = len(cols) - gone >= thresh if thresh is not None else gone < len(cols) if how == "all" else gone == 0
        result = self._masked(keep)
        return self._inplace(result.reset_index(drop=True) if ignore_index else result, inplace)

    def fillna(self, value=None, *, axis=None, inplace=False, limit=None):
        if value is None:
            raise ValueError("Must specify a fill 'value'.")
        cols = []
        for at, (name, col) in enumerate(zip(self._names, self._cols)):
            own = value
            if isinstance(value, (dict, Series)):
                if name not in value:
                    cols.append(col)
                    continue
                own = value[name]
            elif isinstance(value, More):
                if name not in value._names:
                    cols.append(col)
                    continue
                own = value[name]
            cols.append(Series._make(col, self.index).fillna(own, limit=limit)._col)
        return self._inplace(self._make(cols, self._names, self.index), inplace)

    def _subset(self, subset):
        names = self._names if subset is None else subset if isinstance(subset, (list, tuple, Index, np.ndarray)) and not (
            isinstance(subset, tuple) and subset in self._names) else [subset]
        absent = [name for name in names if name not in self._names]
        if absent:
            raise KeyError(Index(absent))
        return [self._cols[at] for name in names for at in self._names._find(name)]

    def duplicated(self, subset=None, keep="first"):
        return Series._make(Col("b", _sets.duplicated(self._subset(subset), keep)), self.index)

    def drop_duplicates(self, subset=None, *, keep="first", inplace=False, ignore_index=False):
        result = self._masked(~_sets.duplicated(self._subset(subset), keep))
        return self._inplace(result.reset_index(drop=True) if ignore_index else result, inplace)

    def isin(self, values):
        if isinstance(values, dict):
            return self._make([Col("b", _sets.isin(col, values[name]) if name in values else np.zeros(len(col), dtype=bool))
                               for name, col in zip(self._names, self._cols)], self._names, self.index)
        if isinstance(values, More):
            return self == values.reindex(index=self.index, columns=self._names)
        return self._each(lambda col: Col("b", _sets.isin(col, values)))

    # -- order

    def sort_values(self, by, *, axis=0, ascending=True, inplace=False, kind="quicksort", na_position="last", ignore_index=False,
                    key=None):
        if axis_of(axis):
            return self.T.sort_values(by, ascending=ascending).T
        names = by if isinstance(by, list) else [by]
        rising = ascending if isinstance(ascending, (list, tuple)) else [ascending] * len(names)
        if len(rising) != len(names):
            raise ValueError(f"Length of ascending ({len(rising)}) != length of by ({len(names)})")
        order = np.arange(len(self))
        for name, up in reversed(list(zip(names, rising))):
            col = self._by_name(name)._col
            if key is not None:
                col = key(Series._make(col, self.index, name))._col
            order = order[argsort(col.take(order), up, na_position == "last")]
        result = self._taken(order)
        return self._inplace(result.reset_index(drop=True) if ignore_index else result, inplace)

    def _by_name(self, name):
        """A column, or a level of the labels, with this name."""
        if name in self._names:
            found = self[name]
            if isinstance(found, More):
                raise ValueError(f"The column label {name!r} is not unique.")
            return found
        if name is not None and name in self.index.names:
            return self.index.get_level_values(name).to_series(index=self.index)
        raise KeyError(name)

    def nlargest(self, n, columns, keep="first"):
        return self._most(n, columns, keep, False)

    def nsmallest(self, n, columns, keep="first"):
        return self._most(n, columns, keep, True)

    def _most(self, n, columns, keep, ascending):
        names = columns if isinstance(columns, list) else [columns]
        for name in names:
            if self[name]._col.kind in "sOC":
                raise TypeError(f"Column '{name}' has dtype {self[name].dtype}, cannot use method "
                                f"'{'nsmallest' if ascending else 'nlargest'}' with this dtype")
        frame = self if keep != "last" else self._rows(slice(None, None, -1))
        ordered = frame.sort_values(names, ascending=ascending)
        if keep == "all" and n < len(ordered):
            last = ordered[names[0]].iloc[n - 1]
            own = ordered[names[0]]
            return ordered[own <= last if ascending else own >= last]
        return ordered.head(n)


def _reduction(name):
    def method(self, axis=0, skipna=True, numeric_only=False, min_count=0, dtype=None, out=None):
        extra = {"min_count": min_count} if min_count else {}
        return self._reduced(name, axis, skipna, numeric_only, **extra)

    def with_degrees(self, axis=0, skipna=True, ddof=1, numeric_only=False, dtype=None, out=None):
        return self._reduced(name, axis, skipna, numeric_only, ddof=ddof)

    return with_degrees if name in ("std", "var", "sem") else method


for _name in ("sum", "prod", "product", "mean", "median", "std", "var", "sem", "min", "max", "skew", "kurt", "kurtosis"):
    setattr(More, _name, _reduction(_name))
for _name in ("any", "all"):
    setattr(More, _name, (lambda name: lambda self, *, axis=0, bool_only=False, skipna=True: self._reduced(name, axis, skipna))(_name))
