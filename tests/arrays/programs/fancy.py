import numpy as np

a = np.arange(10) * 10
print(a[[1, 3, -1]], a[a > 40], a[np.array([[0, 1], [2, 3]])], a[a % 20 == 0])
a[[0, 1]] = [5, 6]
a[a > 70] = 0
print(a)
m = np.arange(12).reshape(3, 4)
print(m[[0, 2]], m[[0, 2], [1, 3]], m[:, [0, -1]], m[m[:, 0] > 0], m[m > 5], m[[True, False, True]])
print(m[np.ix_([0, 2], [1, 3])], m[1, [0, 2]], m[[0, 1], ..., [0, 1]])
m[:, [0, 2]] = 0
m[m > 8] *= 2
print(m)
x = np.zeros((2, 3, 4))
print(x[:, [0, 1], :].shape, x[[0, 1], :, [0, 1]].shape, x[0, :, [0, 1, 2]].shape, x[:, :, None, [1, 2]].shape, x[..., x[0, 0] == 0].shape)
a = np.zeros(5, int)
a[[0, 0, 1]] += 1
print(a)
np.add.at(a, [0, 0, 1], 1)
print(a)
