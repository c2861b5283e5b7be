"""Money that is taken from one account and given to another, or neither."""
import sqlite3

con = sqlite3.connect("bank.db")
con.execute("create table accounts (owner text primary key, money integer check (money >= 0))")
with con:
    con.executemany("insert into accounts values (?, ?)", [("Ada", 100), ("Bo", 20)])


def give(giver, taker, money):
    try:
        with con:
            con.execute("update accounts set money = money + ? where owner = ?", (money, taker))
            con.execute("update accounts set money = money - ? where owner = ?", (money, giver))
    except sqlite3.IntegrityError as error:
        print("refused:", error)


give("Ada", "Bo", 70)
give("Ada", "Bo", 70)
print(con.execute("select * from accounts order by owner").fetchall())

other = sqlite3.connect("bank.db", timeout=0)
con.execute("update accounts set money = 0")
print(con.in_transaction, other.execute("select sum(money) from accounts").fetchone())
try:
    other.execute("update accounts set money = 1")
except sqlite3.OperationalError as error:
    print(error, error.sqlite_errorname)
other.rollback()
con.rollback()
print(con.in_transaction, other.execute("select sum(money) from accounts").fetchone())

for level in (None, "", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"):
    one = sqlite3.connect("bank.db", isolation_level=level)
    one.execute("delete from accounts")
    print(repr(one.isolation_level), one.in_transaction, end=" ")
    if one.in_transaction:
        one.rollback()
        print(one.execute("select count(*) from accounts").fetchone()[0])
    else:
        print(one.execute("select count(*) from accounts").fetchone()[0])
        con.executemany("insert into accounts values (?, ?)", [("Ada", 100), ("Bo", 20)])
        con.commit()
    one.close()
con.execute("savepoint before")
con.execute("delete from accounts")
con.execute("rollback to before")
print(con.execute("select count(*) from accounts").fetchone())
try:
    sqlite3.connect(":memory:", isolation_level="SOMETIMES")
except ValueError as error:
    print(error)
