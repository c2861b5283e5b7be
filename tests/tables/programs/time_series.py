import pandas as pd
import numpy as np
i = pd.date_range("2024-01-01", periods=60, freq="D"); s = pd.Series(np.arange(60.0), index=i)
print(s.head()); print(s.resample("ME").sum()); print(s.resample("W").mean().head(3)); print(s["2024-02"].head(2)); print(s["2024-01-05"], s.loc["2024-01-03":"2024-01-05"]); print(s.rolling(7).mean().tail(3)); print(s.shift(1).head(3)); print(s.pct_change().head(4)); print(s.diff().head(3)); print(s.expanding().sum().head(3)); print(s.index.month.unique()); print(s.groupby(s.index.month).mean()); print(s.groupby(s.index.day_name()).sum())
df = pd.DataFrame({"v": s, "w": s * 2}); print(df.resample("10D").sum()); print(df.resample("MS").agg({"v": "mean", "w": "max"})); print(df); print(df.loc["2024-02-28":]); print(s.asfreq("20D")); print(s.resample("12h").ffill().head(4)); print(s.ewm(span=3).mean().head(3)); print(s.rolling("3D").sum().head(4)); print(s.index)
