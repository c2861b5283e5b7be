"""`rolling`, `expanding` and `ewm`: something of the rows before each row."""

import math

import numpy as np

from pandas import _reduce
from pandas._column import Col
from pandas._missing import Refusing, nan, nothing_else, unsupported


class Rolling(Refusing):
    """Windows of so many rows, or of so much time; of all rows so far where there is no size."""

    def __init__(self, table, window, min_periods, center, closed, on):
        self._table, self._window, self._center, self._closed, self._on = table, window, center, closed, on
        self._times = None
        if window is not None and not isinstance(window, (int, np.integer)):
            from pandas._freq import step_of

            self._times = (table[on]._col if on is not None else table.index._col)
            if self._times.kind != "M":
                raise ValueError("window must be an integer 0 or greater")
            self._window = step_of(window)
            self._least = 1 if min_periods is None else min_periods
        else:
            if window is not None and window < 0:
                raise ValueError("window must be an integer 0 or greater")
            self._least = (window if window is not None else 1) if min_periods is None else min_periods
            if window is not None and self._least > window:
                raise ValueError(f"min_periods {self._least} must be <= window {window}")

    def __getitem__(self, key):
        own = object.__new__(Rolling)
        own.__dict__.update(self.__dict__, _table=self._table[key])
        return own

    def _bounds(self, count):
        """Where the window of each row begins and ends."""
        at = np.arange(count)
        if self._times is not None:
            data = self._times.data
            side = "right" if self._closed in (None, "right", "neither") else "left"
            start = np.searchsorted(data, data - self._window, side)
            end = at + 1 if self._closed not in ("left", "neither") else np.searchsorted(data, data, "left")
            return start, end
        if self._window is None:
            return at * 0, at + 1
        end = at + 1 + ((self._window - 1) // 2 if self._center else 0)
        start = end - self._window
        if self._closed == "both":
            start = start - 1
        elif self._closed == "left":
            start, end = start - 1, end - 1
        elif self._closed == "neither":
            end = end - 1
        return np.clip(start, 0, count), np.clip(end, 0, count)

    def _apply(self, function, quick=None, least=None):
        def of(col):
            if col.kind not in "iufbO" or col.kind == "O" and any(isinstance(value, str) for value in col.values()):
                raise TypeError(f"Cannot aggregate non-numeric type: {col.dtype}" if self._table.ndim == 2 else "No numeric types to aggregate")
            data = col.floats()
            start, end = self._bounds(len(data))
            missing = np.isnan(data)
            seen = np.concatenate([[0], np.cumsum(~missing)])
            counts = seen[end] - seen[start]
            lowest = self._least if least is None else least
            if quick is not None:
                result = quick(np.where(missing, 0.0, data), start, end, counts)
                return Col("f", np.where(counts >= max(lowest, 0), result, nan))
            values = []
            for a, b, count in zip(start.tolist(), end.tolist(), counts.tolist()):
                if count < lowest or b <= a and lowest > 0:
                    values.append(nan)
                    continue
                part = data[a:b]
                values.append(float(function(part[~missing[a:b]] if count < b - a else part, a, b)))
            return Col("f", np.array(values, dtype=float))

        table = self._table
        if table.ndim == 2:
            keep = [at for at, name in enumerate(table.columns) if name != self._on]
            cols = [of(table._cols[at]) if at in keep else table._cols[at] for at in range(len(table._cols))]
            return table._make(cols, table.columns, table.index)
        return table._each(of)

    def sum(self, *args, **options):
        nothing_else("sum", args, options)
        return self._apply(None, _sums)

    def mean(self, *args, **options):
        nothing_else("mean", args, options)
        return self._apply(None, lambda data, start, end, counts: _divided(_sums(data, start, end, counts), counts))

    def count(self, *args, **options):
        nothing_else("count", args, options)
        return self._apply(None, lambda data, start, end, counts: np.where(end - start >= self._least, counts.astype(float), nan), 0)

    def min(self, *args, **options):
        nothing_else("min", args, options)
        return self._apply(lambda part, a, b: part.min())

    def max(self, *args, **options):
        nothing_else("max", args, options)
        return self._apply(lambda part, a, b: part.max())

    def median(self, *args, **options):
        nothing_else("median", args, options)
        return self._apply(lambda part, a, b: np.median(part))

    def std(self, ddof=1, *args, **options):
        nothing_else("std", args, options)
        return self._apply(lambda part, a, b: part.std(ddof=ddof) if len(part) > ddof else nan)

    def var(self, ddof=1, *args, **options):
        nothing_else("var", args, options)
        return self._apply(lambda part, a, b: part.var(ddof=ddof) if len(part) > ddof else nan)

    def quantile(self, q, interpolation="linear"):
        return self._apply(lambda part, a, b: _reduce.quantile(Col("f", part), q, interpolation))

    def skew(self):
        return self._apply(lambda part, a, b: _reduce.reduce("skew", Col("f", part)))

    def kurt(self):
        return self._apply(lambda part, a, b: _reduce.reduce("kurt", Col("f", part)))

    def rank(self, method="average", ascending=True, pct=False):
        from pandas._steps import rank

        return self._apply(lambda part, a, b: rank(Col("f", part), method, "keep", ascending, pct).data[-1])

    def apply(self, func, raw=False, args=(), **options):
        from pandas._series import Series

        index = self._table.index
        if raw:
            return self._apply(lambda part, a, b: func(part, *args, **options))
        return self._apply(lambda part, a, b: func(Series._make(Col("f", part), index[a:b] if len(part) == b - a else None), *args, **options))

    def corr(self, other):
        return self._paired(other, "corr")

    def cov(self, other):
        return self._paired(other, "cov")

    def _paired(self, other, name):
        from pandas._series import Series

        if self._table.ndim != 1:
            raise unsupported(f"rolling.{name} of tables")
        own = self._table
        start, end = self._bounds(len(own))
        values = []
        for a, b in zip(start.tolist(), end.tolist()):
            left, right = own.iloc[a:b], other.iloc[a:b]
            both = int((left.notna() & right.notna()).sum())
            values.append(getattr(left, name)(right) if both >= self._least else nan)
        return Series._make(Col("f", np.array(values, dtype=float)), own.index, own.name)

    def agg(self, func, *args, **options):
        from pandas._combine import concat

        if isinstance(func, str):
            return getattr(self, func)(*args, **options)
        if isinstance(func, dict):
            return concat([self[name].agg(one) for name, one in func.items()], axis=1, keys=list(func))
        if isinstance(func, (list, tuple)):
            if self._table.ndim == 2:
                return concat([self[name].agg(func) for name in self._table.columns], axis=1, keys=list(self._table.columns))
            names = [one if isinstance(one, str) else one.__name__ for one in func]
            return concat([self.agg(one) for one in func], axis=1, keys=names)
        from pandas._aggregate import _NUMPY

        return getattr(self, _NUMPY[func])() if func in _NUMPY else self.apply(func)

    aggregate = agg

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        table = self._table
        if table.ndim == 2 and name in table.columns:
            return self[name]
        raise self._refuse(name)


def _sums(data, start, end, counts):
    """The sum of each window: exact where it lies in one run of numbers, and without what others leave behind."""
    totals = np.concatenate([[0.0], np.cumsum(data)])
    whole = np.abs(totals).max() if len(totals) else 0
    if whole < 2 ** 52 and (data % 1 == 0).all():
        return totals[end] - totals[start]
    return np.array([data[a:b].sum() for a, b in zip(start.tolist(), end.tolist())], dtype=float)


def _divided(totals, counts):
    with np.errstate(all="ignore"):
        return totals / counts


class Exponential(Refusing):
    """Means in which older rows count less and less."""

    def __init__(self, table, com, span, halflife, alpha, min_periods, adjust, ignore_na):
        if sum(one is not None for one in (com, span, halflife, alpha)) != 1:
            raise ValueError("comass, span, halflife, and alpha are mutually exclusive" if com or span or halflife or alpha else
                             "Must pass one of comass, span, halflife, or alpha")
        if ignore_na:
            raise unsupported("ewm with ignore_na")
        self._table, self._least, self._adjust = table, min_periods, adjust
        self._alpha = alpha if alpha is not None else 1 / (1 + com) if com is not None else 2 / (span + 1) if span is not None else (
            1 - math.exp(math.log(0.5) / halflife))

    def mean(self, *args, **options):
        nothing_else("mean", args, options)
        keep = 1 - self._alpha

        def of(col):
            values, total, weight, count = [], nan, 0.0, 0
            for value in col.floats().tolist():
                if value == value:
                    count += 1
                    if total != total:
                        total, weight = value, 1.0
                    else:
                        old = weight * keep
                        new = 1.0 if self._adjust else self._alpha
                        total = (total * old + value * new) / (old + new)
                        weight = old + new if self._adjust else 1.0
                elif total == total:
                    weight *= keep
                values.append(total if count >= max(self._least, 1) else nan)
            return Col("f", np.array(values, dtype=float))

        return self._table._each(of)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        raise self._refuse(name)
