use crate::printed;

#[test]
fn a_handler_goes_when_another_takes_its_place_and_with_its_connection() {
    let source = r#"
import sqlite3
class Handler:
    def __init__(self, name):
        self.name = name
    def __call__(self, *args):
        return 0
    def __del__(self):
        print("gone:", self.name)
con = sqlite3.connect(":memory:")
for setter in con.set_authorizer, con.set_trace_callback, lambda handler: con.set_progress_handler(handler, 1):
    setter(Handler("first"))
    setter(Handler("second"))
    setter(None)
con.set_trace_callback(Handler("trace"))
con.set_authorizer(Handler("authorizer"))
con.execute("select 1")
con.close()
print("closed")
"#;
    assert_eq!(
        printed(source),
        "gone: first\ngone: second\ngone: first\ngone: second\ngone: first\ngone: second\n\
         gone: authorizer\ngone: trace\nclosed\n"
    );
}
