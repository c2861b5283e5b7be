"""Values that SQL does not know: adapters, converters, declared types."""
import sqlite3


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return self.cents


sqlite3.register_adapter(Point, lambda point: f"{point.x};{point.y}")
sqlite3.register_converter("point", lambda data: Point(*map(float, data.split(b";"))))
sqlite3.register_converter("yes", lambda data: bool(int(data)))
con = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
con.execute("create table t (p point, price integer, ok yes)")
con.execute("insert into t values (?, ?, ?)", (Point(1, 2.5), Money(199), True))
con.execute("insert into t values (null, null, null)")
print(con.execute("select * from t").fetchall())
con = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_COLNAMES)
cur = con.execute('select ? as "where [point]", ? as "is [yes]"', ("3;4", 0))
print(cur.fetchone(), [column[0] for column in cur.description])
print(sqlite3.connect(":memory:").execute("select ?", (True,)).fetchone())
for text in ("select '5' + 1, '5' || 1, 7 / 2, 7 / 2.0, 7 % 3, 1 = '1', null = null, null is null",
             "select cast('12abc' as integer), cast(3.9 as integer), round(2.567, 2), abs(-3), max(1, 5, 3)",
             "select substr('hello', 2, 3), instr('hello', 'l'), replace('hello', 'l', 'L'), trim('  x '), hex('ab')",
             "select coalesce(null, 2), ifnull(null, 'x'), nullif(1, 1), iif(1 > 2, 'a', 'b'), typeof(1.0)",
             "select date('2024-02-29', '+1 year'), strftime('%d.%m.%Y', '2024-12-24'), julianday('2000-01-01')",
             "select json_extract('{\"a\": [1, 2]}', '$.a[1]'), printf('%05d|%.2f', 42, 3.14159), char(65, 8364)"):
    print(con.execute(text).fetchone())
