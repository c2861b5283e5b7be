import numpy as np

def primes(n):
    sieve = np.ones(n + 1, dtype=bool)
    sieve[:2] = False
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = False
    return np.flatnonzero(sieve)

print(primes(100))
p = primes(10000)
print(len(p), p[-1], p.sum())
gaps = np.diff(p)
print(gaps.max(), p[gaps.argmax()])
print(np.unique(gaps, return_counts=True))
print(p[p % 10 == 7][:10])
print(primes(2000))
print(primes(10000))
