import numpy as np

a = np.arange(12).reshape(3, 4)
print(a.sum(), a.sum(axis=0), a.sum(axis=1), a.sum(axis=(0, 1)), a.sum(axis=1, keepdims=True), np.sum([0.1] * 10))
print(a.mean(), a.mean(axis=0), a.std(), a.var(axis=1), a.min(), a.max(axis=1), a.prod(axis=0), np.ptp(a))
print(a.cumsum(), a.cumsum(axis=1), a.cumprod(axis=0), np.diff(a, axis=1), np.diff([1, 4, 9, 16], n=2))
print(a.argmax(), a.argmin(axis=1), a.argmax(axis=0), np.any(a > 10), np.all(a >= 0), (a > 5).sum(), np.count_nonzero(a))
print(np.median([3, 1, 2]), np.median([4, 1, 2, 3]), np.median(a, axis=0), np.percentile(a, 25), np.percentile(a, [10, 50, 90]), np.quantile([1, 2, 3, 4], 0.4))
print(np.average([1, 2, 3], weights=[3, 2, 1]), np.std([1, 2, 3, 4], ddof=1), np.var([1, 2, 3, 4], ddof=1))
print(np.sum(np.array([True, True, False])), np.sum([1, 2], dtype=float), np.sum(np.array([250, 10], np.uint8)))
print(np.nansum([1, np.nan]), np.nanmean([1, np.nan, 3]), np.nanmax([1, np.nan]), np.max([1, np.nan]))
print(np.sum(a, where=a > 5), np.max(a, initial=100), np.add.reduce(a, axis=None), np.multiply.accumulate([1, 2, 3]), np.add.outer([1, 2], [10, 20]))
print(np.sum([]), np.prod([]), np.sum(np.zeros((0, 3)), axis=0))
for f in (lambda: np.max([]), lambda: np.argmax([]), lambda: a.sum(axis=2)):
    try:
        f()
    except ValueError as e:
        print(type(e).__name__, e)
