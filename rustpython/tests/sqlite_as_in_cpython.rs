use crate::printed;

#[test]
fn names_and_arguments_are_those_of_cpython() {
    let source = r#"
import sqlite3
print(sqlite3.OperationalError, sqlite3.Row, sqlite3.Connection)
con = sqlite3.connect(":memory:", factory=lambda *args, **kwargs: sqlite3.Connection(*args))
con.set_progress_handler(progress_handler=lambda: 0, n=1)
con.set_authorizer(authorizer_callback=lambda *args: sqlite3.SQLITE_OK)
con.set_trace_callback(trace_callback=print)
class Longest:
    def __init__(self):
        self.text = ""
    def step(self, text):
        self.text = max(self.text, text, key=len)
    def finalize(self):
        return self.text
con.create_aggregate("longest", n_arg=1, aggregate_class=Longest)
print(con.execute("select longest(column1) from (values ('a'), ('ccc'), ('bb'))").fetchone())
try:
    sqlite3.Connection.__new__(sqlite3.Connection).execute("select 1")
except sqlite3.ProgrammingError as error:
    print(error)
"#;
    assert_eq!(
        printed(source),
        "<class 'sqlite3.OperationalError'> <class 'sqlite3.Row'> <class 'sqlite3.Connection'>\n\
         select longest(column1) from (values ('a'), ('ccc'), ('bb'))\n('ccc',)\n\
         Base Connection.__init__ not called.\n"
    );
}
