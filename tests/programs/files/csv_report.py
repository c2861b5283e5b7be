import csv
import io

DATA = """name,subject,points
Ann,maths,91
Bob,maths,78
Ann,art,"85"
"Cid, jr.",art,99
"""

totals = {}
for row in csv.DictReader(io.StringIO(DATA)):
    totals.setdefault(row["name"], []).append(int(row["points"]))
for name, points in sorted(totals.items()):
    print(f"{name:<10} {sum(points) / len(points):6.2f} {points}")
out = io.StringIO()
writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
writer.writerow(["a", 'quo"te', "com,ma", None, 1.5])
writer.writerows([[1, 2], ["x y", "line\nbreak"]])
print(repr(out.getvalue()))
with open("table.csv", "w", newline="") as file:
    writer = csv.DictWriter(file, fieldnames=["id", "value"], delimiter=";")
    writer.writeheader()
    writer.writerows({"id": n, "value": n ** 2} for n in range(3))
with open("table.csv", newline="") as file:
    print(list(csv.reader(file, delimiter=";")))
