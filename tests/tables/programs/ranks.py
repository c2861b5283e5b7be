import pandas as pd
s = pd.Series([50, 20, 50, 10], index=list("abcd"))
for m in ("average", "min", "max", "first", "dense"):
    print(m, s.rank(method=m, ascending=False).tolist())
print(s.nlargest(3), s.nsmallest(2), s.nlargest(1, keep="all")); print(s.argsort().tolist(), s.sort_values(ascending=False, kind="stable").index.tolist(), s.rank(pct=True).tolist()); df = s.to_frame("p").reset_index(names="who"); df["place"] = df.p.rank(method="min", ascending=False).astype(int); print(df.sort_values(["place", "who"])); print(s.searchsorted(30) if False else s.idxmax(), s.cumsum().iloc[-1], s.quantile(0.75))
