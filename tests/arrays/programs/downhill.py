import numpy as np

X = np.array([[1.0, 1], [1, 2], [1, 3], [1, 4]])
y = np.array([3.0, 5, 7, 9])
w = np.zeros(2)
for step in range(2001):
    error = X @ w - y
    gradient = 2 * X.T @ error / len(y)
    w -= 0.05 * gradient
    if step % 500 == 0:
        print(step, (error ** 2).mean().round(8), w.round(6))
print(w.round(4))
