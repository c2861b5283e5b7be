"""What goes from row to row in a column: running totals, differences, ranks, filling."""

import numpy as np

from pandas import _ops
from pandas._column import Col, argsort, infer, objects
from pandas._missing import is_missing, nan


def cumulative(name, col, skipna=True):
    if col.kind in "sC" and name not in ("max", "min") or col.kind == "C":
        if col.kind == "s" and name == "sum":
            total, texts = "", []
            for value in col.data.tolist():
                total = total + value if isinstance(value, str) else total
                texts.append(total if isinstance(value, str) else nan)
            return Col("s", objects(texts))
        raise TypeError(f"operation 'cum{name}' not supported for dtype '{col.dtype}'")
    if col.kind in "iu" or col.kind == "b" and name in ("sum", "prod"):
        data = col.data.astype(np.int64) if col.kind == "b" else col.data
        return Col("i" if col.kind == "b" else col.kind, _accumulate(name, data))
    missing = col.isna()
    if col.kind in "sO":
        import operator

        join = {"sum": operator.add, "prod": operator.mul, "max": max, "min": min}[name]
        total, values = None, []
        for value, gone in zip(col.values(), missing.tolist()):
            if not gone:
                total = value if total is None else join(total, value)
            values.append(value if gone else total)
        return col.like(objects(values))
    if col.kind == "M" and name in ("sum", "prod"):
        raise TypeError(f"datetime64 type does not support operation 'cum{name}'")
    neutral = {"sum": 0, "prod": 1, "max": None, "min": None}[name]
    if neutral is None:
        least = col.kind in "Mm"
        neutral = (-(1 << 62) if name == "max" else 1 << 62) if least else -np.inf if name == "max" else np.inf
        if col.kind == "b":
            return col.like(_accumulate(name, col.data))
    data = np.where(missing, neutral, col.data)
    with np.errstate(all="ignore"):
        result = _accumulate(name, data)
    if not skipna and missing.any():
        missing = np.arange(len(col)) >= np.flatnonzero(missing)[0]
    return col.like(np.where(missing, col.absent(), result))


def _accumulate(name, data):
    return {"sum": np.add, "prod": np.multiply, "max": np.maximum, "min": np.minimum}[name].accumulate(data)


def shift(col, periods, fill_value=None):
    if not periods:
        return col
    count = len(col)
    places = np.arange(count) - periods
    places = np.where((places < 0) | (places >= count), -1, places)
    if fill_value is None or is_missing(fill_value):
        return col.take(places)
    gone = places < 0
    return col.like(col.data[np.where(gone, 0, places)]).put(gone, fill_value) if count else col


def diff(col, periods=1):
    if col.kind == "b":
        moved = shift(col, periods)
        return Col("O", objects([nan if is_missing(b) else a != b for a, b in zip(col.values(), moved.values())]))
    if col.kind == "s":
        raise TypeError("unsupported operand type(s) for -: 'str' and 'str'")
    return _ops.arithmetic("sub", col, shift(col, periods))


def fill(col, way, limit=None):
    """What is missing takes the value before it, or behind it."""
    missing = col.isna()
    if not missing.any():
        return col
    count = len(col)
    places = np.where(missing, -1, np.arange(count))
    if way > 0:
        places = np.maximum.accumulate(places)
    else:
        places = np.where(places < 0, count, places)
        places = np.minimum.accumulate(places[::-1])[::-1]
        places = np.where(places == count, -1, places)
    if limit is not None:
        places = np.where(missing & (np.abs(np.arange(count) - places) > limit), -1, places)
    if (places < 0).all():
        return col
    if col.kind == "O":
        values = col.data.tolist()
        return Col("O", objects([values[at] if at >= 0 else values[here] for here, at in enumerate(places.tolist())]))
    return col.take(places)


def interpolate(col, places=None, limit=None, direction="forward"):
    if col.kind in "iub":
        return col
    if col.kind == "O":
        raise TypeError("Series cannot interpolate with object dtype")
    if col.kind in "sC":
        raise TypeError(f"Cannot interpolate with {col.dtype} dtype")
    missing = np.isnan(col.data)
    known = np.flatnonzero(~missing)
    if not len(known) or not missing.any():
        return col
    at = np.arange(len(col)).astype(float) if places is None else places
    data = col.data.copy()
    data[missing] = np.interp(at[missing], at[known], data[known])
    here = np.arange(len(col))
    before, behind = here < known[0], here > known[-1]
    if direction == "forward":
        data[before] = nan
    elif direction == "backward":
        data[behind] = nan
    if limit is not None:
        since = here - np.maximum.accumulate(np.where(missing, -1, here))
        if direction == "backward":
            ahead = np.where(missing, len(col), here)
            since = np.minimum.accumulate(ahead[::-1])[::-1] - here
        data[missing & (since > limit)] = nan
    return Col("f", data)


def rank(col, method="average", na_option="keep", ascending=True, pct=False):
    if method not in ("average", "min", "max", "first", "dense"):
        raise KeyError(method)
    missing = col.isna()
    if col.kind == "C":
        col = Col("i", col.data) if col.ordered else col.dense()
    own = col.mask(~missing)
    order = argsort(own, ascending)
    count = len(own)
    values = [own.data[at] for at in order.tolist()] if own.kind in "sO" else own.data[order].tolist()
    ranks = np.empty(count)
    start, dense = 0, 0
    while start < count:
        end = start
        while end < count and values[end] == values[start]:
            end += 1
        dense += 1
        value = {"average": (start + 1 + end) / 2, "min": start + 1, "max": end, "dense": dense, "first": 0}[method]
        ranks[order[start:end]] = np.arange(start + 1, end + 1) if method == "first" else value
        start = end
    total = dense if method == "dense" else count
    result = np.full(len(col), nan)
    result[~missing] = ranks
    if na_option != "keep" and missing.any():
        gone = int(missing.sum())
        if na_option == "top":
            result[~missing] += gone
        base = 0 if na_option == "top" else count
        result[missing] = base + (gone + 1) / 2 if method == "average" else base + (1 if method == "min" else gone)
        total = len(col)
    return Col("f", result / total if pct else result)


def rounded(col, digits):
    if col.kind == "f" or col.kind == "c":
        return col.like(np.round(col.data, digits))
    if col.kind in "iu" and digits < 0:
        return col.like(np.round(col.data, digits))
    if col.kind == "O" and not all(isinstance(value, str) for value in col.values()):
        return infer([round(value, digits) if isinstance(value, float) and value == value else value for value in col.values()])
    return col


def bounded(col, bound, name):
    """Values beyond a bound become the bound."""
    beyond = _ops.compare(name, col, bound).data
    if isinstance(bound, Col):
        gone = beyond & ~bound.isna()
        return col.put(gone, bound.mask(gone)) if gone.any() else col
    if not beyond.any():
        if col.kind in "iu" and isinstance(bound, float) and bound % 1:
            return Col("f", col.data.astype(float))
        return col
    return col.put(beyond, bound)
