import numpy as np

x = np.linspace(0, np.pi, 101)
y = np.sin(x)
print(np.trapezoid(y, x).round(8))
dx = x[1] - x[0]
print((y[:-1] * dx).sum().round(8), (y[::2].sum() * 2 * dx).round(8))
d = np.gradient(y, x)
print(np.abs(d - np.cos(x)).max().round(6))
print(np.polyint([3, 2, 1]), np.polyder([1, 2, 3]))
print(np.interp(1.0, x, y).round(8))
u, v = np.meshgrid(np.arange(3), np.arange(2))
print(u, v, u ** 2 + v, sep="\n")
print(np.logspace(0, 3, 4), np.geomspace(1, 8, 4), np.arange(0, 1, 0.25))
print(np.linspace(0, 1, 5, endpoint=False), np.linspace(0, 10, 5, retstep=True))
print(np.sum(1 / np.arange(1, 1001) ** 2).round(10), np.prod(np.arange(1, 11)))
print(np.isclose(np.sqrt(2) ** 2, 2), np.e, np.pi, np.inf)
