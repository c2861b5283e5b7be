evens, primes = {0, 2, 4, 6, 8}, {2, 3, 5, 7}
print(sorted(evens | primes), evens & primes, sorted(evens - primes), sorted(evens ^ primes))
print({2} <= evens, evens.isdisjoint({1}), primes > {2, 3}, frozenset("a") == {"a"})
seen = set()
doubles = [x for x in [1, 2, 1, 3, 2] if x in seen or seen.add(x)]
print(doubles, len(seen))
primes.discard(99)
primes.add(11)
primes.update([13, 17])
print(sorted(primes), min(primes), sum(primes))
letters = set("programming")
print(len(letters), "".join(sorted(letters)))
groups = {frozenset({1, 2}): "a"}
print(groups[frozenset({2, 1})])
try:
    primes.remove(99)
except KeyError as error:
    print("KeyError", error)
print(set(), type({}), {1, 1.0, True})
