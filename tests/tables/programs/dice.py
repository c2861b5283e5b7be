import pandas as pd
import numpy as np
rng = np.random.RandomState(3)
d = pd.DataFrame({"a": rng.randint(1, 7, 200), "b": rng.randint(1, 7, 200)}); d["sum"] = d.a + d.b
print(d["sum"].value_counts().sort_index()); print(d.describe().round(2)); print((d["sum"] == 7).mean()); print(pd.crosstab(d.a, d.b).iloc[:2]); print(d.groupby("a")["b"].mean().round(2)); print(d); print(d["sum"].quantile([0.1, 0.5, 0.9]).tolist(), d.corr().round(3))
