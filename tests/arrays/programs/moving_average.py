import numpy as np

prices = np.array([10, 11, 12, 11, 13, 14, 13, 15], dtype=float)
print(np.convolve(prices, np.ones(3) / 3, mode="valid"))
print(np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3], [0, 1, 0.5], "same"))
sums = np.cumsum(np.insert(prices, 0, 0))
print((sums[3:] - sums[:-3]) / 3)
windows = np.lib.stride_tricks.sliding_window_view(prices, 3)
print(windows.mean(axis=1))
print(np.diff(prices) / prices[:-1] * 100)
print(np.maximum.accumulate(prices), np.minimum.accumulate(prices))
print(np.correlate([1, 2, 3], [0, 1, 0.5]))
print(np.gradient(prices), np.ediff1d(prices))
print(np.interp([0.5, 2.25, 9], np.arange(8), prices))
