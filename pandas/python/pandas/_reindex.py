"""Where the labels of one index are in another."""

import re

import numpy as np

from pandas._index import Index


def indexer(own, index, method=None, limit=None):
    if not own.is_unique and not own.equals(index):
        raise ValueError("cannot reindex on an axis with duplicate labels")
    places = own._indexer(index)
    if method is None or not (places < 0).any():
        return places
    if not own.is_monotonic_increasing:
        raise ValueError("index must be monotonic increasing or decreasing")
    keys = np.array(own._keys())
    wanted = np.array(index._keys())
    before = np.searchsorted(keys, wanted, "right") - 1
    after = np.searchsorted(keys, wanted, "left")
    after = np.where(after == len(keys), -1, after)
    if method in ("ffill", "pad"):
        return before
    if method in ("bfill", "backfill"):
        return after
    if method == "nearest":
        gap = lambda places: np.where(places < 0, np.inf, np.abs(keys[places] - wanted))
        return np.where(gap(after) <= gap(before), after, before)
    raise ValueError(f"Invalid fill method. Expecting pad (ffill), backfill (bfill) or nearest. Got {method}")


def filtered(index, items, like, regex):
    """The mask of the labels that `filter` keeps."""
    if sum(one is not None for one in (items, like, regex)) != 1:
        raise TypeError("Keyword arguments `items`, `like`, or `regex` are mutually exclusive" if sum(
            one is not None for one in (items, like, regex)) else "Must pass either `items`, `like`, or `regex`")
    labels = list(index)
    if items is not None:
        return np.array([label in items for label in labels], dtype=bool)
    if like is not None:
        return np.array([like in str(label) for label in labels], dtype=bool)
    pattern = re.compile(regex)
    return np.array([bool(pattern.search(str(label))) for label in labels], dtype=bool)


def named_index(labels, own):
    """A list of labels as an index that keeps the names of another one."""
    index = Index(labels)
    if index._is_multi:
        return index.rename(list(own.names)) if own.nlevels == index.nlevels else index
    return index if own._is_multi or own.name is None else index.rename(own.name)
