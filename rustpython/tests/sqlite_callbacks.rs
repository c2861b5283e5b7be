use crate::printed;

#[test]
fn what_sqlite_calls_may_use_the_connection_that_called_it() {
    let source = r#"
import sqlite3
con = sqlite3.connect(":memory:")
con.execute("create table t (x)")
con.executemany("insert into t values (?)", [(1,), (2,)])
con.create_function("total", 0, lambda: con.execute("select sum(x) from t").fetchone()[0])
print(con.execute("select x, total() from t").fetchall())
cur = con.cursor()
def again():
    cur.execute("select 1")
con.create_function("again", 0, again)
sqlite3.enable_callback_tracebacks(True)
import sys
sys.unraisablehook = lambda args: print(repr(args.exc_value))
try:
    cur.execute("select again()")
except sqlite3.OperationalError as error:
    print(error)
con.create_function("close", 0, con.close)
try:
    print(con.execute("select close()").fetchall())
except sqlite3.ProgrammingError as error:
    print(error)
"#;
    assert_eq!(
        printed(source),
        "[(1, 3), (2, 3)]\n\
         ProgrammingError('Recursive use of cursors not allowed.')\n\
         user-defined function raised exception\n\
         Cannot operate on a closed database.\n"
    );
}
