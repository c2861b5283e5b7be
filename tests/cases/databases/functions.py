"""Functions, aggregates, windows and collations of the program's own."""
import sqlite3
import sys

con = sqlite3.connect(":memory:")
con.execute("create table marks (pupil text, mark integer)")
con.executemany("insert into marks values (?, ?)", [("Ada", 1), ("Bo", 4), ("Ada", 2), ("Bo", 3), ("Cy", 2)])
con.create_function("initial", 1, lambda name: name[:1], deterministic=True)
con.create_function("plus", -1, lambda *numbers: sum(numbers))
print(con.execute("select distinct initial(pupil), plus(1, 2, 3), plus() from marks").fetchall())


class Median:
    def __init__(self):
        self.values = []

    def step(self, value):
        self.values.append(value)

    def finalize(self):
        values = sorted(self.values)
        return values[len(values) // 2]


con.create_aggregate("median", 1, Median)
print(con.execute("select pupil, median(mark) from marks group by pupil").fetchall())


class Sum:
    def __init__(self):
        self.total = 0

    def step(self, value):
        self.total += value

    def inverse(self, value):
        self.total -= value

    def value(self):
        return self.total

    def finalize(self):
        return self.total


con.create_window_function("running", 1, Sum)
print(
    con.execute(
        "select mark, running(mark) over (order by rowid rows between 1 preceding and current row) from marks"
    ).fetchall()
)
con.create_collation("backwards", lambda a, b: (a < b) - (a > b))
print(con.execute("select distinct pupil from marks order by pupil collate backwards").fetchall())

con.create_function("wrong", 0, lambda: 1 / 0)
con.create_function("odd", 0, lambda: [1])
for sql in ("select wrong()", "select odd()", "select initial()", "select median(mark, 1) from marks", "select no()"):
    try:
        con.execute(sql)
    except sqlite3.Error as error:
        print(type(error).__name__, error)


class Broken:
    def step(self, value):
        raise ValueError(value)

    def finalize(self):
        return 1


con.create_aggregate("broken", 1, Broken)
try:
    con.execute("select broken(mark) from marks").fetchall()
except sqlite3.OperationalError as error:
    print(error)
con.create_function("again", 1, lambda pupil: con.execute("select count(*) from marks where pupil = ?", (pupil,)).fetchone()[0])
print(con.execute("select distinct pupil, again(pupil) from marks").fetchall())
