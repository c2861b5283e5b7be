//! Runs that end from within, whatever the program would still like to do: `os._exit` and used-up
//! budgets. No `except` and no `finally` gets in the way.

use rustpython_vm::VirtualMachine;

use super::report;
use crate::protocol::{ErrorReport, Outcome, Status};
use crate::python::clock::watch;
use crate::python::host::host;
use crate::python::os::home;
use crate::python::streams;

/// Ends the run here and now, with where the program was.
pub(crate) fn end(status: Status, vm: &VirtualMachine) -> ! {
    let (kind, message) = match status {
        Status::Timeout => ("TimeoutError", "the time budget of this run is used up"),
        Status::Memory => ("MemoryError", "the memory budget of this run is used up"),
        _ => ("OSError", "the output budget of this run is used up"),
    };
    let error = report::of_running_program(kind, message, vm);
    if status != Status::OutputLimit {
        streams::flush(vm);
    }
    host().end(outcome(status, Some(error), 1))
}

/// `os._exit`: ends the run without cleaning up. What `sys.stdout` still buffers is lost, as in a
/// terminal.
pub(crate) fn exit(code: i32) -> ! {
    host().end(outcome(Status::Exit, None, code))
}

/// The outcome of the run that now ends.
pub(crate) fn outcome(status: Status, error: Option<ErrorReport>, exit_code: i32) -> Outcome {
    Outcome {
        status,
        error: error.map(ErrorReport::shortened),
        exit_code,
        seconds: watch::seconds(watch::running()),
        killed: false,
        peak_memory: host().peak_memory(),
        files: home::changed_files(),
        kept: false,
    }
}
