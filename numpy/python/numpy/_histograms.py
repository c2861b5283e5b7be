"""How many values lie where."""

import builtins

import _numpy

from numpy import _joining
from numpy._sorting import _of, _of_kind, argsort, searchsorted, sort


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
        ends = _joining.concatenate((searchsorted(ordered, edges[:-1], "left"), _of([searchsorted(ordered, edges[-1], "right")])))
        counts = ends[1:] - ends[:-1]
    else:
        weights = _of(weights).reshape(-1)
        order = argsort(a)
        ordered, sums = a[order], weights[order].cumsum()
        sums = _joining.concatenate((sums[:1] * 0, sums))
        ends = _joining.concatenate((searchsorted(ordered, edges[:-1], "left"), _of([searchsorted(ordered, edges[-1], "right")])))
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
