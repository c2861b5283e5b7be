import doctest


def double(x):
    """
    >>> double(2)
    4
    >>> double("ab")
    'abab'
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    """
    return x * 2


def wrong(x):
    """
    >>> wrong(1)
    3
    """
    return x + 1


finder = doctest.DocTestFinder()
runner = doctest.DocTestRunner(verbose=False)
for test in finder.find(double, "double", globs=globals()):
    print(runner.run(test))
for test in finder.find(wrong, "wrong", globs=globals()):
    print(runner.run(test, out=lambda text: print(text.split("-" * 5)[0].count("Expected"))))
assert double(1) == 2
assert wrong(1) == 3, f"wrong(1) is {wrong(1)}"
