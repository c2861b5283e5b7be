//! Paths as Python passes them: `str`, `bytes`, path-like, or a file descriptor.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyInt};
use rustpython_vm::function::FsPath;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine};

use crate::python::errno::Errno;
use crate::python::os::fs::Fd;

/// A path, and the `str` or `bytes` it came from: errors name that, and results have its type.
pub(crate) struct Path {
    pub text: String,
    pub object: PyObjectRef,
    pub is_bytes: bool,
}

impl Path {
    /// Turns a system call's error into the `OSError` that names this path.
    pub(crate) fn error<'a>(
        &'a self,
        vm: &'a VirtualMachine,
    ) -> impl Fn(Errno) -> PyBaseExceptionRef + 'a {
        |errno| errno.raise_for(&self.object, vm)
    }

    /// A name in this path's type: a path of bytes gives names of bytes.
    pub(crate) fn same_type(&self, name: &str, vm: &VirtualMachine) -> PyObjectRef {
        if self.is_bytes {
            vm.ctx.new_bytes(name.as_bytes().to_vec()).into()
        } else {
            vm.ctx.new_str(name).into()
        }
    }
}

impl TryFromObject for Path {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        let path = FsPath::try_from_path_like(object.clone(), false, vm)?;
        let (text, object, is_bytes) = match path {
            FsPath::Str(text) => {
                let path = text.try_as_utf8(vm)?.as_str().to_owned();
                (path, text.into(), false)
            }
            FsPath::Bytes(bytes) => {
                let text = String::from_utf8(bytes.as_bytes().to_vec());
                let text = text.map_err(|_| Errno::EILSEQ.raise_for(&object, vm))?;
                (text, bytes.into(), true)
            }
        };
        if text.contains('\0') {
            return Err(vm.new_value_error("embedded null byte"));
        }
        Ok(Self {
            text,
            object,
            is_bytes,
        })
    }
}

/// A path or an open file.
pub(crate) enum PathOrFd {
    Path(Path),
    Fd(Fd),
}

impl PathOrFd {
    pub(crate) fn error(&self, errno: Errno, vm: &VirtualMachine) -> PyBaseExceptionRef {
        match self {
            Self::Path(path) => errno.raise_for(&path.object, vm),
            Self::Fd(fd) => errno.raise_for(&vm.ctx.new_int(*fd).into(), vm),
        }
    }
}

impl TryFromObject for PathOrFd {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        if object.fast_isinstance(vm.ctx.types.int_type) || object.downcast_ref::<PyInt>().is_some()
        {
            return object.try_into_value(vm).map(Self::Fd);
        }
        Path::try_from_object(vm, object).map(Self::Path)
    }
}

/// `dir_fd` is not supported; only its default may be passed.
pub(crate) struct NoFolderFd;

impl TryFromObject for NoFolderFd {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        if vm.is_none(&object) {
            Ok(Self)
        } else {
            Err(vm.new_not_implemented_error("dir_fd unavailable on this platform"))
        }
    }
}
