import numpy as np

g = 9.81
angles = np.radians(np.arange(15, 90, 15))
v = 20
distance = v ** 2 * np.sin(2 * angles) / g
height = (v * np.sin(angles)) ** 2 / (2 * g)
print(np.degrees(angles))
print(distance.round(3))
print(height.round(3))
print(np.degrees(angles[np.argmax(distance)]))
t = np.arange(0, 3, 0.5)
table = np.array([t, v * t, 30 * t - g * t ** 2 / 2]).T
print(table)
np.set_printoptions(precision=2, suppress=True)
print(table)
