"""Arrays of numbers: numpy, with its core written in Rust."""

import _numpy

from numpy import _helpers, _scalars
from numpy._scalars import (
    bool_, character, complex128, complexfloating, dtype, flexible, float32, float64, floating, generic, inexact, int8,
    int16, int32, int64, integer, number, object_, signedinteger, str_, uint8, uint16, uint32, uint64, ufunc,
    unsignedinteger,
)
from numpy._array import ndarray
from numpy._creation import (
    arange, array, asanyarray, asarray, asarray_chkfinite, ascontiguousarray, asfortranarray, copy, diag, diagflat,
    empty, empty_like, eye, frombuffer, fromfunction, fromiter, fromstring, full, full_like, geomspace, identity,
    indices, linspace, logspace, meshgrid, ones, ones_like, require, tri, tril, triu, vander, zeros, zeros_like,
)
from numpy._shaping import (
    atleast_1d, atleast_2d, atleast_3d, broadcast_arrays, broadcast_shapes, broadcast_to, delete, expand_dims, flip,
    fliplr, flipud, insert, matrix_transpose, moveaxis, ndim, pad, permute_dims, ravel, repeat, reshape, rollaxis,
    rot90, shape, size, squeeze, swapaxes, tile, transpose,
)
from numpy._joining import (
    append, array_split, block, column_stack, concat, concatenate, dsplit, dstack, hsplit, hstack, roll, split,
    stack, vsplit, vstack,
)
from numpy._reductions import (
    all, amax, amin, any, average, count_nonzero, cumprod, cumsum, cumulative_sum, max, mean, median, min, nancumprod,
    nancumsum, nanmax, nanmean, nanmedian, nanmin, nanpercentile, nanprod, nanquantile, nanstd, nansum, nanvar,
    percentile, prod, ptp, quantile, std, sum, var,
)
from numpy._sorting import (
    argmax, argmin, argpartition, argsort, argwhere, choose, compress, copyto, extract, flatnonzero, lexsort,
    nanargmax, nanargmin, nonzero, partition, place, put, put_along_axis, putmask, searchsorted, select, sort, take,
    take_along_axis, where,
)
from numpy._sets import (
    intersect1d, isin, setdiff1d, setxor1d, union1d, unique, unique_counts, unique_values,
)
from numpy._histograms import (
    bincount, digitize, histogram, histogram2d, histogram_bin_edges,
)
from numpy._products import (
    cross, diagonal, dot, einsum, inner, kron, matmul, outer, tensordot, trace, vdot, vecdot,
)
from numpy._functions import (
    allclose, angle, apply_along_axis, apply_over_axes, around, array_equal, array_equiv, bartlett, blackman, clip,
    fix, frompyfunc, hamming, hanning, i0, imag, isclose, iscomplex, iscomplexobj, isneginf, isposinf, isreal,
    isrealobj, isscalar, nan_to_num, piecewise, real, round, shares_memory, sinc, vectorize,
)
from numpy._calculus import (
    convolve, corrcoef, correlate, cov, diff, ediff1d, gradient, interp, trapezoid, unwrap,
)
from numpy._places import (
    diag_indices, diag_indices_from, fill_diagonal, ix_, ndenumerate, ndindex, ravel_multi_index, tril_indices,
    tril_indices_from, triu_indices, triu_indices_from, unravel_index,
)
from numpy._kinds import (
    can_cast, errstate, finfo, geterr, iinfo, isdtype, issubdtype, min_scalar_type, promote_types, result_type,
    seterr,
)
from numpy._files import (
    fromfile, genfromtxt, load, loadtxt, save, savetxt, savez, savez_compressed,
)
from numpy._polynomials import (
    poly, poly1d, polyadd, polyder, polydiv, polyfit, polyint, polymul, polysub, polyval, roots,
)
from numpy._digits import base_repr, binary_repr
from numpy._printing import (
    array2string, array_repr, array_str, format_float_positional, format_float_scientific, get_printoptions,
    printoptions, set_printoptions,
)
from numpy import exceptions, fft, linalg, random

# The release whose behaviour this follows.
__version__ = "2.4.6"

for _function in _numpy.ufuncs():
    globals()[_function.__name__] = _function
del _function

e, pi, euler_gamma = 2.718281828459045, 3.141592653589793, 0.5772156649015329
inf, nan, newaxis = float("inf"), float("nan"), None
little_endian = True
bool = bool_
int_, intp, intc, short, byte, long, longlong = int64, int64, int32, int16, int8, int64, int64
uint, uintp, uintc, ushort, ubyte, ulong, ulonglong = uint64, uint64, uint32, uint16, uint8, uint64, uint64
double, single, cdouble = float64, float32, complex128
True_, False_ = bool_(True), bool_(False)
abs, mod, true_divide, pow = absolute, remainder, divide, power
conj, bitwise_not, bitwise_invert = conjugate, invert, invert
acos, asin, atan, atan2 = arccos, arcsin, arctan, arctan2
acosh, asinh, atanh = arccosh, arcsinh, arctanh
bitwise_left_shift, bitwise_right_shift = left_shift, right_shift
may_share_memory = shares_memory
astype = lambda x, dtype, /, *, copy=True, device=None: x.astype(dtype, copy=copy)
sctypeDict = dict(_scalars.CLASSES)
typecodes = {"AllInteger": "bBhHiIlLqQpP", "AllFloat": "fdD", "Float": "fd", "Complex": "D"}


class _Grid:
    """`mgrid[0:3, 0:2]` and `ogrid`."""

    def __init__(self, sparse):
        self._sparse = sparse

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        parts = []
        for part in keys:
            start, step = part.start or 0, 1 if part.step is None else part.step
            if isinstance(step, complex):
                parts.append(linspace(start, part.stop, int(step.imag)))
            else:
                parts.append(arange(start, part.stop, step))
        if not isinstance(key, tuple):
            return parts[0]
        grids = meshgrid(*parts, indexing="ij", sparse=self._sparse)
        return grids if self._sparse else stack(grids)


class _Joined:
    """`r_[1:4, 0]` and `c_`."""

    def __init__(self, columns):
        self._columns = columns

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        parts = []
        for part in keys:
            if isinstance(part, str):
                raise NotImplementedError("r_ takes no texts here: use concatenate, stack or hstack")
            parts.append(mgrid[part] if isinstance(part, slice) else atleast_1d(part))
        if self._columns:
            return concatenate([part.reshape(-1, 1) if part.ndim == 1 else part for part in parts], 1)
        return concatenate(parts)


class _Index:
    """`s_[1:4]`, and `index_exp`, which always gives a tuple."""

    def __init__(self, tuples):
        self._tuples = tuples

    def __getitem__(self, key):
        return (key,) if self._tuples and not isinstance(key, tuple) else key


mgrid, ogrid, r_, c_ = _Grid(False), _Grid(True), _Joined(False), _Joined(True)
s_, index_exp = _Index(False), _Index(True)


def _method(function):
    def method(self, *args, **kwargs):
        return function(self, *args, **kwargs)

    method.__name__, method.__qualname__ = function.__name__, f"ndarray.{function.__name__}"
    method.__doc__ = function.__doc__
    return method


for _function in (
    sum, prod, max, min, any, all, mean, var, std, cumsum, cumprod, argmax, argmin, argsort, argpartition, searchsorted,
    nonzero, take, put, choose, compress, clip, round, repeat, dot, trace, diagonal,
):
    setattr(ndarray, _function.__name__, _method(_function))
ndarray.conj = ndarray.conjugate = lambda self: conjugate(self)


def _sort(self, axis=-1, kind=None, order=None, *, stable=None):
    from numpy._sorting import sort_in_place

    sort_in_place(self, axis, kind, order)


def _partition(self, kth, axis=-1, kind="introselect", order=None):
    from numpy._sorting import sort_in_place

    sort_in_place(self, axis)


ndarray.sort, ndarray.partition = _sort, _partition
ndarray.sort.__name__, ndarray.partition.__name__ = "sort", "partition"
del _function, _sort, _partition


def __getattr__(name):
    if name in ("testing", "lib"):
        import importlib

        return importlib.import_module("numpy." + name)
    refused = {
        "float16": "float32", "half": "float32", "complex64": "complex128", "csingle": "complex128",
        "longdouble": "float64", "datetime64": "the module datetime", "timedelta64": "the module datetime",
        "matrix": "arrays and the operator @", "ma": "arrays and a mask beside them", "recarray": "a dict of arrays",
        "polynomial": "poly1d, polyfit and polyval", "char": "lists of texts", "strings": "lists of texts", "memmap": "load", "nditer": "a.flat, ndenumerate or ndindex", "bytes_": "str_",
    }
    if name in refused:
        raise AttributeError(f"numpy.{name} is not part of numpy here; use {refused[name]} in its place")
    raise AttributeError(f"module 'numpy' has no attribute '{name}'")
