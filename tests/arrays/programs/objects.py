import numpy as np

a = np.array([1, "x", None, [1]], dtype=object)
print(a, a.dtype, a[3], len(a))
a[0] = {"k": 1}
print(a)
b = np.array([10**30, 2], dtype=object)
print(b * 2, b.sum(), b + b, b > 5, b.max())
from fractions import Fraction
c = np.array([Fraction(1, 2), Fraction(1, 3)])
print(c, c + 1, c.sum(), c * c, c.dtype, np.sort(c))
class Bad:
    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("no array")
try:
    np.array(Bad())
except RuntimeError as e:
    print(e)
class Own:
    def __radd__(self, other):
        return "own"
    __array_ufunc__ = None
print(np.arange(2) + Own(), np.float64(1) + Own())
