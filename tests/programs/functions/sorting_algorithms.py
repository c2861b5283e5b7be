import random


def bubble(items):
    items = list(items)
    for end in range(len(items), 1, -1):
        for i in range(end - 1):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


def insertion(items):
    items = list(items)
    for i in range(1, len(items)):
        value, j = items[i], i
        while j and items[j - 1] > value:
            items[j] = items[j - 1]
            j -= 1
        items[j] = value
    return items


def merge(items):
    if len(items) < 2:
        return list(items)
    middle = len(items) // 2
    left, right = merge(items[:middle]), merge(items[middle:])
    result = []
    while left and right:
        result.append((left if left[0] <= right[0] else right).pop(0))
    return result + left + right


def quick(items):
    if not items:
        return []
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


random.seed(42)
numbers = [random.randrange(1000) for _ in range(60)]
print(numbers[:10])
for sort in (bubble, insertion, merge, quick):
    assert sort(numbers) == sorted(numbers), sort
    print(f"{sort.__name__:<10} ok {sort([3, 1, 2])}")
people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dee", 25)]
print(sorted(people, key=lambda person: (-person[1], person[0])))
print(sorted("Hello World", key=str.lower), sorted([True, 3, 2.5]), sorted(people, key=lambda p: p[1], reverse=True)[0])
words = ["pear", "fig", "apple"]
words.sort(key=len)
print(words, list(reversed(words)), min(words), max(words, key=len))
sorted([1, "a"])
