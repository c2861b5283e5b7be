import pandas as pd
df = pd.DataFrame({"a": [1, 2, 3], "b": [4.0, 5.0, 6.0]})
df["c"] = df.a + df.b; df["d"] = "k"; df["e"] = [7, 8, 9]
print(df)
df.loc[0, "a"] = 100; df.loc[df.b > 4, "d"] = "big"; df.at[2, "e"] = -1; df.iloc[1, 1] = 0.5
print(df)
df.loc[3] = [1, 2.0, 3.0, "new", 4]
print(df)
df.insert(1, "z", [0, 0, 0, 1]); print(df); del df["z"]; print(df.pop("e").tolist()); print(df)
print(df.assign(f=lambda t: t.a * 2, g=1)); print(df.drop(columns=["a"])); print(df.drop([0, 2])); print(df.rename(columns={"a": "A"}, index={0: "zero"}))
df.columns = ["w", "x", "y", "z"]; print(df.columns)
df["w"] = df["w"].astype(float); print(df.dtypes)
s = pd.Series([1, 2, 3]); s[1] = 20; s[s > 10] = 0; s.loc[5] = 9; print(s)
