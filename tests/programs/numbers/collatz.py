def collatz(n):
    steps = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps.append(n)
    return steps


for start in (6, 7, 27):
    path = collatz(start)
    print(f"{start}: {len(path) - 1} steps, peak {max(path)}")
    if len(path) < 20:
        print("  ", " -> ".join(map(str, path)))

longest = max(range(1, 1000), key=lambda n: len(collatz(n)))
print("longest below 1000:", longest, len(collatz(longest)))
