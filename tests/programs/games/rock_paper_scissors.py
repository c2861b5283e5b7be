import random

BEATS = {"rock": "scissors", "paper": "rock", "scissors": "paper"}
random.seed(2026)
score = {"you": 0, "me": 0}

for round_number in range(1, 6):
    yours = input(f"Round {round_number}: ").lower()
    if yours not in BEATS:
        print("rock, paper or scissors!")
        continue
    mine = random.choice(sorted(BEATS))
    if yours == mine:
        result = "a draw"
    elif BEATS[yours] == mine:
        result = "you win"
        score["you"] += 1
    else:
        result = "I win"
        score["me"] += 1
    print(f"{yours} against {mine}: {result}")
print(score)
