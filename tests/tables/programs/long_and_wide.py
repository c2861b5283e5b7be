import pandas as pd
wide = pd.DataFrame({"city": ["Rome", "Oslo"], "2022": [1, 2], "2023": [3, 4]})
long = wide.melt("city", var_name="year", value_name="n"); print(long); long["year"] = long.year.astype(int); print(long.pivot(index="year", columns="city", values="n")); print(wide.set_index("city").T); print(wide.set_index("city").stack()); print(long.set_index(["city", "year"]).n.unstack("year")); print(long.groupby("city").n.sum()); print(long.pivot_table(index="city", columns="year", values="n").reset_index()); print(wide.set_index("city").sum(axis=1).sort_values())
