# Patterns are loops that you can see.
size = int(input("How big, from 1 to 15? "))

# Up to the middle ...
for row in range(1, size + 1):
    print(" " * (size - row) + "◆ " * row)
# ... and down again.
for row in range(size - 1, 0, -1):
    print(" " * (size - row) + "◆ " * row)

# Try: make it hollow, so that only the edge is left.
