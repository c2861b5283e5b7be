# It rains on a square with a quarter of a circle in it. Counting drops gives the number π.
import math
import random

random.seed(314)
inside = 0
drops = 0
board = [["·"] * 30 for _ in range(15)]

for goal in (100, 1000, 10_000, 50_000):
    while drops < goal:
        x, y = random.random(), random.random()
        drops += 1
        if x * x + y * y < 1:
            inside += 1
            board[int(y * 15)][int(x * 30)] = "●"
    pi = 4 * inside / drops
    print(f"{drops:6} drops: π is about {pi:.4f}, which is {abs(pi - math.pi):.4f} off")

print()
for row in reversed(board):
    print("".join(row))

# Try: how many drops does it take for two right digits after the point? Why so many?
