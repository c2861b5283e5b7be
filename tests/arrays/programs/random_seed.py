import numpy as np

np.random.seed(0)
print(np.random.rand(3), np.random.randint(0, 10, 5), np.random.randn(3), np.random.random(), np.random.uniform(0, 5), np.random.normal(10, 2))
print(np.random.choice(5, 3), np.random.choice([1, 2, 3], p=[0.2, 0.3, 0.5]), np.random.permutation(6), np.random.rand(2, 2), np.random.randint(100))
x = [1, 2, 3, 4, 5]
np.random.shuffle(x)
print(x, np.random.exponential(2.0, 2), np.random.choice(6, 4, replace=False), np.random.poisson(4, 3), np.random.binomial(5, 0.3, 4))
np.random.seed(12345)
print(np.random.randn(1000).sum(), np.random.randint(0, 2**33, 2), np.random.RandomState(7).rand(2))
np.random.seed([1, 2, 3])
print(np.random.rand(2))
