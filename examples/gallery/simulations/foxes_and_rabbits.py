# Many rabbits feed many foxes; many foxes leave few rabbits; then the foxes go hungry ...
rabbits, foxes = 40.0, 9.0

BIRTH = 0.08  # of a rabbit, in a week
HUNTING = 0.006  # for each pair of a rabbit and a fox
HUNGER = 0.1  # of a fox without rabbits

print("week  🐇 rabbits o       🦊 foxes x")
for week in range(151):
    if week % 5 == 0:
        line = [" "] * 64
        line[min(int(rabbits), 63)] = "o"
        line[min(int(foxes), 63)] = "x"
        print(f"{week:4} |" + "".join(line).rstrip())
    born = BIRTH * rabbits
    eaten = HUNTING * rabbits * foxes
    starved = HUNGER * foxes
    rabbits += born - eaten
    foxes += eaten * 0.6 - starved

print(f"In the end: {rabbits:.0f} rabbits, {foxes:.0f} foxes.")

# Try: what if the foxes are better hunters? Change HUNTING to 0.009.
