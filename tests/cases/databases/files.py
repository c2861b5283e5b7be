"""A database is a file like others, and others are no databases."""
import os
import sqlite3

for name, data in (("text.db", b"this is no database, but it is long enough to have a header of one hundred bytes." * 9),
                   ("short.db", b"short"), ("empty.db", b"")):
    with open(name, "wb") as file:
        file.write(data)
    con = sqlite3.connect(name)
    try:
        con.execute("create table t (x)")
        print(name, "is one now")
    except sqlite3.DatabaseError as error:
        print(name, error)
    con.close()

con = sqlite3.connect("good.db")
con.execute("create table t (x)")
con.executemany("insert into t values (?)", [("x" * 500,)] * 100)
con.commit()
con.close()
size = os.path.getsize("good.db")
print(size % 4096, open("good.db", "rb").read(16))
with open("good.db", "r+b") as file:
    file.seek(4096 * 2)
    file.write(b"\xff" * 4096)
con = sqlite3.connect("good.db")
try:
    con.execute("select count(x || 'a') from t").fetchone()
except sqlite3.DatabaseError as error:
    print(error)
con.close()
for name in (".", "no/where.db"):
    try:
        sqlite3.connect(name).execute("select * from sqlite_master")
    except sqlite3.OperationalError as error:
        print(name, error)
try:
    sqlite3.connect("file:none.db?mode=ro", uri=True)
except sqlite3.OperationalError as error:
    print(error)
con = sqlite3.connect("file:good.db?mode=ro", uri=True)
try:
    con.execute("create table u (x)")
except sqlite3.OperationalError as error:
    print(error)
con.close()
print(sorted(name for name in os.listdir() if name.endswith(".db")))
os.mkdir("folder")
os.chdir("folder")
sqlite3.connect("inner.db").execute("create table t (x)")
print(os.listdir())
