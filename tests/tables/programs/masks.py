import pandas as pd
import numpy as np
df = pd.DataFrame({"x": [1, 5, 9], "k": ["a", "b", "c"]})
df.loc[df.x > 4, "x"] = 4; df.loc[df.k == "a", ["x", "k"]] = [0, "z"]; print(df); df["c"] = np.where(df.x > 0, "pos", "zero"); df["d"] = np.select([df.x == 0, df.x < 5], ["none", "some"], "many"); print(df); print(df[df.k.str.contains("[bc]")]); print(df[df.x.isin([0, 4]) & df.k.ne("z")]); print((df.x > 2).tolist(), df.x.gt(2).sum(), df[df["x"].notna()].shape); print(df.loc[lambda t: t.x > 0, "k"]); print(df.x.mask(df.x == 4).tolist(), df[df.columns[df.dtypes == "int64"]]); print(df.iloc[np.flatnonzero(df.x)])
