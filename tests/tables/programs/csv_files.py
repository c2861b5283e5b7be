import pandas as pd, io
text = "name,age,when,score\nAnn,15,2024-01-02,1.5\nBob,,2024-02-03,2\n\"Lee, C\",14,2024-03-04,\n"
df = pd.read_csv(io.StringIO(text)); print(df); print(df.dtypes); print(df.to_csv(index=False)); print(df.to_csv())
print(pd.read_csv(io.StringIO(text), index_col="name", parse_dates=["when"])); print(pd.read_csv(io.StringIO(text), usecols=["age", "score"], nrows=2)); print(pd.read_csv(io.StringIO(text), dtype={"age": float, "score": str}).dtypes)
with open("t.csv", "w") as f:
    f.write("a;b;c\n1,5;x;1.000\n2,5;y;2.000\n")
print(pd.read_csv("t.csv", sep=";", decimal=",", thousands=".")); print(pd.read_csv("t.csv", sep=";", header=None)); print(pd.read_csv("t.csv", sep=";", names=["p", "q", "r"], skiprows=1)); print(pd.read_csv("t.csv", sep=";", skiprows=[1]))
print(pd.read_csv(io.StringIO("a b  c\n1 2  3\n"), sep=r"\s+")); print(pd.read_csv(io.StringIO("x,y\n1,NA\n-,3\n"), na_values="-")); print(pd.read_csv(io.StringIO("a,b\nTrue,1\nFalse,2\n")).dtypes)
for bad in ("a,b\n1,2\n1,2,3\n", ""):
    try:
        pd.read_csv(io.StringIO(bad))
    except Exception as error:
        print(type(error).__name__, error)
try:
    pd.read_csv("missing.csv")
except FileNotFoundError as error:
    print(error)
print(pd.read_csv(io.StringIO("# c\na,b\n1,2\n"), comment="#")); print(pd.read_csv(io.StringIO("a,a,b\n1,2,3\n"))); print(pd.read_csv(io.StringIO("i,a,b\nx,1,2\ny,3,4\n"), index_col=0)); print(pd.read_csv(io.StringIO("a,b\nx,1,2\ny,3,4\n")))
