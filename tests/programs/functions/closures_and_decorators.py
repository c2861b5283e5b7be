import functools
import time


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def logged(prefix):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            arguments = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in kwargs.items()]
            print(f"{prefix}{function.__name__}({', '.join(arguments)})")
            result = function(*args, **kwargs)
            print(f"{prefix}= {result!r}")
            return result
        return wrapper
    return decorate


@logged("* ")
def area(width, height=2):
    """The area of a rectangle."""
    return width * height


def memoize(function):
    known = {}

    def wrapper(n):
        if n not in known:
            known[n] = function(n)
        return known[n]

    wrapper.known = known
    return wrapper


@memoize
def stairs(n):
    return 1 if n < 2 else stairs(n - 1) + stairs(n - 2)


step = counter()
print(step(), step(), step(10), counter()())
area(3)
area(3, height=5)
print(area.__name__, area.__doc__, area.__wrapped__(1))
print(stairs(50), len(stairs.known))
actions = [lambda x, n=n: x * n for n in range(1, 4)]
print([action(10) for action in actions])
add = functools.partial(lambda a, b, c: a + b * c, 1, c=10)
print(add(2), functools.reduce(lambda a, b: a * b, range(1, 6)))
start = time.perf_counter()
print(time.perf_counter() - start < 5)
