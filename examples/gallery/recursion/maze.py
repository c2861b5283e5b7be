# How to leave a maze: try each way, mark where you have been, turn back at dead ends.
maze = [list(row) for row in """\
###############
#S  #     #   #
### # ### # # #
#   #   #   # #
# ##### ##### #
#     #   #   #
##### ### # ###
#         #  E#
###############""".splitlines()]


def find_way(x, y):
    """Whether the exit can be reached from here; marks the way there."""
    if maze[y][x] == "E":
        return True
    if maze[y][x] not in " S":
        return False
    is_start = maze[y][x] == "S"
    maze[y][x] = "."
    for dx, dy in [(0, 1), (-1, 0), (0, -1), (1, 0)]:
        if find_way(x + dx, y + dy):
            maze[y][x] = "S" if is_start else "•"
            return True
    return False


is_free = find_way(1, 1)
for row in maze:
    print("".join(row).replace("#", "█").replace(".", "·"))
steps = sum(row.count("•") for row in maze) + 1
print(f"Out after {steps} steps. The small dots were dead ends." if is_free else "There is no way out.")

# Try: close the way with another # and see what happens. Is this the shortest way, always?
