import numpy as np

board = np.zeros((8, 8), dtype=int)
board[1::2, ::2] = 1
board[::2, 1::2] = 1
print(board)
print(np.tile([[0, 1], [1, 0]], (2, 3)))
print(np.indices((3, 3)).sum(axis=0) % 2)
print(np.kron(np.eye(2, dtype=int), np.ones((2, 2), dtype=int)))
print(np.add.outer(np.arange(4), np.arange(3)))
print(np.tri(3), np.triu(np.arange(9).reshape(3, 3)), sep="\n")
print(np.fliplr(np.eye(3)))
print(np.diag([1, 2, 3]), np.diag(np.arange(9).reshape(3, 3)))
print(np.full((2, 3), 7), np.full(3, "ab"))
spiral = np.arange(16).reshape(4, 4)
out = []
while spiral.size:
    out.extend(spiral[0].tolist())
    spiral = np.rot90(spiral[1:])
print(out)
