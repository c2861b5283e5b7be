# Put eight queens on a chess board so that none can take another one.
def queens(size, placed=()):
    """All solutions that begin with these columns, one for each row."""
    row = len(placed)
    if row == size:
        yield placed
        return
    for column in range(size):
        # Neither in the same column nor on a diagonal.
        if all(column != other and abs(column - other) != row - above
               for above, other in enumerate(placed)):
            yield from queens(size, (*placed, column))


solution = next(queens(8))
for row, column in enumerate(solution):
    print(" ".join("♛" if each == column else "·□"[(row + each) % 2] for each in range(8)))

print()
for size in range(1, 8):
    print(f"{size} queens: {sum(1 for _ in queens(size))} ways")

# Try: how many ways are there with eight? How many if the board may be turned?
