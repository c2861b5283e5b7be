# Hailstone numbers: halve an even number, triple an odd one and add 1. Do all end at 1?
# Nobody in the world has proved it yet.
number = int(input("Start with: "))

steps = 0
highest = number
while number != 1:
    print(f"{number:6} " + "▪" * min(number, 60))
    if number % 2 == 0:
        number = number // 2
    else:
        number = 3 * number + 1
    steps += 1
    highest = max(highest, number)

print("     1 ▪")
print(f"{steps} steps, and {highest} was as high as it got.")

# Try: 27 takes a long way up. Which number below 50 takes the most steps?
