"""Shapes: turning, joining, dividing."""

import builtins
import operator

import _numpy

from numpy._array import ndarray, shape_of
from numpy._creation import asarray, concatenate_kind, empty

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


def concatenate(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    arrays = [_of(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays, axis = [a.reshape(-1) for a in arrays], 0
    first = arrays[0]
    if first.ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    axis = _axis(axis, first.ndim)
    for number, a in enumerate(arrays):
        if a.ndim != first.ndim:
            raise ValueError(
                "all the input array dimensions except for the concatenation axis must match exactly, but along "
                f"dimension 0, the array at index 0 has {first.ndim} dimension(s) and the array at index {number} has "
                f"{a.ndim} dimension(s)"
                if False else
                f"all the input arrays must have same number of dimensions, but the array at index 0 has {first.ndim} "
                f"dimension(s) and the array at index {number} has {a.ndim} dimension(s)"
            )
        for place in range(a.ndim):
            if place != axis and a.shape[place] != first.shape[place]:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along "
                    f"dimension {place}, the array at index 0 has size {first.shape[place]} and the array at index "
                    f"{number} has size {a.shape[place]}"
                )
    shape = list(first.shape)
    shape[axis] = builtins.sum(a.shape[axis] for a in arrays)
    result = empty(shape, concatenate_kind(arrays) if dtype is None else dtype) if out is None else out
    start = 0
    for a in arrays:
        stop = start + a.shape[axis]
        result[(slice(None),) * axis + (slice(start, stop),)] = a
        start = stop
    return result


concat = concatenate


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    arrays = [_of(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a.shape for a in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    axis = _axis(axis, arrays[0].ndim + 1)
    return concatenate([expand_dims(a, axis) for a in arrays], axis, out, dtype=dtype)


def vstack(tup, *, dtype=None, casting="same_kind"):
    arrays = atleast_2d(*tup)
    return concatenate(arrays if isinstance(arrays, tuple) else [arrays], 0, dtype=dtype)


def hstack(tup, *, dtype=None, casting="same_kind"):
    arrays = atleast_1d(*tup)
    arrays = arrays if isinstance(arrays, tuple) else [arrays]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


def dstack(tup):
    arrays = atleast_3d(*tup)
    return concatenate(arrays if isinstance(arrays, tuple) else [arrays], 2)


def column_stack(tup):
    return concatenate([a.reshape(-1, 1) if a.ndim < 2 else a for a in map(_of, tup)], 1)


def append(arr, values, axis=None):
    arr = _of(arr)
    if axis is None:
        return concatenate((arr.reshape(-1), _of(values).reshape(-1)))
    return concatenate((arr, values), axis)


def block(arrays):
    def depth(part):
        return 1 + builtins.max(map(depth, part)) if isinstance(part, list) else 0

    total = depth(arrays)

    def joined(part, level):
        if not isinstance(part, list):
            a = _of(part)
            return a.reshape((1,) * (builtins.max(total - a.ndim, 0)) + a.shape)
        if not part:
            raise ValueError("List at arrays cannot be empty")
        parts = [joined(inner, level + 1) for inner in part]
        return concatenate(parts, parts[0].ndim - total + level)

    return joined(arrays, 0)


def array_split(ary, indices_or_sections, axis=0):
    ary = _of(ary)
    axis = _axis(axis, ary.ndim)
    total = ary.shape[axis]
    if hasattr(indices_or_sections, "__iter__"):
        ends = [0] + [int(index) for index in indices_or_sections] + [total]
    else:
        sections = operator.index(indices_or_sections)
        if sections <= 0:
            raise ValueError("number sections must be larger than 0.")
        each, more = divmod(total, sections)
        ends = [0]
        for number in range(sections):
            ends.append(ends[-1] + each + (number < more))
    return [ary[(slice(None),) * axis + (slice(a, b),)] for a, b in zip(ends, ends[1:])]


def split(ary, indices_or_sections, axis=0):
    ary = _of(ary)
    if not hasattr(indices_or_sections, "__iter__") and ary.shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    ary = _of(ary)
    if ary.ndim == 0:
        raise ValueError("hsplit only works on arrays of 1 or more dimensions")
    return split(ary, indices_or_sections, 1 if ary.ndim > 1 else 0)


def vsplit(ary, indices_or_sections):
    if _of(ary).ndim < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


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


def roll(a, shift, axis=None):
    a = _of(a)
    if axis is None:
        return roll(a.reshape(-1), shift, 0).reshape(a.shape)
    axes = axis if isinstance(axis, tuple) else (axis,)
    shifts = shift if isinstance(shift, tuple) else (shift,) * len(axes)
    for axis, shift in zip(axes, shifts):
        axis = _axis(axis, a.ndim)
        length = a.shape[axis]
        if length:
            cut = -int(shift) % length
            before = (slice(None),) * axis
            a = concatenate((a[before + (slice(cut, None),)], a[before + (slice(0, cut),)]), axis)
    return a.copy() if not axes else a


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
        if values.ndim == arr.ndim and values.ndim:
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
