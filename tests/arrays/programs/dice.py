import numpy as np

rng = np.random.default_rng(1)
rolls = rng.integers(1, 7, size=(1000, 2))
sums = rolls.sum(axis=1)
values, counts = np.unique(sums, return_counts=True)
for value, count in zip(values, counts):
    print(f"{value:2} {count:4} {'*' * (count // 10)}")
print(sums.mean(), np.median(sums), sums.std().round(4))
print(np.bincount(rolls[:, 0], minlength=7)[1:])
print((rolls[:, 0] == rolls[:, 1]).mean())
