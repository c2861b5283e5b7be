PUZZLE = """
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
"""


def solve(grid):
    choices = {}
    for row in range(9):
        for column in range(9):
            if grid[row][column] == ".":
                used = set(grid[row]) | {line[column] for line in grid}
                top, left = row // 3 * 3, column // 3 * 3
                used |= {grid[r][c] for r in range(top, top + 3) for c in range(left, left + 3)}
                choices[row, column] = sorted(set("123456789") - used)
    if not choices:
        return True
    (row, column), digits = min(choices.items(), key=lambda item: len(item[1]))
    for digit in digits:
        grid[row][column] = digit
        if solve(grid):
            return True
    grid[row][column] = "."
    return False


grid = [list(line) for line in PUZZLE.split()]
print(solve(grid))
for number, row in enumerate(grid):
    if number and number % 3 == 0:
        print("------+-------+------")
    print("", *row[:3], "|", *row[3:6], "|", *row[6:])
