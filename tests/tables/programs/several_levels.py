import pandas as pd
i = pd.MultiIndex.from_product([["a", "b"], [1, 2]], names=["k", "n"]); df = pd.DataFrame({"v": [1, 2, 3, 4]}, index=i)
print(df); print(df.loc["a"]); print(df.loc[("a", 2)]); print(df.loc[("a", 2), "v"]); print(df.xs(1, level="n")); print(df.unstack()); print(df.reset_index()); print(df.groupby(level="k").sum()); print(df.index.get_level_values("n")); print(df.swaplevel().sort_index()); print(i); print(df.T); print(df.sort_index(level="n", ascending=False)); print(df.index.names, df.index.nlevels, df.index.levels[0])
