import pandas as pd
import numpy as np
s = pd.Series([1.0, 2, np.nan, 4, 5, 7])
print(s.rolling(2).mean()); print(s.rolling(3, min_periods=1).sum()); print(s.rolling(2).max(), s.rolling(3).std(), s.expanding().max()); print(s.rolling(2).apply(lambda w: w.iloc[-1] - w.iloc[0])); print(s.rolling(2).agg(["min", "max"])); print(s.expanding(2).mean()); print(s.cummax(), s.cumprod(), s.cummin()); print(s.shift(-1), s.shift(1, fill_value=0)); print(s.diff(2)); print(s.ewm(alpha=0.5).mean()); print(s.rank(pct=True)); print(s.rolling(3).median(), s.rolling(2).var(), s.rolling(2).count())
df = pd.DataFrame({"g": list("aabb"), "v": [1, 2, 3, 5]}); print(df.groupby("g")["v"].shift()); print(df.groupby("g")["v"].rolling(2).mean()); print(df.groupby("g")["v"].pct_change()); print(df["v"].pct_change().round(3).tolist()); print(df.groupby("g")["v"].diff()); print(df.groupby("g").rank())
