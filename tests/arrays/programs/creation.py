import numpy as np

print(np.array([1, 2, 3]), np.array([1.5, 2]), np.array([[1, 2], [3, 4]]))
print(repr(np.zeros(3)), repr(np.ones((2, 2), dtype=int)), repr(np.full((2, 3), 7)))
print(repr(np.arange(5)), repr(np.arange(0, 1, 0.25)), repr(np.arange(10, 0, -3)))
print(repr(np.linspace(0, 1, 5)), np.linspace(0, 10, 3, retstep=True))
print(repr(np.eye(3)), repr(np.identity(2)), repr(np.diag([1, 2])))
print(repr(np.logspace(0, 2, 3)), repr(np.geomspace(1, 1000, 4)))
print(repr(np.empty((0, 3))), repr(np.array([])), repr(np.zeros((2, 0), int)))
