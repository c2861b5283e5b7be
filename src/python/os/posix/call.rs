//! System calls on the file system in memory, with their errors as Python's.

use rustpython_vm::{PyResult, VirtualMachine};

use crate::python::errno::SystemResult;
use crate::python::os::fs::{self, FileSystem};
use crate::python::os::path::Path;

/// The one user's number.
pub(super) const USER: u32 = 1_000;

/// Runs a system call that concerns no path.
pub(super) fn call<T>(
    vm: &VirtualMachine,
    call: impl FnOnce(&mut FileSystem) -> SystemResult<T>,
) -> PyResult<T> {
    fs::with(call).map_err(|errno| errno.raise(vm))
}

/// Runs a system call on a path.
pub(super) fn on<T>(
    path: &Path,
    vm: &VirtualMachine,
    call: impl FnOnce(&mut FileSystem) -> SystemResult<T>,
) -> PyResult<T> {
    fs::with(call).map_err(path.error(vm))
}
