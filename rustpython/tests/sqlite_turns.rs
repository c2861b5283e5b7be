use garter::protocol::Status;

use crate::time_slices::interrupted;

#[test]
fn stop_ends_sql_that_would_not_end() {
    let source = r#"
import sqlite3
con = sqlite3.connect(":memory:")
ticks = []
con.set_progress_handler(lambda: ticks.append(1), 5000)
try:
    con.execute("with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c")
except KeyboardInterrupt:
    print("stopped", len(ticks) > 3)
print(con.execute("select 1").fetchone())
"#;
    let (run, turns) = interrupted(source, 100);
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
    assert_eq!(run.stdout, "stopped True\n(1,)\n");
    assert!(turns >= 100);
}

#[test]
fn stop_within_a_function_is_no_error_of_the_function() {
    let source = r#"
import sqlite3
con = sqlite3.connect(":memory:")
def forever():
    while True:
        pass
con.create_function("forever", 0, forever)
try:
    con.execute("select forever()")
except KeyboardInterrupt:
    print("stopped")
"#;
    let (run, _) = interrupted(source, 100);
    assert_eq!(run.stdout, "stopped\n", "{}", run.stderr);
}
