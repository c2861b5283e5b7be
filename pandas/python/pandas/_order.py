"""Columns in order, and their values as numbers."""

import numpy as np

from pandas._column import objects


def factorize(col, sort=False):
    """The number of each value among those that are different, and these; -1 for what is missing."""
    if col.kind == "C":
        if sort:
            used = np.unique(col.data[col.data >= 0])
        else:
            used = np.array(list(dict.fromkeys(code for code in col.data.tolist() if code >= 0)), dtype=np.int64)
        back = np.full(len(col.cats) + 1, -1)
        back[used] = np.arange(len(used))
        return back[col.data], col.like(used.astype(np.int64))
    missing = col.isna()
    has_missing = bool(missing.any())
    values = (col.data[~missing] if has_missing else col.data).tolist()
    known = {value: at for at, value in enumerate(dict.fromkeys(values))}
    codes = np.array(list(map(known.__getitem__, values)), dtype=np.int64) if values else np.zeros(0, dtype=np.int64)
    if has_missing:
        whole = np.full(len(col), -1)
        whole[~missing] = codes
        codes = whole
    if col.kind in "sO":
        unique = col.like(objects(known))
    else:
        unique = col.like(np.array(list(known), dtype=col.data.dtype))
    if sort and len(unique) > 1:
        try:
            order = argsort(unique)
        except TypeError:
            return codes, unique
        back = np.empty(len(order) + 1, dtype=np.int64)
        back[order] = np.arange(len(order))
        back[-1] = -1
        codes, unique = back[codes], unique.take(order)
    return codes, unique


def argsort(col, ascending=True, na_last=True, key=None):
    """The places in order; equal ones as they were, missing ones at the end."""
    missing = col.isna()
    places = np.arange(len(col))
    present = places[~missing] if missing.any() else places
    if col.kind in "sO":
        values = col.data.tolist()
        order = sorted(present.tolist(), key=values.__getitem__, reverse=not ascending)
        order = np.array(order, dtype=np.int64) if order else np.zeros(0, dtype=np.int64)
    else:
        data = col.data[present] if missing.any() else col.data
        if ascending:
            order = present[data.argsort(kind="stable")]
        else:
            order = present[::-1][data[::-1].argsort(kind="stable")][::-1]
    if missing.any():
        rest = places[missing]
        order = np.concatenate([order, rest] if na_last else [rest, order])
    return order
