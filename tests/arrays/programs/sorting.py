import numpy as np

a = np.array([3, 1, 2, 3, 1])
print(np.sort(a), np.argsort(a, kind="stable"), a[::-1], np.sort(a)[::-1], np.unique(a), np.unique(a, return_counts=True), np.unique(a, return_index=True, return_inverse=True))
m = np.array([[3, 1, 2], [9, 7, 8]])
print(np.sort(m), np.sort(m, axis=0), np.sort(m, axis=None), np.argsort(m, axis=1))
a.sort()
print(a, np.searchsorted(a, [1, 2, 4]), np.searchsorted(a, 3, side="right"), np.sort([np.nan, 1, 0]), np.sort(["b", "a", "C"]))
print(np.where(a > 1), np.where(a > 1, a, 0), np.nonzero(a == 3), np.argwhere(m > 7), np.extract(a > 1, a), np.flatnonzero(a == 1))
print(np.intersect1d([1, 2, 3], [2, 3, 4]), np.union1d([1, 2], [2, 3]), np.setdiff1d([1, 2, 3], [2]), np.setxor1d([1, 2], [2, 3]), np.isin([1, 5], [1, 2]))
print(np.bincount([0, 1, 1, 3]), np.digitize([0.5, 1.5, 2.5], [1, 2]), np.histogram([1, 2, 1, 3, 4, 4, 4], bins=3), np.histogram([1, 2, 1], bins=[0, 1, 2, 3]), np.lexsort(([1, 2, 1], [2, 1, 1])))
print(np.take([10, 20, 30], [0, 2]), np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]]), np.select([a < 2, a > 2], [a * 10, a * 100], default=-1), np.take_along_axis(m, np.argsort(m), axis=1), np.unique([[1, 2], [1, 2], [0, 5]], axis=0))
print(np.unravel_index(5, (2, 3)), np.ravel_multi_index((1, 2), (2, 3)), np.triu(np.ones((3, 3))), np.tril(np.arange(9).reshape(3, 3)), np.tri(2, 3))
