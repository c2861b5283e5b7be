import numpy as np

def attempt(what):
    try:
        print(eval(what))
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")

a = np.arange(6)
m = a.reshape(2, 3)
for what in (
    "np.array([1, 2]) + np.array([1, 2, 3])",
    "a[6]",
    "m[2, 0]",
    "m[0, 0, 0]",
    "a['x']",
    "a[1.5]",
    "a.reshape(4, 2)",
    "np.array([[1, 2], [3]])",
    "np.concatenate([a, m])",
    "np.concatenate(a, a)",
    "np.zeros(3, 4)",
    "np.array(1, 2, 3)",
    "if_ := a == a",
    "bool(a > 2)",
    "a and a",
    "int(a)",
    "float(m[0])",
    "m @ m",
    "a.foo",
    "np.foo",
    "np.sqrt('a')",
    "np.linspace()",
    "np.arange(1, 10, 0)",
    "np.ones((2, -1))",
    "np.mean('abc')",
    "a + 'x'",
    "a + None",
    "np.sum([1, 'a'])",
    "m.sum(axis=2)",
    "np.stack([a, m])",
    "a.append(3)",
    "len(np.array(5))",
    "np.split(a, 4)",
    "np.vstack([a, m])",
    "np.full(3)",
    "a[[1, 9]]",
    "a[np.array([True, False])]",
    "np.array([3, 1]).sort(5)",
    "np.random.default_rng(0).choice([])",
    "np.array([1, 2]).item()",
    "np.empty('a')",
    "del_ = 1",
    "np.array({1, 2}) + 1",
    "np.dtype('foo')",
    "np.array([True]) - np.array([False])",
    "np.array([1.5]) & 1",
):
    attempt(what)
try:
    a[0] = "x"
except ValueError as error:
    print(error)
try:
    a[:2] = [1, 2, 3]
except ValueError as error:
    print(error)
try:
    a += 0.5
except TypeError as error:
    print(error)
