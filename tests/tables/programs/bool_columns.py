import pandas as pd
df = pd.DataFrame({"ok": [True, False, True], "n": [1, 2, 3]})
print(df["ok"].sum(), df["ok"].mean(), df[df["ok"]], df[~df["ok"]]["n"].tolist(), df["ok"].any(), df["ok"].all()); print(df["ok"] & (df["n"] > 1)); print(df["ok"] | (df["n"] == 2)); print(df["ok"].astype(int).tolist(), (df["n"] > 1).value_counts().to_dict()); print(df.sum()); print(df["ok"] ^ True)
