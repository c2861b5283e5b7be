//! Threads where stacks cannot be switched: each runs at its start, on the stack of the one that has started it.

use std::cell::Cell;

use rustpython_vm::{PyResult, VirtualMachine};

use super::current::{Begin, Joined, current, hooks, set_current};
use super::schedule::{Id, MAIN, MOST_THREADS, Wake};
use super::{local, stuck};
use crate::python::host::{Nanoseconds, host};

thread_local! {
    /// How many run, one in the other.
    static COUNT: Cell<usize> = const { Cell::new(0) };
    static LAST: Cell<Id> = const { Cell::new(MAIN) };
}

/// Begins a new interpreter.
pub(super) fn begin() {
    COUNT.set(0);
    LAST.set(MAIN);
}

/// How many threads run, one in the other, besides the main one.
pub(super) fn count() -> usize {
    COUNT.get()
}

/// Runs a thread to its end, on this stack.
pub(super) fn run(begin: Begin, handle: &dyn Joined, vm: &VirtualMachine) -> PyResult<Id> {
    if count() + 1 >= MOST_THREADS {
        return Err(vm.new_runtime_error("can't start new thread"));
    }
    let starter = current();
    LAST.set(LAST.get() + 1);
    let id = LAST.get();
    let mut state = vm.new_thread_state();
    handle.begin(id);
    vm.exchange_thread_state(&mut state);
    vm.share_native_stack(&state);
    COUNT.set(COUNT.get() + 1);
    set_current(id);
    begin(vm);
    local::end(id);
    set_current(starter);
    COUNT.set(COUNT.get() - 1);
    vm.exchange_thread_state(&mut state);
    handle.end();
    Ok(id)
}

/// Waits where no other thread can run meanwhile.
pub(super) fn wait(until: Option<Nanoseconds>, vm: &VirtualMachine) -> PyResult<Wake> {
    let Some(until) = until else {
        return Err(stuck::alone(vm));
    };
    loop {
        let now = host().monotonic();
        if now >= until {
            return Ok(Wake::TimedOut);
        }
        host().sleep(until - now);
        (hooks().look_at_budget)(vm);
        vm.check_signals()?;
    }
}
