//! The outcome of a run: how it ended, and what it leaves behind.

use rustpython_vm::VirtualMachine;

use super::report;
use crate::protocol::{ErrorReport, Outcome, Status};
use crate::python::clock::watch;
use crate::python::host::host;
use crate::python::os::home;
use crate::python::streams;
use crate::python::terminate::Termination;

/// The outcome of a run that is terminated here and now. For a used-up budget it tells where the
/// program was; after `os._exit`, the text that `sys.stdout` still buffers is lost, as in a terminal.
pub(crate) fn of_terminated(termination: Termination, vm: &VirtualMachine) -> Outcome {
    let status = match termination {
        Termination::Budget(status) => status,
        Termination::Exit(code) => return outcome(Status::Exit, None, code),
    };
    let (kind, message) = match status {
        Status::Timeout => ("TimeoutError", "the time budget of this run is used up"),
        Status::Memory => ("MemoryError", "the memory budget of this run is used up"),
        _ => ("OSError", "the output budget of this run is used up"),
    };
    let error = report::of_running_program(kind, message, vm);
    if status != Status::OutputLimit {
        streams::flush(vm);
    }
    outcome(status, Some(error), 1)
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
