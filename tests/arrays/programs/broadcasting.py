import numpy as np

a = np.arange(3)
print(a + a[:, None])
print(np.ones((2, 3)) * np.array([1, 2, 3]), np.zeros((3, 1)) + np.zeros((1, 4)))
for x, y in ((np.arange(3), np.arange(4)), (np.zeros((2, 3)), np.zeros((2, 2))), (np.zeros((2, 3, 4)), np.zeros((3, 3)))):
    try:
        x + y
    except ValueError as e:
        print(e)
print(np.broadcast_to(np.arange(3), (2, 3)), np.broadcast_shapes((3, 1), (1, 4)))
x, y = np.broadcast_arrays(np.arange(3), np.arange(2)[:, None])
print(x, y)
