# Products of numbers of all lengths, for which an interpreter has ways of its own, seen through primes.
import hashlib

PRIMES = [2**61 - 1, 1_000_000_007, 998_244_353]


def number(digits, seed):
    state, parts = seed, []
    while len(parts) * 9 < digits:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        parts.append(f"{state >> 34:09d}"[:9])
    return int("1" + "".join(parts)[: digits - 1])


def same(x, y, product):
    return all(product % prime == (x % prime) * (y % prime) % prime for prime in PRIMES)


sizes = [1, 9, 19, 20, 40, 150, 400, 900, 2_000, 3_500]
numbers = [number(size, size) for size in sizes]
for x in numbers:
    print(len(str(x)), all(same(x, y, x * y) for y in numbers), same(x, x, x**2))

# More digits than str() may have.
wide = [numbers[-1] ** power for power in [2, 3, 5, 8, 13]]
print(all(same(x, y, x * y) for x in wide for y in wide), all(same(x, x, x * x) for x in wide))
for x in wide:
    for y in numbers:
        quotient, rest = divmod(x, y + 1)
        assert quotient * (y + 1) + rest == x and 0 <= rest <= y
print(hashlib.sha256(hex(wide[-1] * wide[-2] - wide[0]).encode()).hexdigest())
print(hashlib.sha256(hex(pow(3, 100_000)).encode()).hexdigest())
print(hashlib.sha256(hex(pow(wide[0], wide[1], 2**4_000 - 1)).encode()).hexdigest())
