import numpy as np

a = np.arange(5.0)
out = np.zeros(5)
print(np.sqrt(a, out=out) is out, out, np.add(a, 1, where=a > 2, out=np.zeros(5)), np.multiply(a, 2, out=a), a)
m = np.ones((2, 3))
m[0] += [1, 2, 3]
m *= 2
m[:, 1] -= 1
m /= 4
print(m, np.cumsum(m, axis=0), np.add(1, 2, dtype=float), np.sum(m, axis=0, out=np.zeros(3)))
try:
    np.add(np.ones(3), np.ones(3), out=np.ones(2))
except ValueError as e:
    print(e)
b = np.arange(3)
b.flags.writeable = False
try:
    b[0] = 1
except ValueError as e:
    print(e)
try:
    b += 1
except ValueError as e:
    print(e)
