def count(limit):
    n = total = 0
    while n < limit:
        total += n & 3
        n += 1
    return total


print(count(1_000_000))
