# Count, but say a word for some numbers. With the rules in a list, new ones cost nothing.
RULES = [(3, "Fizz"), (5, "Buzz"), (7, "Boom")]


def say(number):
    words = [word for divisor, word in RULES if number % divisor == 0]
    return "".join(words) or str(number)


print(" ".join(say(number) for number in range(1, 36)))

# The first number for which all words are said:
number = 1
while say(number) != "FizzBuzzBoom":
    number += 1
print(f"All three at {number}.")

# Try: one more rule. Can you tell where all of them meet, without the loop?
