//! `sqlite3` over the files and within the budgets of a program.

mod support;

use garter::options::deterministic::Deterministic;
use garter::protocol::{FileContent, Program, Status};

fn run(source: &str) -> support::Run {
    support::run(support::program(source))
}

#[track_caller]
fn prints(source: &str, expected: &str) {
    let run = run(source);
    assert_eq!(run.stdout, expected, "{}", run.stderr);
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
}

#[test]
fn a_database_is_a_file_that_the_page_gives_and_gets() {
    let made = run("import sqlite3\ncon = sqlite3.connect('school.db')\n\
                    con.execute('create table t (x)')\ncon.execute('insert into t values (7)')\ncon.commit()");
    let bytes = made.outcome.files["school.db"].to_vec();
    let given = Program {
        files: [("school.db".to_owned(), FileContent::Bytes(bytes))].into(),
        ..support::program(
            "import sqlite3\nprint(sqlite3.connect('school.db').execute('select x from t').fetchall())",
        )
    };
    assert_eq!(support::run(given).stdout, "[(7,)]\n");
}

#[test]
fn what_does_not_fit_into_the_files_is_rolled_back() {
    let mut program = support::program(
        r#"
import os, sqlite3
con = sqlite3.connect("full.db")
con.execute("create table t (x)")
con.execute("insert into t values ('before')")
con.commit()
try:
    with con:
        for _ in range(100_000):
            con.execute("insert into t values (?)", ("x" * 1000,))
except sqlite3.OperationalError as error:
    print(error, error.sqlite_errorname)
print(con.execute("select count(*), max(x) from t").fetchone())
print(con.execute("pragma integrity_check").fetchone(), sorted(os.listdir()))
"#,
    );
    program.budget.file_bytes = 1 << 20;
    assert_eq!(
        support::run(program).stdout,
        "database or disk is full SQLITE_FULL\n(1, 'before')\n('ok',) ['full.db', 'main.py']\n"
    );
}

#[test]
fn a_transaction_that_was_cut_off_is_rolled_back_by_whoever_opens_the_database_next() {
    // `_exit` ends the program without closing anything, as a used-up budget does. The pages were written
    // before: more of them than SQLite keeps in memory.
    let cut = run(r#"
import os, sqlite3
con = sqlite3.connect("cut.db")
con.execute("create table t (x)")
con.executemany("insert into t values (?)", [("old" * 300,)] * 200)
con.commit()
con.execute("pragma cache_size = 5")
con.execute("update t set x = ?", ("new" * 300,))
os._exit(0)
"#);
    assert!(cut.outcome.files.contains_key("cut.db-journal"));
    let files = cut.outcome.files.into_iter();
    let given = Program {
        files: files
            .map(|(name, bytes)| (name, FileContent::Bytes(bytes.into_vec())))
            .collect(),
        ..support::program(
            "import sqlite3, os\ncon = sqlite3.connect('cut.db')\n\
             print(con.execute('select count(*), min(x) = max(x), substr(max(x), 1, 3) from t').fetchone())\n\
             print('cut.db-journal' in os.listdir())",
        )
    };
    assert_eq!(support::run(given).stdout, "(200, 1, 'old')\nFalse\n");
}

#[test]
fn input_can_be_asked_for_within_a_query() {
    let program = Program {
        stdin: "5\n6\n".to_owned(),
        ..support::program(
            "import sqlite3\ncon = sqlite3.connect(':memory:')\n\
             con.create_function('ask', 0, lambda: int(input()))\n\
             print(con.execute('select ask() + ask()').fetchone())",
        )
    };
    assert_eq!(support::run(program).stdout, "(11,)\n");
}

#[test]
fn a_budget_that_ends_within_a_query_ends_the_run() {
    let mut program = support::program(
        "import sqlite3\ncon = sqlite3.connect(':memory:')\ncon.create_function('shout', 0, lambda: print('x' * 1000))\n\
         con.execute('with recursive c(x) as (select 1 union all select x + 1 from c) select shout() from c').fetchall()",
    );
    program.budget.output_bytes = 10_000;
    assert_eq!(support::run(program).outcome.status, Status::OutputLimit);
}

#[test]
fn cells_share_connections_and_their_functions() {
    support::within(|interpreter| {
        let cell = |source: &str| Program {
            keep: true,
            ..support::program(source)
        };
        let first = cell(
            "import sqlite3\ncon = sqlite3.connect('a.db')\ncon.create_function('double', 1, lambda x: 2 * x)\n\
                          con.set_progress_handler(lambda: 0, 1)",
        );
        assert_eq!(interpreter.run(&first).stderr, "");
        let second = cell("print(con.execute('select double(21)').fetchone())");
        assert_eq!(interpreter.run(&second).stdout, "(42,)\n");
    });
}

#[test]
fn a_deterministic_run_has_its_own_clock() {
    let program = Program {
        deterministic: Some(Deterministic {
            seed: "1".to_owned(),
            now: Deterministic::NOW,
        }),
        ..support::program(
            "import sqlite3, time\ncon = sqlite3.connect(':memory:')\n\
             sql = con.execute(\"select strftime('%s', 'now')\").fetchone()[0]\nprint(int(sql) == int(time.time()))",
        )
    };
    assert_eq!(support::run(program).stdout, "True\n");
}

#[test]
fn a_lock_that_nobody_can_give_back_is_not_waited_for() {
    prints(
        r#"
import sqlite3, time
one, other = sqlite3.connect("a.db"), sqlite3.connect("a.db", timeout=60)
one.execute("create table t (x)")
one.execute("begin immediate")
start = time.monotonic()
try:
    other.execute("insert into t values (1)")
except sqlite3.OperationalError as error:
    print(error, time.monotonic() - start < 30)
"#,
        "database is locked True\n",
    );
}

#[test]
fn a_page_allows_sqlite_by_its_name() {
    use garter::options::modules::ModulePolicy;
    let program = Program {
        modules: Some(ModulePolicy::Allow(vec!["sqlite3".to_owned()])),
        ..support::program(
            "import sqlite3\nprint(sqlite3.connect(':memory:').execute('select 1').fetchone())",
        )
    };
    let run = support::run(program);
    assert_eq!(run.stdout, "(1,)\n", "{}", run.stderr);
}
