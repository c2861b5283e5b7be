import random

random.seed(7)
secret = random.randint(1, 100)
attempts = 0

print("I am thinking of a number from 1 to 100.")
while True:
    text = input("Your guess: ")
    try:
        guess = int(text)
    except ValueError:
        print(f"{text!r} is no number.")
        continue
    attempts += 1
    if guess < secret:
        print("Higher!")
    elif guess > secret:
        print("Lower!")
    else:
        print(f"You got it in {attempts} attempts.")
        break
