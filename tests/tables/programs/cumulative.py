import pandas as pd
sales = pd.DataFrame({"m": ["Jan", "Feb", "Mar", "Apr"], "v": [100, 120, 90, 150]})
sales["total"] = sales.v.cumsum(); sales["change"] = sales.v.diff(); sales["pct"] = (sales.v.pct_change() * 100).round(1); sales["best"] = sales.v.cummax(); sales["share"] = sales.v / sales.v.sum(); sales["prev"] = sales.v.shift(); sales["ma"] = sales.v.rolling(2).mean()
print(sales); print(sales.to_string()); print(sales.iloc[-1]); print(sales.set_index("m")["v"].plot if False else sales.set_index("m").loc["Feb":"Apr", "v"].sum())
