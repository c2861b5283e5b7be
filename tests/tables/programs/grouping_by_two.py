import pandas as pd
df = pd.DataFrame({"city": ["X", "X", "Y", "Y", "X"], "year": [2020, 2021, 2020, 2021, 2020], "n": [1, 2, 3, 4, 5]})
g = df.groupby(["city", "year"])
print(g["n"].sum()); print(g.sum()); print(g.size()); print(g["n"].sum().unstack()); print(g["n"].sum().reset_index()); print(g.agg(["sum", "mean"]))
s = g["n"].sum(); print(s["X"]); print(s["X", 2020], s.loc[("Y", 2021)]); print(s.index); print(s.unstack(fill_value=0).T)
print(df.groupby(["city", "year"], as_index=False).n.max()); print(df.groupby(["city", "year"]).n.agg(lo="min", hi="max"))
