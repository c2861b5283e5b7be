"""Seeds, and sources of random bits."""

import operator

import _numpy

from numpy import _scalars
from numpy._array import ndarray


_MOST_32 = 0xFFFFFFFF


def _words(number):
    """A number as words of 32 bits, the lowest first."""
    if number < 0:
        raise ValueError("expected non-negative integer")
    words = [number & _MOST_32]
    number >>= 32
    while number:
        words.append(number & _MOST_32)
        number >>= 32
    return words


def _entropy(seed):
    if seed is None:
        import os

        return _words(int.from_bytes(os.urandom(16), "little"))
    if isinstance(seed, (list, tuple, ndarray, range)):
        return [word for number in seed for word in _entropy(number)]
    try:
        return _words(operator.index(seed))
    except TypeError:
        raise TypeError(f"SeedSequence expects int or sequence of ints for entropy not {seed}") from None


class SeedSequence:
    """Seeds that do not resemble each other."""

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        if entropy is None:
            import os

            entropy = int.from_bytes(os.urandom(16), "little")
        self.entropy, self.spawn_key, self.n_children_spawned = entropy, tuple(spawn_key), n_children_spawned
        words = _entropy(entropy)
        if self.spawn_key:
            words += [0] * (4 - len(words))
            words += _entropy(self.spawn_key)
        self._words = words

    def generate_state(self, n_words, dtype="uint32"):
        if _scalars.dtype(dtype).itemsize == 8:
            words = _numpy.seed_words(self._words, 2 * n_words)
            return _numpy.asarray([low | high << 32 for low, high in zip(words[::2], words[1::2])], "uint64")
        return _numpy.asarray(_numpy.seed_words(self._words, n_words), "uint32")

    def spawn(self, n_children):
        first = self.n_children_spawned
        self.n_children_spawned += n_children
        return [SeedSequence(self.entropy, spawn_key=self.spawn_key + (number,)) for number in range(first, first + n_children)]


class BitGenerator:
    """A source of random bits."""


class PCG64(BitGenerator):
    def __init__(self, seed=None):
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        self._bits = _numpy.bits(self.seed_seq._words, True, False)


class MT19937(BitGenerator):
    def __init__(self, seed=None):
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        raise NotImplementedError("MT19937 is behind np.random.seed() here; take default_rng() or RandomState()")
