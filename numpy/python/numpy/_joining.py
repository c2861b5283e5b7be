"""Several arrays out of one, and one out of several."""

import builtins
import operator

from numpy._creation import concatenate_kind, empty
from numpy._shaping import _axis, _of, atleast_1d, atleast_2d, atleast_3d, expand_dims


def concatenate(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    axis = None if axis is None else operator.index(axis)
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
