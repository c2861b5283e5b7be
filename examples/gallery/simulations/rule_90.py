# One row of cells, one simple rule, and a pattern that nobody has drawn.
RULE = 90
WIDTH = 63
ROWS = 32

# Which of the 8 neighbourhoods (left, self, right) make a living cell.
lives = {
    (left, cell, right): RULE >> (4 * left + 2 * cell + right) & 1
    for left in (0, 1)
    for cell in (0, 1)
    for right in (0, 1)
}

row = [0] * WIDTH
row[WIDTH // 2] = 1
for _ in range(ROWS):
    print("".join("█" if cell else " " for cell in row).rstrip())
    # The row is a ring: the last cell's neighbour is the first.
    row = [lives[row[i - 1], row[i], row[(i + 1) % WIDTH]] for i in range(WIDTH)]

# Try: the rules 30, 110 and 184. There are 256 of them.
