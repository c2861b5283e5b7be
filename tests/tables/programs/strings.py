import pandas as pd
s = pd.Series(["Ann Lee", " bob ray", None, "CID x1"])
print(s.str.upper()); print(s.str.lower().tolist()); print(s.str.len()); print(s.str.strip().str.split(" ")); print(s.str.contains("a")); print(s.str.replace("a", "*")); print(s.str[0]); print(s.str.split(expand=True)); print(s.str.startswith("A").tolist())
print(s.str.extract(r"(\w+) (\w+)")); print(s.str.findall("[aeiou]")); print(s.str.title()); print(s.str.cat(sep="|")); print(s.str.count("e")); print(s.str.zfill(9)); print(s.str.get(1)); print(s.str.isdigit()); print(s.str.find("b").tolist(), s.str.slice(0, 3).tolist())
print(s + "!"); print(pd.Series(["1", "22"]).str.pad(4, fillchar="0").tolist())
