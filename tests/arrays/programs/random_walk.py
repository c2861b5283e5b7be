import numpy as np

rng = np.random.default_rng(seed=7)
steps = rng.choice([-1, 1], size=20)
print(steps)
print(np.cumsum(steps))
many = rng.choice([-1, 1], size=(500, 100)).cumsum(axis=1)
print(many[:, -1].mean(), many.max(), many.min(), (np.abs(many) >= 10).any(axis=1).sum())
print(rng.random(3), rng.random((2, 2)))
print(rng.normal(10, 2, 4), rng.standard_normal(2))
print(rng.integers(10, size=5), rng.integers(0, 2, 3, endpoint=True))
print(rng.permutation(5), rng.shuffle(steps), steps)
print(rng.uniform(1, 2, 3), rng.exponential(2, 2), rng.poisson(3, 5), rng.binomial(10, 0.5, 5))
print(rng.choice(5, 3, replace=False), rng.choice([1, 2, 3], p=[0.1, 0.2, 0.7]))
