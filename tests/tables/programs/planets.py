import pandas as pd
p = pd.DataFrame({"name": ["Mercury", "Venus", "Earth", "Mars"], "au": [0.39, 0.72, 1.0, 1.52], "moons": [0, 0, 1, 2]}).set_index("name")
p["years"] = (p.au ** 1.5).round(2); print(p); print(p.loc["Earth"], p.loc[["Mars"], "moons"]); print(p.au.idxmin(), p.moons.sum(), p[p.moons > 0].index.tolist()); print(p.sort_values("moons", ascending=False).head(1)); print(p.T.loc["au", "Venus"], p.iloc[-1].name, p.au.between(0.5, 1.2).sum()); print(p.describe().loc["mean"].round(3)); print(p.rename(index={"Earth": "Terra"}).index.tolist(), p.index.str.len().tolist(), p.index.name)
