# Move a tower to another place, disc by disc, never a larger one on a smaller one.
# The trick: to move three discs, first move two out of the way. And how do you move two?
def move(height, start, end, spare):
    if height == 0:
        return
    move(height - 1, start, spare, end)
    towers[end].append(towers[start].pop())
    show(f"from {start} to {end}")
    move(height - 1, spare, end, start)


def show(title):
    print(f"{title:-^29}")
    for level in reversed(range(HEIGHT)):
        row = ""
        for discs in towers.values():
            size = discs[level] if level < len(discs) else 0
            row += ("█" * (2 * size - 1) if size else "│").center(9)
        print(row.rstrip())


HEIGHT = 3
towers = {"A": [3, 2, 1], "B": [], "C": []}
show("begin")
move(HEIGHT, "A", "C", "B")
print("That took", 2**HEIGHT - 1, "moves.")

# Try: four discs. In the legend it is 64: how long does that take at a move a second?
