import pandas as pd
df = pd.DataFrame({"day": ["Mo", "Mo", "Tu", "Tu"], "place": ["in", "out", "in", "out"], "temp": [20, 5, 21, 7], "n": [1, 2, 3, 4]})
print(df.pivot(index="day", columns="place", values="temp")); print(df.pivot(index="day", columns="place"))
print(df.pivot_table(values="temp", index="day", columns="place", aggfunc="sum")); print(df.pivot_table(values="temp", index="day", aggfunc=["mean", "max"])); print(df.pivot_table("temp", "day", "place", margins=True))
print(pd.crosstab(df.day, df.place)); print(pd.crosstab(df.day, df.place, margins=True)); print(pd.crosstab(df.day, df.place, normalize="index"))
print(df.melt(id_vars="day", value_vars=["temp", "n"])); print(pd.melt(df, id_vars=["day", "place"], var_name="what", value_name="v"))
w = df.pivot(index="day", columns="place", values="temp"); print(w.stack()); print(w.unstack()); print(w.reset_index()); print(w.columns, w.index)
