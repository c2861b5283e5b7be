import pandas as pd
s = pd.Series([3, 1, 4, 1, 5], index=list("abcde"), name="pi")
print(s); print(s["c"], s.iloc[0], s.loc["b":"d"].tolist())
print(s + 1); print(s * s); print(s > 2); print(s[s > 2])
print(s.sum(), s.mean(), s.std(), s.var(), s.median(), s.min(), s.max(), s.prod())
print(s.describe()); print(s.value_counts()); print(s.sort_values()); print(s.sort_index(ascending=False))
print(s.idxmax(), s.argmin(), s.cumsum().tolist(), s.rank().tolist(), s.nlargest(2))
print(1 in s, "a" in s, s.index, s.values, s.to_dict())
for label, value in s.items():
    print(label, value)
