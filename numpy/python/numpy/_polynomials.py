"""Polynomials by their coefficients, the highest first."""

import builtins

import _numpy

from numpy._array import ndarray
from numpy._reductions import _of


def _coefficients(p):
    return p.coeffs if isinstance(p, poly1d) else _of(p).reshape(-1)


def _trimmed(p):
    p = _of(p)
    places = p.nonzero()[0] if p.size else p
    return p[int(places[0]):] if places.size else p[:0]


def _like(result, *given):
    return poly1d(result) if any(isinstance(one, poly1d) for one in given) else result


def polyval(p, x):
    p = _coefficients(p)
    if isinstance(x, poly1d):
        y = 0
    else:
        x = _of(x)
        y = _numpy.zeros(list(x.shape), _numpy.promote_types(x.dtype, p.dtype) if p.size else x.dtype)
    for value in p:
        y = y * x + value
    return y[()] if isinstance(y, ndarray) else y


def polyadd(a1, a2):
    import numpy

    a, b = _coefficients(a1), _coefficients(a2)
    size = builtins.max(a.size, b.size)
    a = numpy.concatenate((numpy.zeros(size - a.size, a.dtype), a))
    b = numpy.concatenate((numpy.zeros(size - b.size, b.dtype), b))
    return _like(a + b, a1, a2)


def polysub(a1, a2):
    return _like(_coefficients(polyadd(a1, -_coefficients(a2))), a1, a2)


def polymul(a1, a2):
    import numpy

    return _like(numpy.convolve(_coefficients(a1), _coefficients(a2)), a1, a2)


def polydiv(u, v):
    import numpy

    a, b = _coefficients(u) + 0.0, _coefficients(v) + 0.0
    if b.size == 0 or not b.any():
        raise ZeroDivisionError("polynomial division by zero")
    steps = a.size - b.size + 1
    quotient = numpy.zeros(builtins.max(steps, 1))
    rest = a.copy()
    for place in range(builtins.max(steps, 0)):
        factor = rest[place] / b[0]
        quotient[place] = factor
        rest[place:place + b.size] -= factor * b
    while rest.size > 1 and numpy.allclose(rest[0], 0, rtol=1e-14):
        rest = rest[1:]
    return _like(quotient, u, v), _like(rest, u, v)


def polyder(p, m=1):
    import numpy

    c = _coefficients(p)
    for _ in range(m):
        c = c[:-1] * numpy.arange(c.size - 1, 0, -1)
    return _like(c, p)


def polyint(p, m=1, k=None):
    import numpy

    c = _coefficients(p)
    constants = [0.0] * m if k is None else list(k) if hasattr(k, "__iter__") else [k] * m
    for constant in constants:
        c = numpy.concatenate((c / numpy.arange(c.size, 0, -1), [constant]))
    return _like(c, p)


def roots(p):
    import numpy

    p = _of(p)
    if p.ndim != 1:
        raise ValueError("Input must be a rank-1 array.")
    places = p.nonzero()[0]
    if places.size == 0:
        return numpy.zeros(0)
    zeros_behind = p.size - int(places[-1]) - 1
    p = p[int(places[0]): int(places[-1]) + 1]
    p = p if p.dtype.kind in "fc" else p.astype(float)
    if p.size > 1:
        companion = numpy.diag(numpy.ones(p.size - 2, p.dtype), -1)
        companion[0, :] = -p[1:] / p[0]
        found = numpy.linalg.eigvals(companion)
    else:
        found = numpy.zeros(0)
    return numpy.concatenate((found, numpy.zeros(zeros_behind, found.dtype)))


def poly(seq_of_zeros):
    import numpy

    seq = numpy.atleast_1d(seq_of_zeros)
    if seq.ndim == 2:
        seq = numpy.linalg.eigvals(seq)
    a = numpy.ones(1)
    for zero in seq:
        a = numpy.convolve(a, _of([1, -zero]))
    if a.dtype.kind == "c" and numpy.allclose(numpy.sort(seq), numpy.sort(seq.conj())):
        a = a.real.copy()
    return a


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    import numpy

    x, y = _of(x) + 0.0, _of(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    rcond = x.size * numpy.finfo(float).eps if rcond is None else rcond
    left, right = numpy.vander(x, deg + 1), y
    if w is not None:
        w = _of(w) + 0.0
        left = left * w[:, None]
        right = right * (w[:, None] if right.ndim == 2 else w)
    scale = numpy.sqrt((left * left).sum(0))
    c, residuals, rank, s = numpy.linalg.lstsq(left / scale, right, rcond)
    c = (c.T / scale).T
    if rank != deg + 1 and not full:
        import warnings

        from numpy.exceptions import RankWarning

        warnings.warn("Polyfit may be poorly conditioned", RankWarning, stacklevel=2)
    if full:
        return c, residuals, rank, s, rcond
    if cov:
        base = numpy.linalg.inv((left / scale).T @ (left / scale)) / numpy.outer(scale, scale)
        free = 1 if cov == "unscaled" else residuals / (x.size - (deg + 1))
        return c, base * free
    return c


class poly1d:
    """A polynomial of one variable."""

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self.coeffs, self.variable = c_or_r.coeffs, variable or c_or_r.variable
            return
        import numpy

        c = poly(c_or_r) if r else numpy.atleast_1d(c_or_r)
        c = _trimmed(c)
        self.coeffs = c if c.size else numpy.zeros(1, c.dtype)
        self.variable = variable or "x"

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: len(self.coeffs) - 1)
    roots = r = property(lambda self: roots(self.coeffs))

    def __call__(self, x):
        return polyval(self, x)

    def __array__(self, dtype=None, copy=None):
        return self.coeffs

    def __len__(self):
        return self.order

    def __iter__(self):
        return iter(self.coeffs)

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __str__(self):
        terms, exponents = "", ""
        power = self.order
        first = True
        for number, value in enumerate(self.coeffs.tolist()):
            exponent = power - number
            text = f"{abs(value) if not isinstance(value, complex) else value:.4g}"
            if text == "0" and power:
                continue
            sign = ("" if value >= 0 else "-") if first else (" + " if value >= 0 else " - ")
            term = text + (f" {self.variable}" if exponent else "")
            terms += sign + term
            if exponent > 1:
                exponents = exponents.ljust(len(terms)) + str(exponent)
            first = False
        return (exponents or " ") + "\n" + (terms or "0")

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __eq__(self, other):
        import numpy

        return isinstance(other, poly1d) and numpy.array_equal(self.coeffs, other.coeffs)

    __hash__ = None

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __add__(self, other):
        return poly1d(polyadd(self.coeffs, poly1d(other).coeffs))

    def __sub__(self, other):
        return poly1d(polysub(self.coeffs, poly1d(other).coeffs))

    def __rsub__(self, other):
        return poly1d(polysub(poly1d(other).coeffs, self.coeffs))

    def __mul__(self, other):
        return poly1d(self.coeffs * other) if _numpy.is_scalar(other) else poly1d(polymul(self.coeffs, poly1d(other).coeffs))

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, power):
        result = poly1d([1])
        for _ in range(power):
            result = result * self
        return result

    def __truediv__(self, other):
        return poly1d(self.coeffs / other) if _numpy.is_scalar(other) else polydiv(self, poly1d(other))

    def deriv(self, m=1):
        return polyder(self, m)

    def integ(self, m=1, k=0):
        return polyint(self, m, k)
