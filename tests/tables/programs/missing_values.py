import pandas as pd
import numpy as np
df = pd.DataFrame({"a": [1, np.nan, 3, None], "b": ["x", None, "y", np.nan], "c": [1, 2, 3, 4]})
print(df); print(df.isna()); print(df.isna().sum()); print(df.dropna()); print(df.dropna(axis=1))
print(df.fillna({"a": 0, "b": "?"})); print(df["a"].fillna(df["a"].mean())); print(df.ffill()); print(df.bfill())
print(df["a"].interpolate()); print(df.count()); print(df.dropna(subset=["a"])); print(df.dropna(thresh=3))
print(df["a"].sum(), df["a"].mean(), df["a"].sum(skipna=False)); print(df.notna().all()); print(df.isna().any().any())
print(pd.isna(np.nan), pd.isna(None), pd.notna("a"), pd.isna([1, None]))
