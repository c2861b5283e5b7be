"""Functions of many values that are neither sums nor products nor orders."""

import builtins
import contextlib

import _numpy

from numpy import _products, _reductions, _scalars, _shaping
from numpy._array import ndarray
from numpy._creation import arange, asarray, empty, zeros

_of = _reductions._of
globals().update({f"_{function.__name__}": function for function in _numpy.ufuncs()})


def part(a, index):
    """The real (0) or imaginary (1) parts of complex numbers, which may only be read."""
    pairs = _numpy.from_bytes(_numpy.to_bytes(a), "float64").reshape(a.shape + (2,))
    result = pairs[..., index]
    result._is_writable = False
    return result


def real(val):
    return _of(val).real if not hasattr(val, "real") else val.real


def imag(val):
    return _of(val).imag if not hasattr(val, "imag") else val.imag


def angle(z, deg=False):
    z = _of(z)
    result = _arctan2(z.imag, z.real)
    return _degrees(result) if deg else result


def isreal(x):
    return _of(x).imag == 0


def iscomplex(x):
    return _of(x).imag != 0


def isrealobj(x):
    return _of(x).dtype.kind != "c"


def iscomplexobj(x):
    return _of(x).dtype.kind == "c"


def isscalar(element):
    return _numpy.is_scalar(element) or isinstance(element, (str, bytes))


def isposinf(x, out=None):
    return (_of(x) == float("inf"))[()]


def isneginf(x, out=None):
    return (_of(x) == -float("inf"))[()]


def round(a, decimals=0, out=None):
    a = _of(a)
    if a.dtype.kind in "biu":
        if decimals >= 0:
            result = a[()] if a.ndim == 0 else a.copy()
        else:
            scale = 10 ** -decimals
            result = (_rint(a / scale) * scale).astype(a.dtype)
    elif a.dtype.kind == "O":
        result = _of([builtins.round(value, decimals) for value in a.reshape(-1).tolist()]).reshape(a.shape)
    elif decimals == 0:
        result = _rint(a)
    elif decimals > 0:
        result = _rint(a * 10.0 ** decimals) / 10.0 ** decimals
    else:
        result = _rint(a / 10.0 ** -decimals) * 10.0 ** -decimals
    if isinstance(result, ndarray) and result.dtype != a.dtype:
        result = result.astype(a.dtype)
    if out is not None:
        out[...] = result
        return out
    return result


around = round


def fix(x, out=None):
    return _trunc(x, out=out) if out is not None else _trunc(x)


def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None, **options):
    a_min, a_max = (min if a_min is None else a_min), (max if a_max is None else a_max)
    options = {} if out is None else {"out": out}
    if a_min is None and a_max is None:
        return _positive(a, **options)
    if a_min is None:
        return _minimum(a, a_max, **options)
    if a_max is None:
        return _maximum(a, a_min, **options)
    return _minimum(_maximum(a, a_min), a_max, **options)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = asarray(x)
    result = x.copy() if copy else x
    if x.dtype.kind not in "fc":
        return result[()] if x.ndim == 0 else result
    import numpy

    limit = numpy.finfo(x.dtype).max
    for mask, value in (
        (_isnan(x), nan),
        (isposinf(x), limit if posinf is None else posinf),
        (isneginf(x), -limit if neginf is None else neginf),
    ):
        result[mask] = value
    return result[()] if x.ndim == 0 else result


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
        a = _shaping.concatenate(pieces, axis)
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
    return _shaping.concatenate(parts)


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
        if edge_order == 1:
            result[0] = (g[1] - g[0]) / steps[0]
            result[-1] = (g[-1] - g[-2]) / steps[1]
        else:
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
        x = _shaping.concatenate((x, other if rowvar or other.shape[0] == 1 else other.T), 0)
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


def array_equal(a1, a2, equal_nan=False):
    try:
        a1, a2 = _of(a1), _of(a2)
    except Exception:
        return False
    if a1.shape != a2.shape:
        return False
    same = _of(a1 == a2)
    if equal_nan and a1.dtype.kind in "fc":
        same = same | (_isnan(a1) & _isnan(a2))
    return bool(same.all())


def array_equiv(a1, a2):
    try:
        return bool(_of(_of(a1) == _of(a2)).all())
    except ValueError:
        return False


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = _of(a), _of(b)
    with errstate(invalid="ignore", over="ignore"):
        near = _less_equal(_absolute(a - b), atol + rtol * _absolute(b * 1.0)) & _isfinite(b * 1.0)
    result = _of(near) | _of(a == b)
    if equal_nan:
        result = result | (_isnan(a * 1.0) & _isnan(b * 1.0))
    return result[()]


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(_of(isclose(a, b, rtol, atol, equal_nan)).all())


class vectorize:
    """A function of single values as one of arrays."""

    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if signature is not None:
            raise NotImplementedError("vectorize takes no signature here")
        self.pyfunc, self.otypes, self.excluded = pyfunc, otypes, excluded or set()
        self.__doc__ = doc or getattr(pyfunc, "__doc__", None)
        self.__name__ = getattr(pyfunc, "__name__", "vectorize")

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            self.pyfunc = args[0]
            return self
        names = [name for name in kwargs if name not in self.excluded]
        places = [place for place in range(len(args)) if place not in self.excluded]
        arrays = _shaping.broadcast_arrays(*[args[place] for place in places], *[kwargs[name] for name in names])
        if not arrays:
            return self.pyfunc(*args, **kwargs)
        shape = arrays[0].shape
        results = []
        for values in zip(*(array._scalars() for array in arrays)):
            given, named = list(args), dict(kwargs)
            for place, value in zip(places, values):
                given[place] = value
            for name, value in zip(names, values[len(places):]):
                named[name] = value
            results.append(self.pyfunc(*given, **named))
        if not results:
            if self.otypes is None:
                raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
            return zeros(shape, self.otypes[0])
        if isinstance(results[0], tuple):
            columns = zip(*results)
            kinds = self.otypes or [None] * len(results[0])
            return tuple(asarray(list(column), kind).reshape(shape) for column, kind in zip(columns, kinds))
        kind = self.otypes[0] if self.otypes else _of(results[0]).dtype
        kind = None if kind == "U" or _scalars.dtype(kind).kind == "U" else kind
        return asarray(results, kind).reshape(shape)[()]


def frompyfunc(func, /, nin, nout, **options):
    return vectorize(func, otypes=[object] * nout)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = _of(arr)
    axis = _numpy.axis(axis, arr.ndim)
    rows = _shaping.moveaxis(arr, axis, -1)
    shape = rows.shape[:-1]
    results = [_of(func1d(row, *args, **kwargs)) for row in rows.reshape(-1, rows.shape[-1])]
    if not results:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    joined = _shaping.stack(results).reshape(shape + results[0].shape)
    for place in range(results[0].ndim):
        joined = _shaping.moveaxis(joined, len(shape) + place, axis + place)
    return joined


def apply_over_axes(func, a, axes):
    for axis in axes if hasattr(axes, "__iter__") else (axes,):
        result = _of(func(a, axis))
        a = result if result.ndim == _of(a).ndim else _shaping.expand_dims(result, axis)
    return a


def piecewise(x, condlist, funclist, *args, **kw):
    x = _of(x)
    conditions = _of(condlist)
    conditions = conditions.reshape((1,) + conditions.shape) if conditions.ndim == x.ndim else conditions
    masks = [_of(condition).astype(bool) for condition in conditions]
    if len(funclist) == len(masks) + 1:
        masks.append(~_reductions.any(_shaping.stack(masks), 0))
    result = zeros(x.shape, x.dtype)
    for mask, function in zip(masks, funclist):
        values = x[mask]
        if values.size:
            result[mask] = function(values, *args, **kw) if callable(function) else function
    return result


def sinc(x):
    x = _of(x)
    y = 3.141592653589793 * _numpy.choose(x == 0, 1.0e-20, x)
    return (_sin(y) / y)[()]


def i0(x):
    """The modified Bessel function of order 0, by its series."""
    x = _absolute(_of(x).astype(float))
    term, total = _of(x * 0 + 1.0), _of(x * 0 + 1.0)
    for k in range(1, 500):
        term = term * (x / 2) ** 2 / k ** 2
        total = total + term
        if _reductions.all(term <= total * 1e-17):
            break
    return total[()]


def _window(M, terms):
    if M < 1:
        return zeros(0)
    if M == 1:
        return zeros(1) + 1.0
    n = arange(1 - M, M, 2)
    return builtins.sum(factor * _cos(3.141592653589793 * k * n / (M - 1)) for k, factor in enumerate(terms))


def hanning(M):
    return _window(M, (0.5, 0.5))


def hamming(M):
    return _window(M, (0.54, 0.46))


def blackman(M):
    return _window(M, (0.42, 0.5, 0.08))


def bartlett(M):
    if M <= 1:
        return zeros(builtins.max(M, 0)) + 1.0
    n = arange(1 - M, M, 2)
    return _numpy.choose(n <= 0, 1 + n / (M - 1), 1 - n / (M - 1))


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


def unravel_index(indices, shape, order="C"):
    places = _of(indices)
    sizes = _shaping.shape_of(shape)
    size = 1
    for one in sizes:
        size *= one
    if places.size and not (0 <= places.min() and places.max() < size):
        wrong = places.max() if places.max() >= size else places.min()
        raise ValueError(f"index {wrong} is out of bounds for array with size {size}")
    result = []
    for one in sizes[::-1] if order == "C" else sizes:
        result.append((places % one)[()])
        places = places // one
    return tuple(result[::-1] if order == "C" else result)


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    sizes = _shaping.shape_of(dims)
    total = 0
    for index, size in zip(multi_index, sizes) if order == "C" else list(zip(multi_index, sizes))[::-1]:
        index = _of(index)
        if mode == "wrap":
            index = index % size
        elif mode == "clip":
            index = clip(index, 0, size - 1)
        elif index.size and not (0 <= index.min() and index.max() < size):
            raise ValueError("invalid entry in coordinates array")
        total = total * size + index
    return _of(total)[()]


def ix_(*args):
    results = []
    for place, arg in enumerate(args):
        arg = _of(arg)
        if arg.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        if arg.dtype.kind == "b":
            arg = arg.nonzero()[0]
        elif arg.size == 0:
            arg = arg.astype(int)
        results.append(arg.reshape((1,) * place + (arg.size,) + (1,) * (len(args) - place - 1)))
    return tuple(results)


def tril_indices(n, k=0, m=None):
    import numpy

    return numpy.nonzero(numpy.tri(n, m, k, bool))


def triu_indices(n, k=0, m=None):
    import numpy

    return numpy.nonzero(~numpy.tri(n, m, k - 1, bool))


def tril_indices_from(arr, k=0):
    return tril_indices(arr.shape[-2], k, arr.shape[-1])


def triu_indices_from(arr, k=0):
    return triu_indices(arr.shape[-2], k, arr.shape[-1])


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def diag_indices_from(arr):
    return diag_indices(arr.shape[0], arr.ndim)


def fill_diagonal(a, val, wrap=False):
    index = arange(builtins.min(a.shape))
    a[(index,) * a.ndim] = _of(val)[: index.size] if _of(val).ndim else val


def ndenumerate(arr):
    arr = _of(arr)
    for index in ndindex(arr.shape):
        yield index, arr[index]


def ndindex(*shape):
    import itertools

    shape = shape[0] if len(shape) == 1 and hasattr(shape[0], "__iter__") else shape
    return itertools.product(*(range(size) for size in shape))


def shares_memory(a, b, max_work=None):
    return a._shares(b)


def result_type(*arrays_and_dtypes):
    return _numpy.result_type(list(arrays_and_dtypes))


def promote_types(type1, type2):
    return _numpy.promote_types(type1, type2)


def can_cast(from_, to, casting="safe"):
    if isinstance(from_, (int, float, complex)) and not isinstance(from_, _scalars.generic):
        raise TypeError(
            "can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.\n"
            "This change was part of adopting NEP 50, we may explicitly allow them again in the future."
        )
    return _numpy.can_cast(from_.dtype if isinstance(from_, (ndarray, _scalars.generic)) else from_, to, casting)


def issubdtype(arg1, arg2):
    def class_of(kind):
        if isinstance(kind, type) and issubclass(kind, _scalars.generic):
            return kind
        return _scalars.dtype(kind).type

    return issubclass(class_of(arg1), class_of(arg2))


def isdtype(dtype, kind):
    families = {"bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f",
                "complex floating": "c", "numeric": "iufc"}
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return any(
        _scalars.dtype(dtype).kind in families[one] if one in families else _scalars.dtype(dtype) == one for one in kinds
    )


def min_scalar_type(a):
    a = _of(a)
    if a.ndim or a.dtype.kind not in "iu":
        return a.dtype
    value = int(a)
    for name in ("uint8", "uint16", "uint32", "uint64") if value >= 0 else ("int8", "int16", "int32", "int64"):
        limits = iinfo(name)
        if limits.min <= value <= limits.max:
            return _scalars.dtype(name)
    return a.dtype


class iinfo:
    """The limits of a kind of integers."""

    def __init__(self, type):
        self.dtype = _scalars.dtype(type if isinstance(type, (str, _scalars._numpy.classes[1])) or isinstance(type, builtins.type) else _of(type).dtype)
        if self.dtype.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.kind, self.bits = self.dtype.kind, 8 * self.dtype.itemsize
        self.key = f"{self.kind}{self.bits}"
        self.min = 0 if self.kind == "u" else -(1 << self.bits - 1)
        self.max = (1 << self.bits - (self.kind == "i")) - 1

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


class finfo:
    """The limits of a kind of floats."""

    def __init__(self, dtype):
        kind = _scalars.dtype(dtype if not isinstance(dtype, (float, ndarray)) else _of(dtype).dtype)
        if kind.kind == "c":
            kind = _scalars.dtype("float64")
        if kind.kind != "f":
            raise ValueError(f"data type {kind.type!r} not inexact")
        self.dtype = kind
        single = kind.itemsize == 4
        make = kind.type
        self.bits = 8 * kind.itemsize
        self.nmant, self.nexp = (23, 8) if single else (52, 11)
        self.precision = 6 if single else 15
        self.eps = make(2.0 ** -self.nmant)
        self.epsneg = make(2.0 ** -(self.nmant + 1))
        self.resolution = make(10.0 ** -self.precision)
        self.max = make((2.0 - 2.0 ** -self.nmant) * 2.0 ** (127 if single else 1023))
        self.min = -self.max
        self.tiny = self.smallest_normal = make(2.0 ** (-126 if single else -1022))
        self.smallest_subnormal = make(2.0 ** (-149 if single else -1074))
        self.minexp, self.maxexp = (-126, 128) if single else (-1022, 1024)
        self.machep, self.negep = -self.nmant, -self.nmant - 1

    def __repr__(self):
        return (
            f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})"
        )


_ERRORS = ("divide", "over", "invalid")


def geterr():
    divide, over, invalid = _numpy.handling()
    return {"divide": divide, "over": over, "under": "ignore", "invalid": invalid}


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    before = geterr()
    chosen = [given or all or before[name] for name, given in zip(_ERRORS, (divide, over, invalid))]
    _numpy.set_handling(chosen)
    return before


class errstate(contextlib.ContextDecorator):
    """How errors of floating point are handled in a block."""

    def __init__(self, *, all=None, divide=None, over=None, under=None, invalid=None, call=None):
        self.wanted = {"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid}

    def __enter__(self):
        self.before = seterr(**self.wanted)

    def __exit__(self, *error):
        seterr(**self.before)
