//! Native modules whose functions are in a part of the interpreter with a name of its own: their first import fetches it.
//!
//! A function that has not arrived is waited for when it is called, whoever calls it (`src/worker/part.rs`). But where it
//! does not arrive, a call can only end the run. An import can fail, and a program can handle that.

use rustpython_vm::builtins::{PyModule, PyModuleDef, PyModuleSlots};
use rustpython_vm::{PyObject, PyPayload, PyRef, PyResult, VirtualMachine};

use crate::protocol::PartName;
use crate::python::host::host;

/// The part that has a native module's functions.
fn part_of(module: &str) -> Option<PartName> {
    match module {
        "_bz2" | "_lzma" | "zlib" => Some(PartName::Compression),
        "_numpy" => Some(PartName::Numpy),
        "_sqlite3" => Some(PartName::Sqlite),
        "_elementtree" | "pyexpat" => Some(PartName::Xml),
        _ => None,
    }
}

/// The same modules, but those of parts wait for them when they are imported.
pub(crate) fn awaited(modules: &[&'static PyModuleDef]) -> Vec<&'static PyModuleDef> {
    let awaited = |module: &&'static PyModuleDef| -> &'static PyModuleDef {
        if part_of(module.name.as_str()).is_none() || module.slots.create.is_some() {
            return module;
        }
        // An interpreter keeps its modules' definitions for good, and a thread has one interpreter.
        Box::leak(Box::new(PyModuleDef {
            name: module.name,
            doc: module.doc,
            methods: module.methods,
            slots: PyModuleSlots {
                create: Some(create),
                exec: module.slots.exec,
            },
        }))
    };
    modules.iter().map(awaited).collect()
}

/// Makes the module when its part is there.
fn create(
    vm: &VirtualMachine,
    _spec: &PyObject,
    module: &'static PyModuleDef,
) -> PyResult<PyRef<PyModule>> {
    if let Some(part) = part_of(module.name.as_str()) {
        host().part(part).map_err(|why| {
            vm.new_os_error(format!(
                "{} is in a part of Python that did not arrive ({why}); run the program again when it is there",
                module.name.as_str()
            ))
        })?;
    }
    Ok(PyModule::from_def(module).into_ref(&vm.ctx))
}
