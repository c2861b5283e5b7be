import pandas as pd
df = pd.DataFrame({"n": ["a", "b"], "v": [1.5, 2]})
for i in df.index:
    print(i, df.loc[i, "n"], df["v"][i])
for row in df.itertuples(index=False):
    print(row.n, row.v, row)
for row in df.to_dict("records"):
    print(row)
for n, v in zip(df["n"], df["v"]):
    print(n, v)
print([x * 2 for x in df["v"]], max(df["v"]), sorted(df["n"], reverse=True), list(df.items())[0][0], sum(df["v"]), len(df["n"]), list(enumerate(df.columns)))
