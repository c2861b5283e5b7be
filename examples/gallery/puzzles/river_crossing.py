# A wolf, a goat and a cabbage have to cross a river; the boat holds you and one of them.
# Alone, the wolf eats the goat and the goat eats the cabbage. The program tries everything at once.
from collections import deque

ALL = frozenset(["you", "wolf", "goat", "cabbage"])


def is_safe(bank):
    return "you" in bank or not ({"wolf", "goat"} <= bank or {"goat", "cabbage"} <= bank)


def crossings(left):
    """What the left bank can look like after one more trip."""
    here = left if "you" in left else ALL - left
    for cargo in [set(), *({thing} for thing in sorted(here - {"you"}))]:
        after = left ^ cargo ^ {"you"}
        if is_safe(after) and is_safe(ALL - after):
            yield frozenset(after)


# Breadth first: all that can be reached with one trip, then with two, and so on.
came_from = {ALL: None}
queue = deque([ALL])
while queue:
    left = queue.popleft()
    for after in crossings(left):
        if after not in came_from:
            came_from[after] = left
            queue.append(after)

way = []
left = frozenset()
while left is not None:
    way.append(left)
    left = came_from[left]
for left in reversed(way):
    print(f"{' '.join(sorted(left)):>22} ~~~~~ {' '.join(sorted(ALL - left))}".rstrip())
print(len(way) - 1, "trips")

# Try: what if the boat holds two? Let `cargo` be a pair as well.
