import numpy as np

f = np.array([[1, 1], [1, 0]])
print(np.linalg.matrix_power(f, 10))
print([int(np.linalg.matrix_power(f, n)[0, 1]) for n in range(15)])
weather = np.array([[0.9, 0.1], [0.5, 0.5]])
state = np.array([1.0, 0.0])
for day in range(5):
    print(day, state)
    state = state @ weather
print(np.linalg.matrix_power(weather, 50))
print(f @ f, f * f, f ** 2, sep="\n")
print(np.dot(f, [1, 2]), f.dot(f).T, np.trace(f))
print(np.linalg.inv(f))
print(np.linalg.det(f))
