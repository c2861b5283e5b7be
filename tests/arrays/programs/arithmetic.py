import numpy as np

a = np.array([1, 2, 3, 4])
b = np.array([2, 2, 0, -3])
print(a + b, a - b, a * b, a ** 2, 2 ** a, -a, +a, abs(b))
with np.errstate(divide="ignore"):
    print(a / b, a // b, a % b)
print(divmod(np.array([7, -7, 7, -7]), np.array([2, 2, -2, -2])))
print(np.array([7.5, -7.5]) // 2, np.array([7.5, -7.5]) % 2, np.fmod([7.5, -7.5], 2))
print(a & 1, a | 8, a ^ 3, ~a, a << 2, a >> 1)
print(a > 2, a == 2, (a > 1) & (a < 4), ~(a > 2), np.logical_or(a > 3, a < 2))
print(1 / np.array([1.0, 4.0]), 10 - a, 2.0 ** a)
try:
    a ** -1
except ValueError as e:
    print(e)
try:
    np.array([True]) - np.array([True])
except TypeError as e:
    print(e)
try:
    a += 0.5
except TypeError as e:
    print(e)
