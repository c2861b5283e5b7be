"""Sorting, searching, sets, counting."""

import builtins

import _numpy

from numpy._array import ndarray
from numpy._creation import concatenate_kind
from numpy import _shaping

_of_kind = _numpy.asarray


def _of(a):
    return _numpy.asarray(a, None)


def _python_order(row):
    return builtins.sorted(range(len(row)), key=row.__getitem__)


def _last(a, axis):
    """An array with an axis turned to the end, and the axis."""
    if axis is None:
        return a.reshape(-1), 0
    axis = _numpy.axis(axis, a.ndim)
    return _shaping.moveaxis(a, axis, -1), axis


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    a = _of(a).copy()
    if axis is None:
        a, axis = a.reshape(-1), -1
    sort_in_place(a, axis)
    return a


def sort_in_place(a, axis=-1, kind=None, order=None, *, stable=None):
    if order is not None:
        raise ValueError("Cannot specify order when the array has no fields.")
    if a.ndim == 0:
        _numpy.axis(axis, a.ndim)
    if not a._is_writable:
        raise ValueError("sort array is read-only")
    rows, _ = _last(a, axis)
    if a.dtype.kind != "O":
        _numpy.sort(rows)
        return
    if rows.ndim > 1:
        for row in rows:
            sort_in_place(row)
        return
    for place, value in enumerate(builtins.sorted(rows.tolist())):
        rows[place] = value


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    a = _of(a)
    rows, axis = _last(a, axis)
    if a.dtype.kind == "O":
        if rows.ndim != 1:
            raise NotImplementedError("objects are sorted in one dimension only")
        return _of(_python_order(rows.tolist()))
    result = _numpy.argsort(rows)
    return _shaping.moveaxis(result, -1, axis) if result.ndim > 1 else result


def partition(a, kth, axis=-1, kind="introselect", order=None):
    return sort(a, axis)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    return argsort(a, axis)


def lexsort(keys, axis=-1):
    order = None
    for key in keys:
        key = _of(key)
        if order is None:
            order = argsort(key)
        else:
            order = order[argsort(key[order])]
    return order


def _extreme(a, axis, out, keepdims, largest, name):
    a = _of(a)
    if a.dtype.kind == "O":
        a = _of(a.tolist())
    if axis is None:
        rows, shape = a.reshape(-1), (1,) * a.ndim
    else:
        place = _numpy.axis(axis, a.ndim)
        rows = _shaping.moveaxis(a, place, -1)
        shape = a.shape[:place] + (1,) + a.shape[place + 1:]
    if rows.shape[-1] == 0:
        raise ValueError(f"attempt to get {name} of an empty sequence")
    result = _numpy.extreme(rows, largest)
    if keepdims:
        result = _of(result).reshape(shape)
    if out is not None:
        out[...] = result
        return out
    return result


def argmax(a, axis=None, out=None, *, keepdims=False):
    return _extreme(a, axis, out, keepdims, True, "argmax")


def argmin(a, axis=None, out=None, *, keepdims=False):
    return _extreme(a, axis, out, keepdims, False, "argmin")


def _nan_extreme(function, fill):
    def ignoring(a, axis=None, out=None, *, keepdims=False):
        import numpy

        a = _of(a)
        if a.dtype.kind != "f":
            return function(a, axis, out, keepdims=keepdims)
        nan = numpy.isnan(a)
        if numpy.any(numpy.all(nan, axis)):
            raise ValueError("All-NaN slice encountered")
        return function(numpy.where(nan, fill, a), axis, out, keepdims=keepdims)

    return ignoring


nanargmax, nanargmin = _nan_extreme(argmax, -float("inf")), _nan_extreme(argmin, float("inf"))


def searchsorted(a, v, side="left", sorter=None):
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
    a, v = _of(a), _of(v)
    if sorter is not None:
        a = a[_of(sorter)]
    kind = concatenate_kind([a, v])
    return _numpy.search(_of_kind(a, kind), _of_kind(v, kind), side == "right")


def nonzero(a):
    a = _of(a)
    if a.ndim == 0:
        raise ValueError("Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.")
    return _numpy.true_places(a if a.dtype.kind != "U" else a != "")


def flatnonzero(a):
    return nonzero(_of(a).reshape(-1))[0]


def argwhere(a):
    a = _of(a)
    if a.ndim == 0:
        return _numpy.zeros([int(bool(a)), 0], int)
    return _shaping.transpose(_shaping.stack(nonzero(a)))


def where(condition, x=None, y=None, /):
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        raise ValueError("either both or neither of x and y should be given")
    return _numpy.choose(condition, x, y)


def extract(condition, arr):
    return _of(arr).reshape(-1)[_of(condition).astype(bool).reshape(-1)]


def place(arr, mask, vals):
    places = flatnonzero(mask)
    vals = _of(vals).reshape(-1)
    arr.flat[places] = [vals[number % vals.size] for number in range(places.size)]


def putmask(a, mask, values):
    values = _of(values).reshape(-1)
    places = flatnonzero(mask)
    if places.size:
        a.flat[places] = values[places % values.size]


def copyto(dst, src, casting="same_kind", where=True):
    src = _of(src)
    if not _numpy.can_cast(src.dtype, dst.dtype, casting) and src.ndim:
        raise TypeError(f"Cannot cast array data from {src.dtype!r} to {dst.dtype!r} according to the rule '{casting}'")
    if where is True:
        dst[...] = src
        return
    mask = _shaping.broadcast_to(where, dst.shape)
    dst[mask] = _shaping.broadcast_to(src, dst.shape)[mask]


def take(a, indices, axis=None, out=None, mode="raise"):
    a, indices = _of(a), _of(indices)
    if axis is None:
        a, axis = a.reshape(-1), 0
    axis = _numpy.axis(axis, a.ndim)
    if mode == "wrap":
        indices = indices % a.shape[axis]
    elif mode == "clip":
        import numpy

        indices = numpy.clip(indices, 0, a.shape[axis] - 1)
    if indices.dtype.kind not in "iu" and indices.size == 0:
        indices = indices.astype(int)
    if indices.dtype.kind not in "iu":
        raise TypeError(
            f"Cannot cast array data from {indices.dtype!r} to dtype('int64') according to the rule 'safe'"
        )
    result = a[(slice(None),) * axis + (indices if indices.ndim else int(indices),)]
    if out is not None:
        out[...] = result
        return out
    return result


def put(a, ind, v, mode="raise"):
    places = _of(ind).reshape(-1)
    values = _of(v).reshape(-1)
    a.flat[places] = values[_numpy.int_steps(0, 1, places.size) % builtins.max(values.size, 1)]


def _along(arr, indices, axis):
    axis = _numpy.axis(axis, arr.ndim)
    index = []
    for place in range(arr.ndim):
        if place == axis:
            index.append(indices)
        else:
            shape = [1] * arr.ndim
            shape[place] = -1
            index.append(_numpy.int_steps(0, 1, arr.shape[place]).reshape(shape))
    return tuple(index)


def take_along_axis(arr, indices, axis=-1):
    arr, indices = _of(arr), _of(indices)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    return arr[_along(arr, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    arr[_along(arr, _of(indices), axis)] = values


def choose(a, choices, out=None, mode="raise"):
    a = _of(a)
    arrays = _shaping.broadcast_arrays(a, *choices)
    a, rows = arrays[0], _shaping.stack(arrays[1:])
    if mode == "wrap":
        a = a % len(choices)
    elif mode == "clip":
        import numpy

        a = numpy.clip(a, 0, len(choices) - 1)
    elif a.size and not (0 <= a.min() and a.max() < len(choices)):
        raise ValueError("invalid entry in choice array")
    return take_along_axis(rows, a[None], 0)[0]


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    result = _of(default)
    for condition, choice in zip(condlist[::-1], choicelist[::-1]):
        result = where(_of(condition), choice, result)
    return result


def compress(condition, a, axis=None, out=None):
    a = _of(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    return take(a, flatnonzero(condition), axis)


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
        places = _shaping.append(flatnonzero(starts), flat.size)
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
    return unique(_shaping.concatenate((ar1, ar2), axis=None))


def setdiff1d(ar1, ar2, assume_unique=False):
    ar1 = _of(ar1).reshape(-1) if assume_unique else unique(ar1)
    return ar1[isin(ar1, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    a, b = unique(ar1), unique(ar2)
    return sort(_shaping.concatenate((a[isin(a, b, invert=True)], b[isin(b, a, invert=True)])))


def bincount(x, /, weights=None, minlength=0):
    import numpy

    x = _of(x)
    if x.ndim != 1:
        raise ValueError("object too deep for desired array" if x.ndim else "object of too small depth for desired array")
    if x.size and x.dtype.kind not in "iub":
        raise TypeError(f"Cannot cast array data from {x.dtype!r} to dtype('int64') according to the rule 'safe'")
    if x.size and x.min() < 0:
        raise ValueError("'list' argument must have no negative elements")
    size = builtins.max(int(x.max()) + 1 if x.size else 0, minlength)
    if weights is None:
        ordered = sort(x)
        edges = _numpy.int_steps(0, 1, size)
        return searchsorted(ordered, edges, "right") - searchsorted(ordered, edges, "left")
    result = _numpy.zeros([size], float)
    numpy.add.at(result, x, _of_kind(weights, float))
    return result


def digitize(x, bins, right=False):
    bins = _of(bins)
    if bins.size > 1 and bins[0] > bins[-1]:
        return bins.size - searchsorted(bins[::-1], x, "right" if right else "left")
    return searchsorted(bins, x, "left" if right else "right")


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    import numpy

    a = _of(a).reshape(-1)
    if isinstance(bins, str):
        count = a.size
        low, high = (a.min(), a.max()) if count else (0, 1)
        span = float(high - low)
        if bins == "sqrt":
            width = span / numpy.sqrt(count)
        elif bins == "sturges":
            width = span / (numpy.log2(count) + 1)
        elif bins in ("fd", "auto"):
            spread = numpy.subtract(*numpy.percentile(a, [75, 25]))
            width = 2.0 * spread * count ** (-1 / 3)
            sturges = span / (numpy.log2(count) + 1)
            width = builtins.min(width, sturges) if bins == "auto" and width else (sturges if bins == "auto" else width)
        elif bins == "rice":
            width = span / (2.0 * count ** (1.0 / 3))
        elif bins == "scott":
            width = (24.0 * numpy.pi ** 0.5 / count) ** (1.0 / 3.0) * a.std()
        else:
            raise ValueError(f"{bins!r} is not a valid estimator for `bins`")
        bins = int(numpy.ceil(span / width)) if width else 1
    if not hasattr(bins, "__iter__"):
        if bins < 1:
            raise ValueError("`bins` must be positive, when an integer")
        if range is None:
            low, high = (float(a.min()), float(a.max())) if a.size else (0.0, 1.0)
        else:
            low, high = range
            if low > high:
                raise ValueError("max must be larger than min in range parameter.")
        if not (numpy.isfinite(low) and numpy.isfinite(high)):
            raise ValueError(f"autodetected range of [{low}, {high}] is not finite")
        if low == high:
            low, high = low - 0.5, high + 0.5
        return numpy.linspace(low, high, int(bins) + 1)
    edges = _of(bins)
    if (edges[:-1] > edges[1:]).any():
        raise ValueError("`bins` must increase monotonically, when an array")
    return edges


def histogram(a, bins=10, range=None, density=None, weights=None):
    import numpy

    a = _of(a).reshape(-1)
    if a.dtype.kind == "b":
        a = a.astype("uint8")
    edges = histogram_bin_edges(a, bins, range)
    if weights is None:
        ordered = sort(a)
        ends = _shaping.concatenate((searchsorted(ordered, edges[:-1], "left"), _of([searchsorted(ordered, edges[-1], "right")])))
        counts = ends[1:] - ends[:-1]
    else:
        weights = _of(weights).reshape(-1)
        order = argsort(a)
        ordered, sums = a[order], weights[order].cumsum()
        sums = _shaping.concatenate((sums[:1] * 0, sums))
        ends = _shaping.concatenate((searchsorted(ordered, edges[:-1], "left"), _of([searchsorted(ordered, edges[-1], "right")])))
        counts = sums[ends[1:]] - sums[ends[:-1]]
    if density:
        return counts / (edges[1:] - edges[:-1]) / counts.sum(), edges
    return counts, edges


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    import numpy

    pair = bins if isinstance(bins, (list, tuple)) and len(bins) == 2 else (bins, bins)
    ranges = range or (None, None)
    x, y = _of(x), _of(y)
    xedges = histogram_bin_edges(x, pair[0], ranges[0])
    yedges = histogram_bin_edges(y, pair[1], ranges[1])

    def places(values, edges):
        found = searchsorted(edges, values, "right") - 1
        found[values == edges[-1]] = edges.size - 2
        return found

    a, b = places(x, xedges), places(y, yedges)
    inside = (a >= 0) & (a < xedges.size - 1) & (b >= 0) & (b < yedges.size - 1)
    counts = _numpy.zeros([xedges.size - 1, yedges.size - 1], float)
    numpy.add.at(counts, (a[inside], b[inside]), 1.0 if weights is None else _of(weights)[inside])
    if density:
        counts = counts / counts.sum() / numpy.outer(numpy.diff(xedges), numpy.diff(yedges))
    return counts, xedges, yedges
