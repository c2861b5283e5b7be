"""Random numbers, the same as NumPy's from the same seed."""

import operator

import _numpy

from numpy import _shaping
from numpy._array import ndarray
from numpy._bits import _MOST_32, MT19937, PCG64, BitGenerator, SeedSequence, _entropy
from numpy._distributions import _count, _Distributions, _drawn, _integers, _ndindex, _shape
from numpy._reductions import _of


class Generator(_Distributions):
    """Random numbers from PCG64."""

    def __init__(self, bit_generator):
        self.bit_generator = bit_generator
        self._bits = bit_generator._bits

    def __repr__(self):
        return f"Generator({type(self.bit_generator).__name__}) at 0x{id(self):X}"

    def __str__(self):
        return f"Generator({type(self.bit_generator).__name__})"

    def random(self, size=None, dtype=float, out=None):
        result = self._uniform(_shape(size) if out is None else list(out.shape))
        if out is not None:
            out[...] = result
            return out
        return _drawn(result)

    def integers(self, low, high=None, size=None, dtype=int, endpoint=False):
        return _integers(self, low, high, size, dtype, endpoint, False)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        a, count, p = self._chosen(a, size, replace, p)
        if p is not None:
            return self._picked(a, self._weighted(p, size, replace), size, axis)
        if replace:
            return self._picked(a, self.integers(0, count, size=() if size is None else size), size, axis)
        wanted = _count(size)
        if count > 10000 and wanted > count // (50 if shuffle else 20):
            order = self._bits.shuffled(count, max(count - wanted, 1), False)
            return self._picked(a, order[count - wanted:], size, axis)
        # Floyd's method: each of the last numbers, or, where it was drawn already, its own place.
        seen, places = set(), []
        for place in range(count - wanted, count):
            drawn = self._bits.bounded(place, False)
            drawn = place if drawn in seen else drawn
            seen.add(drawn)
            places.append(drawn)
        places = _numpy.asarray(places, int)
        if shuffle:
            places = places[self._bits.shuffled(wanted, 1, False)]
        return self._picked(a, places, size, axis)

    def permuted(self, x, *, axis=None, out=None):
        x = _of(x)
        result = x.copy() if out is None else out
        if axis is None:
            result[...] = x.reshape(-1)[self._order(x.size)].reshape(x.shape)
            return result
        rows = _shaping.moveaxis(result, axis, -1)
        for index in _ndindex(rows.shape[:-1]):
            rows[index] = rows[index][self._order(rows.shape[-1])]
        return result

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8, *, method="svd"):
        import numpy

        mean, cov = _of(mean), _of(cov)
        x = self._normal(_shape(size) + [mean.shape[0]])
        u, s, _ = numpy.linalg.svd(cov)
        return mean + x @ (u * numpy.sqrt(s)).T

    def bytes(self, length):
        return _numpy.to_bytes(_integers(self, 0, 1 << 32, (length - 1) // 4 + 1, "uint32", False, False))[:length]

    def spawn(self, n_children):
        return [Generator(PCG64(seed)) for seed in self.bit_generator.seed_seq.spawn(n_children)]


class RandomState(_Distributions):
    """Random numbers as `np.random.seed` gives them, from MT19937."""

    _old = True

    def __init__(self, seed=None):
        self.seed(seed)

    def seed(self, seed=None):
        if seed is None:
            self._bits = _numpy.bits(_entropy(None) * 2, False, True)
            return
        if _of(seed).ndim == 0:
            try:
                number = operator.index(seed)
            except TypeError:
                raise TypeError(f"Cannot cast array data from {_of(seed).dtype!r} to dtype('int64') according to the rule 'safe'") from None
            if not 0 <= number <= _MOST_32:
                raise ValueError("Seed must be between 0 and 2**32 - 1")
            self._bits = _numpy.bits([number], False, False)
            return
        numbers = _of(seed).reshape(-1).tolist()
        if not numbers:
            raise ValueError("Seed must be non-empty")
        self._bits = _numpy.bits([number & _MOST_32 for number in numbers], False, True)

    def __repr__(self):
        return f"RandomState(MT19937) at 0x{id(self):X}"

    def get_state(self, legacy=True):
        return self._bits.copied()

    def set_state(self, state):
        self._bits = state.copied()

    def random_sample(self, size=None):
        return self._python(self._uniform(_shape(size)), size)

    random = ranf = sample = random_sample

    @staticmethod
    def _python(result, size):
        # RandomState gives numbers of Python's where Generator gives those of NumPy.
        return result.item() if size is None else result[()]

    def rand(self, *shape):
        return self.random_sample(shape or None)

    def randn(self, *shape):
        return self._python(self._normal(list(shape)), shape or None)

    def standard_normal(self, size=None):
        return self._python(self._normal(_shape(size)), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        result = _Distributions.normal(self, loc, scale, size)
        return float(result) if not isinstance(result, ndarray) else result

    def uniform(self, low=0.0, high=1.0, size=None):
        result = _Distributions.uniform(self, low, high, size)
        return float(result) if not isinstance(result, ndarray) else result

    def exponential(self, scale=1.0, size=None):
        result = _Distributions.exponential(self, scale, size)
        return float(result) if not isinstance(result, ndarray) else result

    def randint(self, low, high=None, size=None, dtype=int):
        if high is None and _of(low).ndim == 0 and int(low) <= 0:
            raise ValueError("high <= 0")
        result = _integers(self, low, high, size, dtype, False, True)
        return int(result) if size is None and dtype is int and not isinstance(result, ndarray) else result

    def random_integers(self, low, high=None, size=None):
        return self.randint(1 if high is None else low, (low if high is None else high) + 1, size)

    def choice(self, a, size=None, replace=True, p=None):
        a, count, p = self._chosen(a, size, replace, p)
        if p is not None:
            places = self._weighted(p, size, replace)
        elif replace:
            places = _of(self.randint(0, count, () if size is None else size))
        else:
            places = self.permutation(count)[: _count(size)].reshape(_shape(size))
        result = self._picked(a, places, size)
        return result

    def bytes(self, length):
        return _numpy.to_bytes(_integers(self, 0, 1 << 32, (length - 1) // 4 + 1, "uint32", False, True))[:length]


def default_rng(seed=None):
    if isinstance(seed, Generator):
        return seed
    if isinstance(seed, BitGenerator):
        return Generator(seed)
    return Generator(PCG64(seed))


_state = RandomState()
for _name in (
    "seed get_state set_state random_sample random ranf sample rand randn standard_normal normal uniform exponential "
    "standard_exponential poisson binomial lognormal logistic rayleigh shuffle permutation randint random_integers "
    "choice bytes"
).split():
    globals()[_name] = getattr(_state, _name)
