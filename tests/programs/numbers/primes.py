def sieve(limit):
    is_prime = [False, False] + [True] * (limit - 1)
    for number in range(2, int(limit ** 0.5) + 1):
        if is_prime[number]:
            is_prime[number * number::number] = [False] * len(is_prime[number * number::number])
    return [number for number, prime in enumerate(is_prime) if prime]


def factors(number):
    found = []
    divisor = 2
    while divisor * divisor <= number:
        while number % divisor == 0:
            found.append(divisor)
            number //= divisor
        divisor += 1
    if number > 1:
        found.append(number)
    return found


primes = sieve(200)
for start in range(0, len(primes), 10):
    print(*(f"{prime:4}" for prime in primes[start:start + 10]))
print(len(sieve(20_000)), "primes below 20000")
for number in (84, 97, 1001, 65536, 123456789):
    print(number, "=", " * ".join(map(str, factors(number))))
twins = [(p, p + 2) for p in primes if p + 2 in primes]
print(twins)
