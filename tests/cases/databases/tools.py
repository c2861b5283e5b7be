"""Dumps, copies, blobs, traces, limits: what a connection can do besides."""
import sqlite3

con = sqlite3.connect(":memory:")
con.executescript(
    """
    create table t (a integer primary key, b text, c blob);
    insert into t values (1, 'it''s', x'010203'), (2, null, zeroblob(4));
    create index t_b on t (b);
    create view v as select a from t;
    create trigger tr after delete on t begin insert into t values (99, 'gone', null); end;
    """
)
print("\n".join(con.iterdump()))

copy = sqlite3.connect("copy.db")
con.backup(copy, pages=1, progress=lambda status, remaining, total: print(status == sqlite3.SQLITE_OK, remaining >= 0))
print(copy.execute("select a, b from t").fetchall())

with con.blobopen("t", "c", 2) as blob:
    blob.write(b"ab")
    blob[3] = ord("d")
    blob.seek(0)
    print(blob.read(), len(blob), blob.tell(), blob[0], blob[0:2])
    try:
        blob.write(b"too much")
    except ValueError as error:
        print(error)

seen = []
con.set_trace_callback(seen.append)
con.execute("select ?", (5,))
con.set_trace_callback(None)
con.execute("select 6")
print(seen)

con.set_authorizer(
    lambda action, one, two, database, trigger: sqlite3.SQLITE_DENY if one == "t" and two == "c" else sqlite3.SQLITE_OK
)
print(con.execute("select a from t").fetchall())
try:
    con.execute("select c from t")
except sqlite3.DatabaseError as error:
    print(error)
con.set_authorizer(None)

con.set_progress_handler(lambda: 1, 10)
try:
    con.execute("with recursive n(x) as (select 1 union all select x + 1 from n where x < 1000) select sum(x) from n")
except sqlite3.OperationalError as error:
    print(error)
con.set_progress_handler(None, 10)

print(con.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED), con.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20))
try:
    con.execute("select 'this is far too long'")
except sqlite3.DataError as error:
    print(error)
con.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1000)

data = con.serialize()
other = sqlite3.connect(":memory:")
other.deserialize(data)
print(other.execute("select a from v").fetchall())
print(sqlite3.complete_statement("select 1"), sqlite3.complete_statement("select 1;"))
con.execute("delete from t where a = 1")
print(con.execute("select a, b from t").fetchall())
con.execute("attach 'copy.db' as other")
print(con.execute("select count(*) from other.t").fetchone())
for sql in ("select 1; select 2", "select 1 -- one\n ", "", "-- nothing"):
    try:
        print(con.execute(sql).fetchall())
    except sqlite3.ProgrammingError as error:
        print(error)
