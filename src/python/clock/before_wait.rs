//! Shows an open picture before the program waits or ends.
//!
//! The streams and the clock wait, and the picture uses both; so the picture registers here how it is
//! shown.

use std::cell::{Cell, RefCell};

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

thread_local! {
    /// Shows what has changed.
    static SHOW_PICTURE: RefCell<Option<PyObjectRef>> = const { RefCell::new(None) };
    /// Whether this program has a picture: a function is registered, or something was drawn.
    static HAS_PICTURE: Cell<bool> = const { Cell::new(false) };
}

/// From now on calls `show` before the program waits or ends.
pub(crate) fn set(show: PyObjectRef) {
    SHOW_PICTURE.set(Some(show));
    HAS_PICTURE.set(true);
}

/// Begins the state of a new program, which has no picture yet.
pub(crate) fn begin() {
    HAS_PICTURE.set(false);
}

/// Remembers that this program draws.
pub(crate) fn has_drawn() {
    HAS_PICTURE.set(true);
}

/// Drops the function, which belongs to an interpreter that ends.
pub(crate) fn forget() {
    SHOW_PICTURE.take();
}

/// Whether the program has a picture.
pub(crate) fn has_picture() -> bool {
    HAS_PICTURE.get()
}

/// Shows what has changed in the picture.
///
/// # Errors
/// Any exception that the program's own methods raise.
pub(crate) fn show_picture(vm: &VirtualMachine) -> PyResult<()> {
    let show = SHOW_PICTURE.with_borrow(Clone::clone);
    show.map_or(Ok(()), |show| show.call((), vm).map(drop))
}
