import numpy as np

rng = np.random.default_rng(42)
print(rng.integers(10, size=5), rng.random(), rng.random(3), np.round(rng.normal(), 12), rng.normal(5, 2, size=4), rng.integers(1, 7, size=(2, 3)))
print(rng.uniform(1, 2, 3), rng.standard_normal((2, 2)), rng.choice(10, 3), rng.choice(["a", "b", "c"]), rng.choice(5, 3, replace=False), rng.choice(3, 4, p=[0.1, 0.2, 0.7]))
x = np.arange(10)
rng.shuffle(x)
print(x, rng.permutation(5), rng.permutation([1, 2, 3]), rng.exponential(size=3), rng.integers(0, 2**40, 3), rng.integers(5, endpoint=True))
print(rng.poisson(3, 5), rng.poisson(50, 3), rng.binomial(10, 0.5, 5), rng.binomial(1000, 0.4, 3))
print(np.random.default_rng(0).normal(size=2000).sum().round(9), np.random.default_rng(0).exponential(size=2000).sum().round(9), np.random.default_rng([1, 2]).random(2), np.random.default_rng(2**70).random())
print(rng.integers(0, 100, 4, dtype=np.uint8), rng.choice(np.arange(20000), 3, replace=False), rng.permuted(np.arange(4)))
for f in (lambda: rng.integers(5, 5), lambda: rng.choice(3, 5, replace=False), lambda: rng.choice(3, p=[0.5, 0.5]), lambda: rng.normal(0, -1)):
    try:
        f()
    except ValueError as e:
        print(e)
