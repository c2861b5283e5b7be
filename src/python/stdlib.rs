//! The standard library: an importer that reads it from packs.
//!
//! What is in which pack is known from the start. The packs are fetched when a program first asks
//! for what is in them: a module that is not loaded yet, or the sources that a traceback quotes.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use rustpython_vm::{PyResult, VirtualMachine};

pub(crate) use _garter::module_def;

use super::display;
use super::host::host;
use super::modules;
use super::pack::{Kind, Pack};
use super::picture;
use crate::protocol::PackName;

/// Where the standard library seems to lie.
pub(crate) const FOLDER: &str = "/lib/python3.14";

/// Modules that cannot work in a page, each with the sentence that says why.
const REFUSED: [(&str, &str); 9] = [
    (
        "tkinter",
        "tkinter opens windows, which a program in a web page cannot do; turtle draws without",
    ),
    (
        "_tkinter",
        "tkinter opens windows, which a program in a web page cannot do",
    ),
    (
        "idlelib",
        "IDLE opens windows, which a program in a web page cannot do",
    ),
    (
        "ctypes",
        "ctypes calls C libraries, and there are none in a web page",
    ),
    (
        "_ctypes",
        "ctypes calls C libraries, and there are none in a web page",
    ),
    (
        "multiprocessing",
        "multiprocessing starts processes, which a program in a web page cannot do",
    ),
    (
        "_multiprocessing",
        "multiprocessing starts processes, which a program in a web page cannot do",
    ),
    ("curses", "curses needs a terminal, and a web page is none"),
    (
        "sqlite3",
        "sqlite3 needs a C library that is not part of this Python",
    ),
];

/// The packs that are there.
#[derive(Default)]
struct Library {
    /// Where the code of each module is.
    modules: Rc<BTreeMap<String, PackName>>,
    core: OnceCell<Rc<Pack>>,
    rest: OnceCell<Rc<Pack>>,
    sources: OnceCell<Rc<Pack>>,
}

thread_local! {
    static LIBRARY: RefCell<Rc<Library>> = RefCell::default();
}

/// Gives this thread's interpreter the core of the standard library, which knows of all modules.
pub(crate) fn set_core(core: Pack) {
    modules::forget();
    let modules = core.entries().map(|(name, kind)| {
        let pack = match kind {
            Kind::Elsewhere => PackName::Rest,
            _ => PackName::Core,
        };
        (name.to_owned(), pack)
    });
    LIBRARY.set(Rc::new(Library {
        modules: Rc::new(modules.collect()),
        core: OnceCell::from(Rc::new(core)),
        ..Library::default()
    }));
}

/// Lets go of all packs: they will be fetched when they are needed.
pub(crate) fn forget_packs() {
    let modules = Rc::clone(&library().modules);
    LIBRARY.set(Rc::new(Library {
        modules,
        ..Library::default()
    }));
}

fn library() -> Rc<Library> {
    LIBRARY.with_borrow(Rc::clone)
}

/// A pack fetched when it is first needed.
fn fetched(cell: &OnceCell<Rc<Pack>>, name: PackName) -> Result<&Rc<Pack>, PackMissing> {
    if let Some(pack) = cell.get() {
        return Ok(pack);
    }
    let data = host().pack(name).map_err(PackMissing)?;
    let pack = Pack::parse(data).map_err(|error| PackMissing(error.to_string()))?;
    Ok(cell.get_or_init(|| Rc::new(pack)))
}

/// A pack did not arrive, or damaged.
#[derive(Debug, thiserror::Error)]
#[error(
    "a part of the standard library did not arrive ({0}); run the program again when the network is back"
)]
struct PackMissing(String);

/// The sources of the standard library, by their path below [`FOLDER`]; `None` if they do not
/// arrive, which leaves tracebacks without some lines.
pub(crate) fn sources() -> Option<Rc<Pack>> {
    let library = library();
    fetched(&library.sources, PackName::Sources)
        .ok()
        .map(Rc::clone)
}

/// What is known of characters, by its name in the pack; `None` if it does not arrive.
pub(crate) fn characters(name: &str) -> Option<Vec<u8>> {
    // It is asked for once: there is no use in keeping the pack.
    let pack = Pack::parse(host().pack(PackName::Characters).ok()?).ok()?;
    Some(pack.get(name)?.1.to_vec())
}

/// Calls `read` with a module's entry, if the library has this module.
fn with_module<T>(
    name: &str,
    vm: &VirtualMachine,
    read: impl FnOnce(Kind, &[u8]) -> PyResult<T>,
) -> PyResult<Option<T>> {
    let library = library();
    let Some(name_of_pack) = library.modules.get(name) else {
        return Ok(None);
    };
    let cell = match name_of_pack {
        PackName::Rest => &library.rest,
        _ => &library.core,
    };
    fetched(cell, *name_of_pack)
        .map_err(|missing| vm.new_os_error(missing.to_string()))?
        .get(name)
        .map(|(kind, data)| read(kind, data))
        .transpose()
}

/// Imports a module of the standard library for our own use, whatever the program has made of its
/// own ways to import.
///
/// # Errors
/// It cannot be had.
pub(crate) fn import(name: &'static str, vm: &VirtualMachine) -> PyResult {
    let path = vm.sys_module.get_attr("path", vm)?;
    let own = vm.ctx.new_list(vec![vm.ctx.new_str(FOLDER).into()]);
    vm.sys_module.set_attr("path", own, vm)?;
    let module = vm.import(name, 0);
    vm.sys_module.set_attr("path", path, vm)?;
    module
}

/// Whether the library has this module, not counting what is native.
pub(crate) fn has_module(name: &str) -> bool {
    library().modules.contains_key(name)
}

/// Whether this is the part of tkinter that turtle draws with, which serves nobody else.
fn is_for_turtle(name: &str, vm: &VirtualMachine) -> PyResult<bool> {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    Ok(name == "tkinter" && modules.get_item("turtle", vm).is_ok())
}

/// Makes `import` find the standard library.
///
/// # Errors
/// The import system could not be set up.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    // What the importers of files need; `import` itself does not work before they are there.
    for name in ["posix", "_io", "marshal"] {
        vm.import(name, 0)?;
    }
    let bootstrap = vm.import("_frozen_importlib", 0)?;
    vm.call_method(&bootstrap, "_install_external_importers", ())?;
    let importer = vm.import("_garter", 0)?.get_attr("PackImporter", vm)?;
    let hooks = vm.sys_module.get_attr("path_hooks", vm)?;
    vm.call_method(&hooks, "insert", (0, importer))?;
    Ok(())
}

#[pymodule(with(display::display, picture::picture))]
mod _garter {
    use rustpython_vm::builtins::{PyCode, PyDictRef, PyStrRef, PyType, PyUtf8StrRef};
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::types::{Constructor, Representable};
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

    use super::{FOLDER, Kind, Pack, REFUSED, is_for_turtle, sources, with_module};
    use crate::python::{modules, streams};

    /// Reads a line that nobody may see being typed; empty at the end of the input.
    #[pyfunction]
    fn read_hidden_line(vm: &VirtualMachine) -> PyResult<String> {
        streams::read_hidden_line(vm)
    }

    /// Finds and loads the modules of one folder of the standard library.
    #[pyattr]
    #[pyclass(module = "_garter", name = "PackImporter")]
    #[derive(Debug, PyPayload)]
    struct PackImporter {
        folder: String,
    }

    impl Constructor for PackImporter {
        type Args = PyStrRef;

        fn py_new(_class: &Py<PyType>, path: PyStrRef, vm: &VirtualMachine) -> PyResult<Self> {
            let path = path.to_string_lossy().into_owned();
            match path.strip_prefix(FOLDER) {
                Some(rest) if rest.is_empty() || rest.starts_with('/') => Ok(Self { folder: path }),
                _ => Err(vm.new_import_error(
                    "not a folder of the standard library",
                    vm.ctx.new_utf8_str(path),
                )),
            }
        }
    }

    #[pyclass(with(Constructor, Representable))]
    impl PackImporter {
        #[pymethod]
        fn find_spec(
            zelf: PyRef<Self>,
            name: PyUtf8StrRef,
            _target: OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult<Option<PyObjectRef>> {
            if let Some((_, reason)) = REFUSED
                .iter()
                .find(|(refused, _)| *refused == name.as_str())
                && !is_for_turtle(name.as_str(), vm)?
            {
                return Err(vm.new_import_error(*reason, name));
            }
            let Some(kind) = with_module(name.as_str(), vm, |kind, _| Ok(kind))? else {
                return Ok(None);
            };
            let bootstrap = vm.import("_frozen_importlib", 0)?;
            let loader: PyObjectRef = zelf.into();
            let spec = vm.call_method(&bootstrap, "ModuleSpec", (name.clone(), loader))?;
            spec.set_attr("origin", vm.ctx.new_str(path_of(name.as_str(), kind)), vm)?;
            spec.set_attr("_set_fileattr", vm.ctx.new_bool(true), vm)?;
            if kind == Kind::Package {
                let folder = format!("{FOLDER}/{}", name.as_str().replace('.', "/"));
                let folders = vm.ctx.new_list(vec![vm.ctx.new_str(folder).into()]);
                spec.set_attr("submodule_search_locations", folders, vm)?;
            }
            Ok(Some(spec))
        }

        #[pymethod]
        fn invalidate_caches(_zelf: &Py<Self>) {}

        #[pymethod]
        fn create_module(_zelf: &Py<Self>, _spec: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx.none()
        }

        #[pymethod]
        fn exec_module(_zelf: &Py<Self>, module: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let name = module.get_attr("__spec__", vm)?.get_attr("name", vm)?;
            let name = name.try_into_value::<PyUtf8StrRef>(vm)?;
            let globals: PyDictRef = module.get_attr("__dict__", vm)?.try_into_value(vm)?;
            let code = Self::code_of(&name, vm)?;
            modules::remember(&code, &globals);
            // Tracebacks leave out what lies between an `import` and this function.
            let bootstrap = vm.import("_frozen_importlib", 0)?;
            let exec = vm.builtins.get_attr("exec", vm)?;
            let arguments = (exec, code, globals);
            vm.call_method(&bootstrap, "_call_with_frames_removed", arguments)?;
            modules::hide_if_refused(name.as_str(), &module, vm)
        }

        #[pymethod]
        fn get_code(
            _zelf: &Py<Self>,
            name: PyUtf8StrRef,
            vm: &VirtualMachine,
        ) -> PyResult<PyRef<PyCode>> {
            modules::check_code(name.as_str(), vm)?;
            Self::code_of(&name, vm)
        }

        fn code_of(name: &PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
            let marshal = vm.import("marshal", 0)?;
            let code = with_module(name.as_str(), vm, |_, data| {
                vm.call_method(&marshal, "loads", (vm.ctx.new_bytes(data.to_vec()),))
            })?;
            code.ok_or_else(|| unknown(name, vm))?.try_into_value(vm)
        }

        #[pymethod]
        fn get_source(
            zelf: &Py<Self>,
            name: PyUtf8StrRef,
            vm: &VirtualMachine,
        ) -> PyResult<Option<String>> {
            let path = Self::get_filename(zelf, name, vm)?;
            let read = |sources: &Pack| {
                let (_, data) = sources.get(path.strip_prefix(FOLDER)?.strip_prefix('/')?)?;
                Some(String::from_utf8_lossy(data).into_owned())
            };
            Ok(sources().as_deref().and_then(read))
        }

        #[pymethod]
        fn get_filename(
            _zelf: &Py<Self>,
            name: PyUtf8StrRef,
            vm: &VirtualMachine,
        ) -> PyResult<String> {
            let kind = with_module(name.as_str(), vm, |kind, _| Ok(kind))?;
            let kind = kind.ok_or_else(|| unknown(&name, vm))?;
            Ok(path_of(name.as_str(), kind))
        }

        #[pymethod]
        fn is_package(_zelf: &Py<Self>, name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<bool> {
            let kind = with_module(name.as_str(), vm, |kind, _| Ok(kind))?;
            let kind = kind.ok_or_else(|| unknown(&name, vm))?;
            Ok(kind == Kind::Package)
        }
    }

    impl Representable for PackImporter {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!("<PackImporter '{}'>", zelf.folder))
        }
    }

    fn path_of(name: &str, kind: Kind) -> String {
        let suffix = if kind == Kind::Package {
            "/__init__.py"
        } else {
            ".py"
        };
        format!("{FOLDER}/{}{suffix}", name.replace('.', "/"))
    }

    fn unknown(
        name: &PyUtf8StrRef,
        vm: &VirtualMachine,
    ) -> rustpython_vm::builtins::PyBaseExceptionRef {
        let message = format!("the standard library has no module named '{name}'");
        vm.new_import_error(message, name.clone())
    }
}
