//! Finds the first error in a text without running it: for editors, while the text is typed.

use rustpython_vm::VirtualMachine;
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::compiler::{self, Mode};

use super::source;
use crate::protocol::{CheckedText, MAIN};
use crate::python::rules::{self, Extent};

/// The exception that would be raised before the program's first line runs.
pub(crate) fn find(text: &CheckedText, vm: &VirtualMachine) -> Option<PyBaseExceptionRef> {
    source::begin(MAIN);
    let policy = &text.policy;
    let text = source::text(&text.source);
    if let Err(error) = source::check(&text, vm) {
        return Some(error);
    }
    // Not by the machine, which would keep the names, and would warn.
    if let Err(error) = compiler::compile(&text, Mode::Exec, MAIN, vm.compile_opts()) {
        let error = vm.new_syntax_error(&error, Some(&text));
        // An error that cannot be completed is still the error.
        let _ = source::complete(&error, &text, vm);
        return Some(error);
    }
    let breach = rules::check(policy, &text, Extent::Program).err()?;
    Some(breach.exception(MAIN, vm))
}
