//! The program's text: what arrives is made what `CPython` reads from a file.

use std::cell::RefCell;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use crate::python::import::importer;

thread_local! {
    static FILE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on the program's text is that of this file.
pub(crate) fn begin(file: &str) {
    FILE.set(file.to_owned());
}

/// How tracebacks name the text that runs, or that is checked.
pub(crate) fn file() -> String {
    FILE.with_borrow(Clone::clone)
}

/// The text without a byte-order mark and with `\n` for each line break.
pub(crate) fn text(source: &str) -> String {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    source.replace("\r\n", "\n").replace('\r', "\n")
}

/// Refuses what the parser must not see.
pub(crate) fn check(text: &str, vm: &VirtualMachine) -> Result<(), PyBaseExceptionRef> {
    let Some(before) = text.find('\0').map(|at| &text[..at]) else {
        return Ok(());
    };
    let line = before.matches('\n').count() + 1;
    let class = vm.ctx.exceptions.syntax_error.to_owned();
    let message = vm.ctx.new_str("source code cannot contain null bytes");
    let place = (file(), line, 1, vm.ctx.none());
    let arguments: Vec<PyObjectRef> = vec![message.into(), vm.new_tuple(place).into()];
    Err(vm
        .invoke_exception(&class, arguments)
        .unwrap_or_else(|error| error))
}

/// Makes a `SyntaxError` of `RustPython`'s what `CPython`'s is: it quotes the line, and calls things by
/// the same names.
pub(crate) fn complete(
    error: &PyBaseExceptionRef,
    text: &str,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let error = error.as_object();
    let number = |name: &'static str| error.get_attr(name, vm)?.try_to_value::<usize>(vm);
    let (Ok(line), Ok(column)) = (number("lineno"), number("offset")) else {
        return Ok(());
    };
    let Some(line) = line.checked_sub(1).and_then(|line| text.lines().nth(line)) else {
        return Ok(());
    };
    let quoted = error.get_attr("text", vm)?;
    if vm.is_none(&quoted) {
        error.set_attr("text", vm.ctx.new_str(format!("{line}\n")), vm)?;
    }
    let message = error.get_attr("msg", vm)?.str(vm)?;
    if message.to_string_lossy().starts_with("unterminated") {
        // The caret stands where the literal begins, and there only.
        error.set_attr("end_offset", vm.ctx.new_int(column), vm)?;
        error.set_attr("end_lineno", error.get_attr("lineno", vm)?, vm)?;
    }
    let better = match message.to_string_lossy().as_ref() {
        "unexpected indentation" => "unexpected indent".to_owned(),
        "invalid syntax" => {
            let wrong = line.chars().nth(column.saturating_sub(1));
            let Some(wrong) = wrong.filter(|char| !char.is_ascii() && !char.is_alphanumeric())
            else {
                return Ok(());
            };
            format!("invalid character '{wrong}' (U+{:04X})", u32::from(wrong))
        }
        _ => return Ok(()),
    };
    error.set_attr("msg", vm.ctx.new_str(better), vm)
}

/// Lets tracebacks and `inspect` quote the text wherever the program changes its folder to.
pub(crate) fn remember(text: &str, name: &str, vm: &VirtualMachine) -> PyResult<()> {
    let lines = text
        .split_inclusive('\n')
        .map(|line| vm.ctx.new_str(line).into())
        .collect();
    let lines: PyObjectRef = vm.ctx.new_list(lines).into();
    // An entry without a time of modification is never checked against the file.
    let entry = (text.len(), vm.ctx.none(), lines, name);
    let cache = importer::import("linecache", vm)?.get_attr("cache", vm)?;
    cache.set_item(name, vm.new_tuple(entry).into(), vm)
}
