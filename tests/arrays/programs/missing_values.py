import numpy as np

a = np.array([1.0, np.nan, 3, np.inf, -np.inf])
print(a, a == a, np.isnan(a), np.isinf(a), np.isfinite(a))
print(np.nansum(a[:3]), np.nanmean(a[:3]), np.nanstd(a[:3]), np.nanmin(a[:3]), np.nanargmax(a[:3]))
print(a.max(), a.sum(), np.sort([3, np.nan, 1]))
print(np.where(np.isnan(a), 0, a))
a[np.isnan(a)] = -1
print(a)
print(np.array([1, None]), np.array([None, 2], dtype=float))
with np.errstate(divide="ignore", invalid="ignore"):
    print(np.array([1.0, 0, -1]) / 0)
    print(np.log([0, -1]))
print(np.nan == np.nan, np.nan is np.nan, np.isnan(np.nan))
print(np.nanmedian([1, np.nan, 3]), np.nanpercentile([1, np.nan, 3], 50))
