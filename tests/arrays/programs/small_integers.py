import numpy as np

a = np.array([250, 255], dtype=np.uint8)
print(a + np.uint8(10), a.dtype, (a + 10).dtype)
print(a.astype(int) + 10)
print(np.array([127], dtype=np.int8) + np.int8(1))
try:
    a + 300
except OverflowError as error:
    print(error)
try:
    np.array([300], dtype=np.uint8)
except OverflowError as error:
    print(error)
print(np.array([1.9, -1.9]).astype(int), np.array([0, 1, 2]).astype(bool), np.array(["1", "2"]).astype(int))
print(np.array([1, 2.5]), np.array([1, True]), np.array([1, "a"]), np.array([1, 2j]))
print(np.iinfo(np.int32).max, np.iinfo(np.uint8), np.finfo(float).eps)
print(np.int64(7) // 2, np.float64(7) / 2, np.int32(3) + 1.5, type(np.int64(1) + 1))
print(repr(np.float32(0.1)), np.float32(0.1) + 0.2, np.float64(0.1) + 0.2)
print(np.array([2, 3]) ** 2, np.array([2.0, 3]) ** -1, np.array([7, -7]) // 2, np.array([7, -7]) % 3)
try:
    np.array([2, 3]) ** -1
except ValueError as error:
    print(error)
print(np.result_type(np.int8, np.uint8), np.promote_types("i4", "f4"), np.can_cast(int, float))
print(np.dtype("int32"), np.dtype(float).itemsize, np.zeros(2, "i2"), np.arange(3, dtype=np.float32))
