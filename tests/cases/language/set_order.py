"""Sets as textbooks print them. Small integers lie where they lie on any machine."""

print({3, 1, 2}, set([5, 9, 1, 7]), {10, 20, 5} | {3}, frozenset(range(12, 0, -3)))
print({1, 9}, {9, 1}, {1, 9, 17}, {17, 9, 1}, {*[17, 9, 1]}, {1, 9, 17, *[]}, {5, *[4, 3], 2, 1})
print({1, 9, 17, 25}, {25, 17, 9, 1}, {10, 18, 26, 34, 42}, set([10, 18, 26, 34, 42]), {1 + 1, 2 * 8, 3, 34})
print({0, 32, 64, 96, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26})
print({0, 32, 64, 96, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27})
print([number for number in {9, 1}], [number for number in {17, 9, 1}], 9 in {17, 9, 1}, [n for n in {25, 9, 17, 1}])

numbers = set(range(0, 100, 7))
numbers -= {14, 35, 70}
print(numbers, [numbers.pop() for _ in range(3)], numbers)
print({n % 5 for n in (23, 11, 4, 19, 30)}, list({1000, 8, 33, 65}), sorted({1000, 8, 33, 65}))

a, b = {1, 9, 17, 25}, {25, 33, 41, 1, 49}
print(a | b, b | a, a & b, b & a, a - b, b - a, a ^ b, b ^ a)
print(a.union([57, 9], {65: 0}), a.copy(), set(b), frozenset(b) | a, a | a, a & a)
keys = dict.fromkeys([1, 9, 17, 25]).keys()
print(keys & b, b & keys, keys | b, keys ^ b, keys - b, b - keys)

seen = set()
for number in [40, 3, 17, 96, 25, 3, 8, 61, 96, 1000, 7]:
    seen.add(number)
    print(len(seen), seen)
for number in [3, 96, 1000]:
    seen.remove(number)
    seen.add(number + 1)
print(seen, max(seen), *seen)
