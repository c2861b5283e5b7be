import numpy as np

a, b = np.array([1, 2, 3]), np.array([4, 5, 6])
print(np.concatenate((a, b)), np.vstack((a, b)), np.hstack((a, b)), np.stack((a, b), axis=1), np.column_stack((a, b)), np.dstack((a, b)))
m = np.arange(6).reshape(2, 3)
print(np.concatenate((m, [[7, 8, 9]])), np.concatenate((m, m), axis=1), np.append(a, 9), np.append(m, [[0, 0, 0]], axis=0), np.insert(a, 1, 99), np.delete(a, 1), np.delete(m, 0, axis=1), np.insert(m, 1, 5, axis=1))
print(np.split(np.arange(9), 3), np.array_split(np.arange(7), 3), np.hsplit(m, 3), np.vsplit(m, 2), np.split(np.arange(6), [2, 3]))
print(np.tile(a, 2), np.tile(a, (2, 2)), np.repeat(a, 2), np.repeat(m, [1, 2], axis=0), np.flip(m), np.fliplr(m), np.flipud(m), np.rot90(m), np.roll(a, 1), np.roll(m, 1, axis=1))
print(np.block([[np.eye(2), np.zeros((2, 1))], [np.ones((1, 3))]]), np.pad(a, 2), np.pad(a, (1, 2), constant_values=9), np.pad(m, 1, mode="edge"), np.pad(a, 2, mode="reflect"), np.pad(a, 2, mode="wrap"))
for f in (lambda: np.concatenate((a, m)), lambda: np.vstack((m, [1, 2])), lambda: np.stack((a, [1])), lambda: np.concatenate([]), lambda: np.split(a, 2)):
    try:
        f()
    except ValueError as e:
        print(e)
