//! Tells calls by the standard library from calls by the program.
//!
//! Library code is what the importer has run, known by its code objects: a name in a file or in a
//! dictionary could be forged. Library code may use the names that it contains: `os.path`,
//! `getattr(os, "fork")`. A name that it only passes on, as in `functools.reduce(getattr, names, module)`,
//! counts as its caller's.

use std::borrow::Borrow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::atomic::Ordering;

use crate::python::paths::LIBRARY;
use rustpython_common::atomic::Radium;
use rustpython_vm::builtins::{
    PyCode, PyDictRef, PyFrozenSet, PyFunction, PyModule, PyStr, PyTuple, PyType,
};
use rustpython_vm::bytecode::Instruction;
use rustpython_vm::frame::{InterpreterFrame, current_thread_iframe};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

#[derive(Default)]
struct Library {
    /// Code objects by their address.
    code: HashSet<usize>,
    /// The names of modules by their dictionary's address.
    globals: HashSet<usize>,
    /// What keeps the addresses from being used again.
    kept: Vec<PyObjectRef>,
}

thread_local! {
    static KNOWN: RefCell<Library> = RefCell::default();
}

/// Remembers a module's code and its dictionary as the library's.
pub(crate) fn remember(code: &PyRef<PyCode>, globals: &PyDictRef) {
    KNOWN.with_borrow_mut(|library| {
        library.add_code(code);
        library.globals.insert(globals.get_id());
        library.kept.push(code.clone().into());
        library.kept.push(globals.clone().into());
    });
}

/// Forgets them all: the interpreter ends, or another one begins.
pub(super) fn forget() {
    let library = KNOWN.take();
    // Dropping the objects may run code, which asks for the library again.
    drop(library);
}

/// Remembers the modules that ran before the importer existed: those that are frozen into the interpreter,
/// such as its import system and `codecs`.
pub(super) fn remember_frozen(vm: &VirtualMachine) -> PyResult<()> {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    for (name, module) in &modules.try_into_value::<PyDictRef>(vm)? {
        let Some(module) = module.downcast_ref::<PyModule>() else {
            continue;
        };
        let globals = module.dict();
        let is_program = text(&name) == Some("__main__");
        let is_new = !is_program
            && KNOWN.with_borrow_mut(|library| library.globals.insert(globals.get_id()));
        if !is_new {
            continue;
        }
        KNOWN.with_borrow_mut(|library| library.kept.push(globals.clone().into()));
        for (_, value) in &globals {
            remember_function(&value, vm)?;
            if let Some(class) = value.downcast_ref::<PyType>() {
                for (_, member) in class.get_attributes(&vm.ctx) {
                    remember_function(&member, vm)?;
                    if let Ok(function) = member.get_attr("__func__", vm) {
                        remember_function(&function, vm)?;
                    }
                }
            }
        }
    }
    Ok(())
}

fn remember_function(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    if value.downcast_ref::<PyFunction>().is_some() {
        let code = value.get_attr("__code__", vm)?;
        let code = code.try_into_value::<PyRef<PyCode>>(vm)?;
        KNOWN.with_borrow_mut(|library| {
            library.add_code(&code);
            library.kept.push(code.into());
        });
    }
    Ok(())
}

impl Library {
    fn add_code(&mut self, code: &Py<PyCode>) {
        self.code.insert(code.as_object().get_id());
        for constant in code.code.constants.iter() {
            let constant: &PyObject = constant.borrow();
            if let Some(inner) = constant.downcast_ref::<PyCode>() {
                self.add_code(inner);
            }
        }
    }
}

/// A running Python function or module that native code was called from.
#[derive(Debug)]
pub(crate) struct Caller {
    frame: *const InterpreterFrame,
}

/// Where a caller is: the same place, as long as the same call runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    frame: *const InterpreterFrame,
    code: usize,
    instruction: u32,
}

impl Caller {
    /// The nearest one; `None` if Python's code does not run.
    pub(crate) fn nearest() -> Option<Self> {
        let frame = current_thread_iframe();
        (!frame.is_null()).then_some(Self { frame })
    }

    fn before(&self) -> Option<Self> {
        let frame = self.frame().previous();
        (!frame.is_null()).then_some(Self { frame })
    }

    #[expect(
        unsafe_code,
        reason = "making frame objects of each caller would take too long"
    )]
    fn frame(&self) -> &InterpreterFrame {
        // SAFETY: the frame runs, and waits for the native code that asks; nothing here keeps a
        // caller past that.
        unsafe { &*self.frame }
    }

    fn code(&self) -> &Py<PyCode> {
        self.frame().code()
    }

    /// Whether it is code of the standard library, in a module of the standard library.
    pub(crate) fn is_library(&self) -> bool {
        KNOWN.with_borrow(|library| {
            library.code.contains(&self.code().as_object().get_id())
                && library
                    .globals
                    .contains(&self.frame().globals().as_object().get_id())
        })
    }

    /// Whether a module of the standard library is being imported: the nearest body of a module is one of the library's.
    pub(crate) fn is_importing_library() -> bool {
        let mut caller = Self::nearest();
        while let Some(one) = caller {
            if one.code().code.qualname.as_str() == "<module>" {
                return one.is_library();
            }
            caller = one.before();
        }
        false
    }

    /// Whether its code names this, as a name or in a constant.
    fn names(&self, name: &str) -> bool {
        let code = &self.code().code;
        code.names.iter().any(|known| known.as_str() == name)
            || code
                .constants
                .iter()
                .any(|constant| holds(constant.borrow(), name))
    }

    /// Whether it may have this attribute of a hidden module: library code that names it. A module's
    /// body, its `__getattr__` and what imports its parts pass nothing on.
    pub(super) fn may_have(&self, attribute: &str) -> bool {
        let is_of_module = matches!(
            self.code().code.qualname.as_str(),
            "<module>" | "__getattr__" | "_handle_fromlist"
        );
        if !self.is_library() {
            return false;
        }
        // Functions that are given a module's dictionary evaluate the program's annotations in it.
        let may_pass_on = attribute != "__dict__" || self.is_import_system();
        is_of_module || may_pass_on && self.names(attribute)
    }

    /// Whether it quotes code from frames, or looks for itself among them.
    pub(super) fn reads_frames(&self) -> bool {
        let file = self.code().source_path().as_str();
        let module = file
            .strip_prefix(LIBRARY)
            .and_then(|file| file.strip_prefix('/'))
            .and_then(|file| file.strip_suffix(".py"));
        let is_known = matches!(
            module,
            Some("linecache" | "traceback" | "unittest/result" | "warnings")
        );
        is_known && self.is_library()
    }

    /// Whether it is a function of the import system.
    pub(super) fn is_import_system(&self) -> bool {
        let file = self.code().source_path().as_str();
        file.starts_with("<frozen importlib") && self.is_library()
    }

    /// Whether this module is asked for by library code that names it, and not by the program through
    /// library code.
    pub(crate) fn asks_for(module: &str) -> bool {
        let mut caller = Self::nearest();
        while let Some(one) = caller {
            if !one.is_library() {
                return false;
            }
            if one.names(module) {
                return true;
            }
            caller = one.before();
        }
        true
    }

    /// The instruction that it is at.
    pub(super) fn instruction(&self) -> Option<Instruction> {
        let next = self.spot().instruction as usize;
        let instructions = &self.code().code.instructions;
        let at = next.checked_sub(1).filter(|at| *at < instructions.len())?;
        Some(instructions.read_op(at))
    }

    pub(super) fn spot(&self) -> Spot {
        Spot {
            frame: self.frame,
            code: self.code().as_object().get_id(),
            instruction: self.frame().lasti.load(Ordering::Relaxed),
        }
    }
}

/// Whether a constant is this text, or a tuple or a set with it.
fn holds(constant: &PyObject, name: &str) -> bool {
    if let Some(text) = text(constant) {
        return text == name;
    }
    if let Some(set) = constant.downcast_ref::<PyFrozenSet>() {
        return set.elements().iter().any(|part| holds(part, name));
    }
    constant
        .downcast_ref::<PyTuple>()
        .is_some_and(|tuple| tuple.as_slice().iter().any(|part| holds(part, name)))
}

fn text(object: &PyObject) -> Option<&str> {
    object.downcast_ref::<PyStr>()?.to_str()
}
