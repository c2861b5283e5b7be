import pandas as pd
a = pd.Series([1, 2, 3], index=["x", "y", "z"])
b = pd.Series([10, 20, 30], index=["y", "z", "w"])
print(a + b); print(a.add(b, fill_value=0)); print(a - b); print(a.mul(b))
d = pd.DataFrame({"p": [1, 2], "q": [3, 4]}); e = pd.DataFrame({"q": [10, 20], "r": [5, 6]})
print(d + e); print(d.add(e, fill_value=0)); print(d + 1); print(d * d); print(d - d.mean()); print(d.sub(d["p"], axis=0))
print(d == 3); print((d > 1) & (d < 4)); print(-d); print(d / 0); print(d // 2, d % 2, d ** 2, 2 ** d, 10 - d)
