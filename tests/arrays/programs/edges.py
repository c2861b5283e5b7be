import numpy as np

print(np.zeros((0,)).sum(), np.zeros((2, 0)).max(axis=0), np.zeros((0, 2)).shape, np.array([[]]).shape, np.arange(0), np.concatenate(([], [1])))
a = np.zeros((1,) * 64)
print(a.ndim, a.sum(), a.shape[:3])
try:
    np.zeros((1,) * 65)
except ValueError as e:
    print(e)
for f in (lambda: np.zeros(-1), lambda: np.zeros((2, -1)), lambda: np.arange(3).reshape(2, 2), lambda: np.zeros("a"), lambda: np.array([1, 2]).astype("nope")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(np.array([127], np.int8) + np.int8(1), np.array([2**63 - 1]) + 1, -np.array([-128], np.int8), np.abs(np.array([-128], np.int8)), np.array([255], np.uint8) * 2, np.array([0], np.uint8) - 1)
print(np.array([np.nan, np.inf, -np.inf]) * 0, np.maximum([np.nan, 1], [1, np.nan]), np.fmax([np.nan, 1], [1, np.nan]), np.array([np.inf]) > 1e308, np.argmax([1, np.nan, 3]), np.sort([3, np.nan, 1])[:2])
try:
    np.zeros(10**10)
except MemoryError as e:
    print(e)
