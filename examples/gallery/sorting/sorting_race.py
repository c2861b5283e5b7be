# Three ways to sort, one list. Not the clock decides, but how often each compares.
import random


class Judge:
    """Compares two numbers, and counts."""

    def __init__(self):
        self.count = 0

    def is_less(self, a, b):
        self.count += 1
        return a < b


def selection_sort(numbers, judge):
    rest = list(numbers)
    result = []
    while rest:
        least = rest[0]
        for number in rest[1:]:
            if judge.is_less(number, least):
                least = number
        rest.remove(least)
        result.append(least)
    return result


def merge_sort(numbers, judge):
    if len(numbers) < 2:
        return list(numbers)
    middle = len(numbers) // 2
    left, right = merge_sort(numbers[:middle], judge), merge_sort(numbers[middle:], judge)
    result = []
    while left and right:
        result.append((right if judge.is_less(right[0], left[0]) else left).pop(0))
    return result + left + right


def insertion_sort(numbers, judge):
    result = []
    for number in numbers:
        place = len(result)
        while place > 0 and judge.is_less(number, result[place - 1]):
            place -= 1
        result.insert(place, number)
    return result


random.seed(1)
for size in (10, 50, 100):
    numbers = random.sample(range(1000), size)
    print(f"{size} numbers:")
    for sort in (selection_sort, insertion_sort, merge_sort):
        judge = Judge()
        assert sort(numbers, judge) == sorted(numbers)
        print(f"   {sort.__name__:15}{judge.count:5} {'▪' * (judge.count // 100)}")

# Try: give them a list that is sorted already. Who notices?
