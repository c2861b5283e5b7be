# Bubble sort, made visible: the largest numbers rise like bubbles.
numbers = [5, 2, 8, 1, 7, 4, 3, 6]


def show(numbers, left=None):
    for place, number in enumerate(numbers):
        mark = "<" if left is not None and place in (left, left + 1) else ""
        print(f"{'█' * number:10}{mark}")
    print()


show(numbers)
swaps = 0
for end in range(len(numbers) - 1, 0, -1):
    swapped = False
    for place in range(end):
        if numbers[place] > numbers[place + 1]:
            numbers[place], numbers[place + 1] = numbers[place + 1], numbers[place]
            swaps += 1
            swapped = True
            last = place
    if not swapped:
        break
    # The picture after each round; the arrows show the last swap of it.
    show(numbers, last)

print(f"{swaps} swaps")

# Try: begin with the numbers the wrong way round, 8 to 1. How many swaps are there?
