import pandas as pd
a = pd.DataFrame({"x": [1, 2], "y": ["a", "b"]}); b = pd.DataFrame({"x": [3], "z": [1.5]})
print(pd.concat([a, b])); print(pd.concat([a, b], ignore_index=True)); print(pd.concat([a, b], axis=1)); print(pd.concat([a, b], join="inner")); print(pd.concat([a, a], keys=["p", "q"]))
print(pd.concat([pd.Series([1, 2]), pd.Series([3])])); print(pd.concat([pd.Series([1, 2], name="u"), pd.Series([3, 4], name="v")], axis=1)); print(pd.concat({"one": a, "two": b}))
