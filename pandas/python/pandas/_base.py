"""What `Series` and `DataFrame` have in common: whatever is done with each column by itself."""

import numpy as np

from pandas import _steps
from pandas._column import Col, column
from pandas._universal import Universal
from pandas._missing import Refusing, is_missing, nan, nothing_else, unsupported


def axis_of(axis):
    if axis in (0, "index", "rows"):
        return 0
    if axis in (1, "columns"):
        return 1
    raise ValueError(f"No axis named {axis} for object type DataFrame")


def _place(name):
    """Access by places, whose module imports this one."""

    @property
    def of(self):
        from pandas import _select

        return getattr(_select, name)(self)

    return of


class Table(Universal, Refusing):
    """Columns with labels of their rows."""

    def __bool__(self):
        raise ValueError(f"The truth value of a {type(self).__name__} is ambiguous. Use a.empty, a.item(), a.any() or "
                         "a.all().")

    def __contains__(self, key):
        return key in self._info_axis()

    def _inplace(self, result, inplace):
        if not inplace:
            return result
        self.__dict__.update(result.__dict__)
        return None

    # -- places

    loc = _place("Loc")
    iloc = _place("ILoc")
    at = _place("At")
    iat = _place("IAt")

    def head(self, n=5):
        return self._rows(slice(None, n))

    def tail(self, n=5):
        return self._rows(slice(-n, None) if n else slice(0, 0))

    def take(self, indices, axis=0):
        places = np.asarray(indices)
        if axis_of(axis):
            return self._make([self._cols[at] for at in places.tolist()], self.columns.take(places), self.index)
        return self._taken(np.where(places < 0, places + len(self), places))

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, axis=None, ignore_index=False):
        count = round(frac * len(self)) if frac is not None else 1 if n is None else n
        if count > len(self) and not replace:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        random = np.random if random_state is None else np.random.RandomState(random_state) if isinstance(
            random_state, (int, np.integer)) else random_state
        shares = None
        if weights is not None:
            shares = np.asarray(self[weights] if isinstance(weights, str) else weights, dtype=float)
            shares = shares / shares.sum()
        result = self._taken(random.choice(len(self), size=count, replace=replace, p=shares))
        return result.reset_index(drop=True) if ignore_index else result

    def truncate(self, before=None, after=None):
        return self.loc[before:after]

    def copy(self, deep=True):
        return self._each(lambda col: col.copy() if deep else col)

    def equals(self, other):
        if type(self) is not type(other) or self.shape != other.shape or not self.index.equals(other.index):
            return False
        if not self._info_axis().equals(other._info_axis()):
            return False
        for a, b in zip(self._columns(), other._columns()):
            if a.kind != b.kind or (a.isna() != b.isna()).any():
                return False
            keep = ~a.isna()
            if a.mask(keep).values() != b.mask(keep).values():
                return False
        return True

    def pipe(self, func, *args, **options):
        if isinstance(func, tuple):
            func, name = func
            return func(*args, **{name: self}, **options)
        return func(self, *args, **options)

    # -- what is missing

    def isna(self):
        return self._each(lambda col: Col("b", col.isna()))

    def notna(self):
        return self._each(lambda col: Col("b", ~col.isna()))

    isnull, notnull = isna, notna

    def ffill(self, *, axis=None, inplace=False, limit=None, limit_area=None):
        return self._inplace(self._each(lambda col: _steps.fill(col, 1, limit)), inplace)

    def bfill(self, *, axis=None, inplace=False, limit=None, limit_area=None):
        return self._inplace(self._each(lambda col: _steps.fill(col, -1, limit)), inplace)

    def interpolate(self, method="linear", *, axis=0, limit=None, inplace=False, limit_direction=None, limit_area=None):
        if method not in ("linear", "index", "values", "time"):
            raise unsupported(f"interpolate with method={method!r}")
        places = None if method == "linear" else self.index._col.floats()
        return self._inplace(self._each(lambda col: _steps.interpolate(col, places, limit, limit_direction or "forward")), inplace)

    # -- steps from row to row

    def cumsum(self, axis=0, skipna=True, *args, **options):
        nothing_else("cumsum", args, options)
        return self._along(axis, lambda col: _steps.cumulative("sum", col, skipna))

    def cumprod(self, axis=0, skipna=True, *args, **options):
        nothing_else("cumprod", args, options)
        return self._along(axis, lambda col: _steps.cumulative("prod", col, skipna))

    def cummax(self, axis=0, skipna=True, *args, **options):
        nothing_else("cummax", args, options)
        return self._along(axis, lambda col: _steps.cumulative("max", col, skipna))

    def cummin(self, axis=0, skipna=True, *args, **options):
        nothing_else("cummin", args, options)
        return self._along(axis, lambda col: _steps.cumulative("min", col, skipna))

    def _along(self, axis, function):
        if axis is not None and axis_of(axis):
            return self.T._each(function).T
        return self._each(function)

    def shift(self, periods=1, freq=None, axis=0, fill_value=None, suffix=None):
        if not isinstance(periods, (int, np.integer)):
            raise unsupported("shift by several steps at once")
        if freq is not None:
            from pandas._freq import to_offset

            return self._with_index(self.index + to_offset(freq) * periods)
        return self._along(axis, lambda col: _steps.shift(col, periods, fill_value))

    def diff(self, periods=1, axis=0):
        return self._along(axis, lambda col: _steps.diff(col, periods))

    def pct_change(self, periods=1, fill_method=None, freq=None, **options):
        nothing_else("pct_change", (), options)
        if freq is not None:
            raise unsupported("pct_change with freq")
        return self / self.shift(periods) - 1

    def rank(self, axis=0, method="average", numeric_only=False, na_option="keep", ascending=True, pct=False):
        return self._along(axis, lambda col: _steps.rank(col, method, na_option, ascending, pct))

    def clip(self, lower=None, upper=None, *, axis=None, inplace=False, **options):
        nothing_else("clip", (), options)
        result = self
        for bound, name in ((lower, "lt"), (upper, "gt")):
            if bound is None or not hasattr(bound, "__len__") and is_missing(bound):
                continue
            if hasattr(bound, "_col") or isinstance(bound, (list, np.ndarray)):
                other = bound if hasattr(bound, "_col") else type(self)(bound, index=self.index)
                if self.ndim == 2:
                    result = result._each_with(other, axis, lambda col, limit: _steps.bounded(col, limit, name))
                else:
                    result = result._each(lambda col: _steps.bounded(col, other.reindex(self.index)._col, name))
            else:
                result = result._each(lambda col: _steps.bounded(col, bound, name))
        return self._inplace(result, inplace)

    def round(self, decimals=0, *args, **options):
        nothing_else("round", args, options)
        if hasattr(decimals, "items"):
            digits = dict(decimals.items())
            return self._make([_steps.rounded(col, digits[name]) if name in digits else col
                               for name, col in zip(self.columns, self._cols)], self.columns, self.index)
        return self._each(lambda col: _steps.rounded(col, decimals))

    def abs(self):
        return self._each(lambda col: col.like(np.abs(col.data)) if col.kind != "O" else column([abs(v) for v in col.values()]))

    __abs__ = abs

    def __neg__(self):
        from pandas._ops import negative

        return self._each(negative)

    def __pos__(self):
        return self._each(lambda col: col)

    def __invert__(self):
        from pandas._ops import inverted

        return self._each(inverted)

    def __round__(self, digits=0):
        return self.round(digits)

    # -- other kinds

    def infer_objects(self, copy=True):
        from pandas._convert import better

        return self._each(better)

    def convert_dtypes(self, *args, **options):
        raise unsupported("convert_dtypes", "its nullable kinds are not here; use infer_objects or astype")

    # -- windows

    def rolling(self, window, min_periods=None, center=False, win_type=None, on=None, closed=None, step=None, method="single"):
        from pandas._window import Rolling

        if win_type is not None or step is not None:
            raise unsupported("rolling with win_type or step")
        return Rolling(self, window, min_periods, center, closed, on)

    def expanding(self, min_periods=1, method="single"):
        from pandas._window import Rolling

        return Rolling(self, None, min_periods, False, None, None)

    def ewm(self, com=None, span=None, halflife=None, alpha=None, min_periods=0, adjust=True, ignore_na=False, **options):
        nothing_else("ewm", (), options)
        from pandas._window import Exponential

        return Exponential(self, com, span, halflife, alpha, min_periods, adjust, ignore_na)

    def resample(self, rule, closed=None, label=None, on=None, level=None, origin="start_day", offset=None, **options):
        nothing_else("resample", (), options)
        from pandas._resample import Resampler

        if level is not None or offset is not None or origin != "start_day":
            raise unsupported("resample with level, offset or origin")
        return Resampler(self, rule, closed, label, on)

    def asfreq(self, freq, method=None, how=None, normalize=False, fill_value=None):
        from pandas._timeindex import date_range

        index = date_range(self.index.min(), self.index.max(), freq=freq, name=self.index.name)
        result = self.reindex(index)
        if fill_value is not None:
            result = result.fillna(fill_value)
        return {"ffill": result.ffill, "pad": result.ffill, "bfill": result.bfill}[method]() if method else result

    # -- labels of the rows

    def sort_index(self, *, axis=0, level=None, ascending=True, inplace=False, kind="quicksort", na_position="last",
                   sort_remaining=True, ignore_index=False, key=None):
        index = self.columns if axis_of(axis) else self.index
        if key is not None:
            index = key(index)
        if level is not None:
            levels = [index._level(one) for one in (level if isinstance(level, list) else [level])]
            if index._is_multi:
                rest = [at for at in range(index.nlevels) if at not in levels]
                index = index.reorder_levels(levels + rest)
        if index._is_multi:
            order = index.order(ascending)
        else:
            from pandas._column import argsort

            order = argsort(index._col, ascending if not isinstance(ascending, list) else ascending[0], na_position == "last")
        if axis_of(axis):
            result = self._make([self._cols[at] for at in order.tolist()], self.columns.take(order), self.index)
        else:
            result = self._taken(order)
        if ignore_index:
            result = result.reset_index(drop=True)
        return self._inplace(result, inplace)

    def add_prefix(self, prefix, axis=None):
        return self._relabelled(lambda label: f"{prefix}{label}", axis)

    def add_suffix(self, suffix, axis=None):
        return self._relabelled(lambda label: f"{label}{suffix}", axis)

    def rename_axis(self, mapper=None, *, index=None, columns=None, axis=0, inplace=False, copy=None):
        result = self.copy(deep=False)
        if mapper is None and index is None and columns is None:
            mapper = None
            result.index = self.index.rename([None] * self.index.nlevels if self.index._is_multi else None)
        for names, at in ((mapper, axis_of(axis)), (index, 0), (columns, 1)):
            if names is None:
                continue
            own = result.columns if at else result.index
            if callable(names):
                names = [names(name) for name in own.names]
            elif isinstance(names, dict):
                names = [names.get(name, name) for name in own.names]
            names = list(names) if isinstance(names, (list, tuple)) else names
            if not own._is_multi and isinstance(names, list):
                names, = names
            renamed = own.rename(names)
            if at:
                result.columns = renamed
            else:
                result.index = renamed
        return self._inplace(result, inplace)

    def set_axis(self, labels, *, axis=0, copy=None):
        result = self.copy(deep=False)
        setattr(result, "columns" if axis_of(axis) else "index", labels)
        return result

    def droplevel(self, level, axis=0):
        result = self.copy(deep=False)
        name = "columns" if axis_of(axis) else "index"
        setattr(result, name, getattr(self, name).droplevel(level))
        return result

    def swaplevel(self, i=-2, j=-1, axis=0):
        result = self.copy(deep=False)
        name = "columns" if axis_of(axis) else "index"
        setattr(result, name, getattr(self, name).swaplevel(i, j))
        return result

    def xs(self, key, axis=0, level=None, drop_level=True):
        from pandas._select import cross

        return cross(self, key, axis_of(axis), level, drop_level)

    def first_valid_index(self):
        places = np.flatnonzero(~self._any_gone())
        return self.index[int(places[0])] if len(places) else None

    def last_valid_index(self):
        places = np.flatnonzero(~self._any_gone())
        return self.index[int(places[-1])] if len(places) else None

    def _any_gone(self):
        gone = [col.isna() for col in self._columns()]
        return np.logical_and.reduce(gone) if len(gone) > 1 else gone[0]

    def where(self, cond, other=nan, *, inplace=False, axis=None, level=None):
        from pandas._choose import where

        return self._inplace(where(self, cond, other, True), inplace)

    def mask(self, cond, other=nan, *, inplace=False, axis=None, level=None):
        from pandas._choose import where

        return self._inplace(where(self, cond, other, False), inplace)

    def replace(self, to_replace=None, value=..., *, inplace=False, regex=False):
        from pandas._choose import replace

        return self._inplace(replace(self, to_replace, value, regex), inplace)

    def combine_first(self, other):
        from pandas._choose import combine_first

        return combine_first(self, other)

    def to_csv(self, path_or_buf=None, **options):
        from pandas._export import to_csv

        return to_csv(self, path_or_buf, **options)

    def to_json(self, path_or_buf=None, **options):
        from pandas._json import to_json

        return to_json(self, path_or_buf, **options)

    def to_markdown(self, buf=None, *, mode="wt", index=True, **options):
        from pandas._export import to_markdown

        return to_markdown(self, buf, index, **options)

    @property
    def plot(self):
        from pandas._plot import Plot

        return Plot(self)

    def tz_localize(self, *args, **options):
        raise unsupported("time zones")

    tz_convert = tz_localize

    def to_period(self, *args, **options):
        raise unsupported("periods", "use dates of the first day, or .dt.strftime('%Y-%m')")


def _elsewhere(name):
    def write(self, *args, **options):
        raise unsupported(f"{type(self).__name__}.{name}", "write the table with to_csv or to_json")

    return write


for _name in ("excel", "pickle", "parquet", "sql", "hdf", "feather", "latex", "clipboard", "xml"):
    setattr(Table, f"to_{_name}", _elsewhere(f"to_{_name}"))
