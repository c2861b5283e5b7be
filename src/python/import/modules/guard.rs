//! Modules that are there and cannot be had.
//!
//! A hidden module's object stays where it is, in `sys.modules` and in the globals of the library,
//! but it is empty: its names are in another module, which only the library gets to.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet, VecDeque};

use rustpython_vm::builtins::{PyDict, PyModule, PyStr, PyType, PyTypeRef};
use rustpython_vm::function::{FuncArgs, PySetterValue};
use rustpython_vm::types::{PyTypeFlags, PyTypeSlots};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
};

use super::decisions::{is_for_native_code, is_refused, refusal};
use super::library::{Caller, Spot};

/// What native code takes from `sys.modules` without importing it, what `typing` passes on by any name,
/// and the program itself.
const OPEN: [&str; 12] = [
    "__main__",
    "_frozen_importlib",
    "_frozen_importlib_external",
    "_warnings",
    "annotationlib",
    "builtins",
    "importlib._bootstrap",
    "importlib._bootstrap_external",
    "linecache",
    "sys",
    "traceback",
    "warnings",
];

/// What a module says of itself, which those ask who look through all modules.
const HARMLESS: [&str; 7] = [
    "__class__",
    "__doc__",
    "__file__",
    "__name__",
    "__package__",
    "__path__",
    "__spec__",
];

/// Functions that find whatever there is.
const COLLECTOR_FUNCTIONS: [&str; 3] = ["get_objects", "get_referents", "get_referrers"];

struct Hidden {
    name: String,
    /// The module that has the names.
    inner: PyRef<PyModule>,
    /// Keeps the address from being used again.
    _outer: PyObjectRef,
}

#[derive(Default)]
struct Guard {
    class: Option<PyTypeRef>,
    /// By the address of the module's object.
    hidden: HashMap<usize, Hidden>,
    /// Addresses of the dictionaries with the names.
    dictionaries: HashSet<usize>,
    /// Where native code has imported what it needs, and now uses it.
    spots: VecDeque<Spot>,
    /// What functions' `__globals__` was.
    globals: Option<PyObjectRef>,
}

thread_local! {
    static GUARD: RefCell<Guard> = RefCell::default();
    /// How many modules there were when they were last looked through.
    static MODULES: Cell<usize> = const { Cell::new(0) };
}

/// Hides the modules that are there, and what leads to their names.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let slots = PyTypeSlots::new("module", PyTypeFlags::HEAP_TYPE_DICT_IMMUTABLE);
    let base = vm.ctx.types.module_type.to_owned();
    let class = vm.ctx.new_class(Some("builtins"), "module", base, slots);
    class.slots.getattro.store(Some(get_attribute));
    class.slots.setattro.store(Some(set_attribute));
    GUARD.with_borrow_mut(|guard| guard.class = Some(class));

    hide_globals(vm);
    let collector = vm.import("gc", 0)?;
    for name in COLLECTOR_FUNCTIONS {
        let refuse = move |_: FuncArgs, vm: &VirtualMachine| -> PyResult {
            let message = format!("this page does not allow 'gc.{name}'");
            Err(vm.new_import_error(message, vm.ctx.new_utf8_str("gc")))
        };
        collector.set_attr(vm.ctx.intern_str(name), vm.new_function(name, refuse), vm)?;
    }
    MODULES.set(0);
    hide_new(vm)
}

/// Drops the modules.
pub(super) fn forget() {
    MODULES.set(0);
    let guard = GUARD.take();
    // Dropping the modules may run code, which asks for the guard again.
    drop(guard);
}

/// Hides what was loaded since this was last called.
pub(super) fn hide_new(vm: &VirtualMachine) -> PyResult<()> {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    let Ok(modules) = modules.downcast::<PyDict>() else {
        return Ok(());
    };
    if MODULES.replace(modules.__len__()) == modules.__len__() {
        return Ok(());
    }
    for (name, module) in &modules {
        let Some(name) = name.downcast_ref::<PyStr>() else {
            continue;
        };
        let name = name.to_string_lossy();
        if is_refused(&name) && !is_being_loaded(&module, vm) {
            hide(&name, &module, vm)?;
        }
    }
    Ok(())
}

/// Whether the module's body has yet to come to its end.
fn is_being_loaded(module: &PyObjectRef, vm: &VirtualMachine) -> bool {
    let Some(module) = module.downcast_ref::<PyModule>() else {
        return false;
    };
    module
        .get_attr("__spec__", vm)
        .and_then(|spec| spec.get_attr("_initializing", vm))
        .and_then(|is_loading| is_loading.try_to_bool(vm))
        .unwrap_or(false)
}

/// Hides a module.
pub(super) fn hide(name: &str, object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    let is_known = |guard: &Guard| guard.hidden.contains_key(&object.get_id());
    let Ok(module) = object.clone().downcast::<PyModule>() else {
        return Ok(());
    };
    if OPEN.contains(&name) || GUARD.with_borrow(is_known) {
        return Ok(());
    }
    let names = module.dict();
    let empty = vm.ctx.new_dict();
    empty.set_item("__name__", vm.ctx.new_str(name).into(), vm)?;
    let inner = PyModule::new().into_ref(&vm.ctx);
    let has_no_names = |_| vm.new_system_error("a module has no dictionary");
    inner
        .as_object()
        .set_dict(Some(names.clone()))
        .map_err(has_no_names)?;
    object.set_dict(Some(empty)).map_err(has_no_names)?;
    GUARD.with_borrow_mut(|guard| guard.dictionaries.insert(names.get_id()));
    let class = GUARD.with_borrow_mut(|guard| {
        let hidden = Hidden {
            name: name.to_owned(),
            inner,
            _outer: object.clone(),
        };
        guard.hidden.insert(object.get_id(), hidden);
        guard.class.clone()
    });
    if let Some(class) = class {
        object.set_class(class, vm);
    }
    Ok(())
}

/// The module that has the names of a hidden one.
pub(super) fn inner(module: &PyObject) -> Option<PyObjectRef> {
    find(module).map(|(_, inner)| inner.into())
}

fn find(module: &PyObject) -> Option<(String, PyRef<PyModule>)> {
    GUARD.with_borrow(|guard| {
        let hidden = guard.hidden.get(&module.get_id())?;
        Some((hidden.name.clone(), hidden.inner.clone()))
    })
}

/// Lets native code that has imported a module use it: as long as its caller stays where it is.
pub(super) fn show_to(caller: &Caller) {
    const MOST: usize = 16;
    GUARD.with_borrow_mut(|guard| {
        guard.spots.truncate(MOST - 1);
        guard.spots.push_front(caller.spot());
    });
}

fn is_shown_to(caller: &Caller) -> bool {
    let spot = caller.spot();
    GUARD.with_borrow(|guard| guard.spots.contains(&spot))
}

fn get_attribute(object: &PyObject, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
    let Some((module, inner)) = find(object) else {
        return object.generic_getattr(name, vm);
    };
    let attribute = name.to_string_lossy();
    let may_have = HARMLESS.contains(&attribute.as_ref())
        || Caller::nearest().is_none_or(|caller| {
            caller.may_have(&attribute) || is_for_native_code(&module) && is_shown_to(&caller)
        });
    if may_have {
        inner.get_attr(name, vm)
    } else {
        Err(refusal(&module, vm))
    }
}

fn set_attribute(
    object: &PyObject,
    name: &Py<PyStr>,
    value: PySetterValue,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let Some((module, inner)) = find(object) else {
        return object.generic_setattr(name, value, vm);
    };
    if Caller::nearest().is_none_or(|caller| caller.is_library()) {
        inner.as_object().generic_setattr(name, value, vm)
    } else {
        Err(refusal(&module, vm))
    }
}

/// Keeps the dictionaries of hidden modules from being had through functions and frames.
fn hide_globals(vm: &VirtualMachine) {
    let of_function: &'static Py<PyType> = vm.ctx.types.function_type;
    let name = vm.ctx.intern_str("__globals__");
    if let Some(original) = of_function.get_attr(name) {
        GUARD.with_borrow_mut(|guard| guard.globals = Some(original));
        let get = |function: PyObjectRef, vm: &VirtualMachine| -> PyResult {
            let original = GUARD.with_borrow(|guard| guard.globals.clone());
            let original = original.ok_or_else(|| vm.new_attribute_error("__globals__"))?;
            let globals = vm
                .call_get_descriptor_specific(&original, Some(&function), None)
                .ok_or_else(|| vm.new_attribute_error("__globals__"))??;
            checked(globals, "__globals__", vm)
        };
        let getter = vm.ctx.new_readonly_getset("__globals__", of_function, get);
        of_function.set_attr(name, getter.into());
    }
    let of_frame: &'static Py<PyType> = vm.ctx.types.frame_type;
    let get_globals = |frame: PyRef<rustpython_vm::frame::FrameObject>, vm: &VirtualMachine| {
        checked(frame.f_globals().into(), "f_globals", vm)
    };
    let get_locals = |frame: PyRef<rustpython_vm::frame::FrameObject>, vm: &VirtualMachine| {
        checked(frame.f_locals(vm)?, "f_locals", vm)
    };
    let getters = [
        (
            "f_globals",
            vm.ctx
                .new_readonly_getset("f_globals", of_frame, get_globals),
        ),
        (
            "f_locals",
            vm.ctx.new_readonly_getset("f_locals", of_frame, get_locals),
        ),
    ];
    for (name, getter) in getters {
        of_frame.set_attr(vm.ctx.intern_str(name), getter.into());
    }
}

/// Refuses the names of a hidden module to all but those that quote code.
fn checked(names: PyObjectRef, attribute: &str, vm: &VirtualMachine) -> PyResult {
    let is_hidden = GUARD.with_borrow(|guard| guard.dictionaries.contains(&names.get_id()));
    if is_hidden && Caller::nearest().is_some_and(|caller| !caller.reads_frames()) {
        let message = format!("this page does not allow '{attribute}' of the standard library");
        return Err(vm.new_attribute_error(message));
    }
    Ok(names)
}
