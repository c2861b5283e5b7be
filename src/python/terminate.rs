//! Terminates the run from within, whatever the program would still like to do: `os._exit` and
//! used-up budgets. No `except` and no `finally` gets in the way.
//!
//! Clocks, streams and system calls terminate runs. The outcome of a run tells of all of them, so the
//! function that makes it lies above them; the session registers it here.

use std::cell::Cell;

use rustpython_vm::VirtualMachine;

use super::host::host;
use crate::protocol::{Outcome, Status};

/// Why a run is terminated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Termination {
    /// A budget is used up: the one that this status names.
    Budget(Status),
    /// The program has called `os._exit`, or a signal has ended it; with this exit code.
    Exit(i32),
}

/// Makes the outcome of a run that is terminated.
pub(crate) type MakeOutcome = fn(Termination, &VirtualMachine) -> Outcome;

thread_local! {
    static MAKE_OUTCOME: Cell<Option<MakeOutcome>> = const { Cell::new(None) };
}

/// Registers the function that makes the outcome, before any program runs.
pub(crate) fn set_outcome(make_outcome: MakeOutcome) {
    MAKE_OUTCOME.set(Some(make_outcome));
}

/// Terminates the run because a budget is used up.
pub(crate) fn for_budget(status: Status, vm: &VirtualMachine) -> ! {
    terminate(Termination::Budget(status), vm)
}

/// Terminates the run with an exit code, without cleaning up.
pub(crate) fn exit(code: i32, vm: &VirtualMachine) -> ! {
    terminate(Termination::Exit(code), vm)
}

fn terminate(termination: Termination, vm: &VirtualMachine) -> ! {
    let make_outcome = MAKE_OUTCOME.get();
    let make_outcome = make_outcome.expect("a session registers it before it runs a program");
    host().end(make_outcome(termination, vm))
}
