# A loop inside of a loop makes a table.
size = 9

print("  × |", end="")
for column in range(1, size + 1):
    print(f"{column:4}", end="")
print("\n----+" + "-" * 4 * size)

for row in range(1, size + 1):
    print(f"{row:3} |", end="")
    for column in range(1, size + 1):
        print(f"{row * column:4}", end="")
    print()

# Try: print a dot instead of every even number. What do you see?
