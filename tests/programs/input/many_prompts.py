# Two hundred questions in a row.
total = 0
for number in range(200):
    total += int(input(f"{number}: "))
print("Sum:", total)
