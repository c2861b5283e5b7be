//! The interpreter's own locks, where threads of Python take turns on one thread of the machine. A thread that is
//! suspended in the middle of an operation may hold such a lock; whoever needs it lets the others run meanwhile.

use core::cell::Cell;

unsafe extern "Rust" {
    /// Lets other threads of Python run until `is_free`. Returns whether it is; false if none of them can run.
    safe fn rustpython_wait_for_lock(is_free: &dyn Fn() -> bool) -> bool;
}

std::thread_local! {
    static CURRENT_THREAD: Cell<usize> = const { Cell::new(1) };
}

/// Tells the locks which thread of Python runs, by a number that is not 0.
pub fn set_current_thread(number: usize) {
    CURRENT_THREAD.set(number);
}

pub(super) fn current_thread() -> usize {
    CURRENT_THREAD.get()
}

#[cold]
#[inline(never)]
pub(super) fn wait(is_free: &dyn Fn() -> bool) -> bool {
    rustpython_wait_for_lock(is_free)
}
