"""Places of elements: as numbers, as tuples, and those of diagonals and triangles."""

import builtins

from numpy import _shaping
from numpy._creation import arange
from numpy._functions import clip
from numpy._reductions import _of


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
    if a.ndim == 2 and wrap:
        # Each step goes one row down and one column on, over the end of a row, too.
        step = a.shape[1] + 1
        count = -(-a.size // step)
        values = _of(val).reshape(-1)
        a.flat[arange(count) * step] = values[arange(count) % values.size]
        return
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
