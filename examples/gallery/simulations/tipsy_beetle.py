# A beetle walks without a plan, one step at a time. How far does it get?
import random

random.seed(5)
WIDTH, HEIGHT, STEPS = 40, 12, 300

x, y = WIDTH // 2, HEIGHT // 2
visits = {(x, y): 1}
for _ in range(STEPS):
    dx, dy = random.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
    # It never leaves the table.
    x = min(max(x + dx, 0), WIDTH - 1)
    y = min(max(y + dy, 0), HEIGHT - 1)
    visits[x, y] = visits.get((x, y), 0) + 1

print("╔" + "═" * WIDTH + "╗")
for row in range(HEIGHT):
    shades = [" ░▒▓█"[min(visits.get((column, row), 0), 4)] for column in range(WIDTH)]
    if row == y:
        shades[x] = "@"
    print("║" + "".join(shades) + "║")
print("╚" + "═" * WIDTH + "╝")
print(f"{STEPS} steps, but only {len(visits)} places.")

# Try: a beetle that likes to keep its direction. Does it see more of the table?
