import pandas as pd
df = pd.DataFrame({"t": pd.date_range("2024-05-01", periods=3), "v": [1.25, None, 3], "s": ['say "hi"', "a,b", "ü"]})
df.to_csv("out.csv", index=False)
print(open("out.csv", encoding="utf-8").read()); back = pd.read_csv("out.csv", parse_dates=["t"]); print(back, back.dtypes, back.equals(df)); print(df.to_csv(sep="\t", na_rep="?", float_format="%.3f")); print(df.set_index("t").to_csv(columns=["v"], header=False)); back["v"].to_csv("v.csv"); print(pd.read_csv("v.csv", index_col=0)); df.to_json("o.json", orient="records", date_format="iso"); print(open("o.json").read())
