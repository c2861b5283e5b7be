//! The thread that runs, and what others do for threads.

use std::cell::Cell;

use rustpython_common::lock::set_current_thread;
use rustpython_vm::{PyResult, VirtualMachine};

use super::schedule::{Id, MAIN};
use crate::python::host::Nanoseconds;

/// What a new thread does.
pub(super) type Begin = Box<dyn FnOnce(&VirtualMachine)>;

/// What those who know of signals and budgets do for threads.
#[derive(Clone, Copy)]
pub(crate) struct Hooks {
    /// Sends an interrupt again, which has arrived while another thread than the main one ran.
    pub(crate) interrupt: fn(),
    /// Ends the run if its time is over.
    pub(crate) look_at_budget: fn(&VirtualMachine),
}

/// What is known of a thread by those who wait for its end.
pub(super) trait Joined {
    /// The thread has begun.
    fn begin(&self, id: Id);

    /// The thread has ended.
    fn end(&self);

    /// Waits for the end of the thread, so long at most.
    fn join(&self, until: Option<Nanoseconds>, vm: &VirtualMachine) -> PyResult<()>;
}

thread_local! {
    static CURRENT: Cell<Id> = const { Cell::new(MAIN) };
    static HOOKS: Cell<Option<Hooks>> = const { Cell::new(None) };
}

/// Registers what signals and budgets do.
pub(crate) fn connect(hooks: Hooks) {
    HOOKS.set(Some(hooks));
}

/// What signals and budgets do.
pub(super) fn hooks() -> Hooks {
    HOOKS
        .get()
        .expect("a kernel connects them before it runs a program")
}

/// The thread that runs.
pub(super) fn current() -> Id {
    CURRENT.get()
}

pub(super) fn set_current(id: Id) {
    CURRENT.set(id);
    set_current_thread(id as usize);
}

/// Whether the main thread runs.
pub(crate) fn is_main() -> bool {
    current() == MAIN
}
