//! The importer that reads the standard library from its packs.

use rustpython_vm::embedder::import_system;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::library::left_out::REFUSED;
use crate::python::paths::LIBRARY;

/// Imports a module of the standard library for our own use, whatever the program has made of its
/// own ways to import.
///
/// # Errors
/// It cannot be had.
pub(crate) fn import(name: &'static str, vm: &VirtualMachine) -> PyResult {
    let path = vm.sys_module.get_attr("path", vm)?;
    let own = vm.ctx.new_list(vec![vm.ctx.new_str(LIBRARY).into()]);
    vm.sys_module.set_attr("path", own, vm)?;
    let module = vm.import(name, 0);
    vm.sys_module.set_attr("path", path, vm)?;
    module
}

/// Whether this is the part of tkinter that turtle draws with, which only turtle may import.
fn is_for_turtle(name: &str, vm: &VirtualMachine) -> PyResult<bool> {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    Ok(name == "tkinter" && modules.get_item("turtle", vm).is_ok())
}

/// Makes `import` find the standard library.
///
/// # Errors
/// The import system could not be set up.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    // The importers of files need these; `import` itself does not work before they are loaded.
    for name in ["posix", "_io", "marshal"] {
        vm.import(name, 0)?;
    }
    let bootstrap = import_system(vm);
    vm.call_method(bootstrap, "_install_external_importers", ())?;
    let importer = vm.import("_garter", 0)?.get_attr("PackImporter", vm)?;
    let hooks = vm.sys_module.get_attr("path_hooks", vm)?;
    vm.call_method(&hooks, "insert", (0, importer))?;
    Ok(())
}

#[pymodule(sub)]
pub(crate) mod importer {
    use rustpython_vm::builtins::{PyCode, PyDictRef, PyStrRef, PyType, PyUtf8StrRef};
    use rustpython_vm::embedder::import_system;
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::types::{Constructor, Representable};
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

    use super::{REFUSED, is_for_turtle};
    use crate::library::pack::{Kind, Pack};
    use crate::python::import::access;
    use crate::python::import::packs::{sources, with_module};
    use crate::python::paths::LIBRARY;

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
            match path.strip_prefix(LIBRARY) {
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
            let bootstrap = import_system(vm);
            let loader: PyObjectRef = zelf.into();
            let spec = vm.call_method(bootstrap, "ModuleSpec", (name.clone(), loader))?;
            spec.set_attr("origin", vm.ctx.new_str(path_of(name.as_str(), kind)), vm)?;
            spec.set_attr("_set_fileattr", vm.ctx.new_bool(true), vm)?;
            if kind == Kind::Package {
                let folder = format!("{LIBRARY}/{}", name.as_str().replace('.', "/"));
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
            access::remember(&code, &globals);
            // Tracebacks leave out what lies between an `import` and this function.
            let bootstrap = import_system(vm);
            let exec = vm.builtins.get_attr("exec", vm)?;
            let arguments = (exec, code, globals);
            vm.call_method(bootstrap, "_call_with_frames_removed", arguments)?;
            access::hide_if_refused(name.as_str(), &module, vm)
        }

        #[pymethod]
        fn get_code(
            _zelf: &Py<Self>,
            name: PyUtf8StrRef,
            vm: &VirtualMachine,
        ) -> PyResult<PyRef<PyCode>> {
            access::check_code(name.as_str(), vm)?;
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
                let (_, data) = sources.get(path.strip_prefix(LIBRARY)?.strip_prefix('/')?)?;
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
        format!("{LIBRARY}/{}{suffix}", name.replace('.', "/"))
    }

    fn unknown(
        name: &PyUtf8StrRef,
        vm: &VirtualMachine,
    ) -> rustpython_vm::builtins::PyBaseExceptionRef {
        let message = format!("the standard library has no module named '{name}'");
        vm.new_import_error(message, name.clone())
    }
}
