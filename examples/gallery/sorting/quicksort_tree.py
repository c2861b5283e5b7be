# Quicksort: pick one number, put the smaller ones left and the larger ones right of it,
# and do the same with both sides. The indentation shows how deep it is.
def quicksort(numbers, depth=0):
    margin = "   " * depth
    if len(numbers) < 2:
        if numbers:
            print(f"{margin}{numbers[0]}")
        return numbers
    pivot, *others = numbers
    smaller = [number for number in others if number < pivot]
    larger = [number for number in others if number >= pivot]
    print(f"{margin}{numbers}: {pivot} in the middle")
    return quicksort(smaller, depth + 1) + [pivot] + quicksort(larger, depth + 1)


print("sorted:", quicksort([42, 17, 68, 3, 25, 91, 50, 42, 8]))

# Try: sort [1, 2, 3, 4, 5, 6, 7, 8]. Why is that so deep? Which pivot would be better?
