import pandas as pd
import numpy as np
df = pd.DataFrame({"a": [1, 2, 3], "b": [4, 5, 6]})
print(df.apply(sum)); print(df.apply(lambda r: r["a"] + r["b"], axis=1)); print(df.apply(np.sqrt)); print(df["a"].apply(lambda x: x ** 2)); print(df.map(lambda x: x * 10)); print(df["a"].map({1: "one", 2: "two"})); print(df.agg(["sum", "mean"])); print(df.agg({"a": "sum", "b": "min"})); print(df.apply(lambda c: c.max() - c.min())); print(df.apply(lambda r: pd.Series([r.a, r.b * 2], index=["p", "q"]), axis=1)); print(df.transform(lambda c: c - c.mean())); print(df.pipe(lambda t: t * 2)); print(np.exp(df["a"]).round(3).tolist(), np.log(df).round(2)); print(df.sum(axis=1), df.mean(axis=1), df.max(axis="columns"))
for i, row in df.iterrows():
    print(i, row["a"], row["b"])
for t in df.itertuples():
    print(t, t.a)
for name, col in df.items():
    print(name, col.tolist())
