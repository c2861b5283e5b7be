import numpy as np

np.random.seed(42)
for n in 10, 1000, 100000:
    x = np.random.rand(n)
    y = np.random.rand(n)
    inside = x ** 2 + y ** 2 <= 1
    print(n, 4 * np.count_nonzero(inside) / n)
points = np.random.uniform(-1, 1, (5, 2))
print(points)
print(np.hypot(points[:, 0], points[:, 1]))
print(np.random.randint(0, 10, 10))
print(np.random.choice(["red", "green", "blue"], 4))
print(np.random.permutation(6))
