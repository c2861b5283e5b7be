import pandas as pd
import numpy as np
t = np.linspace(0, 1, 5); df = pd.DataFrame({"t": t, "s": 4.905 * t ** 2}); df["v"] = df.s.diff() / df.t.diff(); print(df); print(abs(np.polyfit(df.t, df.s, 2)).round(3)); print(df.corr()["s"]["t"].round(4), df.s.max() - df.s.min()); print(df.round({"t": 2, "s": 1})); print(df.set_index("t").s); print(df.to_numpy().shape, np.mean(df["s"]).round(5), df.values[1, 1]); print(df.interpolate().v.tolist()); print(df.s.apply(np.sqrt).round(3).tolist(), np.sqrt(df["s"]).round(3).sum()); print(df.agg({"t": "max", "s": ["mean", "std"]}))
