from functools import cache
from itertools import islice


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(list(islice(fibonacci(), 20)))
print(fib(100))
print(fib.cache_info())
golden = [fib(n + 1) / fib(n) for n in range(1, 12)]
print([round(ratio, 5) for ratio in golden])
big = next(number for number in fibonacci() if len(str(number)) == 50)
print(big, f"{big:.6e}")
