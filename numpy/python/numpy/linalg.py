"""Linear algebra."""

import collections

import _numpy

from numpy import _joining, _products, _shaping
from numpy._products import matmul, outer, tensordot, vecdot
from numpy._reductions import _of


class LinAlgError(ValueError):
    """A matrix does not allow what was asked of it."""

    __module__ = "numpy.linalg"


def cross(x1, x2, /, *, axis=-1):
    x1, x2 = _of(x1), _of(x2)
    if x1.shape[axis] != 3 or x2.shape[axis] != 3:
        raise ValueError(
            "Both input arrays must be (arrays of) 3-dimensional vectors, but they are "
            f"{x1.shape[axis]} and {x2.shape[axis]} dimensional instead."
        )
    return _products.cross(x1, x2, axis=axis)


def diagonal(x, /, *, offset=0):
    return _products.diagonal(x, offset, -2, -1)


def trace(x, /, *, offset=0, dtype=None):
    return _products.trace(x, offset, -2, -1, dtype)


EigResult = collections.namedtuple("EigResult", "eigenvalues eigenvectors")
EighResult = collections.namedtuple("EighResult", "eigenvalues eigenvectors")
QRResult = collections.namedtuple("QRResult", "Q R")
SVDResult = collections.namedtuple("SVDResult", "U S Vh")
SlogdetResult = collections.namedtuple("SlogdetResult", "sign logabsdet")


def _matrix(a, square=False):
    a = _of(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if square and a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if a.dtype.kind in "OU":
        raise TypeError(f"array type {a.dtype} is unsupported in linalg")
    return a.astype("complex128" if a.dtype.kind == "c" else "float64", copy=False)


def _each(function, a):
    """Applies a function of one matrix to all of a stack."""
    if a.ndim == 2:
        return function(a)
    results = [function(one) for one in a.reshape((-1,) + a.shape[-2:])]
    if isinstance(results[0], tuple):
        return tuple(_joining.stack(part).reshape(a.shape[:-2] + _of(part[0]).shape) for part in zip(*results))
    return _joining.stack(results).reshape(a.shape[:-2] + _of(results[0]).shape)


def solve(a, b):
    a, b = _matrix(a, square=True), _of(b)
    kind = _numpy.promote_types(_numpy.promote_types(a.dtype, b.dtype), "float64")
    a, b = a.astype(kind, copy=False), b.astype(kind, copy=False)
    is_vector = b.ndim == 1
    if b.ndim == 0 or b.shape[0 if is_vector else -2] != a.shape[-1]:
        raise ValueError(
            "solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) "
            f"(size {b.shape[0] if b.ndim else 0} is different from {a.shape[-1]})"
            if is_vector else
            "solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m,n)->(m,n) "
            f"(size {b.shape[-2] if b.ndim else 0} is different from {a.shape[-1]})"
        )
    if a.ndim > 2 or b.ndim > 2:
        shape = _numpy.broadcast([list(a.shape[:-2]), [] if is_vector else list(b.shape[:-2])])
        a = _shaping.broadcast_to(a, shape + a.shape[-2:]).reshape((-1,) + a.shape[-2:])
        if is_vector:
            return _joining.stack([solve(one, b) for one in a]).reshape(shape + b.shape)
        b = _shaping.broadcast_to(b, shape + b.shape[-2:]).reshape((-1,) + b.shape[-2:])
        return _joining.stack([solve(one, two) for one, two in zip(a, b)]).reshape(shape + b.shape[-2:])
    result = _numpy.solve(a, b.reshape(-1, 1) if is_vector else b)
    if result is None:
        raise LinAlgError("Singular matrix")
    return result.reshape(-1) if is_vector else result


def inv(a):
    import numpy

    a = _matrix(a, square=True)
    return _each(lambda one: solve(one, numpy.eye(one.shape[0], dtype=one.dtype)), a)


def det(a):
    a = _matrix(a, square=True)
    result = _each(lambda one: _numpy.det(one)[0], a)
    return result


def slogdet(a):
    import numpy

    def one(matrix):
        _, diagonal, sign = _numpy.det(matrix)
        sizes = numpy.abs(diagonal)
        if numpy.any(sizes == 0):
            return numpy.float64(0.0), numpy.float64("-inf")
        return sign * numpy.prod(diagonal / sizes), numpy.sum(numpy.log(sizes))

    return SlogdetResult(*_each(one, _matrix(a, square=True)))


def cholesky(a, /, *, upper=False):
    def one(matrix):
        result = _numpy.cholesky(matrix)
        if result is None:
            raise LinAlgError("Matrix is not positive definite")
        return result.T.conj() if upper else result

    return _each(one, _matrix(a, square=True))


def qr(a, mode="reduced"):
    if mode not in ("reduced", "complete", "r"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    result = _each(lambda one: _numpy.qr(one, mode == "complete"), _matrix(a))
    return result[1] if mode == "r" else QRResult(*result)


def eigh(a, UPLO="L"):
    import numpy

    def one(matrix):
        below = numpy.tril(matrix, -1) if UPLO.upper() == "L" else numpy.triu(matrix, 1).T.conj()
        # Of the diagonal only the real parts count.
        matrix = numpy.diag(matrix.diagonal().real) + below + below.T.conj()
        if matrix.dtype.kind != "c":
            return _numpy.symmetric(matrix)
        values, vectors = _complex_eigen(matrix)
        order = numpy.argsort(values.real)
        q, _ = _numpy.qr(vectors[:, order], False)
        return values.real[order], q

    a = _matrix(a, square=True)
    _finite(a)
    return EighResult(*_each(one, a))


def eigvalsh(a, UPLO="L"):
    return eigh(a, UPLO).eigenvalues


def _finite(a):
    import numpy

    if not numpy.isfinite(a).all():
        raise LinAlgError("Array must not contain infs or NaNs")


def _complex_eigen(matrix):
    found = _numpy.eigen(matrix)
    if found is None:
        raise LinAlgError("Eigenvalues did not converge")
    return found


def eig(a):
    import numpy

    def one(matrix):
        if matrix.dtype.kind != "c" and numpy.array_equal(matrix, numpy.triu(matrix)) and matrix.shape[0]:
            values, vectors = _complex_eigen(matrix)
            return numpy.diagonal(matrix).copy() + 0j, vectors
        values, vectors = _complex_eigen(matrix)
        if matrix.dtype.kind != "c":
            values = _paired(values, numpy.abs(values).max() if values.size else 1.0)
        return values, vectors

    a = _matrix(a, square=True)
    _finite(a)
    values, vectors = _each(one, a)
    if a.dtype.kind != "c" and not values.imag.any():
        return EigResult(values.real.copy(), vectors.real.copy())
    return EigResult(values, vectors)


def _paired(values, scale):
    """Eigenvalues of a real matrix are real or come in pairs."""
    import numpy

    parts = numpy.where(numpy.abs(values.imag) <= 1e-12 * scale, 0.0, values.imag)
    return values.real + 1j * parts


def eigvals(a):
    return eig(a).eigenvalues


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    import numpy

    def one(matrix):
        if matrix.dtype.kind == "c":
            raise NotImplementedError("singular values of complex matrices are not part of numpy here")
        rows, columns = matrix.shape
        if rows < columns:
            v, s, ut = _numpy.singular(matrix.T.copy())
            u, vt = ut.T, v.T
        else:
            u, s, vt = _numpy.singular(matrix)
        if full_matrices:
            u, vt = _completed(u), _completed(vt.T).T
        else:
            # Columns of vanishing singular values are any orthogonal ones.
            u = _completed(u)[:, : s.size]
            vt = _completed(vt.T).T[: s.size]
        return u, s, vt

    a = _matrix(a)
    _finite(a)
    u, s, vt = _each(one, a)
    return SVDResult(u, s, vt) if compute_uv else s


def _completed(u):
    """Orthonormal columns with as many others as a square has."""
    import numpy

    rows, columns = u.shape
    good = [column for column in range(columns) if numpy.sum(u[:, column] ** 2) > 0.5]
    if len(good) == rows:
        return u[:, good].copy()
    q, _ = _numpy.qr(numpy.concatenate((u[:, good], numpy.eye(rows)), 1), True)
    result = q.copy()
    result[:, : len(good)] = u[:, good]
    return result


def svdvals(x, /):
    return svd(x, compute_uv=False)


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    import numpy

    a = _matrix(a)
    limit = 1e-15 if rcond is None and rtol is None else (rcond if rtol is None else rtol)
    u, s, vt = svd(a, full_matrices=False)
    cut = limit * s.max(-1, keepdims=True) if s.size else 0
    with numpy.errstate(divide="ignore"):
        s = numpy.where(s > cut, 1 / s, 0.0)
    return matmul(vt.swapaxes(-1, -2), s[..., None] * u.swapaxes(-1, -2))


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    import numpy

    A = _of(A)
    if A.ndim < 2:
        return int(not (A == 0).all())
    s = svd(A, compute_uv=False)
    if tol is None:
        tol = s.max(-1, keepdims=True) * (max(A.shape[-2:]) * numpy.finfo(float).eps if rtol is None else rtol)
    return numpy.count_nonzero(s > tol, axis=-1) if A.ndim > 2 else numpy.int64(numpy.count_nonzero(s > tol))


def lstsq(a, b, rcond=None):
    import numpy

    a, b = _matrix(a), _of(b).astype(float)
    if b.shape[0] != a.shape[0]:
        raise LinAlgError("Incompatible dimensions")
    u, s, vt = svd(a, full_matrices=False)
    limit = numpy.finfo(float).eps * max(a.shape) if rcond is None else max(rcond, 0)
    keep = s > limit * s[0] if s.size else s > 0
    rank = int(keep.sum())
    columns = b.reshape(b.shape[0], -1)
    inverse = numpy.where(keep, 1 / numpy.where(keep, s, 1.0), 0.0)
    x = vt.T @ (inverse[:, None] * (u.T @ columns))
    if rank == a.shape[1] and a.shape[0] > a.shape[1]:
        residuals = ((columns - a @ x) ** 2).sum(0)
    else:
        residuals = numpy.zeros(0)
    return (x.reshape(-1) if b.ndim == 1 else x), residuals, rank, s


def matrix_power(a, n):
    import numpy

    a = _of(a)
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        _matrix(a, square=True)
    try:
        n = n.__index__()
    except AttributeError:
        raise TypeError("exponent must be an integer") from None
    if n < 0:
        a, n = inv(a), -n
    result = numpy.zeros(a.shape, a.dtype) + numpy.eye(a.shape[-1], dtype=a.dtype)
    while n:
        if n & 1:
            result = matmul(result, a)
        n >>= 1
        if n:
            a = matmul(a, a)
    return result


def multi_dot(arrays, *, out=None):
    result = arrays[0]
    for array in arrays[1:]:
        result = _products.dot(result, array)
    return result


def norm(x, ord=None, axis=None, keepdims=False):
    import numpy

    x = _of(x)
    x = x if x.dtype.kind in "fc" else x.astype(float)
    if axis is None:
        if ord is None or (ord == 2 and x.ndim == 1) or (ord in ("f", "fro") and x.ndim == 2):
            flat = x.ravel()
            square = _products.dot(flat, flat) if x.dtype.kind != "c" else (numpy.abs(flat) ** 2).sum()
            result = numpy.sqrt(square)
            return result.reshape((1,) * x.ndim) if keepdims else result
        axis = tuple(range(x.ndim))
    axis = axis if isinstance(axis, tuple) else (axis,)
    if len(axis) == 1:
        a = numpy.abs(x)
        axis = axis[0]
        if ord is None or ord == 2:
            return numpy.sqrt((a ** 2).sum(axis, keepdims=keepdims))
        if ord == numpy.inf:
            return a.max(axis, keepdims=keepdims)
        if ord == -numpy.inf:
            return a.min(axis, keepdims=keepdims)
        if ord == 0:
            return (x != 0).astype(float).sum(axis, keepdims=keepdims)
        if ord == 1:
            return a.sum(axis, keepdims=keepdims)
        if isinstance(ord, str):
            raise ValueError(f"Invalid norm order '{ord}' for vectors")
        return (a ** ord).sum(axis, keepdims=keepdims) ** (1.0 / ord)
    if len(axis) != 2:
        raise ValueError("Improper number of dimensions to norm.")
    x = _shaping.moveaxis(x, axis, (-2, -1))
    a = numpy.abs(x)
    if ord in (None, "fro", "f"):
        result = numpy.sqrt((a ** 2).sum((-2, -1)))
    elif ord in (1, -1):
        result = getattr(a.sum(-2), "max" if ord == 1 else "min")(-1)
    elif ord in (numpy.inf, -numpy.inf):
        result = getattr(a.sum(-1), "max" if ord > 0 else "min")(-1)
    elif ord in (2, -2):
        result = getattr(svdvals(x), "max" if ord == 2 else "min")(-1)
    elif ord == "nuc":
        result = svdvals(x).sum(-1)
    else:
        raise ValueError("Invalid norm order for matrices.")
    return _shaping.expand_dims(result, axis) if keepdims else result


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    return norm(_of(x).ravel() if axis is None else x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return norm(x, ord, (-2, -1), keepdims)


def cond(x, p=None):
    import numpy

    x = _matrix(x)
    if p in (None, 2, -2):
        s = svdvals(x)
        with numpy.errstate(all="ignore"):
            return s[..., -1] / s[..., 0] if p == -2 else s[..., 0] / s[..., -1]
    return norm(x, p, (-2, -1)) * norm(inv(x), p, (-2, -1))
