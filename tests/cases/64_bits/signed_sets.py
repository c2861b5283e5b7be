"""Sets of negative integers, floats and tuples."""

print(set([-1, -2, 5]), {1.5, 2.0}, {(0, 1), (1, 0)}, set([(2,), (0, 1), (1, 0)]), {-7, 7} | {-8, 8})
print(set(range(-5, 5)), set(n / 4 for n in range(-6, 7)), {-n for n in range(20)})
print({(x, y) for x in range(3) for y in range(3)}, {(x, -x) for x in range(5)}, {frozenset([n]) for n in range(5)})
print(set([True, 2.5, (1,), None is None, -1.0, 1e9]), set(complex(n, 1) for n in range(-2, 3)))
