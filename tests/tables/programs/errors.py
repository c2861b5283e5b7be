import pandas as pd
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
df = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}); s = pd.Series([1, 2, 3])
attempt(lambda: df["zz"]); attempt(lambda: df.zz); attempt(lambda: df.drop(columns="zz")); attempt(lambda: df.mean()); attempt(lambda: pd.DataFrame({"a": [1, 2], "b": [1]})); attempt(lambda: s[7]); attempt(lambda: s.iloc[7]); attempt(lambda: df.set_index("q")); attempt(lambda: df.sort_values("q")); attempt(lambda: df.groupby("q").sum()); attempt(lambda: bool(s > 1)); attempt(lambda: df["b"].astype(int)); attempt(lambda: df.loc[5]); attempt(lambda: df.loc[:, "q"]); attempt(lambda: s + [1, 2]); attempt(lambda: pd.to_datetime("hello")); attempt(lambda: df.merge(df, on="q")); attempt(lambda: pd.concat([])); attempt(lambda: s == pd.Series([1])); attempt(lambda: df["b"] + 1); attempt(lambda: s.str.upper()); attempt(lambda: s.dt.year); attempt(lambda: pd.DataFrame([[1, 2]], columns=["a"])); attempt(lambda: df[["a", "q"]]); attempt(lambda: df.query("q > 1")); attempt(lambda: pd.Series([1.5, None]).astype(int)); attempt(lambda: df["b"] > 1); attempt(lambda: df.astype({"q": int})); attempt(lambda: df.pivot(index="a", columns="q")); attempt(lambda: s.reindex([0, 9])); attempt(lambda: df.sum()); attempt(lambda: df.max(numeric_only=True))
