"""A table of pupils, questions about it, and a second table that belongs to it."""
import sqlite3

con = sqlite3.connect("school.db")
con.execute("pragma foreign_keys = on")
con.executescript(
    """
    create table classes (id integer primary key, name text not null unique);
    create table pupils (
        id integer primary key,
        name text not null,
        born integer check (born > 1990),
        class integer references classes(id)
    );
    """
)
con.executemany("insert into classes (name) values (?)", [("5a",), ("5b",)])
con.executemany(
    "insert into pupils (name, born, class) values (:name, :born, :class)",
    [
        {"name": "Ada", "born": 2012, "class": 1},
        {"name": "Boris", "born": 2013, "class": 1},
        {"name": "Çelik", "born": 2012, "class": 2},
    ],
)
con.commit()
print(con.total_changes, con.in_transaction)
for row in con.execute(
    "select classes.name, count(*), min(born) from pupils join classes on class = classes.id group by classes.name"
):
    print(row)
print(con.execute("select upper(name), length(name), name like 'ç%' from pupils order by name desc").fetchall())
for wrong in (
    "insert into pupils (name, born) values (null, 2012)",
    "insert into pupils (name, born) values ('Old', 1980)",
    "insert into pupils (name, class) values ('Lost', 9)",
    "insert into classes (name) values ('5a')",
    "selekt 1",
    "select nothing from pupils",
    "select * from teachers",
    "insert into classes values (1)",
    "create table classes (id)",
):
    try:
        con.execute(wrong)
    except sqlite3.Error as error:
        print(type(error), error, error.sqlite_errorname, error.sqlite_errorcode)
con.close()
try:
    con.execute("select 1")
except sqlite3.ProgrammingError as error:
    print(error)
again = sqlite3.connect("school.db")
print(again.execute("select count(*) from pupils").fetchone())
