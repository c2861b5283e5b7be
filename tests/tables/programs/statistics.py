import pandas as pd
import numpy as np
df = pd.DataFrame({"x": [1.0, 2, 3, 4], "y": [2.0, 4, 5, 9], "z": [4.0, 3, 2, 1]})
print(df.corr()); print(df.cov()); print(df["x"].corr(df["y"])); print(df.quantile([0.25, 0.75])); print(df.std(), df.var(ddof=0), df.median()); print(df.mode()); print(df.skew(), df.kurt()); print(df.agg(["min", "max", "std"])); print(df.cumsum()); print(df.clip(2, 4)); print(df.round(1)); print(df["y"].between(3, 6).tolist()); print(df.describe(percentiles=[0.1, 0.9])); print(df.idxmax()); print(df.nunique()); print(df.sem()); print(df["x"].quantile(0.3), df["y"].mode().tolist(), df["x"].autocorr()); print(((df - df.mean()) / df.std()).round(3)); print(df.rolling(2).sum()); print(df.corr(method="spearman")); print(df.abs().sum().sum())
