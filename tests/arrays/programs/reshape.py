import numpy as np

a = np.arange(24)
print(a.reshape(2, 3, 4).shape, a.reshape(-1, 6).shape, a.reshape((4, -1)).T.shape)
print(a.reshape(2, 3, 4).transpose(1, 0, 2).shape, a.reshape(2, 3, 4).swapaxes(0, 2).shape)
print(np.arange(6).reshape(2, 3, order="F"))
print(np.arange(6).reshape(2, 3).ravel(order="F"), np.arange(3)[:, np.newaxis])
print(np.expand_dims(np.arange(3), 0).shape, np.squeeze(np.zeros((1, 3, 1))).shape, np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape)
a.shape = (4, 6)
print(a)
for shape in ((5, 5), (-1, -1), (7, -1)):
    try:
        a.reshape(shape)
    except ValueError as e:
        print(e)
