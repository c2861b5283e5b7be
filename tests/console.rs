//! A console that leaves the interpreter at its prompts, as it does in browsers that cannot wait, prints what one prints
//! that waits there.

mod support;

use garter::options::budget::Budget;
use garter::protocol::{Program, Status};
use garter::python::host::Line;
use support::{Interpreter, Run, program, within};

/// A session, with the end of the input behind it.
const ENTRIES: [&str; 12] = [
    "x = 6",
    "x * 7",
    "def double(n):",
    "    return 2 * n",
    "",
    "double(x)",
    "1 / 0",
    "for i in range(2):\n    print(i)\n\n    print(-i)",
    "import sys; sys.ps1",
    "if",
    "input('? ')",
    "x",
];

fn console() -> Program {
    Program {
        console: true,
        interactive: true,
        ..program("")
    }
}

fn session(interpreter: &mut Interpreter, program: &Program, leaves: bool) -> Run {
    let lines = ENTRIES.map(|entry| {
        let line = Line::Text(entry.to_owned());
        // It leaves twice before a line; `input()` does not, and takes the last one.
        let before = if leaves && entry != "x" { 2 } else { 0 };
        std::iter::repeat_n(Line::Later, before).chain([line])
    });
    interpreter.type_lines(lines.into_iter().flatten());
    interpreter.run(program)
}

#[test]
fn it_prints_the_same_whether_it_leaves_or_not() {
    let [stays, leaves] =
        [false, true].map(|leaves| within(move |own| session(own, &console(), leaves)));
    assert!(stays.stdout.contains("42\n>>> "), "{}", stays.stdout);
    assert!(stays.stdout.ends_with("? 'x'\n>>> \n"), "{}", stays.stdout);
    assert!(
        stays.stderr.contains("ZeroDivisionError"),
        "{}",
        stays.stderr
    );
    assert_eq!(leaves.stdout, stays.stdout);
    assert_eq!(leaves.stderr, stays.stderr);
    assert_eq!(leaves.outcome.status, Status::Ok);
}

#[test]
fn one_that_is_kept_leaves_its_names() {
    let printed = within(|interpreter| {
        let kept = Program {
            keep: true,
            ..console()
        };
        session(interpreter, &kept, true);
        interpreter.run(&program(
            "import sys\nprint(x, double(4), hasattr(sys, 'ps1'))",
        ))
    });
    assert_eq!(printed.stdout, "6 8 False\n");
}

#[test]
fn each_entry_has_the_whole_time_budget() {
    let run = within(|interpreter| {
        let budget = Budget {
            seconds: 1_000.0,
            ..Budget::DEFAULT
        };
        let work =
            "import time; end = time.perf_counter() + 0.6\nwhile time.perf_counter() < end: pass";
        let entry = || [Line::Later, Line::Text(work.to_owned())];
        interpreter.type_lines([entry(), entry(), entry()].into_iter().flatten());
        interpreter.run(&Program {
            budget,
            ..console()
        })
    });
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
}
