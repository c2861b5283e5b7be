import numpy as np

a = np.arange(10)
b = a[2:5]
b[0] = 99
print(a, b.base is a)
c = a[[2, 3]]
c[0] = -1
print(a, c.base)
d = a.copy()
d[:] = 0
print(a, d)
m = a.reshape(2, 5)
m[0] *= 2
print(a)
m.T[1, 1] = 1000
print(m)
e = a
e += 1
print(a is e, a)
f = m.ravel()
f[0] = 7
g = m.flatten()
g[0] = 8
print(m[0, 0], np.shares_memory(m, f), np.shares_memory(m, g))
row = m[1]
m = m + 1
print(row)
x, y = 1, 2
v = np.array([x, y])
x = 5
print(v)
v[0], v[1] = v[1], v[0]
print(v)
w = np.array([1, 2, 3, 4])
w[1:] = w[:-1]
print(w)
w[w > 1] = 0
print(w)
s = m[:, 1]
s[:] = 0
print(m, s.flags["C_CONTIGUOUS"], s.flags.owndata)
r = np.broadcast_to([1, 2], (2, 2))
try:
    r[0, 0] = 1
except ValueError as error:
    print(error)
