"""Differences, slopes, areas, and how rows of numbers depend on each other."""

import builtins

import _numpy

from numpy import _joining, _products, _shaping
from numpy._creation import empty, zeros
from numpy._functions import clip
from numpy._reductions import _of

globals().update({f"_{function.__name__}": function for function in _numpy.ufuncs()})


def diff(a, n=1, axis=-1, prepend=None, append=None):
    a = _of(a)
    if n < 0:
        raise ValueError("order must be non-negative but got " + repr(n))
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = _numpy.axis(axis, a.ndim)
    ends = []
    for end in (prepend, append):
        if end is not None:
            end = _of(end)
            if end.ndim == 0:
                shape = list(a.shape)
                shape[axis] = 1
                end = _shaping.broadcast_to(end, shape)
        ends.append(end)
    pieces = [piece for piece in (ends[0], a, ends[1]) if piece is not None]
    if len(pieces) > 1:
        a = _joining.concatenate(pieces, axis)
    before = (slice(None),) * axis
    for _ in range(n):
        later, earlier = a[before + (slice(1, None),)], a[before + (slice(None, -1),)]
        a = _not_equal(later, earlier) if a.dtype.kind == "b" else later - earlier
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    parts = [diff(_of(ary).reshape(-1))]
    if to_begin is not None:
        parts.insert(0, _of(to_begin).reshape(-1))
    if to_end is not None:
        parts.append(_of(to_end).reshape(-1))
    return _joining.concatenate(parts)


def gradient(f, *varargs, axis=None, edge_order=1):
    f = _of(f)
    f = f if f.dtype.kind in "fc" else f.astype(float)
    axes = tuple(range(f.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = [_numpy.axis(one, f.ndim) for one in axes]
    if len(varargs) == 0:
        spaces = [1.0] * len(axes)
    elif len(varargs) == 1 and _of(varargs[0]).ndim == 0:
        spaces = [varargs[0]] * len(axes)
    elif len(varargs) == len(axes):
        spaces = list(varargs)
    else:
        raise TypeError("invalid number of arguments")
    results = []
    for place, space in zip(axes, spaces):
        if f.shape[place] < edge_order + 1:
            raise ValueError(
                "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
            )
        g = _shaping.moveaxis(f, place, 0)
        result = empty(g.shape, g.dtype)
        space = _of(space)
        if space.ndim == 0:
            result[1:-1] = (g[2:] - g[:-2]) / (2.0 * space)
            steps = space, space
        else:
            if space.shape[0] != g.shape[0]:
                raise ValueError("when 1d, distances must match the length of the corresponding dimension")
            dx = diff(space).reshape((-1,) + (1,) * (g.ndim - 1))
            a, b = dx[:-1], dx[1:]
            result[1:-1] = -b / (a * (a + b)) * g[:-2] + (b - a) / (a * b) * g[1:-1] + a / (b * (a + b)) * g[2:]
            steps = diff(space)[0], diff(space)[-1]
            if edge_order == 2:
                ends = [(diff(space)[:2], g[:3]), (diff(space)[:-3:-1], g[:-4:-1])]
                for (near, values), at, sign in zip(ends, (0, -1), (1.0, -1.0)):
                    (h, k), (first, second, third) = near, values
                    slope = -(2.0 * h + k) / (h * (h + k)) * first + (h + k) / (h * k) * second - h / (k * (h + k)) * third
                    result[at] = sign * slope
        if edge_order == 1:
            result[0] = (g[1] - g[0]) / steps[0]
            result[-1] = (g[-1] - g[-2]) / steps[1]
        elif space.ndim == 0:
            result[0] = (-1.5 * g[0] + 2.0 * g[1] - 0.5 * g[2]) / steps[0]
            result[-1] = (1.5 * g[-1] - 2.0 * g[-2] + 0.5 * g[-3]) / steps[1]
        results.append(_shaping.moveaxis(result, 0, place))
    return results[0] if len(results) == 1 else tuple(results)


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = _of(y)
    axis = _numpy.axis(axis, y.ndim)
    if x is None:
        d = dx
    else:
        d = diff(x, axis=-1 if _of(x).ndim == 1 else axis)
        if d.ndim == 1:
            d = d.reshape([-1 if place == axis else 1 for place in range(y.ndim)])
    before = (slice(None),) * axis
    return (d * (y[before + (slice(1, None),)] + y[before + (slice(None, -1),)]) / 2.0).sum(axis)


def interp(x, xp, fp, left=None, right=None, period=None):
    from numpy._sorting import searchsorted

    xp, fp = _of(xp).astype(float), _of(fp).astype(float)
    x = _of(x)
    x = x.astype(float)
    if xp.ndim != 1 or fp.shape != xp.shape:
        raise ValueError("fp and xp are not of the same length.")
    if xp.size == 0:
        raise ValueError("array of sample points is empty")
    if period is not None:
        import numpy

        period = builtins.abs(period)
        x, xp = x % period, xp % period
        order = numpy.argsort(xp)
        xp, fp = xp[order], fp[order]
        xp = numpy.concatenate((xp[-1:] - period, xp, xp[:1] + period))
        fp = numpy.concatenate((fp[-1:], fp, fp[:1]))
    if xp.size == 1:
        return _numpy.choose(x < xp[0], fp[0] if left is None else left, _numpy.choose(x > xp[0], fp[0] if right is None else right, fp[0]))[()]
    place = clip(_of(searchsorted(xp, x, "right")) - 1, 0, xp.size - 2)
    place = _of(place)
    slope = (fp[1:] - fp[:-1]) / (xp[1:] - xp[:-1])
    result = _of(slope[place] * (x - xp[place]) + fp[place])
    result = _numpy.choose(x == xp[place + 1], fp[place + 1], result)
    result = _numpy.choose(x < xp[0], fp[0] if left is None else left, result)
    result = _numpy.choose(x > xp[-1], fp[-1] if right is None else right, result)
    return _numpy.choose(_isnan(x), x, result)[()]


def convolve(a, v, mode="full"):
    a, v = _of(a), _of(v)
    if a.size == 0 or v.size == 0:
        raise ValueError("a cannot be empty" if a.size == 0 else "v cannot be empty")
    if v.size > a.size:
        a, v = v, a
    kind = _numpy.promote_types(a.dtype, v.dtype)
    result = zeros(a.size + v.size - 1, kind)
    for place, factor in enumerate(v):
        result[place:place + a.size] += a * factor
    if mode == "full":
        return result
    if mode == "same":
        start = (v.size - 1) // 2
        return result[start:start + a.size]
    if mode == "valid":
        return result[v.size - 1:a.size]
    raise ValueError("mode must be one of 'valid', 'same', or 'full'")


def correlate(a, v, mode="valid"):
    a, v = _of(a), _of(v)
    return convolve(a, _conjugate(v)[::-1], mode)


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    x = _shaping.atleast_2d(_of(m)).astype(float)
    if not rowvar and x.shape[0] != 1:
        x = x.T
    if y is not None:
        other = _shaping.atleast_2d(_of(y)).astype(float)
        x = _joining.concatenate((x, other if rowvar or other.shape[0] == 1 else other.T), 0)
    ddof = (0 if bias else 1) if ddof is None else ddof
    weights = None
    if fweights is not None:
        weights = _of(fweights).astype(float)
    if aweights is not None:
        weights = _of(aweights) * (1.0 if weights is None else weights)
    if weights is None:
        mean, total = x.mean(1), x.shape[1]
        free = total - ddof
    else:
        total = weights.sum()
        mean = (x * weights).sum(1) / total
        free = total - ddof if aweights is None else total - ddof * (weights * _of(aweights)).sum() / total
    if free <= 0:
        import warnings

        warnings.warn("Degrees of freedom <= 0 for slice", RuntimeWarning, stacklevel=2)
        free = 0.0
    away = x - mean.reshape(-1, 1)
    result = _products.dot(away, (away if weights is None else away * weights).T) * _divide(1.0, free)
    return result.squeeze()[()] if result.size == 1 else result.squeeze()


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    c = cov(x, y, rowvar)
    if _of(c).ndim == 0:
        return c / c
    deviation = _sqrt(c.diagonal())
    return clip(c / deviation.reshape(-1, 1) / deviation.reshape(1, -1), -1, 1)


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    p = _of(p).astype(float)
    axis = _numpy.axis(axis, p.ndim)
    steps = diff(p, axis=axis)
    half = period / 2
    turned = (steps + half) % period - half
    turned = _numpy.choose((turned == -half) & (steps > 0), half, turned)
    fixes = _numpy.choose(_absolute(steps) < (half if discont is None else builtins.max(discont, half)), 0.0, turned - steps)
    result = p.copy()
    result[(slice(None),) * axis + (slice(1, None),)] += fixes.cumsum(axis)
    return result
