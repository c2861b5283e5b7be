import numpy as np

board = np.zeros((8, 8), dtype=int)
board[1, 2] = board[2, 3] = board[3, 1] = board[3, 2] = board[3, 3] = 1
for step in range(5):
    print("\n".join("".join(".#"[cell] for cell in row) for row in board))
    print()
    around = sum(np.roll(np.roll(board, i, 0), j, 1) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0))
    board = ((around == 3) | ((board == 1) & (around == 2))).astype(int)
print(board)
print(np.argwhere(board))
