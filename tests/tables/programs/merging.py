import pandas as pd
left = pd.DataFrame({"k": ["a", "b", "c"], "x": [1, 2, 3]}); right = pd.DataFrame({"k": ["b", "c", "d", "b"], "y": [4, 5, 6, 7]})
for how in ("inner", "left", "right", "outer"):
    print(how); print(pd.merge(left, right, on="k", how=how))
print(left.merge(right, how="outer", indicator=True)); print(left.merge(right, left_on="k", right_on="k", suffixes=("_l", "_r")))
print(left.set_index("k").join(right.set_index("k"))); print(left.merge(left, on="k")); print(pd.merge(left, right, how="cross").shape)
a = pd.DataFrame({"id": [1, 2], "v": [1, 2]}); b = pd.DataFrame({"key": [2, 3], "v": [5, 6]}); print(a.merge(b, left_on="id", right_on="key", how="outer"))
try:
    left.merge(pd.DataFrame({"q": [1]}))
except Exception as error:
    print(type(error).__name__, error)
