import numpy as np

a = np.arange(6).reshape(2, 3)
for row in a:
    print(row)
for value in a.flat:
    print(value, end=" ")
print(list(enumerate(np.array([1.5, 2]))), list(np.ndenumerate(a))[:2], list(np.ndindex(2, 2)), a.tolist(), 3 in a, 9 in a, len(a), a.size, a.ndim, a.nbytes)
a.flat = 7
a.flat[2] = 1
print(a, list(zip(*a)), [x for x in a[0]], a.item(0), a.item(0, 2))
f = np.vectorize(lambda x, y: x if x > y else y)
print(f([1, 5], [3, 2]), np.apply_along_axis(sorted, 1, [[3, 1], [2, 0]]), np.fromfunction(lambda i, j: i + j, (2, 2)), np.fromiter((x * x for x in range(4)), int))
x, y = np.meshgrid([1, 2, 3], [4, 5])
print(x, y, np.mgrid[0:2, 0:3], np.indices((2, 2)), np.r_[1:4, 0, 4], np.c_[[1, 2], [3, 4]], np.s_[1:3])
