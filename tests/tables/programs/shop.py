import pandas as pd
import io
data = """order,customer,product,qty,price,date
1,Ann,apple,3,0.5,2024-01-03
2,Bob,pear,2,0.75,2024-01-15
3,Ann,pear,5,0.75,2024-02-01
4,Cy,apple,10,0.45,2024-02-11
5,Bob,plum,1,3,2024-03-30
"""
df = pd.read_csv(io.StringIO(data), parse_dates=["date"])
df["total"] = df["qty"] * df["price"]
print(df)
print(df.groupby("customer")["total"].sum().sort_values(ascending=False))
print(df.groupby("product").agg(orders=("order", "count"), income=("total", "sum")).sort_values("income"))
print(df.groupby(df["date"].dt.month)["total"].sum())
print(df.groupby(df["date"].dt.strftime("%Y-%m"))["total"].agg(["sum", "mean"]).round(2))
print(df.loc[df["total"].idxmax(), ["customer", "product"]])
print(df.pivot_table(index="customer", columns="product", values="total", aggfunc="sum", fill_value=0))
print(df.set_index("date").resample("ME")["total"].sum())
print(df["total"].describe().round(2))
print(df.sort_values(["customer", "date"], ascending=[True, False])[["customer", "date", "total"]].to_string(index=False))
print(df.groupby("customer")["total"].cumsum())
df["share"] = (df["total"] / df["total"].sum() * 100).round(1)
print(df[["order", "share"]])
print(df.nlargest(2, "total")[["order", "total"]])
