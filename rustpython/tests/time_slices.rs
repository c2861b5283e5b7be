use std::cell::Cell;

use garter::embedder;
use garter::protocol::Status;
use garter::python::clock::signal::{self, Signal};

use crate::support::{self, Run};

thread_local! {
    static TURNS: Cell<u32> = const { Cell::new(0) };
    /// The turn at which Stop is pressed.
    static STOP: Cell<u32> = const { Cell::new(0) };
}

/// Runs a program before a reader who presses Stop at some turn. Also how many turns there were.
pub fn interrupted(source: &'static str, at: u32) -> (Run, u32) {
    support::within(move |interpreter| {
        STOP.set(at);
        embedder::set_time_slice(|| {
            TURNS.set(TURNS.get() + 1);
            if TURNS.get() == STOP.get() {
                signal::send(Signal::Interrupt);
            }
            1_000
        });
        let run = interpreter.run(&support::program(source));
        (run, TURNS.get())
    })
}

/// Runs a program that does not end by itself, before a reader who presses Stop at the tenth turn.
fn stopped(source: &'static str) {
    let (run, turns) = interrupted(source, 10);
    assert_eq!(
        run.outcome.status,
        Status::Stopped,
        "{source}: {}",
        run.stderr
    );
    assert!(turns >= 10, "{source}: {turns} turns");
}

#[test]
fn loops_calls_and_native_iteration_can_be_interrupted() {
    stopped("while True: pass");
    stopped("for at in iter(int, 1): pass");
    stopped("sum(iter(int, 1))");
    stopped("list(zip(iter(int, 1), iter(int, 1)))");
    stopped("def f(n):\n    return n and f(n - 1)\nwhile f(50) == 0: pass");
}

#[test]
fn a_program_can_catch_the_interruption() {
    let source = "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')";
    let (run, _) = interrupted(source, 3);
    assert_eq!(
        (run.outcome.status, run.stdout.as_str()),
        (Status::Ok, "caught\n")
    );
}
