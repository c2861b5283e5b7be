"""Arrays as sets."""

import builtins

import _numpy

from numpy import _joining, _shaping
from numpy._sorting import _of, _of_kind, argsort, flatnonzero, searchsorted, sort


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True,
           sorted=True):
    ar = _of(ar)
    if axis is not None:
        return _unique_rows(ar, return_index, return_inverse, return_counts, axis)
    flat = ar.reshape(-1)
    order = argsort(flat)
    ordered = flat[order]
    starts = _numpy.zeros([ordered.size], bool)
    if ordered.size:
        starts[0] = True
        starts[1:] = ordered[1:] != ordered[:-1]
        if ordered.dtype.kind in "fc" and equal_nan:
            import numpy

            nan = numpy.isnan(ordered)
            starts[1:] &= ~(nan[1:] & nan[:-1])
    results = [ordered[starts]]
    if return_index:
        results.append(order[starts])
    if return_inverse:
        inverse = _numpy.zeros([flat.size], int)
        inverse[order] = starts.cumsum() - 1
        results.append(inverse.reshape(ar.shape))
    if return_counts:
        places = _joining.append(flatnonzero(starts), flat.size)
        results.append(places[1:] - places[:-1])
    return results[0] if len(results) == 1 else tuple(results)


def _unique_rows(ar, return_index, return_inverse, return_counts, axis):
    rows = _shaping.moveaxis(ar, axis, 0)
    keys = [tuple(row) for row in rows.reshape(rows.shape[0], -1).tolist()]
    first, counts = {}, {}
    for number, key in enumerate(keys):
        first.setdefault(key, number)
        counts[key] = counts.get(key, 0) + 1
    ordered = builtins.sorted(first)
    index = _of_kind([first[key] for key in ordered], int)
    results = [_shaping.moveaxis(rows[index], 0, axis)]
    if return_index:
        results.append(index)
    if return_inverse:
        places = {key: number for number, key in enumerate(ordered)}
        results.append(_of_kind([places[key] for key in keys], int))
    if return_counts:
        results.append(_of_kind([counts[key] for key in ordered], int))
    return results[0] if len(results) == 1 else tuple(results)


def unique_values(x, /):
    return unique(x)


def unique_counts(x, /):
    import collections

    return collections.namedtuple("UniqueCountsResult", "values counts")(*unique(x, return_counts=True))


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    element = _of(element)
    known = unique(test_elements)
    if known.size == 0:
        result = _numpy.zeros(list(element.shape), bool)
    else:
        import numpy

        places = numpy.minimum(searchsorted(known, element), known.size - 1)
        result = known[places] == element
    return ~result if invert else result


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    ar1, ar2 = _of(ar1), _of(ar2)
    a, first = unique(ar1, return_index=True)
    b, second = unique(ar2, return_index=True)
    common = a[isin(a, b)]
    if not return_indices:
        return common
    return common, first[isin(a, b)], second[isin(b, a)]


def union1d(ar1, ar2):
    return unique(_joining.concatenate((ar1, ar2), axis=None))


def setdiff1d(ar1, ar2, assume_unique=False):
    ar1 = _of(ar1).reshape(-1) if assume_unique else unique(ar1)
    return ar1[isin(ar1, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    a, b = unique(ar1), unique(ar2)
    return sort(_joining.concatenate((a[isin(a, b, invert=True)], b[isin(b, a, invert=True)])))
