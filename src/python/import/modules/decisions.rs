//! Which modules the program may have.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::options::modules::ModulePolicy;
use crate::python::import::packs;

/// What the interpreter's native code imports while a program's function call runs. That is no import
/// of the program's.
const FOR_NATIVE_CODE: &[&str] = &[
    "_codecs",
    "_compat_pickle",
    "_contextvars",
    "_datetime",
    "_elementtree",
    "_frozen_importlib",
    "_frozen_importlib_external",
    "_garter_io",
    "_hashlib",
    "_io",
    "_json",
    "_pycodecs",
    "_signal",
    "_strptime",
    "_warnings",
    "_zoneinfo",
    "annotationlib",
    "array",
    "asyncio",
    "codecs",
    "collections",
    "contextvars",
    "copy",
    "copyreg",
    "functools",
    "garter",
    "io",
    "linecache",
    "locale",
    "marshal",
    "pyexpat",
    "re",
    "string",
    "time",
    "traceback",
    "typing",
    "warnings",
    "weakref",
    "xml",
];

thread_local! {
    static POLICY: RefCell<Option<Rc<Decisions>>> = const { RefCell::new(None) };
}

/// A policy, and what it decides about.
pub(super) struct Decisions {
    pub(super) policy: ModulePolicy,
    /// The top-level modules that are the interpreter's own.
    native: HashSet<String>,
}

impl Decisions {
    /// Whether the program may import it: a file of its own it always may.
    fn allows(&self, module: &str) -> bool {
        match &self.policy {
            ModulePolicy::Deny(_) => self.policy.allows(module),
            ModulePolicy::Allow(_) => {
                let top = module.split('.').next().unwrap_or_default();
                let is_library = self.native.contains(top) || packs::has_module(top);
                !is_library || self.policy.allows(module)
            }
        }
    }
}

pub(super) fn decisions() -> Option<Rc<Decisions>> {
    POLICY.with_borrow(Clone::clone)
}

/// Whether the module is there and the program may not have it.
pub(super) fn is_refused(module: &str) -> bool {
    decisions().is_some_and(|decisions| !decisions.allows(module))
}

pub(super) fn refusal(module: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
    let message = decisions().map(|decisions| decisions.policy.message(module));
    vm.new_import_error(message.unwrap_or_default(), vm.ctx.new_utf8_str(module))
}

/// From now on keeps the program to this policy.
pub(super) fn set(policy: &ModulePolicy, vm: &VirtualMachine) -> PyResult<()> {
    let mut native = HashSet::new();
    for names in ["builtin_module_names", "stdlib_module_names"] {
        let names = vm.sys_module.get_attr(vm.ctx.intern_str(names), vm)?;
        for name in names.try_to_value::<Vec<PyObjectRef>>(vm)? {
            native.insert(name.str(vm)?.to_string_lossy().into_owned());
        }
    }
    POLICY.set(Some(Rc::new(Decisions {
        policy: policy.clone(),
        native,
    })));
    Ok(())
}

/// Forgets the policy.
pub(super) fn forget() {
    POLICY.set(None);
}

/// Whether the interpreter's native code imports this module for its own use.
pub(super) fn is_for_native_code(module: &str) -> bool {
    let top = module.split('.').next().unwrap_or_default();
    FOR_NATIVE_CODE.contains(&top)
}
