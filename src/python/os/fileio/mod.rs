//! `FileIO`, the raw file under each open file, and `open` itself. `RustPython` has them only
//! where there is an operating system.

use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

mod mode;
mod open;
mod raw;

/// What RustPython, as it is patched, calls for text that it would carry through a buffer to a raw file
/// and flush at once: for a program that prints, most of the time goes into that.
#[expect(unsafe_code, reason = "RustPython knows it by its name")]
#[unsafe(no_mangle)]
extern "Rust" fn rustpython_write_directly(
    raw: &PyObject,
    bytes: &[u8],
    vm: &VirtualMachine,
) -> bool {
    raw::raw::written_directly(raw, bytes, vm)
}

/// Puts `FileIO` and `open` where programs look for them.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let io = vm.import("_io", 0)?;
    let ours = vm.import("_garter_io", 0)?;
    // Native classes cannot inherit from `_RawIOBase`, which is private to `RustPython`; this
    // class does, and has everything else from ours.
    let name = vm.ctx.new_str("FileIO");
    let bases = vm.new_tuple((
        ours.get_attr("RawFile", vm)?,
        io.get_attr("_RawIOBase", vm)?,
    ));
    let namespace = vm.ctx.new_dict();
    namespace.set_item("__module__", vm.ctx.new_str("_io").into(), vm)?;
    let arguments: FuncArgs = vec![name.into(), bases.into(), namespace.into()].into();
    let file_io = vm.ctx.types.type_type.as_object().call(arguments, vm)?;
    io.set_attr("FileIO", file_io, vm)?;
    for name in ["open", "open_code"] {
        io.set_attr(
            vm.ctx.intern_str(name),
            ours.get_attr(vm.ctx.intern_str(name), vm)?,
            vm,
        )?;
    }
    vm.builtins.set_attr("open", ours.get_attr("open", vm)?, vm)
}

pub(crate) use module::module_def;

#[pymodule(name = "_garter_io", with(raw::raw, open::open))]
mod module {}
