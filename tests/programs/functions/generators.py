import itertools


def countdown(n):
    print("starting")
    while n:
        sent = yield n
        n = sent if sent is not None else n - 1
    return "liftoff"


generator = countdown(3)
print(next(generator), next(generator), generator.send(10), next(generator))
generator.close()


def delegate():
    result = yield from countdown(2)
    print("result", result)


print(list(delegate()))


def chunks(items, size):
    iterator = iter(items)
    while chunk := list(itertools.islice(iterator, size)):
        yield chunk


print(list(chunks(range(10), 4)))
squares = (n * n for n in itertools.count(1))
print(list(itertools.takewhile(lambda n: n < 50, squares)))
print(list(itertools.accumulate([1, 2, 3, 4], lambda a, b: a * b)), list(itertools.pairwise("abc")))
print([(key, len(list(group))) for key, group in itertools.groupby("aaabbc")])
print(list(itertools.combinations("abc", 2)), list(itertools.product([0, 1], repeat=2)))
print(list(itertools.zip_longest("ab", [1], fillvalue="-")), list(itertools.chain.from_iterable(["ab", "c"])))
print(sum(1 for _ in itertools.permutations(range(5))), list(itertools.batched("abcde", 2)))
g = countdown(1)
next(g)
try:
    next(g)
except StopIteration as stop:
    print("stopped with", stop.value)
