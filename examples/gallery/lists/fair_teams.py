# Shuffle the names, then deal them out like cards.
import random

# With a seed, chance is the same each time. Take the line away for real chance.
random.seed(4)

players = ["Aiko", "Ben", "Chloe", "Dmitri", "Elif", "Femi", "Goran", "Hana", "Ivy"]
colours = ["red", "green", "blue"]

random.shuffle(players)
for number, colour in enumerate(colours):
    # Every third player, beginning with a different one each time.
    team = players[number :: len(colours)]
    print(f"{colour:>5}: {', '.join(sorted(team))}")

captain = random.choice(players)
print(f"{captain} may begin.")

# Try: what happens with ten players, or with four colours?
