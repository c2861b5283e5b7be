# A treasure is buried somewhere in a field. Each hole tells you how far away it still is.
import random

random.seed(8)
SIZE = 7
treasure = (random.randrange(SIZE), random.randrange(SIZE))
holes = {}


def show():
    print("  " + " ".join("ABCDEFG"))
    for y in range(SIZE):
        print(y + 1, " ".join(str(holes.get((x, y), "·")) for x in range(SIZE)))


for shovel in range(5, 0, -1):
    show()
    place = input(f"Dig where, such as C3? ({shovel} shovels left) ").upper()
    x, y = "ABCDEFG".find(place[:1]), int(place[1:]) - 1
    # How many steps, straight and not across.
    holes[x, y] = abs(x - treasure[0]) + abs(y - treasure[1])
    if (x, y) == treasure:
        print("💰 Gold! You are rich.")
        break
    print(f"Nothing. It is {holes[x, y]} steps away.")
else:
    print(f"It was in {'ABCDEFG'[treasure[0]]}{treasure[1] + 1}.")

# Try: what does it do when somebody types "hello"? Make it ask again.
