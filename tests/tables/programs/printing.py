import pandas as pd
import numpy as np
print(pd.DataFrame({"a": range(100), "b": np.arange(100) / 7})); print(pd.Series(range(100))); print(pd.DataFrame(np.arange(60).reshape(2, 30) * 1000003))
print(pd.DataFrame({"long text": ["x" * 60, "short"], "n": [1e10, 1e-5]})); print(pd.Series([1e-10, 1.0])); print(pd.Series([123456789.123, 0.5])); print(pd.Series([1.0, 2.0])); print(pd.Series([1.123456789, 100.5])); print(pd.DataFrame()); print(pd.DataFrame(columns=["a", "b"])); print(pd.Series([], dtype="int64"))
print(pd.DataFrame({"x": [True, False], "y": [None, "t"], "z": [[1, 2], {"k": 1}]})); print(pd.DataFrame({1: [1], 2: [2]})); print(pd.DataFrame([[1, 2], [3, 4]])); print(pd.Series({"a": 1, "b": 2.5, "c": "t"})); print(pd.DataFrame({"a": [1, -2], "b": [-1.5, 22.25]}).to_string(index=False)); print(pd.DataFrame({"a": [1.5]}, index=pd.Index(["r"], name="key")))
with pd.option_context("display.max_rows", 6, "display.precision", 2):
    print(pd.DataFrame({"q": np.arange(20) / 3}))
print(pd.Index(range(200))); print(pd.Index(list(range(30)))); print(pd.Index(["word%d" % i for i in range(20)])); print(pd.Index([0.1, 2.0, 33.25]))
print(pd.DataFrame({"a": [0.00001234, 5]})); print(pd.DataFrame({"a": [np.inf, 1]})); print(pd.Series([1, 2], index=[("a", 1), ("b", 2)])); print(pd.DataFrame({"d": pd.to_datetime(["2024-01-01 10:00", None])}))
