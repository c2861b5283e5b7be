import pandas as pd
games = pd.DataFrame([("A", "B", 2, 1), ("B", "C", 0, 0), ("C", "A", 1, 3), ("B", "A", 1, 1)], columns=["home", "away", "hg", "ag"])
home = games.rename(columns={"home": "team", "hg": "gf", "ag": "ga"})[["team", "gf", "ga"]]
away = games.rename(columns={"away": "team", "ag": "gf", "hg": "ga"})[["team", "gf", "ga"]]
rows = pd.concat([home, away], ignore_index=True)
rows["points"] = rows.apply(lambda r: 3 if r.gf > r.ga else 1 if r.gf == r.ga else 0, axis=1)
table = rows.groupby("team").agg(played=("gf", "size"), gf=("gf", "sum"), ga=("ga", "sum"), points=("points", "sum"))
table["diff"] = table.gf - table.ga
print(rows); print(table.sort_values(["points", "diff"], ascending=False).reset_index().rename(index=lambda i: i + 1))
