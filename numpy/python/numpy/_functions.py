"""Functions of many values that are neither sums nor products nor orders."""

import builtins

import _numpy

from numpy import _joining, _reductions, _scalars, _shaping
from numpy._array import ndarray
from numpy._creation import arange, asarray, zeros
from numpy._kinds import errstate

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
    return _numpy.is_scalar(element) or isinstance(element, (str, bytes)) or _is_number(element)


def _is_number(value):
    import numbers

    return isinstance(value, numbers.Number)


def isposinf(x, out=None):
    return _equal(x, float("inf"), **({} if out is None else {"out": out}))


def isneginf(x, out=None):
    return _equal(x, -float("inf"), **({} if out is None else {"out": out}))


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

    if x.dtype.kind == "c":
        parts = [nan_to_num(part, True, nan, posinf, neginf) for part in (x.real, x.imag)]
        result[...] = parts[0] + 1j * parts[1]
        return result[()] if x.ndim == 0 else result

    limit = numpy.finfo(x.dtype).max
    for mask, value in (
        (_isnan(x), nan),
        (isposinf(x), limit if posinf is None else posinf),
        (isneginf(x), -limit if neginf is None else neginf),
    ):
        result[mask] = value
    return result[()] if x.ndim == 0 else result


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
    joined = _joining.stack(results).reshape(shape + results[0].shape)
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
        masks.append(~_reductions.any(_joining.stack(masks), 0))
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


def shares_memory(a, b, max_work=None):
    return a._shares(b)
