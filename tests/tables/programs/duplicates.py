import pandas as pd
df = pd.DataFrame({"n": ["a", "b", "a", "a"], "v": [1, 2, 1, 3]})
print(df.duplicated()); print(df.drop_duplicates()); print(df.drop_duplicates("n", keep="last")); print(df.duplicated("n", keep=False).tolist()); print(df[df.duplicated(["n", "v"])]); print(df.n.is_unique, df.index.is_unique); print(df.drop_duplicates(subset=["n"], keep=False, ignore_index=True)); print(df.groupby("n").size().loc[lambda s: s > 1])
