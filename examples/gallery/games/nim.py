# Take 1, 2 or 3 matches; who takes the last one wins. The computer has read a book about it.
matches = 14


def computer(matches):
    # Whoever leaves a multiple of four cannot lose.
    return matches % 4 or 1


def person(matches):
    while True:
        text = input("How many do you take? ")
        if text in ("1", "2", "3") and int(text) <= matches:
            return int(text)
        print("1, 2 or 3, and no more than there are.")


players = [("You", person), ("I", computer)]
turn = 0
while matches:
    print("🔥" * matches, matches)
    name, choose = players[turn % 2]
    taken = choose(matches)
    matches -= taken
    print(f"{name} took {taken}.")
    turn += 1

print(f"{name} took the last one and won!")

# Try: there is a way to win against it from 14. And if you begin with 16?
