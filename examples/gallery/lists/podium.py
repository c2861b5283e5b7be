# Sort by more than one thing: first the points, then, if they are equal, the time.
results = [
    ("Mia", 12, 58.1),
    ("Noah", 15, 63.9),
    ("Yuto", 15, 61.2),
    ("Zoe", 9, 40.0),
    ("Lars", 12, 58.0),
]

# Many points are good, many seconds are not: a minus turns the order around.
ranking = sorted(results, key=lambda result: (-result[1], result[2]))

for place, (name, points, seconds) in enumerate(ranking, start=1):
    print(f"{place}. {name:5} {points:2} points in {seconds} s")

first, second, third, *others = [name for name, *_ in ranking]
print()
print(f"{first:^18}")
print(f"{second:^6}┌────┐")
print("┌────┐│ 1  │" + f"{third:^6}")
print("│ 2  ││    │┌────┐")
print("│    ││    ││ 3  │")
print("Thank you,", " and ".join(others) + "!")

# Try: sort by name. And by the length of the name?
