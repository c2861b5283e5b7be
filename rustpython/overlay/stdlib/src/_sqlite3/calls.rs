//! What happens when SQLite calls the interpreter: the turns of the embedder, and what ends a statement.

use core::any::Any;
use core::cell::Cell;
use core::ffi::{c_int, c_void};
use core::panic::AssertUnwindSafe;
use std::panic::{catch_unwind, resume_unwind};

use rustpython_vm::vm::thread::with_current_vm;
use rustpython_vm::{
    PyObject, PyObjectRef, PyResult, VirtualMachine, builtins::PyBaseExceptionRef,
};

/// How many operations of SQLite pass between two turns of the embedder: some ten microseconds.
const OPERATIONS_PER_TURN: c_int = 1000;

std::thread_local! {
    static PANIC: Cell<Option<Box<dyn Any + Send>>> = const { Cell::new(None) };
    static EXCEPTION: Cell<Option<PyBaseExceptionRef>> = const { Cell::new(None) };
}

/// The interpreter that runs the SQL which calls back. Its address may be another one each time.
pub(super) fn calling_vm<'a>() -> &'a VirtualMachine {
    // SAFETY: an interpreter stays where it is while it runs.
    with_current_vm(|vm| unsafe { &*core::ptr::from_ref(vm) })
}

/// Calls into the interpreter from SQLite. A panic must not unwind through C, and waits until SQLite has
/// returned.
pub(super) fn guarded<T>(f: impl FnOnce() -> PyResult<T>, vm: &VirtualMachine) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(f)).unwrap_or_else(|panic| {
        PANIC.set(Some(panic));
        Err(vm.new_runtime_error("panic"))
    })
}

/// Lets a panic go on that has waited for SQLite to return.
pub(super) fn resume_panic() {
    if let Some(panic) = PANIC.take() {
        resume_unwind(panic);
    }
}

/// Keeps an exception that ends the statement and is raised as it is, instead of SQLite's error.
pub(super) fn keep_exception(exc: PyBaseExceptionRef) {
    EXCEPTION.set(Some(exc));
}

/// The exception that was kept.
pub(super) fn kept_exception() -> Option<PyBaseExceptionRef> {
    EXCEPTION.take()
}

/// What is done with an exception of a handler, which SQLite has no words for.
pub(super) type Report = fn(PyBaseExceptionRef, &PyObject, &VirtualMachine);

/// SQLite has one progress handler for a connection, which the turns of the embedder need as well as the
/// program's own handler.
pub(super) struct Progress {
    handler: Option<PyObjectRef>,
    /// Every how many calls from SQLite the handler is called.
    calls: c_int,
    passed: Cell<c_int>,
    report: Report,
}

impl Progress {
    /// A handler that is called every so many operations, or none. Also every how many operations SQLite has
    /// to call.
    pub(super) fn new(
        handler: Option<PyObjectRef>,
        operations: c_int,
        report: Report,
    ) -> (Box<Self>, c_int) {
        let (calls, between) = if handler.is_some() && operations > 0 {
            let calls = (operations - 1) / OPERATIONS_PER_TURN + 1;
            (calls, operations / calls)
        } else {
            (1, OPERATIONS_PER_TURN)
        };
        let progress = Self {
            handler: handler.filter(|_| operations > 0),
            calls,
            passed: Cell::new(0),
            report,
        };
        (Box::new(progress), between)
    }

    /// What SQLite calls; the statement ends if it answers anything but 0.
    ///
    /// # Safety
    /// `data` is a `Progress`.
    pub(super) unsafe extern "C" fn callback(data: *mut c_void) -> c_int {
        let vm = calling_vm();
        // SAFETY: as the caller promises.
        let progress = unsafe { &*data.cast::<Self>() };
        let passed = progress.passed.get() + 1;
        progress.passed.set(passed % progress.calls);
        let report = progress.report;
        // The program may take the handler away while it runs, and `progress` with it.
        let handler = progress.handler.clone();
        let handler = handler.filter(|_| passed == progress.calls);
        let turn = || {
            #[cfg(feature = "embedder")]
            rustpython_vm::embedder::count(OPERATIONS_PER_TURN);
            vm.check_signals()
                .inspect_err(|exc| keep_exception(exc.clone()))?;
            let Some(handler) = &handler else {
                return Ok(false);
            };
            let stops = |answer: PyObjectRef| answer.is_true(vm);
            let answer = handler.call((), vm).and_then(stops);
            answer.inspect_err(|exc| report(exc.clone(), handler, vm))
        };
        guarded(turn, vm).unwrap_or(true).into()
    }
}
