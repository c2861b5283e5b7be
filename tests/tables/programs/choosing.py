import pandas as pd
df = pd.DataFrame({"a": range(6), "b": list("uvwxyz"), "c": [x / 4 for x in range(6)]}, index=[10, 20, 30, 40, 50, 60])
print(df.loc[20]); print(df.loc[[10, 30]]); print(df.loc[20:40, "a":"b"]); print(df.loc[df.a > 2, ["b", "c"]])
print(df.iloc[0]); print(df.iloc[1:3]); print(df.iloc[[0, -1], [0, 2]]); print(df.iloc[2, 1]); print(df.at[10, "b"], df.iat[5, 0])
print(df[["c", "a"]]); print(df[1:3]); print(df[(df.a > 1) & (df.c < 1)]); print(df[~df.b.isin(["u", "z"])])
print(df.query("a > 2 and c < 1.2")); n = 3; print(df.query("a == @n or b == 'u'"))
print(df.get("zz"), df.get("a").tolist()); print(df.filter(like="a")); print(df.filter(regex="[bc]").columns.tolist())
try:
    df.loc[99]
except KeyError as error:
    print("KeyError", error)
try:
    df["nope"]
except KeyError as error:
    print("KeyError", error)
try:
    df.iloc[10]
except IndexError as error:
    print(error)
