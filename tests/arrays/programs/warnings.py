import numpy as np

import warnings
warnings.simplefilter("always")
cases = [
    lambda: np.array([1.0, 0.0, -1.0]) / 0, lambda: np.log(np.array([0.0, -1.0])), lambda: np.sqrt(-1.0), lambda: np.exp(1000),
    lambda: np.array([1, 2]) // 0, lambda: np.array([1, 2]) % 0, lambda: np.float64(1) / 0, lambda: np.float64(0) / np.float64(0),
    lambda: np.array([1e308]) * 10, lambda: np.inf - np.array([np.inf]), lambda: np.mean([]), lambda: np.int64(1) // np.int64(0),
    lambda: np.arcsin(2.0), lambda: np.array([np.nan]).astype(int) * 0, lambda: np.power(0.0, -1), lambda: np.array([1e308, 1e308]).sum(),
    lambda: np.var([1], ddof=1),
]
for case in cases:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        result = case()
    print(result, [f"{w.category.__name__}: {w.message}" for w in seen])
with np.errstate(divide="raise"):
    try:
        np.array([1.0]) / 0
    except FloatingPointError as e:
        print(e)
