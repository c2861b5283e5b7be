# In a magic square all rows, columns and diagonals have the same sum. For odd sizes there is a walk
# that makes one: up and to the right, and one down where the place is taken.
def magic_square(size):
    square = [[0] * size for _ in range(size)]
    row, column = 0, size // 2
    for number in range(1, size * size + 1):
        square[row][column] = number
        next_row, next_column = (row - 1) % size, (column + 1) % size
        if square[next_row][next_column]:
            next_row, next_column = (row + 1) % size, column
        row, column = next_row, next_column
    return square


square = magic_square(5)
for row in square:
    print("".join(f"{number:4}" for number in row), " =", sum(row))
print("  ║" * 5)
print("".join(f"{sum(column):4}" for column in zip(*square)))

diagonals = [
    sum(square[i][i] for i in range(5)),
    sum(square[i][-1 - i] for i in range(5)),
]
print("diagonals:", diagonals)

# Try: check it with a function is_magic(square), and begin the walk somewhere else.
