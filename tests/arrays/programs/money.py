import numpy as np

years = np.arange(1, 6)
rates = np.array([0.01, 0.02, 0.05])
balance = 1000 * (1 + rates[:, np.newaxis]) ** years
print(balance)
print(balance.astype(int))
print(np.round(balance, 2))
print(np.cumsum([100, 50, -30]), np.cumprod([1.1] * 4))
payments = np.full(12, 50.0)
print(payments.sum(), np.cumsum(payments)[::4])
print(np.array([0.1, 0.2, 0.3]).sum() == 0.6, 0.1 + 0.2)
print(np.array2string(balance, precision=1), np.format_float_positional(1234.5678, precision=2))
with np.printoptions(precision=3, suppress=True):
    print(balance / 7)
print(np.array([1e10, 1.5]), np.array([1e-10, 1]), np.array([123456.789, 0.1]))
