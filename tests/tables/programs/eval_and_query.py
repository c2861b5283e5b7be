import pandas as pd
df = pd.DataFrame({"a": [1, 2, 3], "b": [4, 5, 6], "n": ["x", "y", "x"]})
print(df.eval("a + b * 2")); print(df.eval("c = a * b")); limit = 1; names = ["x"]; print(df.query("a > @limit & n in @names")); print(df.query("n == 'x' or b == 5")); print(df.query("a < b < 6")); print(df.query("not (a == 2)")); print(df.query("index > 0")); print(df.query("n.str.contains('x')", engine="python")); print(df.query("a in [1, 3]").b.tolist(), df.query("b % 2 == 0 and a != 1"))
