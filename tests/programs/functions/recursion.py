import sys


def hanoi(n, source, target, spare, moves):
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves.append((source, target))
        hanoi(n - 1, spare, target, source, moves)
    return moves


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def power_set(items):
    if not items:
        return [[]]
    rest = power_set(items[1:])
    return rest + [[items[0], *subset] for subset in rest]


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


moves = hanoi(4, "A", "C", "B", [])
print(len(moves), moves[:4])
print(list(flatten([1, [2, [3, [4, []]], 5]])))
print(sorted(power_set([1, 2, 3]), key=lambda subset: (len(subset), subset)))
print(ackermann(2, 3), sys.getrecursionlimit())


def depth(n):
    return 1 + depth(n - 1) if n else 0


print(depth(500))
try:
    depth(10_000)
except RecursionError:
    print("too deep")
