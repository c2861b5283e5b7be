import pandas as pd
import numpy as np
df = pd.DataFrame({"a": [1, 2, 3], "b": ["x", "y", "x"]})
print(df.replace(1, 100)); print(df.replace({"x": "X", 3: 0})); print(df["b"].replace({"x": "z"})); print(df.where(df["a"] > 1)); print(df["a"].where(df["a"] > 1, 0)); print(df["a"].mask(df["a"] > 1, -1)); print(np.where(df["a"] > 1, "big", "small")); print(df.replace({"b": {"x": "q"}})); print(df["b"].replace("[xy]", "_", regex=True)); print(df["a"].replace([1, 2], 9)); print(df["a"].astype(str).tolist(), df["a"].astype(float)); print(pd.to_numeric(pd.Series(["1", "2.5", "x"]), errors="coerce")); print(df.T); print(df.explode("a")); print(pd.DataFrame({"k": [1, 2], "l": [[1, 2], [3]]}).explode("l"))
