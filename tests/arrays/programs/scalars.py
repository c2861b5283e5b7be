import numpy as np

a = np.array([1.5, 2.5])
x = a[0]
print(x, type(x).__name__, repr(x), x + 1, repr(x + 1), repr(x * np.int64(2)), isinstance(x, float), isinstance(x, np.floating), x.item(), repr(x.item()))
i = np.array([1, 2, 3])[1]
print(i, repr(i), isinstance(i, int), isinstance(i, np.integer), [10, 20, 30][i], range(5)[i], i + 1, repr(i / 2), repr(i // 2), repr(i ** 2), i == 2, hash(i) == hash(2), int(i), float(i), str(i), f"{i:03d}", f"{x:.2f}", round(x, 1), round(x))
print({np.int64(1): "a"}[1], np.float64(2.0) == 2, np.bool_(True) and 5, not np.bool_(False), repr(np.bool_(1) | False), np.int8(5).dtype, np.float32(1.5).itemsize, x.shape, x.ndim, i.max(), x.sum())
print(np.int32(7) / np.int32(2), np.uint8(200) + np.uint8(50), np.int64(2) ** 3, abs(np.int64(-3)), -np.float64(2), divmod(np.int64(7), 2), sum(np.array([1, 2, 3])), max(np.array([1, 5])), sorted(np.array([3, 1])))
import math
print(math.sqrt(np.float64(16)), math.floor(np.float64(1.5)), "%d %.1f" % (np.int64(3), np.float64(2.5)), np.float64("1.5"), np.int64("7"), int("3") + np.int64(1), np.str_("ab").upper(), np.float64(3).is_integer())
for f in (lambda: np.uint8(300), lambda: np.array([1], np.uint8) + 300, lambda: int(np.array([1, 2])), lambda: bool(np.array([1, 2])), lambda: np.array([[1, 2], [3]]), lambda: np.int8([1, 200]), lambda: len(np.array(1))):
    try:
        print(f())
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
