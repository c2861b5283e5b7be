def score(secret, guess):
    bulls = sum(s == g for s, g in zip(secret, guess))
    common = sum(min(secret.count(digit), guess.count(digit)) for digit in set(guess))
    return bulls, common - bulls


secret = "4271"
for turn in range(1, 11):
    guess = input(f"{turn:2}: ")
    if not (guess.isdigit() and len(guess) == 4 and len(set(guess)) == 4):
        print("    four different digits, please")
        continue
    bulls, cows = score(secret, guess)
    print(f"    {bulls} bulls, {cows} cows")
    if bulls == 4:
        print("    solved!")
        break
