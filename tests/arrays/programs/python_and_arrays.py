import numpy as np
import copy, json, math, pickle, random, statistics
from fractions import Fraction

a = np.array([3, 1, 2])
print(sorted(a), max(a), sum(a), list(a), a.tolist(), len(a), 2 in a, [x * 2 for x in a])
print(math.sqrt(a[0]), range(a[1], 4), [10, 20, 30, 40][a[0]], "ab" * a[2], a[0] == 3)
print(isinstance(a[0], int), isinstance(np.float64(1), float), isinstance(np.bool_(True), bool), type(a).__name__)
print(json.dumps(a.tolist()), json.dumps({"m": float(a.mean())}))
try:
    json.dumps(a)
except TypeError as error:
    print(error)
try:
    json.dumps(a[0])
except TypeError as error:
    print(error)
print(pickle.loads(pickle.dumps(a)), copy.deepcopy(a), copy.copy(a) is a)
print(statistics.mean([float(x) for x in a]), round(np.float64(2.567), 1), abs(np.int64(-3)), divmod(np.int64(7), 2))
x, y, z = a
print(x, y, z, dict(enumerate(a)), list(zip(a, "abc")), tuple(a), set(a.tolist()))
print({np.int64(1): "one"}[1], hash(np.int64(1)) == hash(1), np.float64(0.5) == Fraction(1, 2))
for i, row in enumerate(np.arange(4).reshape(2, 2)):
    print(i, row)
for index, value in np.ndenumerate(np.array([[1, 2], [3, 4]])):
    print(index, value)
print(list(np.ndindex(2, 2)), list(np.array([[1, 2]]).flat))
class Celsius:
    def __init__(self, value):
        self.value = value
    def __array__(self, dtype=None, copy=None):
        return np.array([self.value], dtype=dtype)
print(np.array(Celsius(3)) + 1, np.mean([Celsius(3).value, 5]))
print(np.array(range(4)), np.array((1, 2)), np.array([range(2), range(2)]), np.fromiter((i * i for i in range(4)), int))
print(np.array([Fraction(1, 2), 3]) * 2, np.array([10 ** 30, 1]) + 1)
match a.tolist():
    case [first, *rest]:
        print(first, rest)
print(bool(np.array([1])), bool(np.array(0)), not np.array([0]), int(np.array(5)), float(np.array([2.5])[0]))
