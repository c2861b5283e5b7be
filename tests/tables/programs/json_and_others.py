import pandas as pd
df = pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": [0.5, 1.25]})
for orient in ("columns", "records", "index", "split", "values"):
    print(df.to_json(orient=orient))
for orient in ("dict", "list", "records", "index", "split"):
    print(df.to_dict(orient))
print(df.to_html()); print(df.to_numpy().tolist()); print(pd.DataFrame.from_dict({"r": [1, 2], "s": [3, 4]}, orient="index", columns=["p", "q"])); print(pd.DataFrame([{"a": 1}, {"a": 2, "b": 3}])); print(pd.DataFrame([(1, "x"), (2, "y")], columns=["n", "t"])); print(pd.Series({"a": 1}).to_json()); import io; print(pd.read_json(io.StringIO(df.to_json()))); print(df.to_string()); print(df.to_csv(sep=";", decimal=","))
