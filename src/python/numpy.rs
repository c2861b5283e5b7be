//! The native half of numpy, which lies in a crate of its own.

use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::{Context, PyResult, VirtualMachine};

/// The module `_numpy`.
pub(crate) fn module_def(context: &Context) -> &'static PyModuleDef {
    garter_numpy::set_turn(turn);
    garter_numpy::module_def(context)
}

/// Forgets the classes that the module was told of.
pub(crate) fn forget() {
    garter_numpy::forget();
}

/// Looks at the clock, and whether somebody wants the program to stop.
fn turn(vm: &VirtualMachine) -> PyResult<()> {
    rustpython_vm::embedder::end_time_slice();
    // A step of recursion counts as work, and work is what turns come from.
    vm.with_recursion("in numpy", || Ok(()))?;
    vm.check_signals()
}
