import numpy as np

rng = np.random.default_rng(0)
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])
W1 = rng.normal(size=(2, 4))
b1 = np.zeros(4)
W2 = rng.normal(size=(4, 1))
b2 = np.zeros(1)

def sigmoid(x):
    return 1 / (1 + np.exp(-x))

for epoch in range(3001):
    h = sigmoid(X @ W1 + b1)
    out = sigmoid(h @ W2 + b2)
    d_out = (out - y) * out * (1 - out)
    d_h = d_out @ W2.T * h * (1 - h)
    W2 -= 2 * h.T @ d_out
    b2 -= 2 * d_out.sum(axis=0)
    W1 -= 2 * X.T @ d_h
    b1 -= 2 * d_h.sum(axis=0)
    if epoch % 1000 == 0:
        print(epoch, np.mean((out - y) ** 2).round(5))
print(out.round(2))
print((out > 0.5).astype(int).ravel())
print(np.eye(3)[[0, 2, 1]])
print(np.maximum(0, [-1, 2]), np.exp([1, 2]) / np.exp([1, 2]).sum(), np.tanh([0, 1]))
print(np.argmax([[0.1, 0.9], [0.8, 0.2]], axis=1))
