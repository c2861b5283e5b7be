import numpy as np

heights = np.array([[170, 65], [182, 80], [165, 55], [175, 72]], dtype=float)
z = (heights - heights.mean(axis=0)) / heights.std(axis=0)
print(z)
print(z.mean(axis=0).round(10), z.std(axis=0))
print(heights.var(), heights.var(ddof=1), np.std(heights, axis=1, ddof=1))
low, high = heights.min(axis=0), heights.max(axis=0)
print((heights - low) / (high - low))
print(heights / heights.sum(axis=1, keepdims=True))
print(np.ptp(heights, axis=0), np.median(heights, axis=0), np.quantile(heights, 0.9, axis=0))
print(heights[:, 0][heights[:, 1] > 60])
print(np.corrcoef(heights.T))
print(np.argmax(z, axis=0), np.argsort(-heights[:, 0]))
