import numpy as np

print(np.array([0.1, 0.2, 0.3]), np.array([1.0, 2.0]), np.array([1e-5, 1.0]), np.array([1e10, 1.0]))
print(np.array([1.123456789012, 2.1]), np.array([np.pi, np.e]), np.array([100.5, 0.001]), np.array([1e-300, 1e300]))
print(np.array([np.nan, 1.0, np.inf]), np.array([-np.inf, 2.5]), np.array([np.nan]), np.array([0.0, -0.0]))
print(repr(np.array([1e8, 1])), repr(np.array([12345678.9])), repr(np.array([0.00012, 123])), repr(np.array([1 / 3])))
print(np.array([1.5, -2.25, 1000.125]), np.array([[1.0, 22.5], [333.25, 4]]))
print(np.array([0.1], np.float32), np.array([1 / 3], np.float32), repr(np.float32(0.1)), np.float32(1e-7))
print(np.array([1 + 2j, 3.5 - 1j]), repr(np.array([1j])), np.array([1e-10 + 1j]))
print(np.float64(0.1), repr(np.float64(1.5)), np.float64(1e16), np.float64(123456789.0), np.float64(1e-5), repr(np.int64(3)), repr(np.True_), repr(np.str_("a")), repr(np.complex128(1 + 2j)))
print(np.array(3.5), repr(np.array(3.5)), repr(np.array(2)), [np.float64(1), np.int64(2)])
