"""Columns as sets: what is different, how often, and what is twice."""

import numpy as np

from pandas._column import Col, factorize, objects
from pandas._missing import is_missing


def is_rising(col, sign=1):
    if col.isna().any():
        return False
    if col.kind in "sO":
        values = col.data.tolist()[::sign]
        try:
            return all(a <= b for a, b in zip(values, values[1:]))
        except TypeError:
            return False
    data = col.data[::sign]
    return bool((data[1:] >= data[:-1]).all())


def unique(col):
    """Each value once, in the order in which they come; what is missing, too."""
    codes, different = factorize(col)
    gone = np.flatnonzero(codes < 0)
    if not len(gone):
        return different
    at = int(gone[0])
    before = len(set(codes[:at].tolist()))
    places = list(range(before)) + [-1] + list(range(before, len(different)))
    if different.kind == "O":
        values = different.values()
        return Col("O", objects([col.data[at] if place < 0 else values[place] for place in places]))
    return different.take(places)


def count_different(col, dropna=True):
    codes, different = factorize(col)
    return len(different) + (not dropna and bool((codes < 0).any()))


def value_counts(col, name, normalize=False, sort=True, ascending=False, dropna=True):
    from pandas._index import make_index
    from pandas._series import Series

    if col.kind == "C":
        codes, different = col.data, col.like(np.arange(len(col.cats)))
    else:
        codes, different = factorize(col)
    missing = codes < 0
    counts = np.bincount(codes[~missing], minlength=len(different)) if len(different) else np.zeros(0, dtype=np.int64)
    counts = counts.astype(np.int64)
    if not dropna and missing.any():
        different = different.take(list(range(len(different))) + [-1])
        counts = np.concatenate([counts, [int(missing.sum())]])
        first = int(np.flatnonzero(missing)[0])
        if col.kind != "C":
            before = len(set(codes[:first].tolist()))
            order = list(range(before)) + [len(counts) - 1] + list(range(before, len(counts) - 1))
            different, counts = different.take(order), counts[order]
    if sort:
        order = np.argsort(counts if ascending else -counts, kind="stable")
        different, counts = different.take(order), counts[order]
    data = Col("f", counts / counts.sum()) if normalize else Col("i", counts)
    return Series._make(data, make_index(different, name), "proportion" if normalize else "count")


def row_codes(cols):
    """A number for each row: the same for rows that are equal; what is missing is a value like others."""
    total = None
    for col in cols:
        codes, different = factorize(col)
        if total is None:
            total = codes + 1
        else:
            known = {}
            pairs = total * (len(different) + 1) + codes + 1
            total = np.array([known.setdefault(pair, len(known)) for pair in pairs.tolist()] or [], dtype=np.int64)
    return total if total is not None else np.zeros(0, dtype=np.int64)


def duplicated(cols, keep="first"):
    codes = row_codes(cols).tolist()
    result = np.zeros(len(codes), dtype=bool)
    if keep is False:
        often = {}
        for code in codes:
            often[code] = often.get(code, 0) + 1
        return np.array([often[code] > 1 for code in codes], dtype=bool) if codes else result
    if keep not in ("first", "last"):
        raise ValueError('keep must be either "first", "last" or False')
    seen = set()
    places = range(len(codes)) if keep == "first" else range(len(codes) - 1, -1, -1)
    for at in places:
        if codes[at] in seen:
            result[at] = True
        seen.add(codes[at])
    return result


def isin(col, values):
    """Which of the values are in a list."""
    if isinstance(values, str) or not hasattr(values, "__iter__"):
        raise TypeError("only list-like objects are allowed to be passed to isin(), you passed a "
                        f"`{type(values).__name__}`")
    listed = list(getattr(values, "_col", None).values() if hasattr(values, "_col") else values)
    has_missing = any(is_missing(value) for value in listed)
    if col.kind in "Mm" and listed:
        from pandas._times import Timedelta, Timestamp

        make = Timestamp if col.kind == "M" else Timedelta
        listed = [make(value) if isinstance(value, str) else value for value in listed]
    known = set()
    for value in listed:
        if not is_missing(value):
            known.add(value)
    if col.kind in "if" and known and not all(isinstance(value, (int, float, np.number)) for value in known):
        known = {value for value in known if isinstance(value, (int, float, np.number))}
    missing = col.isna().tolist()
    return np.array([has_missing if gone else value in known for value, gone in zip(col.values(), missing)], dtype=bool)
