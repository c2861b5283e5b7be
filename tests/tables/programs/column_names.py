import pandas as pd
df = pd.DataFrame([[1, 2, 3]], columns=["First Name", "last-name", "AGE "])
df.columns = df.columns.str.strip().str.lower().str.replace(" ", "_").str.replace("-", "_")
print(df.columns.tolist(), df); print([c for c in df if c.endswith("name")]); print(df.loc[:, df.columns.str.contains("name")]); print(list(df), df.columns[0], "age" in df, df.columns.get_loc("age")); print(df[sorted(df.columns)]); print(df.reindex(columns=["age", "x"]))
