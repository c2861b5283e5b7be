import numpy as np

data = np.array([1, 2, 2, 3, 3, 3, 4, 4, 5, 9])
print(np.histogram(data))
print(np.histogram(data, bins=4, range=(0, 10)))
print(np.histogram(data, bins=[0, 2, 4, 10], density=True))
counts, edges = np.histogram(data, bins="auto")
print(counts, edges)
for count, low, high in zip(counts, edges, edges[1:]):
    print(f"{low:5.2f} - {high:5.2f} {'#' * count}")
print(np.digitize([0.5, 2, 7], [1, 3, 5]))
print(np.searchsorted([1, 3, 5], [0, 3, 6]), np.searchsorted([1, 3, 5], 3, side="right"))
print(np.bincount([0, 1, 1, 3]), np.bincount([0, 1, 1], weights=[0.5, 1, 2]))
h, x, y = np.histogram2d([1, 2, 2], [1, 1, 3], bins=2)
print(h, x, y)
print(np.cumsum(counts) / counts.sum())
