import numpy as np

for a in ([1, 2], [1.0, 2], [True, False], ["a", "bcd"], [1, 2j], [None, 1], [1, "x"], [1, 2.5, True]):
    b = np.array(a)
    print(b, b.dtype, b.dtype.itemsize, repr(b))
print(np.array([1, 2], dtype=np.int8) + np.array([1, 2], dtype=np.int16))
print((np.array([1], np.int32) + np.array([1], np.uint32)).dtype, (np.array([1], np.int64) + np.array([1], np.uint64)).dtype)
print((np.array([1], np.uint8) + 1).dtype, (np.array([1], np.float32) * 2.5).dtype, (np.array([1]) + 1.5).dtype)
print(np.array([200, 100], np.uint8) + np.array([100, 100], np.uint8))
print(np.dtype("float64"), repr(np.dtype(int)), np.dtype("U3"), repr(np.dtype("U3")), repr(np.dtype(object)))
print(np.array([1.7, -1.7]).astype(int), np.array(["1", "2"]).astype(float), np.array([1, 0]).astype(bool), np.array([1.5]).astype(str))
print(np.array([1, 2]).dtype == int, np.array([1.0]).dtype == "float64", np.issubdtype(np.int32, np.integer))
