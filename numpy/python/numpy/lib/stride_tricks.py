"""Views whose elements overlap."""

import _numpy

from numpy._array import shape_of
from numpy._shaping import _of, broadcast_arrays, broadcast_shapes, broadcast_to

__all__ = ["as_strided", "broadcast_arrays", "broadcast_shapes", "broadcast_to", "sliding_window_view"]


def as_strided(x, shape=None, strides=None, subok=False, writeable=True):
    x = _of(x)
    shape = x.shape if shape is None else tuple(shape_of(shape))
    strides = x.strides if strides is None else tuple(strides)
    if any(stride % x.itemsize for stride in strides):
        raise ValueError(f"strides have to be multiples of the {x.itemsize} bytes of an element here")
    view = x._strided(list(shape), [stride // x.itemsize for stride in strides])
    view._is_writable = view._is_writable and writeable
    return view


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    x = _of(x)
    window = tuple(window_shape) if hasattr(window_shape, "__iter__") else (window_shape,)
    if any(size < 0 for size in window):
        raise ValueError("`window_shape` cannot contain negative values")
    if axis is None:
        axes = tuple(range(x.ndim))
        if len(window) != x.ndim:
            raise ValueError(
                "Since axis is None, must provide window_shape for all dimensions of `x`; got "
                f"{len(window)} window_shape elements and `x.ndim` is {x.ndim}."
            )
    else:
        axes = tuple(_numpy.axis(one, x.ndim) for one in (axis if hasattr(axis, "__iter__") else (axis,)))
        if len(window) != len(axes):
            raise ValueError(
                f"Must provide matching length window_shape and axis; got {len(window)} window_shape elements and "
                f"{len(axes)} axes elements."
            )
    shape = list(x.shape)
    for place, size in zip(axes, window):
        if shape[place] < size:
            raise ValueError("window shape cannot be larger than input array shape")
        shape[place] -= size - 1
    strides = x.strides + tuple(x.strides[place] for place in axes)
    return as_strided(x, tuple(shape) + window, strides, writeable=writeable)
