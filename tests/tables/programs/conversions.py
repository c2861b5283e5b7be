import pandas as pd
df = pd.DataFrame({"p": ["1.50 €", "20.00 €"], "d": ["01.02.2024", "15.03.2024"], "n": ["1", "2"]})
df["p"] = df["p"].str.replace(" €", "").astype(float); df["d"] = pd.to_datetime(df["d"], format="%d.%m.%Y"); df["n"] = pd.to_numeric(df["n"])
print(df, df.dtypes, df["p"].sum()); print(df.astype({"n": float, "p": int})); print(df["d"].astype(str).tolist(), df["n"].astype("category").dtype, df["n"].astype(bool).tolist()); print(pd.Series([1.0, 2.0]).astype("int64"), pd.Series(["a"]).astype(object).dtype); print(pd.Series([1, 2], dtype="int8").dtype, pd.Series([1, 2], dtype=float), pd.Series(["3", "4"], dtype="str").astype(int).sum())
