from datetime import date

from tabulate import SEPARATING_LINE, simple_separated_format, tabulate, tabulate_formats

rows = [["Owl", 0.52, 3], ["Ibis", 1.3, 12], ["Crane", None, 1], ["Zoë's bird", 12.125, -40]]
names = ["Name", "Weight", "Count"]
for form in ["plain", "simple", "github", "grid", "fancy_grid", "pipe", "psql", "rst", "html", "latex", "tsv", "outline"]:
    print(form)
    print(tabulate(rows, headers=names, tablefmt=form))
print(tabulate([{"a": 1, "b": 2}, {"b": 3, "c": 4}], headers="keys"))
print(tabulate({"x": [1, 2], "y": ["long text", "s"]}, headers="keys", showindex=True))
print(tabulate(rows, floatfmt=".1f", missingval="?", numalign="left", stralign="right"))
print(tabulate([["1.5", "x"], ["22.75", "yy"]], disable_numparse=True))
print(tabulate([["a\nb", 1], ["c", 2]], headers=["text", "n"], tablefmt="grid"))
print(tabulate([["wrapped text that is long", 1]], tablefmt="grid", maxcolwidths=[10, None]))
print(tabulate([[date(2026, 1, 2), True], [None, False]], headers=["day", "ok"], tablefmt="simple_grid"))
print(tabulate([["a", 1], SEPARATING_LINE, ["sum", 1]], tablefmt="simple"))
print(tabulate([[1, 2]], headers=["x", "y"], tablefmt=simple_separated_format(" | ")))
print(tabulate([], headers=["nothing"]), tabulate([[]]), len(tabulate_formats) > 20)
print(tabulate([[1, "a"], [2, "b"]], colalign=("right", "center"), headers="firstrow"))
print(tabulate([["日本", 1], ["é", 2]], headers=["wide", "n"], tablefmt="grid"))
try:
    tabulate([[1]], headers="unknown")
except ValueError as error:
    print(error)
