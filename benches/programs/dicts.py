def count(numbers):
    counts = {}
    for n in range(numbers):
        key = "word" + str(n * 7919 % 5003)
        counts[key] = counts.get(key, 0) + 1
    return sum(counts[key] for key in counts if key.endswith("7"))


print(count(200_000))
