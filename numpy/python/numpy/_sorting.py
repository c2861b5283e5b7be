"""Sorting, searching, choosing."""

import builtins

import _numpy

from numpy._creation import concatenate_kind
from numpy import _joining, _shaping

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
    return _shaping.transpose(_joining.stack(nonzero(a)))


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
    if mode == "wrap":
        places = places % a.size
    elif mode == "clip":
        places = _of([builtins.min(builtins.max(place, 0), a.size - 1) for place in places.tolist()])
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
    a, rows = arrays[0], _joining.stack(arrays[1:])
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
