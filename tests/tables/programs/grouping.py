import pandas as pd
df = pd.DataFrame({"team": ["A", "B", "A", "B", "C"], "points": [10, 20, 30, 40, 50], "fouls": [1, 0, 2, 1, 3], "who": list("pqrst")})
g = df.groupby("team")
print(g["points"].sum()); print(g["points"].mean()); print(g.size()); print(g[["points", "fouls"]].sum()); print(g["points"].agg(["min", "max", "mean"]))
print(g.agg({"points": "sum", "fouls": "max"})); print(g.agg(total=("points", "sum"), worst=("fouls", "max")))
print(g["points"].transform("mean")); print(df.groupby("team", as_index=False)["points"].sum())
for name, part in g:
    print(name, part.shape, part["who"].tolist())
print(g.get_group("B")); print(g.first()); print(g["who"].count()); print(g["points"].describe()); print(g.ngroups, len(g))
print(g["points"].apply(lambda s: s.max() - s.min())); print(g.filter(lambda t: len(t) > 1)); print(g.cumcount().tolist(), g["points"].cumsum().tolist(), g["points"].rank().tolist())
print(df.groupby(df["points"] > 20)["fouls"].sum()); print(g["who"].agg(", ".join)); print(g.groups); print(g.head(1)); print(g["points"].nunique()); print(g.max())
