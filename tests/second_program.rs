//! A second program in a kept interpreter starts from the state from which a first one starts. Names,
//! files, handlers of signals and input that was not read are meant to survive (see also
//! `tests/cells.rs`).

mod support;

use std::collections::BTreeMap;

use garter::protocol::{Program, Status};
use garter::python::clock::signal::{self, Signal};

/// A piece of state: a program that changes it, and one that tells what it is.
struct Case {
    state: &'static str,
    change: &'static str,
    observe: &'static str,
    /// Whether a reader watches, and presses Stop as soon as the program waits for input.
    is_watched: bool,
}

const fn case(state: &'static str, change: &'static str, observe: &'static str) -> Case {
    Case {
        state,
        change,
        observe,
        is_watched: false,
    }
}

const fn watched(state: &'static str, change: &'static str, observe: &'static str) -> Case {
    Case {
        is_watched: true,
        ..case(state, change, observe)
    }
}

const CASES: [Case; 11] = [
    case("the output budget", "print('x' * 900)", "print('y' * 900)"),
    case(
        "the output budget, by what is shown",
        "import _garter\n_garter.display('text/plain', b'x')",
        "import _garter\n_garter.display('text/plain', b'y')",
    ),
    case(
        "the time budget",
        "import time\ntime.sleep(800)",
        "import time\ntime.sleep(800)",
    ),
    case(
        "the file budget",
        "open('a', 'w').write('x' * 900)",
        "open('b', 'w').write('y' * 900)",
    ),
    case(
        "the files that are reported",
        "open('a', 'w').write('x')",
        "print(6 * 7)",
    ),
    case("the error", "1 / 0", "print(6 * 7)"),
    case("the exit code", "raise SystemExit(3)", "print(6 * 7)"),
    case(
        "the frames of a traceback",
        "def f(): f()\nf()",
        "def g(n): return 1 / n\ng(0)",
    ),
    case(
        "how long the program has run",
        "import time\ntime.sleep(500)",
        "import time\nprint(time.process_time() < 400)",
    ),
    watched(
        "whether Stop was pressed",
        "import turtle\nturtle.mainloop()",
        "raise KeyboardInterrupt",
    ),
    watched(
        "whether there is a picture, which makes waiting cost no time",
        "import turtle\nturtle.forward(10)",
        "import time\ntime.sleep(1500)",
    ),
];

/// What a reader and a page see of a program.
#[derive(Debug, PartialEq)]
struct Seen {
    stdout: String,
    stderr: String,
    displays: Vec<support::Display>,
    status: Status,
    kind: Option<String>,
    exit_code: i32,
    files: BTreeMap<String, Vec<u8>>,
}

fn program(source: &str, file: &str) -> Program {
    let mut program = Program {
        file: file.to_owned(),
        keep: true,
        ..support::program(source)
    };
    program.budget.seconds = 1_000.0;
    program.budget.output_bytes = 6_000;
    program.budget.file_bytes = 1_024;
    program
}

/// Runs programs one after the other in one interpreter, and returns what is seen of the last one.
fn last(case: &Case, sources: Vec<String>) -> Seen {
    let is_watched = case.is_watched;
    support::within(move |interpreter| {
        let mut seen = None;
        for source in sources {
            if is_watched {
                interpreter.watch();
            }
            let run = interpreter.run(&program(&source, "<cell 2>"));
            let outcome = run.outcome;
            seen = Some(Seen {
                stdout: run.stdout,
                stderr: run.stderr,
                displays: run.displays,
                status: outcome.status,
                kind: outcome.error.map(|error| error.kind),
                exit_code: outcome.exit_code,
                files: outcome
                    .files
                    .into_iter()
                    .map(|(name, data)| (name, data.into_vec()))
                    .collect(),
            });
        }
        seen.expect("a program")
    })
}

#[test]
fn a_second_program_starts_from_the_same_state_as_a_first() {
    for case in &CASES {
        let (change, observe) = (case.change.to_owned(), case.observe.to_owned());
        let first = last(case, vec![observe.clone()]);
        let second = last(case, vec![change.clone(), observe.clone()]);
        assert_eq!(second, first, "{}", case.state);
        // Within one program the change is seen, so the comparison above can fail.
        let both = last(case, vec![format!("{change}\n{observe}")]);
        assert_ne!(both, first, "{} is not observed", case.state);
    }
}

#[test]
fn a_stop_that_comes_after_a_program_does_not_reach_the_next() {
    let printed = support::within(|interpreter| {
        interpreter.run(&program("x = 1", "main.py"));
        signal::send(Signal::Interrupt);
        signal::send(Signal::MemoryLow);
        signal::send(Signal::TimeUp);
        let run = interpreter.run(&program("print(x)", "<cell 2>"));
        (run.stdout, run.stderr, run.outcome.status)
    });
    assert_eq!(printed, ("1\n".to_owned(), String::new(), Status::Ok));
}

#[test]
fn the_prompts_of_a_console_are_gone_when_it_ends() {
    let observe = "import sys\nprint(hasattr(sys, 'ps1'), hasattr(sys, 'ps2'))\n";
    let printed = support::within(move |interpreter| {
        let console = Program {
            console: true,
            stdin: observe.to_owned(),
            ..program("", "<cell 1>")
        };
        let console = interpreter.run(&console).stdout;
        (
            console,
            interpreter.run(&program(observe, "<cell 2>")).stdout,
        )
    });
    assert!(printed.0.contains("True True"), "{}", printed.0);
    assert_eq!(printed.1, "False False\n");
}

#[test]
fn the_recursion_budget_is_each_programs_own_and_its_own_limit_stays() {
    let limit = "import sys\nprint(sys.getrecursionlimit())";
    let printed = support::within(move |interpreter| {
        let mut run = |source: &str, recursion| {
            let mut program = program(source, "<cell 2>");
            program.budget.recursion = recursion;
            interpreter.run(&program).stdout
        };
        [
            run(limit, 500),
            run(limit, 200),
            run("sys.setrecursionlimit(300)", 200),
            run(limit, 200),
            run(limit, 400),
        ]
    });
    assert_eq!(printed, ["500\n", "200\n", "", "300\n", "400\n"]);
}

#[test]
fn handlers_of_signals_stay_as_names_do() {
    let printed = support::within(|interpreter| {
        let set = "import signal\nsignal.signal(signal.SIGUSR1, lambda *_: print('handled'))";
        interpreter.run(&program(set, "main.py"));
        interpreter
            .run(&program("signal.raise_signal(signal.SIGUSR1)", "<cell 2>"))
            .stdout
    });
    assert_eq!(printed, "handled\n");
}
