//! `os.scandir` and its entries.

#[pymodule(sub)]
pub(super) mod scandir {
    use std::cell::{Cell, RefCell};

    use rustpython_vm::builtins::{PyGenericAlias, PyTypeRef};
    use rustpython_vm::function::{FuncArgs, OptionalArg};
    use rustpython_vm::protocol::PyIterReturn;
    use rustpython_vm::types::{Destructor, IterNext, Iterable, Representable, SelfIter};
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, warn,
    };

    use crate::python::os::fs::{self, FileKind, Stat};
    use crate::python::os::path::{Path, PathOrFd};
    use crate::python::os::posix::stat::stat::{StatArguments, stat_result};

    /// Return an iterator of DirEntry objects for given path.
    #[pyfunction]
    fn scandir(
        path: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<ScandirIterator>> {
        let object = match path {
            OptionalArg::Present(path) if !vm.is_none(&path) => path,
            _ => vm.ctx.new_str(".").into(),
        };
        let folder: PathOrFd = object.try_into_value(vm)?;
        let listed = fs::with(|files| match &folder {
            PathOrFd::Path(path) => files.list(&path.text),
            PathOrFd::Fd(fd) => files.list_open(*fd),
        });
        let mut entries = listed.map_err(|errno| folder.error(errno, vm))?;
        entries.reverse();
        let folder = match folder {
            PathOrFd::Path(path) => Some(path),
            PathOrFd::Fd(_) => None,
        };
        Ok(ScandirIterator {
            folder,
            entries: RefCell::new(entries),
            is_open: Cell::new(true),
        }
        .into_ref(&vm.ctx))
    }

    #[pyattr]
    #[pyclass(name = "ScandirIterator", module = "posix")]
    #[derive(PyPayload)]
    struct ScandirIterator {
        folder: Option<Path>,
        /// Those still to come, the last first.
        entries: RefCell<Vec<(String, FileKind, u64)>>,
        /// Whether it was neither used up nor closed.
        is_open: Cell<bool>,
    }

    impl std::fmt::Debug for ScandirIterator {
        fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
            formatter.write_str("ScandirIterator")
        }
    }

    #[pyclass(with(IterNext, Iterable, Destructor), flags(DISALLOW_INSTANTIATION))]
    impl ScandirIterator {
        #[pymethod]
        fn close(zelf: &Py<Self>) {
            zelf.entries.take();
            zelf.is_open.set(false);
        }

        #[pymethod]
        fn __enter__(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }

        #[pymethod]
        fn __exit__(zelf: &Py<Self>, _arguments: FuncArgs) {
            Self::close(zelf);
        }
    }

    impl SelfIter for ScandirIterator {}

    impl Destructor for ScandirIterator {
        fn del(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if !zelf.is_open.replace(false) {
                return Ok(());
            }
            let zelf = zelf.as_object();
            let message = format!(
                "unclosed scandir iterator {}",
                zelf.repr(vm)?.to_string_lossy()
            );
            warn::warn(
                vm.ctx.new_str(message).into(),
                Some(vm.ctx.exceptions.resource_warning.to_owned()),
                1,
                Some(zelf.to_owned()),
                vm,
            )
        }
    }

    impl IterNext for ScandirIterator {
        fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
            let Some((name, kind, inode)) = zelf.entries.borrow_mut().pop() else {
                zelf.is_open.set(false);
                return Ok(PyIterReturn::StopIteration(None));
            };
            let folder = zelf.folder.as_ref();
            let path = match folder.map(|folder| folder.text.as_str()) {
                Some(folder) if folder.ends_with('/') => format!("{folder}{name}"),
                Some(folder) => format!("{folder}/{name}"),
                None => name.clone(),
            };
            let typed = |text: &str| match folder {
                Some(folder) => folder.same_type(text, vm),
                None => vm.ctx.new_str(text).into(),
            };
            let entry = DirEntry {
                name: typed(&name),
                object: typed(&path),
                path,
                kind,
                inode,
                followed: Cell::new(None),
            };
            Ok(PyIterReturn::Return(entry.into_pyobject(vm)))
        }
    }

    #[pyattr]
    #[pyclass(name = "DirEntry", module = "posix")]
    #[derive(Debug, PyPayload)]
    struct DirEntry {
        name: PyObjectRef,
        object: PyObjectRef,
        path: String,
        kind: FileKind,
        inode: u64,
        /// The kind of file that a link leads to, looked up when it is first asked for; `Some(None)` if it
        /// leads nowhere.
        followed: Cell<Option<Option<FileKind>>>,
    }

    impl DirEntry {
        fn leads_to(&self, kind: FileKind, arguments: &StatArguments) -> bool {
            if self.kind != FileKind::Link || !arguments.follow_symlinks {
                return self.kind == kind;
            }
            let followed = self.followed.get().unwrap_or_else(|| {
                fs::with(|files| files.stat(&self.path, true))
                    .ok()
                    .map(|stat| stat.kind())
            });
            self.followed.set(Some(followed));
            followed == Some(kind)
        }

        fn read(&self, arguments: &StatArguments, vm: &VirtualMachine) -> PyResult<Stat> {
            fs::with(|files| files.stat(&self.path, arguments.follow_symlinks))
                .map_err(|errno| errno.raise_for(&self.object, vm))
        }
    }

    #[pyclass(with(Representable), flags(DISALLOW_INSTANTIATION))]
    impl DirEntry {
        #[pyclassmethod]
        fn __class_getitem__(
            class: PyTypeRef,
            arguments: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<PyGenericAlias> {
            PyGenericAlias::from_args(class, arguments, vm)
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> PyObjectRef {
            zelf.name.clone()
        }

        #[pygetset]
        fn path(zelf: &Py<Self>) -> PyObjectRef {
            zelf.object.clone()
        }

        #[pymethod]
        fn __fspath__(zelf: &Py<Self>) -> PyObjectRef {
            zelf.object.clone()
        }

        #[pymethod]
        fn inode(zelf: &Py<Self>) -> u64 {
            zelf.inode
        }

        #[pymethod]
        fn is_dir(zelf: &Py<Self>, arguments: StatArguments) -> bool {
            zelf.leads_to(FileKind::Folder, &arguments)
        }

        #[pymethod]
        fn is_file(zelf: &Py<Self>, arguments: StatArguments) -> bool {
            zelf.leads_to(FileKind::File, &arguments)
        }

        #[pymethod]
        fn is_symlink(zelf: &Py<Self>) -> bool {
            zelf.kind == FileKind::Link
        }

        #[pymethod]
        fn is_junction(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn stat(zelf: &Py<Self>, arguments: StatArguments, vm: &VirtualMachine) -> PyResult {
            Ok(stat_result(&zelf.read(&arguments, vm)?, vm))
        }
    }

    impl Representable for DirEntry {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!(
                "<DirEntry {}>",
                zelf.name.as_object().repr(vm)?.to_string_lossy()
            ))
        }
    }
}
