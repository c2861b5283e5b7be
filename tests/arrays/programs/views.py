import numpy as np

a = np.arange(10)
b = a[2:8:2]
b += 100
print(a, b.base is a, a.base is None, b.flags.owndata)
a[::2] += 1
print(a)
m = np.arange(12).reshape(3, 4)
t = m.T
t[0, 0] = 99
print(m, t.strides, m.strides, t.flags["C_CONTIGUOUS"], t.flags["F_CONTIGUOUS"])
r = m.ravel()
f = m.flatten()
r[1] = -1
f[2] = -2
print(m)
print(m[::-1, ::-1], m[:, 1], m[1], m[-1, -1], m[..., 0], m[None].shape)
c = m.copy()
c[0] = 0
print(m[0], np.shares_memory(m, r), np.shares_memory(m, c))
def make():
    big = np.arange(1000)
    return big[::250]
print(make())
a = np.arange(6)
a[1:] += a[:-1]
print(a)
a = np.arange(6)
a[1:] = a[:-1]
print(a)
