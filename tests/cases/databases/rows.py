"""What a row is: a tuple, a Row, a dict, an instance."""
import sqlite3
from collections import namedtuple

con = sqlite3.connect(":memory:")
con.execute("create table t (name text, age integer, size real, picture blob, nil)")
con.execute("insert into t values ('Ada', 12, 1.5, x'00ff', null)")
cur = con.execute("select * from t")
print([column[0] for column in cur.description], cur.fetchone(), cur.fetchone())

con.row_factory = sqlite3.Row
row = con.execute("select * from t").fetchone()
print(row.keys(), tuple(row), row["name"], row["AGE"], row[2], row[-1], row[0:2], len(row))
print(dict(row), list(row), "Ada" in row, row == con.execute("select * from t").fetchone())
for key in ("no", 9):
    try:
        row[key]
    except IndexError as error:
        print(key == "no" or error)

con.row_factory = lambda cursor, values: {column[0]: value for column, value in zip(cursor.description, values)}
print(con.execute("select name, age as years from t").fetchall())
Pupil = namedtuple("Pupil", "name age")
con.row_factory = lambda cursor, values: Pupil(*values)
print(con.execute("select name, age from t").fetchall())
con.row_factory = None
con.text_factory = bytes
print(con.execute("select name from t").fetchone())
con.text_factory = lambda data: data.decode()[::-1]
print(con.execute("select name from t").fetchone())
con.text_factory = str
cur = con.execute("with recursive n(x) as (select 1 union all select x + 1 from n where x < 10) select x from n")
print(cur.fetchmany(3), cur.fetchmany(2), next(cur), [x for x, in cur], cur.fetchall(), cur.arraysize)
print(con.execute("select typeof(?), typeof(?), typeof(?), typeof(?), typeof(?)", (1, 1.0, "1", b"1", None)).fetchone())
print(con.execute("select ?, ?", (2**63 - 1, -(2**63))).fetchone(), con.execute("select 0.1 + 0.2").fetchone())
for wrong in ((2**63,), ([],), (object,), (), (1, 2)):
    try:
        con.execute("select ?", wrong)
    except (OverflowError, sqlite3.Error) as error:
        print(type(error).__name__, error)
