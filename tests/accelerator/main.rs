//! Loops that are compiled do what the interpreter does: each program here is run without the accelerator,
//! with all loops compiled at once, and with checks that fail at random.

mod frames;
mod loops;
mod numbers;
#[path = "../support/mod.rs"]
mod support;
mod work;

use garter::protocol::Status;
use garter::python::accelerator::Mode;
use rustpython_vm::accelerator;

/// What a person sees of a program, and what became of the loops: how often units were entered.
fn seen(source: &str, mode: Mode) -> (String, String, Status, u32) {
    let mut program = support::program(source);
    // Its units are there afterwards, to be counted.
    program.keep = true;
    support::within(move |interpreter| {
        support::engine::start(mode);
        let run = interpreter.run(&program);
        let entered = accelerator::statistics()
            .iter()
            .map(|counts| counts[0])
            .sum();
        (run.stdout, run.stderr, run.outcome.status, entered)
    })
}

/// A program prints the same in all modes, and loops of it are compiled.
fn same(source: &str) {
    let (stdout, stderr, status, _) = seen(source, Mode::Off);
    let modes = (1..=3).map(|seed| Mode::Shaky { seed, one_in: 5 });
    for mode in modes.chain([Mode::Eager, Mode::Normal]) {
        let other = seen(source, mode);
        assert_eq!(
            (&stdout, &stderr, status),
            (&other.0, &other.1, other.2),
            "{mode:?}: {source}"
        );
        assert!(
            other.3 > 0 || mode == Mode::Normal,
            "{mode:?} compiles nothing: {source}"
        );
    }
}
