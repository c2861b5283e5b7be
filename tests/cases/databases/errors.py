"""Objects that are used too late, and destructors that fail."""
import sqlite3
import sys

con = sqlite3.connect(":memory:")
cur = con.cursor()
cur.execute("select 1 union select 2")
cur.close()
for use in (cur.fetchone, cur.fetchall, lambda: cur.execute("select 1"), lambda: list(cur)):
    try:
        use()
    except sqlite3.ProgrammingError as error:
        print(error)
cur = con.execute("select 1 union select 2")
con.close()
con.close()
for use in (cur.fetchone, con.commit, con.rollback, con.cursor, lambda: con.execute("select 1"), lambda: con.in_transaction,
            lambda: con.__enter__(), lambda: list(con.iterdump())):
    try:
        print(use() is con)
    except sqlite3.ProgrammingError as error:
        print(error)


class Loud:
    def __del__(self):
        raise ValueError("loud")


sys.unraisablehook = lambda unraisable: print("ignored:", unraisable.exc_value)
con = sqlite3.connect(":memory:")
loud = Loud()
con.create_function("f", 0, lambda loud=loud: 1)
del loud
con.close()
con = sqlite3.connect(":memory:")


def raising():
    yield (1,)
    raise KeyError("stop")


con.execute("create table t (x)")
try:
    con.executemany("insert into t values (?)", raising())
except KeyError as error:
    print(repr(error))
print(con.execute("select * from t").fetchall())
try:
    with con:
        con.execute("insert into t values (2)")
        raise RuntimeError
except RuntimeError:
    print(con.execute("select * from t").fetchall())
for sql in ("select 1 as", "select 'open", "insert into t values (1, 2)", "select x from t order by", "(", "select * from t where x = \0"):
    try:
        con.execute(sql)
    except (sqlite3.Error, ValueError) as error:
        print(type(error).__name__, error)
try:
    con.execute("select " + "+".join(["1"] * 20_000))
except sqlite3.OperationalError as error:
    print(error)
print(con.execute("select length('" + "x" * 1_000_000 + "')").fetchone())
