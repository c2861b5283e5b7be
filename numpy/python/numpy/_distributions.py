"""What is made of random bits."""

import operator

import _numpy

from numpy import _scalars, _shaping
from numpy._array import ndarray, refuse_too_large, shape_of
from numpy._bits import _MOST_32
from numpy._reductions import _of

_functions = {function.__name__: function for function in _numpy.ufuncs()}
_exp, _log, _sqrt, _isfinite = (_functions[name] for name in ("exp", "log", "sqrt", "isfinite"))


def _shape(size):
    shape = [] if size is None else shape_of(size)
    refuse_too_large(shape)
    return shape


def _joint(size, *parameters):
    """The shape of a result whose parameters may be arrays."""
    shapes = [list(_of(parameter).shape) for parameter in parameters]
    if size is not None:
        return _shape(size)
    return list(_numpy.broadcast(shapes))


def _drawn(result):
    """What was drawn: a number of Python's if it is only one."""
    return result if isinstance(result, ndarray) and result.ndim else _of(result).item()


class _Distributions:
    """What both kinds of generators can draw."""

    _old = False

    def _uniform(self, shape):
        return self._bits.doubles(shape)

    def _normal(self, shape):
        return self._bits.normals(shape, self._old)

    def _exponential(self, shape):
        return self._bits.exponentials(shape, self._old)

    def standard_normal(self, size=None, dtype=float, out=None):
        return _drawn(self._normal(_shape(size)))

    def normal(self, loc=0.0, scale=1.0, size=None):
        if (_of(scale) < 0).any():
            raise ValueError("scale < 0")
        return _drawn(loc + scale * self._normal(_joint(size, loc, scale)))

    def uniform(self, low=0.0, high=1.0, size=None):
        low, span = _of(low) * 1.0, _of(high) * 1.0 - low
        if not _isfinite(span).all():
            raise OverflowError("high - low range exceeds valid bounds")
        return _drawn(low + span * self._uniform(_joint(size, low, span)))

    def standard_exponential(self, size=None):
        return _drawn(self._exponential(_shape(size)))

    def exponential(self, scale=1.0, size=None):
        if (_of(scale) < 0).any():
            raise ValueError("scale < 0")
        return _drawn(scale * self._exponential(_joint(size, scale)))

    def _counted(self, draw, size, *parameters):
        shape = _joint(size, *parameters)
        if all(_of(parameter).ndim == 0 for parameter in parameters):
            return _drawn(draw(*parameters, shape))
        rows = [_shaping.broadcast_to(_of(parameter), shape).reshape(-1).tolist() for parameter in parameters]
        return _of([draw(*row, [])[()] for row in zip(*rows)]).reshape(shape)

    def poisson(self, lam=1.0, size=None):
        if not (_of(lam) >= 0).all():
            raise ValueError("lam < 0 or lam is NaN")
        return self._counted(lambda lam, shape: self._bits.poisson(float(lam), shape), size, lam)

    def binomial(self, n, p, size=None):
        if not (_of(n) >= 0).all():
            raise ValueError("n < 0")
        if not ((_of(p) >= 0) & (_of(p) <= 1)).all():
            raise ValueError("p < 0, p > 1 or p is NaN")
        return self._counted(lambda n, p, shape: self._bits.binomial(int(n), float(p), shape), size, n, p)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        return _drawn(_exp(self.normal(mean, sigma, size)))

    def logistic(self, loc=0.0, scale=1.0, size=None):
        u = self._uniform(_joint(size, loc, scale))
        return _drawn(loc + scale * _log(u / (1.0 - u)))

    def rayleigh(self, scale=1.0, size=None):
        if self._old:
            return _drawn(scale * _sqrt(-2.0 * _log(1.0 - self._uniform(_joint(size, scale)))))
        return _drawn(scale * _sqrt(2.0 * self._exponential(_joint(size, scale))))

    def shuffle(self, x, axis=0):
        if isinstance(x, ndarray):
            if x.ndim == 0:
                raise TypeError("x must be a sequence")
            if not x._is_writable:
                raise ValueError("array is read-only")
            rows = _shaping.moveaxis(x, axis, 0)
            rows[...] = rows[self._order(rows.shape[0])]
            return
        order = self._order(len(x)).tolist()
        x[:] = [x[place] for place in order]

    def _order(self, count):
        return self._bits.shuffled(count, 1, True)

    def permutation(self, x, axis=0):
        if isinstance(x, (int, _scalars.integer)):
            return self._order(int(x))
        x = _of(x)
        order = self._order(x.shape[axis])
        return x[(slice(None),) * axis + (order,)]

    def _chosen(self, a, size, replace, p):
        """The population, its size, how many are drawn, and their chances."""
        a = _of(a)
        if a.ndim == 0:
            count = operator.index(a)
            if count <= 0 and _count(size):
                raise ValueError("a must be a positive integer unless no samples are taken" if not self._old else "a must be greater than 0 unless no samples are taken")
        else:
            count = a.shape[0]
            if count == 0 and _count(size):
                raise ValueError("a cannot be empty unless no samples are taken" if not self._old else "'a' cannot be empty unless no samples are taken")
        if p is not None:
            p = _numpy.asarray(p, float)
            if p.ndim != 1:
                raise ValueError("p must be 1-dimensional" if not self._old else "'p' must be 1-dimensional")
            if p.size != count:
                raise ValueError("a and p must have same size" if not self._old else "'a' and 'p' must have same size")
            if (p < 0).any():
                raise ValueError("Probabilities are not non-negative" if not self._old else "probabilities are not non-negative")
            if abs(p.sum() - 1.0) > 1e-8:
                raise ValueError("Probabilities do not sum to 1. See Notes section of docstring for more information." if not self._old else "probabilities do not sum to 1")
        if not replace and _count(size) > count:
            raise ValueError("Cannot take a larger sample than population when replace is False" if not self._old else "Cannot take a larger sample than population when 'replace=False'")
        return a, count, p

    def _weighted(self, p, size, replace):
        import numpy

        shape = _shape(size)
        if replace:
            cdf = p.cumsum()
            cdf /= cdf[-1]
            return _of(cdf.searchsorted(self._uniform(shape), side="right"))
        wanted = _count(size)
        if numpy.count_nonzero(p > 0) < wanted:
            raise ValueError("Fewer non-zero entries in p than size")
        found = numpy.zeros(wanted, int)
        done = 0
        p = p.copy()
        while done < wanted:
            x = self._uniform([wanted - done])
            if done > 0:
                p[found[:done]] = 0
            cdf = p.cumsum()
            cdf /= cdf[-1]
            new = cdf.searchsorted(x, side="right")
            _, first = numpy.unique(new, return_index=True)
            first.sort()
            new = new.take(first)
            found[done:done + new.size] = new
            done += new.size
        return found.reshape(shape)

    def _picked(self, a, places, size, axis=0):
        places = _of(places)
        if size is None:
            places = places.reshape(-1)[0] if places.ndim else places[()]
        elif places.ndim != len(_shape(size)):
            places = places.reshape(_shape(size))
        return places if a.ndim == 0 else a.take(places, axis)


def _count(size):
    count = 1
    for one in _shape(size):
        count *= one
    return count


def _ndindex(shape):
    import itertools

    return itertools.product(*(range(size) for size in shape))


def _integers(generator, low, high, size, dtype, endpoint, is_masked):
    kind = _scalars.dtype(dtype)
    if high is None:
        low, high = 0, low
    if _of(low).ndim or _of(high).ndim:
        shape = _joint(size, low, high)
        lows = _shaping.broadcast_to(low, shape).reshape(-1).tolist()
        highs = _shaping.broadcast_to(high, shape).reshape(-1).tolist()
        values = [_integers(generator, a, b, None, dtype, endpoint, is_masked) for a, b in zip(lows, highs)]
        return _numpy.asarray(values, kind).reshape(shape)
    low, high = int(low), int(high)
    last = high if endpoint else high - 1
    limits = _limits(kind)
    if low < limits[0]:
        raise ValueError(f"low is out of bounds for {kind}")
    if last > limits[1]:
        raise ValueError(f"high is out of bounds for {kind}")
    if low > last:
        raise ValueError("high < low" if high < low else "low >= high")
    if kind.itemsize < 4 and last != low:
        # Numbers of 8 and 16 bits come four and two out of one word.
        return _small(generator, low, last - low, kind, size, is_masked)
    if low >= 1 << 63:
        raise NotImplementedError("integers from 2**63 on are not drawn here")
    result = generator._bits.integers(low, last - low, is_masked, _shape(size))
    result = result if kind.name == "int64" else result.astype(kind)
    if size is None:
        return int(result) if dtype is int and not is_masked and False else result[()]
    return result[()] if result.ndim == 0 else result


def _small(generator, low, most, kind, size, is_masked):
    bits = 8 * kind.itemsize
    word, left = 0, 0

    def part():
        nonlocal word, left
        if kind.kind == "b":
            part_bits = 1
        else:
            part_bits = bits
        if left == 0:
            word, left = generator._bits.bounded(_MOST_32, False), 32 // part_bits
        else:
            word >>= part_bits
        left -= 1
        return word & ((1 << part_bits) - 1)

    def one():
        if kind.kind == "b" or most == (1 << bits) - 1:
            return part()
        if is_masked:
            mask = (1 << most.bit_length()) - 1
            while True:
                value = part() & mask
                if value <= most:
                    return value
        count = most + 1
        product = part() * count
        low_part = product & ((1 << bits) - 1)
        if low_part < count:
            threshold = ((1 << bits) - 1 - most) % count
            while low_part < threshold:
                product = part() * count
                low_part = product & ((1 << bits) - 1)
        return product >> bits

    shape = _shape(size)
    values = [low + one() for _ in range(_count(size))]
    return _numpy.asarray(values, int).astype(kind).reshape(shape)[()]


def _limits(kind):
    if kind.kind == "b":
        return 0, 1
    if kind.kind not in "iu":
        raise TypeError(f"Unsupported dtype {kind!r} for integers")
    bits = 8 * kind.itemsize
    return (0, (1 << bits) - 1) if kind.kind == "u" else (-(1 << bits - 1), (1 << bits - 1) - 1)
