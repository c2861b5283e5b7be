import pandas as pd
d = pd.to_datetime(pd.Series(["2024-01-31", "2024-02-29", "2023-12-25"]))
print(d); print(d.dt.year.tolist(), d.dt.month.tolist(), d.dt.day_name().tolist(), d.dt.dayofyear.tolist(), d.dt.quarter.tolist())
print(d.dt.strftime("%d.%m.%Y")); print(d - d.min()); print((d - d.min()).dt.days); print(d.dt.month_name()); print(d.sort_values()); print(d.dt.is_month_end); print(d[d > "2024-01-01"]); print(d.max(), d.min(), d.diff())
t = pd.Timestamp("2024-03-10 14:30"); print(t, repr(t), t.year, t.day_name(), t + pd.Timedelta(days=2), t - pd.Timestamp("2024-03-01"), t.normalize(), t.floor("h"), t.date())
print(pd.to_datetime("10/12/2023"), pd.to_datetime("10/12/2023", dayfirst=True), pd.to_datetime("3.4.2024", format="%d.%m.%Y")); print(pd.to_datetime(["2024-01-01", "x"], errors="coerce"))
print(pd.Timedelta("2 days 3 hours"), pd.Timedelta(hours=36), pd.Timedelta(1, "D").total_seconds()); print(pd.date_range("2024-01-01", periods=4, freq="W")); print(pd.date_range("2024-01-01", "2024-06-01", freq="MS")); print(pd.date_range("2024-01-01", periods=3, freq="h"))
print(d + pd.Timedelta(days=1)); print(d + pd.DateOffset(months=1)); print(d.dt.date.tolist()); print(pd.Series(pd.date_range("2024-01-01 10:00", periods=3, freq="90min")))
