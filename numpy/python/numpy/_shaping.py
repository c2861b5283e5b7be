"""Shapes: turning, repeating, filling up."""

import builtins

import _numpy

from numpy._array import shape_of
from numpy._creation import asarray, empty

_axis = _numpy.axis


def _of(a):
    return _numpy.asarray(a, None)


def shape(a):
    return _of(a).shape


def ndim(a):
    return _of(a).ndim


def size(a, axis=None):
    a = _of(a)
    return a.size if axis is None else a.shape[_axis(axis, a.ndim)]


def reshape(a, /, shape=None, order="C", *, copy=None):
    return _of(a).reshape(shape, order=order, copy=copy)


def ravel(a, order="C"):
    return _of(a).ravel(order)


def transpose(a, axes=None):
    return _of(a).transpose(axes)


permute_dims = transpose


def matrix_transpose(x, /):
    return _of(x).mT


def swapaxes(a, axis1, axis2):
    return _of(a).swapaxes(axis1, axis2)


def squeeze(a, axis=None):
    return _of(a).squeeze(axis)


def moveaxis(a, source, destination):
    a = _of(a)
    source = [_axis(axis, a.ndim) for axis in (source if isinstance(source, (tuple, list)) else (source,))]
    destination = [_axis(axis, a.ndim) for axis in (destination if isinstance(destination, (tuple, list)) else (destination,))]
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [axis for axis in range(a.ndim) if axis not in source]
    for to, axis in sorted(zip(destination, source)):
        order.insert(to, axis)
    return a.transpose(order)


def rollaxis(a, axis, start=0):
    a = _of(a)
    axis = _axis(axis, a.ndim)
    start = start + a.ndim if start < 0 else start
    order = list(range(a.ndim))
    order.remove(axis)
    order.insert(start - (axis < start), axis)
    return a.transpose(order)


def expand_dims(a, axis):
    a = _of(a)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    total = a.ndim + len(axes)
    axes = [_axis(axis, total) for axis in axes]
    sizes = iter(a.shape)
    return a.reshape([1 if axis in axes else next(sizes) for axis in range(total)])


def atleast_1d(*arrays):
    results = [a.reshape(1) if a.ndim == 0 else a for a in map(_of, arrays)]
    return results[0] if len(results) == 1 else tuple(results)


def atleast_2d(*arrays):
    results = [a.reshape((1, -1)) if a.ndim < 2 else a for a in map(_of, arrays)]
    return results[0] if len(results) == 1 else tuple(results)


def atleast_3d(*arrays):
    def deep(a):
        if a.ndim == 0:
            return a.reshape(1, 1, 1)
        if a.ndim == 1:
            return a.reshape(1, -1, 1)
        return a.reshape(a.shape + (1,)) if a.ndim == 2 else a

    results = [deep(_of(a)) for a in arrays]
    return results[0] if len(results) == 1 else tuple(results)


def broadcast_to(array, shape, subok=False):
    array = _of(array)
    shape = shape_of(shape)
    result = array._broadcast(shape)
    if result is None:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{_plain(array.shape)} and requested shape {_plain(shape)}"
        )
    result._is_writable = False
    return result


def _plain(shape):
    return "(" + ",".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"


def broadcast_shapes(*shapes):
    return _numpy.broadcast([shape_of(shape) for shape in shapes])


def broadcast_arrays(*args, subok=False):
    arrays = [_of(a) for a in args]
    shape = _numpy.broadcast([list(a.shape) for a in arrays])
    return tuple(a if a.shape == shape else broadcast_to(a, shape) for a in arrays)


def tile(A, reps):
    A = _of(A)
    reps = tuple(reps) if hasattr(reps, "__iter__") else (reps,)
    count = builtins.max(A.ndim, len(reps))
    reps = (1,) * (count - len(reps)) + tuple(int(rep) for rep in reps)
    A = A.reshape((1,) * (count - A.ndim) + A.shape)
    wide = A.reshape([size for pair in zip((1,) * count, A.shape) for size in pair])
    shape = [size for pair in zip(reps, A.shape) for size in pair]
    return broadcast_to(wide, shape).reshape([rep * size for rep, size in zip(reps, A.shape)]).copy()


def repeat(a, repeats, axis=None):
    a = _of(a)
    if axis is None:
        a, axis = a.reshape(-1), 0
    axis = _axis(axis, a.ndim)
    length = a.shape[axis]
    counts = _of(repeats).reshape(-1).tolist()
    if len(counts) == 1:
        counts *= length
    if len(counts) != length:
        raise ValueError(f"operands could not be broadcast together with shape ({length},) ({len(counts)},)")
    if any(count < 0 for count in counts):
        raise ValueError("repeats may not contain negative values.")
    index = [place for place, count in enumerate(counts) for _ in range(count)]
    return a[(slice(None),) * axis + (asarray(index, int),)]


def flip(m, axis=None):
    m = _of(m)
    axes = range(m.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = [_axis(axis, m.ndim) for axis in axes]
    return m[tuple(slice(None, None, -1 if axis in axes else None) for axis in range(m.ndim))]


def flipud(m):
    return flip(m, 0)


def fliplr(m):
    m = _of(m)
    if m.ndim < 2:
        raise ValueError("Input must be >= 2-d.")
    return flip(m, 1)


def rot90(m, k=1, axes=(0, 1)):
    k %= 4
    if k == 0:
        return _of(m)[:]
    if k == 2:
        return flip(flip(m, axes[0]), axes[1])
    turned = swapaxes(m, *axes)
    return flip(turned, axes[0]) if k == 1 else flip(turned, axes[1])


def delete(arr, obj, axis=None):
    arr = _of(arr)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    axis = _axis(axis, arr.ndim)
    length = arr.shape[axis]
    keep = _numpy.zeros([length], bool)
    keep.fill(True)
    if not isinstance(obj, slice):
        obj = _of(obj)
        if obj.dtype.kind != "b" and obj.size:
            for index in obj.reshape(-1).tolist():
                if not -length <= index < length:
                    raise IndexError(f"index {index} is out of bounds for axis {axis} with size {length}")
        if obj.size == 0:
            return arr.copy()
    keep[obj] = False
    return arr[(slice(None),) * axis + (keep,)]


def insert(arr, obj, values, axis=None):
    arr = _of(arr)
    if axis is None:
        arr, axis = arr.reshape(-1), 0
    axis = _axis(axis, arr.ndim)
    length = arr.shape[axis]
    is_single = not hasattr(obj, "__iter__") and not isinstance(obj, slice)
    places = _numpy.int_steps(0, 1, length)[obj] if isinstance(obj, slice) else _of(obj)
    places = [place + length if place < 0 else place for place in places.reshape(-1).tolist()]
    for place in places:
        if not 0 <= place <= length:
            raise IndexError(f"index {place} is out of bounds for axis {axis} with size {length}")
    values = _of(values).astype(arr.dtype)
    if is_single:
        if _of(obj).ndim == 0 and values.ndim:
            # A single place takes the values as if they stood along the first axis.
            while values.ndim < arr.ndim:
                values = values.reshape((1,) + values.shape)
            values = moveaxis(values, 0, axis)
            places = places * values.shape[axis]
        elif values.ndim == arr.ndim and values.ndim:
            places = places * values.shape[axis]
        elif values.ndim and arr.ndim == 1:
            places = places * values.size
        elif values.ndim:
            values = expand_dims(values, axis) if values.ndim == arr.ndim - 1 else values
    order = sorted(range(len(places)), key=places.__getitem__)
    shape = list(arr.shape)
    shape[axis] += len(places)
    result = empty(shape, arr.dtype)
    new = [0] * len(places)
    for rank, number in enumerate(order):
        new[number] = places[number] + rank
    keep = _numpy.zeros([shape[axis]], bool)
    keep.fill(True)
    keep[asarray(new, int)] = False
    before = (slice(None),) * axis
    result[before + (asarray(new, int),)] = values
    result[before + (keep,)] = arr
    return result


def pad(array, pad_width, mode="constant", **kwargs):
    array = _of(array)
    widths = asarray(pad_width, int)
    widths = broadcast_to(widths if widths.ndim != 1 or widths.size != 1 else widths, (array.ndim, 2)).tolist()
    shape = [size + a + b for size, (a, b) in zip(array.shape, widths)]
    inner = tuple(slice(a, a + size) for size, (a, b) in zip(array.shape, widths))
    if mode == "constant":
        result = empty(shape, array.dtype)
        fills = broadcast_to(_of(kwargs.get("constant_values", 0)), (array.ndim, 2))
        result[inner] = array
        for axis, (a, b) in enumerate(widths):
            before = (slice(None),) * axis
            rest = inner[axis + 1:] if False else ()
            result[before + (slice(0, a),) + rest] = fills[axis, 0]
            result[before + (slice(shape[axis] - b, None),) + rest] = fills[axis, 1]
        return result
    result = array
    for axis, (a, b) in enumerate(widths):
        length = array.shape[axis]
        index = range(-a, length + b)
        if mode == "edge":
            index = [builtins.min(builtins.max(place, 0), length - 1) for place in index]
        elif mode == "wrap":
            index = [place % length for place in index]
        elif mode == "reflect":
            turn = builtins.max(2 * (length - 1), 1)
            index = [length - 1 - builtins.abs(place % turn - (length - 1)) for place in index]
        elif mode == "symmetric":
            index = [builtins.min(place % (2 * length), 2 * length - 1 - place % (2 * length)) for place in index]
        else:
            raise ValueError(f"mode '{mode}' is not supported here: use constant, edge, wrap, reflect or symmetric")
        result = result[(slice(None),) * axis + (asarray(index, int),)]
    return result
