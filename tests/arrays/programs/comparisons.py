import numpy as np

a = np.array([1, 2, 3])
print(a == [1, 2, 4], a != 2, (a == a).all(), np.array_equal(a, [1, 2, 3]), np.allclose([0.1 + 0.2], [0.3]), np.isclose(1, 1 + 1e-9), a == "x", np.array(["a", "b"]) == "a", a is None, np.array([1, None]) == None)
try:
    if a > 1:
        pass
except ValueError as e:
    print(e)
try:
    a < "x"
except TypeError as e:
    print(type(e).__mro__[1:3], str(e)[:60])
try:
    a + None
except TypeError as e:
    print(e)
try:
    a + "x"
except TypeError as e:
    print(str(e)[:70])
print(np.array([1, 2]) == np.array([[1], [2]]), np.array([np.nan]) == np.nan, np.array(["b", "a"]) > "a", np.array(["x", "y"]) + "z", a < 2**70, a == 2**70)
