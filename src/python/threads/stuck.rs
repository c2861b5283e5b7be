//! What to say when nobody can ever go on: who waits, for what, and where.

use std::cell::RefCell;
use std::fmt::Write;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::vm::exchange::Place;
use rustpython_vm::{PyObjectRef, VirtualMachine};

use super::current::current;
use super::schedule::{Id, MAIN, Reason};
use crate::python::host::host;
use crate::python::paths::LIBRARY;

/// So many threads are told of.
const MOST_TOLD: usize = 10;

thread_local! {
    /// What is said of the deadlock that the main thread is woken for.
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps who waits, for what, and where, before one of them is woken.
pub(super) fn remember(waiting: Vec<(Id, Reason, Vec<Place>)>, vm: &VirtualMachine) {
    let mut text =
        "all threads wait for each other, so that none of them can ever go on".to_owned();
    let left = waiting.len().saturating_sub(MOST_TOLD);
    for (id, reason, places) in waiting.into_iter().take(MOST_TOLD) {
        let name = name(id, vm);
        let reason = match reason {
            Reason::End(other) => format!("the end of {}", self::name(other, vm)),
            Reason::Lock => "a lock".to_owned(),
            Reason::Sleep => "time".to_owned(),
            Reason::Input | Reason::Event => "the reader".to_owned(),
        };
        let _ = write!(text, "\n  {name} waits for {reason}");
        if let Some(Place { file, line, name }) = own(&places) {
            let _ = write!(text, " ({file}, line {line}, in {name})");
        }
    }
    if left > 0 {
        let _ = write!(text, "\n  and {left} more");
    }
    TEXT.set(text);
}

/// The innermost place that is not in the library, if there is one.
fn own(places: &[Place]) -> Option<&Place> {
    let is_own = |place: &&Place| !place.file.starts_with(LIBRARY) && !place.file.starts_with('<');
    places.iter().find(is_own).or(places.first())
}

/// What was remembered, as an exception.
pub(super) fn error(vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_runtime_error(TEXT.take())
}

/// A thread waits that no other one can give anything.
pub(super) fn alone(vm: &VirtualMachine) -> PyBaseExceptionRef {
    let text = if host().can_switch() {
        "this program waits for something that no other thread can give it any more"
    } else if current() != MAIN {
        "this thread waits for another one, which cannot run meanwhile: here a thread runs to its end when it is \
         started. Browsers that switch stacks run threads side by side: Chrome and Edge 137, Firefox 153 and newer"
    } else {
        "this program waits for something that no thread can give it: here a thread runs to its end when it is \
         started. Browsers that switch stacks run threads side by side: Chrome and Edge 137, Firefox 153 and newer"
    };
    vm.new_runtime_error(text)
}

/// The name that `threading` has given to the thread.
fn name(id: Id, vm: &VirtualMachine) -> String {
    let known = || {
        let modules = vm.sys_module.get_attr("modules", vm).ok()?;
        let threading = modules.get_item("threading", vm).ok()?;
        let active = threading.get_attr("_active", vm).ok()?;
        let id: PyObjectRef = vm.ctx.new_int(id).into();
        let thread = active.get_item(&*id, vm).ok()?;
        let name = thread.get_attr("_name", vm).ok()?.str(vm).ok()?;
        Some(name.to_string_lossy().into_owned())
    };
    known().unwrap_or_else(|| format!("thread {id}"))
}
