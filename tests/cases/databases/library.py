"""The lending library: menus by SQL, with what pupils type."""
import sqlite3

con = sqlite3.connect(":memory:")
con.row_factory = sqlite3.Row
con.executescript(
    """
    create table books (id integer primary key autoincrement, title text, author text, lent_to text);
    insert into books (title, author) values
        ('Momo', 'Ende'), ('Matilda', 'Dahl'), ('The BFG', 'Dahl'), ('Emil', 'Kästner');
    """
)
while True:
    command, _, rest = input("> ").partition(" ")
    if command == "find":
        found = con.execute("select * from books where title like ? or author like ? order by title", [f"%{rest}%"] * 2)
        for book in found:
            print(book["id"], book["title"], "by", book["author"], "lent to " + book["lent_to"] if book["lent_to"] else "")
    elif command == "lend":
        number, _, who = rest.partition(" ")
        cur = con.execute("update books set lent_to = ? where id = ? and lent_to is null", (who, number))
        print("lent" if cur.rowcount else "not there")
    elif command == "add":
        cur = con.execute("insert into books (title) values (?)", (rest,))
        print("number", cur.lastrowid)
    elif command == "quit":
        break
    else:
        print("what?")
print(con.execute("select count(*), count(author), count(lent_to) from books").fetchone()[:])
