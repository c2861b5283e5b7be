//! Keeps a program to the modules that the page allows. The program can import no others, and gets nothing
//! from others that are loaded all the same. `crate::options::modules` states the promise.

mod decisions;
mod guard;
pub(super) mod library;

use std::cell::Cell;

use rustpython_vm::builtins::PyStr;
use rustpython_vm::bytecode::Instruction;
use rustpython_vm::embedder::import_system;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use decisions::{decisions, is_for_native_code, is_refused, refusal};
use library::Caller;
pub(crate) use library::remember;

use super::{packs, wheels};
use crate::options::modules::ModulePolicy;

thread_local! {
    /// How many imports are under way, one inside the other.
    static IMPORTS: Cell<u32> = const { Cell::new(0) };
}

/// From now on keeps what runs in this interpreter to the policy.
pub(crate) fn install(policy: &ModulePolicy, vm: &VirtualMachine) -> PyResult<()> {
    decisions::set(policy, vm)?;
    library::remember_frozen(vm)?;

    let bootstrap = import_system(vm);
    let maker = vm.import("_imp", 0)?;
    wrap(bootstrap, "_gcd_import", import_by_name, vm)?;
    wrap(&maker, "create_builtin", make_native, vm)?;
    wrap(vm.builtins.as_object(), "__import__", import, vm)?;
    guard::install(vm)
}

/// Forgets the policy, and drops the objects of an interpreter that ends.
pub(crate) fn forget() {
    decisions::forget();
    IMPORTS.set(0);
    guard::forget();
    library::forget();
}

/// A module has been loaded: the program may find it, and must not get anything from it.
pub(crate) fn hide_if_refused(
    name: &str,
    module: &PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let is_import_over = IMPORTS.get() == 0 || is_by_program();
    if is_import_over && is_refused(name) {
        guard::hide(name, module, vm)?;
    }
    Ok(())
}

/// Refuses the code of a module that the program may not import: it could run the code itself.
pub(crate) fn check_code(name: &str, vm: &VirtualMachine) -> PyResult<()> {
    if is_refused(name) {
        return Err(refusal(name, vm));
    }
    Ok(())
}

/// Refuses to load, under another name, a module that the program may not import under its own.
pub(crate) fn check_other_name(name: &str, own: &str, vm: &VirtualMachine) -> PyResult<()> {
    if !is_refused(name) && is_refused(own) {
        return Err(refusal(own, vm));
    }
    Ok(())
}

type Wrapper = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;

/// Puts a function around another one that is there.
fn wrap(
    module: &PyObject,
    name: &'static str,
    wrapper: Wrapper,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let original = module.get_attr(name, vm)?;
    let function =
        move |arguments: FuncArgs, vm: &VirtualMachine| wrapper(&original, arguments, vm);
    module.set_attr(name, vm.new_function(name, function), vm)
}

/// Around what `importlib.import_module` calls.
fn import_by_name(original: &PyObject, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let name = text(arguments.args.first()).unwrap_or_default();
    // The import system itself also imports the packages around a module, and its parts.
    let is_import_system = Caller::nearest().is_some_and(|caller| caller.is_import_system());
    if is_refused(&name) && !is_import_system && !Caller::asks_for(&name) {
        return Err(refusal(&name, vm));
    }
    import_and_hide(original, arguments, vm)
}

/// Imports, and hides the modules that were loaded meanwhile before the program can see them. The library
/// may still need the modules that it imports until its own import is over.
fn import_and_hide(original: &PyObject, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let is_by_program = is_by_program();
    IMPORTS.set(IMPORTS.get() + 1);
    let module = original.call(arguments, vm);
    IMPORTS.set(IMPORTS.get() - 1);
    if is_by_program || IMPORTS.get() == 0 {
        guard::hide_new(vm)?;
    }
    module
}

fn is_by_program() -> bool {
    Caller::nearest().is_some_and(|caller| !caller.is_library())
}

/// Around what makes native modules, some of them for the first time.
fn make_native(original: &PyObject, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let module = original.call(arguments, vm)?;
    if let Ok(name) = module.get_attr("__name__", vm) {
        hide_if_refused(&name.str(vm)?.to_string_lossy(), &module, vm)?;
    }
    Ok(module)
}

/// Around `__import__`, which every import statement calls.
fn import(original: &PyObject, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let request = Request::of(&arguments, vm);
    let caller = Caller::nearest();
    let Some(refused) = request.refused() else {
        return import_and_hide(original, arguments, vm);
    };
    let is_statement = caller
        .as_ref()
        .is_none_or(|caller| matches!(caller.instruction(), Some(Instruction::ImportName { .. })));
    let is_library = caller.as_ref().is_none_or(Caller::is_library);
    let is_own = if is_library && (is_statement || request.is_from_native_code) {
        true
    } else if is_statement {
        false
    } else {
        request.is_from_native_code && is_for_native_code(&request.name)
            || Caller::asks_for(&request.name)
    };
    if !is_own {
        return Err(refusal(&refused, vm));
    }
    let module = import_and_hide(original, arguments, vm)?;
    if request.takes_all && is_library {
        // What takes all names looks where a hidden module has none.
        return Ok(guard::inner(&module).unwrap_or(module));
    }
    if !is_statement && let Some(caller) = caller {
        guard::show_to(&caller);
    }
    Ok(module)
}

/// The arguments of a call of `__import__`.
struct Request {
    name: String,
    /// The names in `from name import …`, some of which may be modules themselves.
    parts: Vec<String>,
    takes_all: bool,
    is_relative: bool,
    /// Whether it is written as native code writes it.
    is_from_native_code: bool,
}

impl Request {
    fn of(arguments: &FuncArgs, vm: &VirtualMachine) -> Self {
        let argument = |at: usize, name: &str| {
            arguments
                .args
                .get(at)
                .or_else(|| arguments.kwargs.get(name))
        };
        let parts: Vec<String> = argument(3, "fromlist")
            .and_then(|list| list.try_to_value::<Vec<PyObjectRef>>(vm).ok())
            .unwrap_or_default()
            .iter()
            .filter_map(|part| text(Some(part)))
            .collect();
        let level = argument(4, "level").and_then(|level| level.try_to_value::<i32>(vm).ok());
        Self {
            name: text(argument(0, "name")).unwrap_or_default(),
            takes_all: parts.iter().any(|part| part == "*"),
            is_relative: level.unwrap_or(0) > 0,
            is_from_native_code: arguments.args.len() == 5
                && arguments.kwargs.is_empty()
                && parts.is_empty(),
            parts,
        }
    }

    /// The module that may not be imported by everybody, if there is one.
    fn refused(&self) -> Option<String> {
        // A relative import stays in its package, which was imported before.
        if self.is_relative || decisions().is_none() {
            return None;
        }
        let parts = self.parts.iter().filter(|part| *part != "*");
        std::iter::once(self.name.clone())
            .chain(parts.map(|part| format!("{}.{part}", self.name)))
            .enumerate()
            .find(|(at, name)| {
                let is_module = || packs::has_module(name) || wheels::has_module(name);
                is_refused(name) && (*at == 0 || is_module())
            })
            .map(|(_, name)| name)
    }
}

fn text(object: Option<&PyObjectRef>) -> Option<String> {
    let text = object?.downcast_ref::<PyStr>()?;
    Some(text.to_string_lossy().into_owned())
}
