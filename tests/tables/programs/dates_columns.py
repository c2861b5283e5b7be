import pandas as pd
df = pd.DataFrame({"d": pd.to_datetime(["2024-03-15 08:30", "2024-07-01 17:45", "2023-12-24 00:00"]), "v": [1, 2, 3]})
df["year"] = df.d.dt.year; df["month"] = df.d.dt.month; df["day"] = df.d.dt.day_name(); df["hour"] = df.d.dt.hour; df["date"] = df.d.dt.date; df["ym"] = df.d.dt.strftime("%Y/%m")
print(df); print(df.dtypes); print(df[df.d.dt.year == 2024].v.sum(), df.sort_values("d").v.tolist()); print(df.groupby(df.d.dt.year).v.mean()); print((pd.Timestamp("2024-12-31") - df.d).dt.days.tolist()); print(df.d.dt.normalize(), df.d.dt.floor("h"), df.d.dt.time.tolist()); print(df.set_index("d").sort_index().loc["2024"]); print(df.d.min(), df.d.max(), df.d.mean()); print(df[df.d.between("2024-01-01", "2024-04-01")])
