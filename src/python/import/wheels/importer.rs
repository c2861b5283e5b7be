//! The importer that reads modules from wheels.
//!
//! Its loaders have the methods of `CPython`'s own, so that `inspect`, `runpy`, `pkgutil` and
//! `importlib.resources` find what they look for.

#[pymodule(sub)]
pub(crate) mod importer {
    use rustpython_vm::builtins::{
        PyBytes, PyCode, PyDictRef, PyListRef, PyStrRef, PyType, PyUtf8StrRef,
    };
    use rustpython_vm::compiler::Mode;
    use rustpython_vm::embedder::import_system;
    use rustpython_vm::function::OptionalArg;
    use rustpython_vm::types::{Constructor, Representable};
    use rustpython_vm::{Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

    use crate::python::import::access;
    use crate::python::import::wheels::FOLDER;
    use crate::python::import::wheels::site::{self, Found};
    use crate::python::import::wheels::substitutes::substitute;

    /// Finds the modules of one folder of packages.
    #[pyattr]
    #[pyclass(module = "_garter", name = "WheelFinder")]
    #[derive(Debug, PyPayload)]
    struct WheelFinder {
        /// Below the folder of all packages, which is itself named by the empty path.
        folder: String,
    }

    /// Loads one module.
    #[pyattr]
    #[pyclass(module = "_garter", name = "WheelLoader")]
    #[derive(Debug, PyPayload)]
    struct WheelLoader {
        name: String,
        /// Below the folder of all packages.
        file: String,
    }

    impl Constructor for WheelFinder {
        type Args = PyStrRef;

        fn py_new(_class: &Py<PyType>, path: PyStrRef, vm: &VirtualMachine) -> PyResult<Self> {
            let path = path.to_string_lossy().into_owned();
            match relative(&path) {
                Some(folder) if site::has_folder(folder) => Ok(Self {
                    folder: folder.to_owned(),
                }),
                _ => {
                    Err(vm.new_import_error("not a folder of packages", vm.ctx.new_utf8_str(path)))
                }
            }
        }
    }

    #[pyclass(with(Constructor, Representable))]
    impl WheelFinder {
        #[pymethod]
        fn find_spec(
            zelf: &Py<Self>,
            name: PyUtf8StrRef,
            _target: OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult<Option<PyObjectRef>> {
            let last = name.as_str().rsplit('.').next().unwrap_or_default();
            let Some(found) = site::find(&zelf.folder, last) else {
                return Ok(None);
            };
            let (file, folder) = match &found {
                Found::Module(file) => (Some(file.as_str()), None),
                Found::Package(file) => (Some(file.as_str()), file.strip_suffix("/__init__.py")),
                Found::Namespace(folder) => (None, Some(folder.as_str())),
            };
            // A module is known by its name and by its place: neither stands for the other.
            let place = file.or(folder).unwrap_or_default();
            let place = place.strip_suffix("/__init__.py").unwrap_or(place);
            let own = place.strip_suffix(".py").unwrap_or(place).replace('/', ".");
            access::check_other_name(name.as_str(), &own, vm)?;
            let loader = file.map_or_else(
                || vm.ctx.none(),
                |file| {
                    let loader = WheelLoader {
                        name: name.as_str().to_owned(),
                        file: file.to_owned(),
                    };
                    loader.into_ref(&vm.ctx).into()
                },
            );
            let bootstrap = import_system(vm);
            let spec = vm.call_method(bootstrap, "ModuleSpec", (name, loader))?;
            if let Some(file) = file {
                spec.set_attr("origin", vm.ctx.new_str(absolute(file)), vm)?;
                spec.set_attr("_set_fileattr", vm.ctx.new_bool(true), vm)?;
            }
            if let Some(folder) = folder {
                let folders = vm
                    .ctx
                    .new_list(vec![vm.ctx.new_str(absolute(folder)).into()]);
                spec.set_attr("submodule_search_locations", folders, vm)?;
            }
            Ok(Some(spec))
        }

        #[pymethod]
        fn invalidate_caches(_zelf: &Py<Self>) {}

        /// The modules of the folder, for `pkgutil`.
        #[pymethod]
        fn iter_modules(
            zelf: &Py<Self>,
            prefix: OptionalArg<PyUtf8StrRef>,
            vm: &VirtualMachine,
        ) -> PyListRef {
            let prefix = prefix.into_option();
            let prefix = prefix.as_ref().map_or("", |prefix| prefix.as_str());
            let modules = site::modules(&zelf.folder).into_iter();
            let pairs = modules.map(|(name, is_package)| {
                vm.new_tuple((format!("{prefix}{name}"), is_package)).into()
            });
            vm.ctx.new_list(pairs.collect())
        }
    }

    impl Representable for WheelFinder {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!("<WheelFinder '{}'>", absolute(&zelf.folder)))
        }
    }

    #[pyclass(with(Representable))]
    impl WheelLoader {
        #[pygetset]
        fn name(zelf: &Py<Self>) -> String {
            zelf.name.clone()
        }

        #[pygetset]
        fn path(zelf: &Py<Self>) -> String {
            absolute(&zelf.file)
        }

        #[pymethod]
        fn create_module(_zelf: &Py<Self>, _spec: PyObjectRef, vm: &VirtualMachine) -> PyObjectRef {
            vm.ctx.none()
        }

        #[pymethod]
        fn exec_module(zelf: &Py<Self>, module: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let globals: PyDictRef = module.get_attr("__dict__", vm)?.try_into_value(vm)?;
            let code = zelf.code(vm)?;
            // To rules on modules it is a library as any other: what it imports for itself it gets.
            access::remember(&code, &globals);
            // Tracebacks leave out what lies between an `import` and this function.
            let bootstrap = import_system(vm);
            let exec = vm.builtins.get_attr("exec", vm)?;
            let arguments = (exec, code, globals);
            vm.call_method(bootstrap, "_call_with_frames_removed", arguments)?;
            access::hide_if_refused(&zelf.name, &module, vm)
        }

        #[pymethod]
        fn get_code(
            zelf: &Py<Self>,
            name: OptionalArg<PyUtf8StrRef>,
            vm: &VirtualMachine,
        ) -> PyResult<PyRef<PyCode>> {
            zelf.check(name, vm)?;
            access::check_code(&zelf.name, vm)?;
            zelf.code(vm)
        }

        #[pymethod]
        fn get_source(
            zelf: &Py<Self>,
            name: OptionalArg<PyUtf8StrRef>,
            vm: &VirtualMachine,
        ) -> PyResult<String> {
            zelf.check(name, vm)?;
            zelf.source(vm)
        }

        #[pymethod]
        fn get_filename(
            zelf: &Py<Self>,
            name: OptionalArg<PyUtf8StrRef>,
            vm: &VirtualMachine,
        ) -> PyResult<String> {
            zelf.check(name, vm)?;
            Ok(absolute(&zelf.file))
        }

        #[pymethod]
        fn is_package(
            zelf: &Py<Self>,
            name: OptionalArg<PyUtf8StrRef>,
            vm: &VirtualMachine,
        ) -> PyResult<bool> {
            zelf.check(name, vm)?;
            Ok(zelf.file.ends_with("/__init__.py"))
        }

        #[pymethod]
        fn get_data(
            _zelf: &Py<Self>,
            path: PyUtf8StrRef,
            vm: &VirtualMachine,
        ) -> PyResult<PyRef<PyBytes>> {
            let Some(file) = relative(path.as_str()) else {
                let missing = format!("[Errno 2] No such file or directory: '{path}'");
                return Err(vm.new_os_error(missing));
            };
            Ok(vm.ctx.new_bytes(bytes_of(file, vm)?))
        }

        #[pymethod]
        fn get_resource_reader(
            zelf: PyRef<Self>,
            name: OptionalArg<PyUtf8StrRef>,
            vm: &VirtualMachine,
        ) -> PyResult {
            zelf.check(name, vm)?;
            let readers = vm.import("importlib.readers", 0)?.get_attr("readers", vm)?;
            vm.call_method(&readers, "FileReader", (zelf,))
        }

        /// A loader knows one module.
        fn check(&self, name: OptionalArg<PyUtf8StrRef>, vm: &VirtualMachine) -> PyResult<()> {
            match name {
                OptionalArg::Present(name) if name.as_str() != self.name => {
                    let message = format!("loader for {} cannot handle {name}", self.name);
                    Err(vm.new_import_error(message, name))
                }
                _ => Ok(()),
            }
        }

        fn source(&self, vm: &VirtualMachine) -> PyResult<String> {
            if let Some(text) = substitute(&self.file) {
                return Ok(text.to_owned());
            }
            let bytes = bytes_of(&self.file, vm)?;
            if names_encoding(&bytes) || std::str::from_utf8(&bytes).is_err() {
                let loaders = import_system(vm).get_attr("_bootstrap_external", vm)?;
                let bytes = vm.ctx.new_bytes(bytes);
                let text = vm.call_method(&loaders, "decode_source", (bytes,))?;
                return Ok(text.str(vm)?.to_string_lossy().into_owned());
            }
            let text = String::from_utf8(bytes).unwrap_or_default();
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
        }

        fn code(&self, vm: &VirtualMachine) -> PyResult<PyRef<PyCode>> {
            let source = self.source(vm)?;
            vm.compile(&source, Mode::Exec, absolute(&self.file))
                .map_err(|error| error.into_pyexception(vm, Some(&source)))
        }
    }

    impl Representable for WheelLoader {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!("<WheelLoader '{}'>", absolute(&zelf.file)))
        }
    }

    fn absolute(path: &str) -> String {
        if path.is_empty() {
            FOLDER.to_owned()
        } else {
            format!("{FOLDER}/{path}")
        }
    }

    fn relative(path: &str) -> Option<&str> {
        let rest = path.strip_prefix(FOLDER)?;
        if rest.is_empty() {
            return Some(rest);
        }
        Some(rest.strip_prefix('/')?.trim_end_matches('/'))
    }

    fn bytes_of(file: &str, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let path = absolute(file);
        let Some(packed) = site::file(file) else {
            let missing = format!("[Errno 2] No such file or directory: '{path}'");
            return Err(vm.new_os_error(missing));
        };
        packed.read().ok_or_else(|| {
            vm.new_os_error(format!(
                "{path} is damaged in {}, or larger than the memory that is left",
                packed.wheel.name
            ))
        })
    }

    /// Whether one of the first two lines may name an encoding (PEP 263).
    fn names_encoding(bytes: &[u8]) -> bool {
        let lines = bytes.split(|byte| *byte == b'\n').take(2);
        lines
            .filter(|line| line.trim_ascii_start().starts_with(b"#"))
            .any(|line| {
                let line = String::from_utf8_lossy(line).to_ascii_lowercase();
                line.contains("coding") && !line.contains("utf-8") && !line.contains("utf8")
            })
    }
}
