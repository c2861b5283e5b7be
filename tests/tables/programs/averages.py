import pandas as pd
df = pd.DataFrame({"m": [80, 90, 70], "n": [60, 75, 95]}, index=["Ann", "Ben", "Cleo"])
df["mean"] = df.mean(axis=1)
df.loc["class"] = df.mean()
print(df.round(1))
print(df.loc["class"].to_dict())
