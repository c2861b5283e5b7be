"""What a `Series` can do with functions, order and labels."""

import numpy as np

from pandas import _series
from pandas._column import Col, argsort, full, infer, objects
from pandas._index import Index, RangeIndex, _places_of, make_index
from pandas._missing import is_missing, nan, nothing_else, unsupported
from pandas._vector import Vector


class SeriesMore:
    """What a `Series` can do with functions, order and labels."""

    # -- functions of the values

    def map(self, func=None, na_action=None, **options):
        if hasattr(func, "items"):
            missing = getattr(type(func), "__missing__", None)
            known = func if missing else dict(func.items())
            find = (lambda value: known[value]) if missing else (lambda value: known.get(value, nan))
        else:
            find = func if not options else (lambda value: func(value, **options))
        if self._col.kind == "C":
            values = [find(value) for value in self._col.cats.values()]
            if len(set(values)) == len(values):
                return _series.Series._make(Col("C", self._col.data, infer(values), self._col.ordered), self.index, self.name)
            return _series.Series._make(infer(values).take(self._col.data), self.index, self.name)
        values = [value if na_action == "ignore" and is_missing(value) else find(value) for value in self._col.values()]
        col = infer(values) if values else self._col
        if self._col.kind == "s" and col.kind in "Of" and all(isinstance(value, float) for value in values) and col.isna().all():
            col = Col("s", objects([nan] * len(col)))
        return _series.Series._make(col, self.index, self.name)

    def apply(self, func, args=(), *, by_row="compat", **options):
        if isinstance(func, str) or isinstance(func, (list, dict)):
            return self.agg(func, **options)
        if isinstance(func, np.ufunc):
            return func(self)
        values = [func(value, *args, **options) for value in self._col.values()]
        if values and isinstance(values[0], _series.Series):
            from pandas._frame import DataFrame

            return DataFrame(values, index=self.index)
        return _series.Series._make(infer(values) if values else self._col, self.index, self.name)

    def agg(self, func=None, axis=0, *args, **options):
        from pandas._aggregate import aggregate_series

        return aggregate_series(self, func, args, options)

    aggregate = agg

    def transform(self, func, axis=0, *args, **options):
        if isinstance(func, str):
            return getattr(self, func)(*args, **options)
        if isinstance(func, list):
            from pandas._combine import concat as join

            return join([self.transform(one).rename(one if isinstance(one, str) else one.__name__) for one in func], axis=1)
        try:
            return self.apply(func, args, **options)
        except Exception:
            return func(self, *args, **options)

    def combine(self, other, func, fill_value=None):
        left, right, index = self._aligned(other) if isinstance(other, _series.Series) else (self._col, full(other, len(self)), self.index)
        return _series.Series._make(infer([func(a, b) for a, b in zip(left.values(), right.values())]), index)

    def groupby(self, by=None, level=None, as_index=True, sort=True, group_keys=True, observed=True, dropna=True):
        from pandas._groupby import SeriesGroupBy

        return SeriesGroupBy(self, by, level, as_index, sort, group_keys, observed, dropna)

    # -- order

    def sort_values(self, *, axis=0, ascending=True, inplace=False, kind="quicksort", na_position="last", ignore_index=False, key=None):
        col = self._col if key is None else key(self)._col
        result = self._taken(argsort(col, ascending[0] if isinstance(ascending, list) else ascending, na_position == "last"))
        return self._inplace(result.reset_index(drop=True) if ignore_index else result, inplace)

    def argsort(self, axis=0, kind="quicksort", order=None, stable=None):
        return self._each(lambda col: Col("i", argsort(col)))

    def nlargest(self, n=5, keep="first"):
        return self._most(n, keep, False)

    def nsmallest(self, n=5, keep="first"):
        return self._most(n, keep, True)

    def _most(self, n, keep, ascending):
        if self._col.kind in "sOC":
            raise TypeError(f"Cannot use method '{'nsmallest' if ascending else 'nlargest'}' with dtype {self.dtype}")
        own = self.dropna()
        order = argsort(own._col, ascending)
        if keep == "last":
            back = own._taken(np.arange(len(own))[::-1])
            return back._taken(argsort(back._col, ascending)[:n])
        if keep == "all" and n < len(own):
            limit = own._col.data[order[n - 1]]
            return own._taken([at for at in order.tolist() if (own._col.data[at] <= limit if ascending else own._col.data[at] >= limit)])
        return own._taken(order[:n])

    # -- labels

    def rename(self, index=None, *, axis=None, copy=None, inplace=False, level=None, errors="ignore"):
        if callable(index) or isinstance(index, dict) or isinstance(index, _series.Series):
            known = index if callable(index) else dict(index.items())
            change = known if callable(known) else (lambda label: known.get(label, label))
            own = self.index
            renamed = make_index(infer([change(label) for label in own]) if len(own) else own._col, own.name)
            return self._inplace(_series.Series._make(self._col, renamed, self.name), inplace)
        return self._inplace(_series.Series._make(self._col, self.index, index), inplace)

    def reset_index(self, level=None, *, drop=False, name=..., inplace=False, allow_duplicates=False):
        if drop:
            index = RangeIndex(len(self))
            if level is not None and self.index._is_multi:
                index = self.index.droplevel(level)
            return self._inplace(_series.Series._make(self._col, index, self.name), inplace)
        if inplace:
            raise TypeError("Cannot reset_index inplace on a Series to create a DataFrame")
        title = (0 if self.name is None else self.name) if name is ... else name
        frame = self.to_frame(title)
        return frame.reset_index(level)

    def reindex(self, index=None, *, axis=None, method=None, copy=None, level=None, fill_value=None, limit=None, tolerance=None):
        from pandas._reindex import indexer, named_index

        index = index if isinstance(index, Index) else named_index(index, self.index)
        places = indexer(self.index, index, method, limit)
        col = self._col.take(places)
        if fill_value is not None and (places < 0).any():
            own = self._col.like(self._col.data[np.where(places < 0, 0, places)]) if len(self._col) else full(fill_value, len(places))
            col = own.put(places < 0, fill_value)
        return _series.Series._make(col, index, self.name)

    def reindex_like(self, other):
        return self.reindex(other.index)

    def align(self, other, join="outer", **options):
        nothing_else("align", (), options)
        if join != "outer":
            raise unsupported("align with another join than 'outer'")
        left, right, index = self._aligned(other)
        return _series.Series._make(left, index, self.name), _series.Series._make(right, index, other.name)

    def drop(self, labels=None, *, axis=0, index=None, columns=None, level=None, inplace=False, errors="raise"):
        keep = np.ones(len(self), dtype=bool)
        keep[_places_of(self.index, labels if index is None else index, errors)] = False
        return self._inplace(self._masked(keep), inplace)

    def filter(self, items=None, like=None, regex=None, axis=None):
        from pandas._reindex import filtered

        return self._masked(filtered(self.index, items, like, regex))

    def astype(self, dtype, copy=None, errors="raise"):
        from pandas._convert import astype

        return self._each(lambda col: astype(col, dtype[self.name] if isinstance(dtype, dict) else dtype))

    def fillna(self, value=None, *, axis=None, inplace=False, limit=None):
        if value is None:
            raise ValueError("Must specify a fill 'value'.")
        col = self._col
        gone = col.isna()
        if limit is not None:
            gone &= np.cumsum(gone) <= limit
        if isinstance(value, (dict, _series.Series)):
            other = (value if isinstance(value, _series.Series) else _series.Series(value)).reindex(self.index)._col
            gone &= ~other.isna()
            value = other.mask(gone)
        if gone.any():
            if col.kind == "O" and not isinstance(value, Col):
                values = [value if lost else own for own, lost in zip(col.data.tolist(), gone.tolist())]
                col = Col("O", objects(values))
            else:
                col = col.put(gone, value)
        return self._inplace(_series.Series._make(col, self.index, self.name), inplace)

    def dropna(self, *, axis=0, inplace=False, how=None, ignore_index=False):
        result = self._masked(~self._col.isna())
        return self._inplace(result.reset_index(drop=True) if ignore_index else result, inplace)

    def update(self, other):
        other = (other if isinstance(other, _series.Series) else _series.Series(other)).reindex(self.index)._col
        there = ~other.isna()
        if there.any():
            own = self._col
            col = own.put(there, other.mask(there))
            # What was only made a float to be missing somewhere is a whole number again.
            if own.kind in "iu" and col.kind == "f" and not (col.data % 1).any():
                col = Col(own.kind, col.data.astype(own.data.dtype))
            self._col = col

    def repeat(self, repeats, axis=None):
        return self._taken(np.repeat(np.arange(len(self)), repeats))

    def explode(self, ignore_index=False):
        from pandas._reshape import explode_series

        result = explode_series(self)
        return result.reset_index(drop=True) if ignore_index else result

    def unstack(self, level=-1, fill_value=None, sort=True):
        from pandas._reshape import unstack

        return unstack(self, level, fill_value)

    def case_when(self, caselist):
        result = self
        for condition, value in reversed(caselist):
            condition = condition(self) if callable(condition) else condition
            result = result.mask(condition, value(self) if callable(value) else value)
        return result

    def compare(self, other, **options):
        raise unsupported("Series.compare")

    def searchsorted(self, value, side="left", sorter=None):
        return Vector.searchsorted(self, value, side)

    def hist(self, **options):
        return self.plot.hist(**options)
