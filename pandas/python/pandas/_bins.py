"""`cut` and `qcut`: numbers sorted into intervals."""

import math

import numpy as np

from pandas._category import Categorical, Interval, IntervalIndex, interval_col
from pandas._column import Col, column
from pandas._missing import nan


def cut(x, bins, right=True, labels=None, retbins=False, precision=3, include_lowest=False, duplicates="raise", ordered=True):
    """Which of some intervals each number lies in."""
    col = column(x)
    is_date = col.kind == "M"
    data = col.floats()
    present = data[~np.isnan(data)]
    if isinstance(bins, (int, np.integer)):
        if bins < 1:
            raise ValueError("`bins` should be a positive integer.")
        if not len(present):
            raise ValueError("Cannot cut empty array")
        low, high = float(present.min()), float(present.max())
        if low == high:
            low -= 0.001 * abs(low) if low else 0.001
            high += 0.001 * abs(high) if high else 0.001
            edges = np.linspace(low, high, bins + 1)
        else:
            edges = np.linspace(low, high, bins + 1)
            away = (high - low) * 0.001
            if right:
                edges[0] -= away
            else:
                edges[-1] += away
    elif isinstance(bins, IntervalIndex):
        codes = []
        for value in data.tolist():
            try:
                codes.append(bins._find(value)[0])
            except KeyError:
                codes.append(-1)
        return _wrapped(x, Col("C", np.array(codes), bins._col, True))
    else:
        own = column(bins)
        edges = own.floats()
        if (np.diff(edges) < 0).any():
            raise ValueError("bins must increase monotonically.")
        edges = own.data if own.kind in "iu" else edges
    return _sorted_in(x, col, data, edges, right, labels, precision, include_lowest, duplicates, ordered, retbins, is_date)


def qcut(x, q, labels=None, retbins=False, precision=3, duplicates="raise"):
    """Intervals that hold equally many numbers."""
    col = column(x)
    data = col.floats()
    shares = np.linspace(0, 1, q + 1) if isinstance(q, (int, np.integer)) else np.array(list(q), dtype=float)
    present = np.sort(data[~np.isnan(data)])
    edges = np.quantile(present, shares)
    return _sorted_in(x, col, data, edges, True, labels, precision, True, duplicates, True, retbins, col.kind == "M")


def _sorted_in(x, col, data, edges, right, labels, precision, lowest, duplicates, ordered, retbins, is_date):
    unique = np.unique(edges)
    if len(unique) < len(edges) and len(edges) != 2:
        if duplicates == "raise":
            raise ValueError(f"Bin edges must be unique: {edges!r}.\nYou can drop duplicate edges by setting the 'duplicates' kwarg")
        edges = unique
    codes = np.searchsorted(edges, data, "left" if right else "right")
    if lowest:
        codes = np.where(data == edges[0], 1, codes)
    gone = np.isnan(data) | (codes == len(edges)) | (codes == 0)
    codes = np.where(gone, -1, codes - 1).astype(np.int64)
    if labels is False:
        from pandas._series import Series

        result = codes if not gone.any() else np.where(gone, nan, codes.astype(float))
        result = Series(result, index=x.index, name=x.name) if hasattr(x, "index") and hasattr(x, "_col") else result
        return (result, edges) if retbins else result
    if labels is None:
        kind = interval_col(_intervals(edges, precision, right, lowest, is_date))
    else:
        if len(labels) != len(edges) - 1:
            raise ValueError("Bin labels must be one fewer than the number of bin edges")
        if ordered and len(set(labels)) != len(labels):
            raise ValueError("labels must be unique if ordered=True; pass ordered=False for duplicate labels")
        kind = column(list(dict.fromkeys(labels)))
        if len(kind) < len(labels):
            back = {value: at for at, value in enumerate(kind.values())}
            order = np.array([back[label] for label in labels] + [-1])
            codes = order[codes]
    result = _wrapped(x, Col("C", codes, kind, ordered))
    return (result, edges) if retbins else result


def _wrapped(x, col):
    from pandas._series import Series

    if isinstance(x, Series):
        return Series._make(col, x.index, x.name)
    return Categorical._of(col)


def _intervals(edges, precision, right, lowest, is_date):
    closed = "right" if right else "left"
    if is_date:
        from pandas._times import Timedelta, from_micros

        breaks = [from_micros(round(edge)) for edge in edges.tolist()]
        if right and lowest:
            breaks[0] -= Timedelta(microseconds=1)
        return [Interval(a, b, closed) for a, b in zip(breaks, breaks[1:])]
    if edges.dtype.kind in "iu":
        breaks = edges.tolist()
        if right and lowest:
            breaks = [float(edge) for edge in breaks]
            breaks[0] -= 10.0 ** -precision
        return [Interval(a, b, closed) for a, b in zip(breaks, breaks[1:])]
    for digits in range(precision, 20):
        breaks = [_rounded(edge, digits) for edge in edges.tolist()]
        if len(set(breaks)) == len(set(edges.tolist())):
            break
    if right and lowest:
        breaks[0] -= 10.0 ** -digits
        breaks[0] = float(f"{breaks[0]:.10g}")
    return [Interval(a, b, closed) for a, b in zip(breaks, breaks[1:])]


def _rounded(value, precision):
    """So many digits behind the point, or behind the first one that is not zero."""
    if not math.isfinite(value) or value == 0:
        return value
    fraction, whole = math.modf(value)
    if whole == 0:
        return float(np.round(value, -int(math.floor(math.log10(abs(fraction)))) - 1 + precision))
    return float(np.round(value, precision))
