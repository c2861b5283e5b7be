//! What an embedder provides, by the names of its functions, and what it may ask of the
//! interpreter. A program that links this crate with the feature `embedder` has to define them.

use core::cell::Cell;

use crate::{Py, PyObject, VirtualMachine, builtins::PyType};

unsafe extern "C" {
    /// Hears what the host has to say, sends user signals for it, and answers how many units of
    /// work may pass before it wants to be asked again.
    safe fn rustpython_time_slice() -> i32;
    /// How many bytes of its stack the interpreter may use from where it is created; 0 for all that
    /// the operating system has given to the thread. In a browser the host's own stack grows along
    /// with WebAssembly's and usually ends first, and it cannot be measured.
    safe fn rustpython_native_stack() -> usize;
}

unsafe extern "Rust" {
    /// Writes to a raw file if that is one that the embedder knows; returns whether it has.
    safe fn rustpython_write_directly(raw: &PyObject, bytes: &[u8], vm: &VirtualMachine) -> bool;
}

thread_local! {
    static WORK_LEFT: Cell<i32> = const { Cell::new(0) };
}

/// Lets the embedder have its turn at the next unit of work of this thread.
pub fn end_time_slice() {
    WORK_LEFT.set(0);
}

/// Counts one unit of work: a backward jump, a call, a step of a native iteration. Nothing else
/// can run while WebAssembly does, so this is where the embedder gets its turn. Answers whether it
/// has had one.
#[inline(always)]
pub(crate) fn count_work() -> bool {
    count(1)
}

/// Counts so many units of work that were done outside of the interpreter, by a native module.
#[inline(always)]
pub fn count(units: i32) -> bool {
    let left = WORK_LEFT.get() - units;
    WORK_LEFT.set(left);
    if left <= 0 {
        #[cold]
        #[inline(never)]
        fn time_slice() {
            WORK_LEFT.set(rustpython_time_slice());
        }
        time_slice();
    }
    left <= 0
}

/// Does something while which the embedder gets no turn, and no other thread runs. It is told how much work may pass before
/// the next turn, and answers how much it has done; the turn comes behind it.
pub(crate) fn without_turns(action: impl FnOnce(i32) -> i32) {
    let work = WORK_LEFT.replace(i32::MAX);
    let done = action(work);
    // Whoever wanted to end the time slice meanwhile has counted everything.
    let counted = i32::MAX.saturating_sub(WORK_LEFT.get());
    WORK_LEFT.set(work.saturating_sub(done).saturating_sub(counted));
    if WORK_LEFT.get() <= 0 {
        count(0);
    }
}

/// How many bytes a step of native recursion counts for beyond those that it takes of this stack. Little
/// of such a step may lie here and much on the host's own stack: a list in the list that `json.dumps`
/// writes takes some 110 bytes here and 330 there.
pub(crate) const UNSEEN_STACK_BYTES: usize = 96;

/// The same for a step of iterators over iterators, of generators in generators, or of bound methods of bound
/// methods.
pub(crate) const UNSEEN_STEP_BYTES: usize = 200;

/// How many bytes of the stack may be used from here, if the embedder sets a limit.
pub(crate) fn native_stack_bytes() -> Option<usize> {
    Some(rustpython_native_stack()).filter(|&bytes| bytes > 0)
}

/// Writes to a raw file of the embedder; returns whether it is one.
pub(crate) fn write_directly(raw: &PyObject, bytes: &[u8], vm: &VirtualMachine) -> bool {
    rustpython_write_directly(raw, bytes, vm)
}

/// The class of an `OSError`. The numbers are Linux's, as in the embedder's `errno` module, whatever
/// the platform is.
pub(crate) fn errno_to_exc_type(errno: i32, vm: &VirtualMachine) -> Option<&'static Py<PyType>> {
    let excs = &vm.ctx.exceptions;
    match errno {
        11 | 114 | 115 => Some(excs.blocking_io_error),
        32 | 108 => Some(excs.broken_pipe_error),
        10 => Some(excs.child_process_error),
        103 => Some(excs.connection_aborted_error),
        111 => Some(excs.connection_refused_error),
        104 => Some(excs.connection_reset_error),
        17 => Some(excs.file_exists_error),
        2 => Some(excs.file_not_found_error),
        21 => Some(excs.is_a_directory_error),
        20 => Some(excs.not_a_directory_error),
        4 => Some(excs.interrupted_error),
        13 | 1 => Some(excs.permission_error),
        3 => Some(excs.process_lookup_error),
        110 => Some(excs.timeout_error),
        _ => None,
    }
}

/// The import system: `importlib._bootstrap`, whatever a program has put in its place in `sys.modules`.
#[must_use]
pub fn import_system(vm: &VirtualMachine) -> &PyObject {
    &vm.importlib
}
