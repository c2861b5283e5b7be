GLIDER = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}


def neighbours(x, y):
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} - {(x, y)}


def step(cells):
    candidates = cells.union(*(neighbours(*cell) for cell in cells))
    return {
        cell for cell in candidates
        if (count := len(neighbours(*cell) & cells)) == 3 or count == 2 and cell in cells
    }


def show(cells, size=7):
    for y in range(size):
        print("".join("■" if (x, y) in cells else "·" for x in range(size)))
    print()


cells = GLIDER
for generation in range(5):
    if generation % 2 == 0:
        print("generation", generation)
        show(cells)
    cells = step(cells)
print(sorted(cells))
