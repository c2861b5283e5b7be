"""Making arrays."""

import math
import operator

import _numpy

from numpy._array import ndarray, refuse_too_large, shape_of
from numpy._scalars import dtype as dtype_

_asarray = _numpy.asarray


def array(object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None):
    result = _asarray(object, dtype)
    if copy is False and result is not object:
        raise ValueError(
            "Unable to avoid copy while creating an array as requested.\n"
            "If using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy when needed "
            "(no behavior change in NumPy 1.x)."
        )
    if copy and (result is object or isinstance(object, ndarray) and result._shares(object)):
        result = result.copy(order or "K")
    elif copy and getattr(object, "__array__", None) is not None and isinstance(result, ndarray):
        result = result.copy(order or "K")
    if order == "F" and not result._is_f:
        result = result.copy("F")
    elif order == "C" and not result._is_c:
        result = result.copy("C")
    if result.ndim < ndmin:
        result = result.reshape((1,) * (ndmin - result.ndim) + result.shape)
    return result


def asarray(a, dtype=None, order=None, *, device=None, copy=None, like=None):
    result = _asarray(a, dtype)
    if copy and (result is a):
        return result.copy()
    if order == "F" and not result._is_f:
        return result.copy("F")
    if order == "C" and not result._is_c:
        return result.copy("C")
    return result


asanyarray = asarray


def ascontiguousarray(a, dtype=None):
    result = asarray(a, dtype, order="C")
    return result.reshape(1) if result.ndim == 0 else result


def asfortranarray(a, dtype=None):
    return asarray(a, dtype, order="F")


def require(a, dtype=None, requirements=None):
    wanted = {requirements} if isinstance(requirements, str) else set(requirements or ())
    wanted = {name.upper()[0] for name in wanted}
    a = asarray(a, dtype, "F" if "F" in wanted else "C" if "C" in wanted else None)
    if "O" in wanted and a.base is not None or "W" in wanted and not a.flags.writeable:
        a = array(a)
    return a


def asarray_chkfinite(a, dtype=None, order=None):
    import numpy

    a = asarray(a, dtype, order)
    if a.dtype.kind in "fc" and not numpy.isfinite(a).all():
        raise ValueError("array must not contain infs or NaNs")
    return a


def copy(a, order="K", subok=False):
    return array(a, order=order)


def _made(shape, dtype, order):
    shape = shape_of(shape)
    refuse_too_large(shape, dtype)
    if order == "F":
        return _numpy.zeros(shape[::-1], dtype).T
    return _numpy.zeros(shape, dtype)


def zeros(shape, dtype=float, order="C", *, device=None, like=None):
    return _made(shape, dtype, order)


def empty(shape, dtype=float, order="C", *, device=None, like=None):
    result = _made(shape, dtype, order)
    if result.dtype.kind == "O":
        result.fill(None)
    return result


def ones(shape, dtype=None, order="C", *, device=None, like=None):
    return full(shape, 1, float if dtype is None else dtype, order)


def full(shape, fill_value, dtype=None, order="C", *, device=None, like=None):
    if dtype is None:
        dtype = _asarray(fill_value, None).dtype
    result = _made(shape, dtype, order)
    if isinstance(fill_value, (list, tuple, ndarray)):
        result[...] = fill_value
    else:
        result.fill(fill_value)
    return result


def _like(a, dtype, shape):
    a = _asarray(a, None)
    return a.shape if shape is None else shape, a.dtype if dtype is None else dtype


def zeros_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return zeros(*_like(a, dtype, shape))


def empty_like(prototype, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return empty(*_like(prototype, dtype, shape))


def ones_like(a, dtype=None, order="K", subok=True, shape=None, *, device=None):
    return ones(*_like(a, dtype, shape))


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None, *, device=None):
    shape, dtype = _like(a, dtype, shape)
    return full(shape, fill_value, dtype)


def arange(*args, start=None, stop=None, step=None, dtype=None, device=None, like=None):
    if len(args) == 1 and stop is None and start is None:
        start, stop = 0, args[0]
    else:
        given = list(args) + [None] * (3 - len(args))
        start = given[0] if start is None else start
        stop = given[1] if stop is None else stop
        step = given[2] if step is None else step
    if len(args) == 4:
        dtype = args[3]
    start = 0 if start is None else start
    if stop is None:
        raise TypeError("arange() requires stop to be specified.")
    step = 1 if step is None else step
    if step == 0:
        raise ZeroDivisionError("division by zero")
    kind = dtype_(dtype) if dtype is not None else _numpy.result_type([start, stop, step])
    if kind.kind == "U" or isinstance(start, str):
        raise TypeError("arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.")
    if kind.kind in "iub" and all(_is_integer(value) for value in (start, stop, step)):
        start, stop, step = operator.index(start), operator.index(stop), operator.index(step)
        count = max(0, -((start - stop) // step))
        refuse_too_large([count], kind)
        result = _numpy.int_steps(start, step, count)
    else:
        span = (stop - start) / step
        if span != span or span in (math.inf, -math.inf):
            raise ValueError("arange: cannot compute length")
        count = max(0, math.ceil(span))
        refuse_too_large([count], kind)
        # The difference of the first two is what all others are apart, as in NumPy, also where they are cut to integers.
        if kind.kind in "iu":
            first = int(start)
            return _numpy.int_steps(first, int(start + step) - first, count)._cast(kind)
        first = float(start)
        result = _numpy.steps(first, (first + float(step)) - first, count)
    return result if result.dtype == kind else result._cast(kind)


def _is_integer(value):
    return hasattr(value, "__index__")


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
    import numpy

    num = operator.index(num)
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    div = num - 1 if endpoint else num
    start, stop = numpy.asarray(start) * 1.0, numpy.asarray(stop) * 1.0
    delta = stop - start
    kind = numpy.result_type(start, stop, float(num))
    kind, whole = (kind, False) if dtype is None else (dtype_(dtype), dtype_(dtype).kind in "iu")
    shape = _asarray(delta, None).shape
    result = numpy.arange(0.0, num).reshape((-1,) + (1,) * len(shape))
    if div > 0:
        step = delta / div
        if numpy.any(step == 0):
            result = result / div * delta
        else:
            result = result * step
    else:
        step = numpy.nan
        result = result * delta
    result = result + start
    if endpoint and num > 1:
        result[-1, ...] = stop
    if axis:
        result = numpy.moveaxis(result, 0, axis)
    if whole:
        result = numpy.floor(result)
    result = result.astype(kind, copy=False)
    return (result, step) if retstep else result


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    import numpy

    result = numpy.power(base, linspace(start, stop, num, endpoint, axis=axis))
    return result if dtype is None else result.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    import numpy

    start, stop = numpy.asarray(start), numpy.asarray(stop)
    if numpy.any(start == 0) or numpy.any(stop == 0):
        raise ValueError("Geometric sequence cannot include zero")
    sign = numpy.sign(start) if start.dtype.kind != "c" else 1.0
    result = logspace(numpy.log10(start / sign), numpy.log10(stop / sign), num, endpoint, axis=axis) * sign
    if num > 0:
        result[0] = start
        if num > 1 and endpoint:
            result[-1] = stop
    return result if dtype is None else result.astype(dtype)


def eye(N, M=None, k=0, dtype=float, order="C", *, device=None, like=None):
    M = N if M is None else M
    result = zeros((N, M), dtype)
    rows = range(max(0, -k), min(N, M - k))
    if len(rows):
        index = _numpy.int_steps(rows[0], 1, len(rows))
        result[index, index + k] = 1
    return result


def identity(n, dtype=None, *, like=None):
    return eye(n, dtype=float if dtype is None else dtype)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    import numpy

    return function(*numpy.indices(shape, dtype=dtype), **kwargs)


def fromiter(iter, dtype, count=-1, *, like=None):
    import itertools

    values = list(iter if count < 0 else itertools.islice(iter, count))
    if len(values) < count:
        raise ValueError("iterator too short")
    return _asarray(values, dtype)


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    data = bytes(buffer)[offset:]
    size = dtype_(dtype).itemsize
    result = _numpy.from_bytes(data if count < 0 else data[: count * size], dtype)
    result._is_writable = not isinstance(buffer, bytes)
    return result


def fromstring(string, dtype=float, count=-1, *, sep="", like=None):
    if not sep:
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    parts = string.split() if sep.isspace() else [part for part in string.split(sep) if part.strip()]
    return _asarray([dtype_(dtype).type(part) if dtype_(dtype).kind != "i" else int(part) for part in parts], dtype)


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    import numpy

    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    ndim = len(xi)
    grids = []
    for axis, x in enumerate(xi):
        place = axis
        if indexing == "xy" and ndim > 1 and axis < 2:
            place = 1 - axis
        shape = [1] * ndim
        shape[place] = -1
        grids.append(numpy.asanyarray(x).reshape(shape))
    if not sparse:
        grids = numpy.broadcast_arrays(*grids)
    return tuple(grid.copy() for grid in grids) if copy else tuple(grids)


def indices(dimensions, dtype=int, sparse=False):
    import numpy

    dimensions = tuple(dimensions) if hasattr(dimensions, "__iter__") else (dimensions,)
    parts = []
    for axis, size in enumerate(dimensions):
        shape = [1] * len(dimensions)
        shape[axis] = size
        parts.append(arange(size).astype(dtype).reshape(shape))
    if sparse:
        return tuple(parts)
    result = empty((len(dimensions),) + dimensions, dtype)
    for axis, part in enumerate(parts):
        result[axis] = part
    return result


def diag(v, k=0):
    v = _asarray(v, None)
    if v.ndim == 1:
        size = v.shape[0] + abs(k)
        result = zeros((size, size), v.dtype)
        index = arange(v.shape[0])
        result[index + max(0, -k), index + max(0, k)] = v
        return result
    if v.ndim == 2:
        import numpy

        return numpy.diagonal(v, k)
    raise ValueError("Input must be 1- or 2-d.")


def diagflat(v, k=0):
    return diag(_asarray(v, None).reshape(-1), k)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    M = N if M is None else M
    return (arange(N).reshape(-1, 1) >= arange(-k, M - k)).astype(dtype)


def tril(m, k=0):
    m = _asarray(m, None)
    return _numpy.choose(tri(*m.shape[-2:], k=k, dtype=bool), m, zeros((), m.dtype))


def triu(m, k=0):
    m = _asarray(m, None)
    return _numpy.choose(tri(*m.shape[-2:], k=k - 1, dtype=bool), zeros((), m.dtype), m)


def vander(x, N=None, increasing=False):
    x = _asarray(x, None)
    N = len(x) if N is None else N
    powers = arange(N) if increasing else arange(N - 1, -1, -1)
    return x.reshape(-1, 1) ** powers


def concatenate_kind(arrays):
    """The kind that arrays have when they are put together."""
    kind = arrays[0].dtype
    for other in arrays[1:]:
        kind = _numpy.promote_types(kind, other.dtype)
    return kind
