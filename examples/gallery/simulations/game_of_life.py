# Conway's Game of Life: a cell lives on with two or three neighbours, and is born with three.
from collections import Counter

START = """\
.........
..ooo....
.........
......o..
....o.o..
.....oo.."""

cells = {
    (x, y)
    for y, row in enumerate(START.splitlines())
    for x, letter in enumerate(row)
    if letter == "o"
}


def step(cells):
    neighbours = Counter(
        (x + dx, y + dy)
        for x, y in cells
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        if dx or dy
    )
    return {cell for cell, n in neighbours.items() if n == 3 or n == 2 and cell in cells}


for generation in range(9):
    if generation % 2 == 0:
        print(f"generation {generation}, {len(cells)} cells")
        for y in range(9):
            print(" ".join("●" if (x, y) in cells else "·" for x in range(12)))
    cells = step(cells)

# Try: draw a start of your own. Some die out, some repeat, some walk away.
