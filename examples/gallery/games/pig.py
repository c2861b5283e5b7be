# Pig: roll as often as you dare. The points of your turn are lost when a 1 comes up.
import random

random.seed(13)
GOAL = 30
scores = {"you": 0, "computer": 0}


def turn(player, wants_more):
    points = 0
    while scores[player] + points < GOAL and wants_more(points):
        die = random.randint(1, 6)
        print(f"  {player}: {'⚀⚁⚂⚃⚄⚅'[die - 1]} {die}")
        if die == 1:
            print("  Oh no! Nothing for this turn.")
            return
        points += die
    scores[player] += points


def ask(points):
    return input(f"{points} points in this turn. Roll? (y/n) ").startswith("y")


while True:
    for player, wants_more in [("you", ask), ("computer", lambda points: points < 15)]:
        turn(player, wants_more)
        print(f"{player}: {scores[player]} of {GOAL}")
        if scores[player] >= GOAL:
            print("The winner is:", player)
            raise SystemExit

# Try: take the seed away. Is 15 a good limit for the computer?
