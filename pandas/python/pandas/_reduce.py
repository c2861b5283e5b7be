"""One value of a column: sums, means, quantiles."""

import math

import numpy as np

from pandas._column import Col, argsort
from pandas._missing import NaT, nan
from pandas._times import from_micros, span


def present(col):
    """The values that are there."""
    missing = col.isna()
    return col.mask(~missing) if missing.any() else col


def _refuse(name, col):
    if col.kind == "C":
        raise TypeError(f"Categorical is not ordered for operation {name}\nyou can use .as_ordered() to change the "
                        "Categorical to an ordered one\n" if name in ("min", "max") and not col.ordered else
                        f"'Categorical' with dtype category does not support operation '{name}'")
    if col.kind == "s":
        raise TypeError(f"Cannot perform reduction '{name}' with string dtype")
    if col.kind in "Mm":
        raise TypeError(f"'{'DatetimeArray' if col.kind == 'M' else 'TimedeltaArray'}' with dtype {col.dtype} does not support "
                        f"operation '{name}'")
    raise TypeError(f"Could not compute {name} of the values of {col.dtype}")


def reduce(name, col, skipna=True, **options):
    """`name` of a column; what is missing counts only where `skipna` is false."""
    own = present(col)
    if not skipna and len(own) < len(col) and name not in ("any", "all", "count"):
        return NaT if col.kind in "Mm" and name in ("min", "max", "mean", "sum", "median") else nan
    return _FUNCTIONS[name](own, **options)


def _sum(col, min_count=0):
    if len(col) < min_count:
        return nan
    if col.kind == "s":
        return "".join(col.data.tolist()) if len(col) else ""
    if col.kind == "O":
        values = col.values()
        if not values:
            return 0
        total = values[0]
        for value in values[1:]:
            total = total + value
        return total
    if col.kind == "m":
        return span(int(col.data.sum()))
    if col.kind in "MC":
        _refuse("sum", col)
    return col.data.sum() if len(col) else col.data.dtype.type(0) if col.kind != "b" else np.int64(0)


def _prod(col, min_count=0):
    if len(col) < min_count:
        return nan
    if col.kind not in "iufbcO":
        _refuse("prod", col)
    if col.kind == "O":
        return math.prod(col.values())
    return col.data.prod() if len(col) else 1.0 if col.kind == "f" else 1


def _numbers(name, col):
    if col.kind == "O" and len(col):
        if any(isinstance(value, str) for value in col.values()):
            raise TypeError(f"Could not convert string {''.join(map(str, col.values()))!r} to numeric")
        return np.array([float(value) for value in col.values()])
    if col.kind in "iufbO":
        return col.data if col.kind != "O" else np.zeros(0)
    if col.kind == "c":
        return col.data
    _refuse(name, col)


def _mean(col):
    if col.kind in "Mm":
        if not len(col):
            return NaT
        first = int(col.data[0])
        value = first + round(float((col.data - first).astype(float).mean()))
        return from_micros(value) if col.kind == "M" else span(value)
    data = _numbers("mean", col)
    return data.mean() if len(data) else nan


def _median(col):
    if col.kind in "Mm":
        return quantile(col, 0.5)
    data = _numbers("median", col)
    return np.float64(np.median(data)) if len(data) else nan


def _moment(name):
    def of(col, ddof=1):
        if col.kind == "m" and name == "std":
            return span(round(float(col.data.astype(float).std(ddof=ddof)))) if len(col) > ddof else NaT
        if col.kind == "M" and name == "std":
            return span(round(float((col.data - col.data[0]).astype(float).std(ddof=ddof)))) if len(col) > ddof else NaT
        data = _numbers(name, col)
        if len(data) <= ddof:
            return nan
        if name == "sem":
            return data.std(ddof=ddof) / math.sqrt(len(data))
        return data.var(ddof=ddof) if name == "var" else data.std(ddof=ddof)

    return of


def _extreme(name):
    def of(col):
        if col.kind == "C":
            if not col.ordered:
                _refuse(name, col)
            return col.cats.values()[getattr(col.data, name)()] if len(col) else nan
        if not len(col):
            return NaT if col.kind in "Mm" else nan
        if col.kind in "sO":
            values = col.data.tolist()
            return (min if name == "min" else max)(values)
        value = getattr(col.data, name)()
        return from_micros(value) if col.kind == "M" else span(value) if col.kind == "m" else value

    return of


def _truth(name):
    def of(col):
        test = any if name == "any" else all
        if col.kind in "iufb":
            return np.bool_(getattr(col.data, name)())
        return test(bool(value) for value in col.values())

    return of


def _skew(col):
    data = _numbers("skew", col).astype(float)
    count = len(data)
    if count < 3:
        return nan
    away = data - data.mean()
    second, third = (away ** 2).sum(), (away ** 3).sum()
    if second == 0:
        return 0.0
    return count * math.sqrt(count - 1) / (count - 2) * third / second ** 1.5


def _kurt(col):
    data = _numbers("kurt", col).astype(float)
    count = len(data)
    if count < 4:
        return nan
    away = data - data.mean()
    second, fourth = (away ** 2).sum(), (away ** 4).sum()
    if second == 0:
        return 0.0
    adjust = 3 * (count - 1) ** 2 / ((count - 2) * (count - 3))
    return count * (count + 1) * (count - 1) * fourth / ((count - 2) * (count - 3) * second ** 2) - adjust


def _count(col):
    return len(col)


def _nunique(col):
    from pandas._sets import count_different

    return count_different(col)


def _first(col):
    return col.item(0) if len(col) else nan


def _last(col):
    return col.item(-1) if len(col) else nan


_FUNCTIONS = {
    "sum": _sum, "prod": _prod, "product": _prod, "mean": _mean, "median": _median, "std": _moment("std"),
    "var": _moment("var"), "sem": _moment("sem"), "min": _extreme("min"), "max": _extreme("max"), "any": _truth("any"),
    "all": _truth("all"), "skew": _skew, "kurt": _kurt, "kurtosis": _kurt, "count": _count, "nunique": _nunique,
    "first": _first, "last": _last,
}
NAMES = frozenset(_FUNCTIONS)


def place(col, sign):
    """Where the largest value is, or the least."""
    missing = col.isna()
    if missing.all():
        raise ValueError(f"attempt to get arg{'max' if sign > 0 else 'min'} of an empty sequence" if not len(col) else
                         "Encountered all NA values")
    if col.kind in "sO":
        values = [at for at, gone in enumerate(missing.tolist()) if not gone]
        return (max if sign > 0 else min)(values, key=col.data.tolist().__getitem__)
    places = np.flatnonzero(~missing)
    data = col.data[places]
    return int(places[data.argmax() if sign > 0 else data.argmin()])


def quantile(col, q, interpolation="linear"):
    """The value below which the share `q` lies."""
    own = present(col)
    if own.kind in "sOC":
        if own.kind == "O" and all(not isinstance(value, str) for value in own.values()):
            own = Col("f", own.floats())
        else:
            raise TypeError(f"dtype '{own.dtype}' does not support operation 'quantile'")
    if not 0 <= q <= 1:
        raise ValueError("percentiles should all be in the interval [0, 1]")
    if not len(own):
        return NaT if own.kind in "Mm" else nan
    data = np.sort(own.data)
    at = q * (len(data) - 1)
    low, high = math.floor(at), math.ceil(at)
    if own.kind in "Mm":
        a, b = int(data[low]), int(data[high])
        value = round(a + (b - a) * (at - low))
        return from_micros(value) if own.kind == "M" else span(value)
    a, b = data[low], data[high]
    if interpolation == "lower":
        return a
    if interpolation == "higher":
        return b
    if interpolation == "nearest":
        return data[round(at)]
    if interpolation == "midpoint":
        return (a + b) / 2
    return np.float64(np.quantile(data.astype(float), q))


def modes(col, dropna=True):
    """The values that are there most often, in order."""
    from pandas._column import factorize

    codes, unique = factorize(col)
    own = codes[codes >= 0]
    if not len(own):
        return col.slice(slice(0, 0))
    counts = np.bincount(own)
    best = np.flatnonzero(counts == counts.max())
    chosen = unique.take(best)
    try:
        return chosen.take(argsort(chosen))
    except TypeError:
        return chosen
