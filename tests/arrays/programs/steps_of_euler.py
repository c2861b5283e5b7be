import numpy as np

def euler(f, y0, t):
    y = np.zeros((len(t), len(y0)))
    y[0] = y0
    for i in range(len(t) - 1):
        y[i + 1] = y[i] + (t[i + 1] - t[i]) * f(t[i], y[i])
    return y

t = np.linspace(0, 1, 11)
cooling = euler(lambda t, y: -0.7 * (y - 20), np.array([90.0]), t)
print(cooling[:, 0].round(6))
spring = euler(lambda t, y: np.array([y[1], -4 * y[0]]), np.array([1.0, 0.0]), t)
print(spring.round(6))
print(np.abs(cooling[:, 0] - (20 + 70 * np.exp(-0.7 * t))).max().round(8))
