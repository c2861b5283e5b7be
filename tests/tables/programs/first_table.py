import pandas as pd
df = pd.DataFrame({"name": ["Ann", "Bob", "Cid"], "age": [15, 16, 14], "grade": [1.7, 2.3, 1.0]})
print(df)
print(df.shape, df.columns.tolist(), len(df))
print(df.dtypes)
print(df["age"].mean(), df.age.max(), df["grade"].sum())
print(df.head(2)); print(df.tail(1))
print(df[df.age > 14])
print(df.sort_values("grade"))
df["passed"] = df["grade"] < 2
print(df)
df.info()
print(df.describe())
