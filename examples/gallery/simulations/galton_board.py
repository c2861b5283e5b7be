# Balls fall over pins, left or right by chance. In the end they make a shape that is no chance.
import random

random.seed(2)
PINS = 10
BALLS = 400

bins = [0] * (PINS + 1)
for _ in range(BALLS):
    place = 0
    for _ in range(PINS):
        place += random.choice([0, 1])
    bins[place] += 1

for level in range(max(bins), 0, -8):
    print(" ".join("██" if count >= level else "  " for count in bins).rstrip())
print("━━━" * (PINS + 1))
print(" ".join(f"{place:2}" for place in range(PINS + 1)))
print(f"{bins[5] / BALLS:.0%} of the balls fell in the middle.")

# Try: let a wind blow, so that right is a little more likely than left.
