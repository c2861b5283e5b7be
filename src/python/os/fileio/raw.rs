//! The raw file: unbuffered reads and writes of one descriptor.

#[pymodule(sub)]
pub(crate) mod raw {
    use std::cell::Cell;

    use rustpython_vm::builtins::{PyBaseExceptionRef, PyInt, PyStrRef};
    use rustpython_vm::function::{ArgBytesLike, ArgMemoryBuffer, OptionalArg};
    use rustpython_vm::types::{
        Constructor, DefaultConstructor, Destructor, Initializer, Representable,
    };
    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, warn,
    };

    use crate::python::errno::Errno;
    use crate::python::os::fileio::mode::Mode;
    use crate::python::os::fs::{self, Fd, Flags, Whence};
    use crate::python::os::io;
    use crate::python::os::path::Path;

    const CLOSED: Fd = -1;
    const BLOCK_SIZE: i64 = 4_096;

    #[derive(FromArgs)]
    pub(crate) struct RawFileArguments {
        #[pyarg(any)]
        file: PyObjectRef,
        #[pyarg(any, default)]
        mode: Option<PyStrRef>,
        #[pyarg(any, default = true)]
        closefd: bool,
        #[pyarg(any, default)]
        opener: Option<PyObjectRef>,
    }

    /// Open a file.
    #[pyattr]
    #[pyclass(module = "_io", name = "RawFile")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct RawFile {
        fd: Cell<Fd>,
        closes: Cell<bool>,
        mode: Cell<Mode>,
    }

    impl Default for RawFile {
        fn default() -> Self {
            Self {
                fd: Cell::new(CLOSED),
                closes: Cell::new(true),
                mode: Cell::default(),
            }
        }
    }

    impl DefaultConstructor for RawFile {}

    impl Initializer for RawFile {
        type Args = RawFileArguments;

        fn init(zelf: &Py<Self>, arguments: RawFileArguments, vm: &VirtualMachine) -> PyResult<()> {
            let RawFileArguments {
                file,
                mode,
                closefd,
                opener,
            } = arguments;
            let mode_text = mode.map_or("r".to_owned(), |mode| mode.to_string_lossy().into_owned());
            let mode = Mode::parse(&mode_text, vm)?;
            zelf.mode.set(mode);
            zelf.closes.set(closefd);

            let fd = if file.downcast_ref::<PyInt>().is_some() {
                let fd: Fd = file.clone().try_into_value(vm)?;
                if fd < 0 {
                    return Err(vm.new_value_error("negative file descriptor"));
                }
                fd
            } else if !closefd {
                return Err(vm.new_value_error("Cannot use closefd=False with file name"));
            } else {
                open_by_name(&file, mode.flags(&mode_text), opener, vm)?
            };
            let stat = fs::with(|files| files.stat_open(fd)).map_err(|errno| errno.raise(vm))?;
            zelf.fd.set(fd);
            const FOLDER: u32 = 0o040_000;
            if stat.mode & 0o170_000 == FOLDER {
                if file.downcast_ref::<PyInt>().is_none() {
                    let _ = fs::with(|files| files.close(fd));
                }
                zelf.fd.set(CLOSED);
                return Err(Errno::EISDIR.raise_for(&file, vm));
            }
            if mode.appends {
                let _ = fs::with(|files| files.seek(fd, 0, Whence::End));
            }
            let is_own = file.downcast_ref::<PyInt>().is_none();
            zelf.as_object()
                .set_attr("name", file, vm)
                .inspect_err(|_| {
                    // A descriptor that the program has brought stays its own.
                    if !is_own {
                        zelf.fd.set(CLOSED);
                    }
                })
        }
    }

    fn open_by_name(
        file: &PyObjectRef,
        flags: Flags,
        opener: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<Fd> {
        if let Some(opener) = opener.filter(|opener| !vm.is_none(opener)) {
            const CLOSE_ON_EXEC: i32 = 0o2_000_000;
            let fd = opener.call((file.clone(), flags.0 | CLOSE_ON_EXEC), vm)?;
            let fd: Fd = fd
                .try_into_value(vm)
                .map_err(|_| vm.new_type_error("expected integer from opener"))?;
            if fd < 0 {
                return Err(vm.new_value_error(format!("opener returned {fd}")));
            }
            return Ok(fd);
        }
        let path: Path = file.clone().try_into_value(vm)?;
        fs::with(|files| files.open(&path.text, flags, 0o666)).map_err(path.error(vm))
    }

    /// Writes to standard output or error if `raw` is the `FileIO` of one; returns whether it is.
    pub(crate) fn written_directly(raw: &PyObject, bytes: &[u8], vm: &VirtualMachine) -> bool {
        let Some(file) = raw.downcast_ref::<RawFile>() else {
            return false;
        };
        // A class of a program's own may write in its own way.
        let is_file_io = {
            let bases = raw.class().bases.read();
            bases
                .first()
                .is_some_and(|base| base.is(RawFile::class(&vm.ctx)))
        };
        let fd = file.fd.get();
        let is_standard =
            file.mode.get().writes && matches!(fs::with(|files| files.standard(fd)), Ok(Some(_)));
        is_file_io && is_standard && io::write(fd, bytes, vm).is_ok()
    }

    impl RawFile {
        fn open_fd(&self, vm: &VirtualMachine) -> PyResult<Fd> {
            match self.fd.get() {
                CLOSED => Err(vm.new_value_error("I/O operation on closed file")),
                fd => Ok(fd),
            }
        }

        fn unsupported(action: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
            let message = format!("File not open for {action}");
            let class = vm
                .import("_io", 0)
                .and_then(|io| io.get_attr("UnsupportedOperation", vm));
            match class.and_then(|class| class.call((message,), vm)) {
                Ok(exception) => exception
                    .downcast()
                    .unwrap_or_else(|_| Errno::EINVAL.raise(vm)),
                Err(error) => error,
            }
        }

        fn readable_fd(&self, vm: &VirtualMachine) -> PyResult<Fd> {
            let fd = self.open_fd(vm)?;
            if self.mode.get().reads {
                Ok(fd)
            } else {
                Err(Self::unsupported("reading", vm))
            }
        }

        fn writable_fd(&self, vm: &VirtualMachine) -> PyResult<Fd> {
            let fd = self.open_fd(vm)?;
            if self.mode.get().writes {
                Ok(fd)
            } else {
                Err(Self::unsupported("writing", vm))
            }
        }

        fn read_at_most(&self, max: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            let fd = self.readable_fd(vm)?;
            io::read(fd, max, vm)?.map_err(|errno| errno.raise(vm))
        }
    }

    #[pyclass(
        with(Constructor, Destructor, Initializer, Representable),
        flags(BASETYPE, HAS_DICT, HAS_WEAKREF)
    )]
    impl RawFile {
        /// Read at most size bytes, returned as bytes.
        #[pymethod]
        fn read(
            zelf: &Py<Self>,
            size: OptionalArg<Option<isize>>,
            vm: &VirtualMachine,
        ) -> PyResult<Vec<u8>> {
            match size.flatten().map(usize::try_from) {
                Some(Ok(size)) => zelf.read_at_most(size, vm),
                _ => Self::readall(zelf, vm),
            }
        }

        /// Read all data from the file, returned as bytes.
        #[pymethod]
        fn readall(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            let mut all = Vec::new();
            loop {
                let data = zelf.read_at_most(usize::MAX, vm)?;
                if data.is_empty() {
                    return Ok(all);
                }
                all.extend(data);
            }
        }

        /// Same as RawIOBase.readinto().
        #[pymethod]
        fn readinto(
            zelf: &Py<Self>,
            buffer: ArgMemoryBuffer,
            vm: &VirtualMachine,
        ) -> PyResult<usize> {
            let data = zelf.read_at_most(buffer.len(), vm)?;
            buffer.borrow_buf_mut()[..data.len()].copy_from_slice(&data);
            Ok(data.len())
        }

        /// Write buffer b to file, return number of bytes written.
        #[pymethod]
        fn write(zelf: &Py<Self>, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
            let fd = zelf.writable_fd(vm)?;
            data.with_ref(|bytes| io::write(fd, bytes, vm))
                .map_err(|errno| errno.raise(vm))
        }

        /// Move to new file position and return the file position.
        #[pymethod]
        fn seek(
            zelf: &Py<Self>,
            offset: i64,
            whence: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult<u64> {
            let fd = zelf.open_fd(vm)?;
            let whence = match whence.unwrap_or(0) {
                0 => Whence::Start,
                1 => Whence::Current,
                2 => Whence::End,
                _ => return Err(Errno::EINVAL.raise(vm)),
            };
            fs::with(|files| files.seek(fd, offset, whence)).map_err(|errno| errno.raise(vm))
        }

        /// Current file position.
        #[pymethod]
        fn tell(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u64> {
            Self::seek(zelf, 0, OptionalArg::Present(1), vm)
        }

        /// Truncate the file to at most size bytes and return the truncated size.
        #[pymethod]
        fn truncate(
            zelf: &Py<Self>,
            size: OptionalArg<Option<u64>>,
            vm: &VirtualMachine,
        ) -> PyResult<u64> {
            let fd = zelf.writable_fd(vm)?;
            let size = match size.flatten() {
                Some(size) => size,
                None => Self::tell(zelf, vm)?,
            };
            fs::with(|files| files.truncate(fd, size)).map_err(|errno| errno.raise(vm))?;
            Ok(size)
        }

        /// Close the file.
        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if zelf.fd.get() == CLOSED {
                return Ok(());
            }
            let object = zelf.as_object();
            let flushed = vm.call_method(object, "flush", ());
            if object.get_attr("_finalizing", vm).is_ok() {
                Self::warn_of_loss(zelf, object.to_owned(), vm);
            }
            let fd = zelf.fd.replace(CLOSED);
            if fd == CLOSED || !zelf.closes.get() {
                return flushed.map(drop);
            }
            let closed = fs::with(|files| files.close(fd)).map_err(|errno| errno.raise(vm));
            flushed.and(closed)
        }

        /// Warns that a file was left open: `source` is the stream that the program knows.
        #[pymethod(name = "_dealloc_warn")]
        fn warn_of_loss(zelf: &Py<Self>, source: PyObjectRef, vm: &VirtualMachine) {
            if zelf.fd.get() == CLOSED || !zelf.closes.get() {
                return;
            }
            let warned = source.repr(vm).and_then(|text| {
                let message = format!("unclosed file {}", text.to_string_lossy());
                warn::warn(
                    vm.ctx.new_str(message).into(),
                    Some(vm.ctx.exceptions.resource_warning.to_owned()),
                    1,
                    Some(source.clone()),
                    vm,
                )
            });
            // Nobody waits for the end of a stream that could be told.
            if let Err(error) = warned {
                vm.run_unraisable(error, None, zelf.as_object().to_owned());
            }
        }

        #[pygetset]
        fn closed(zelf: &Py<Self>) -> bool {
            zelf.fd.get() == CLOSED
        }

        #[pygetset]
        fn closefd(zelf: &Py<Self>) -> bool {
            zelf.closes.get()
        }

        #[pygetset]
        fn mode(zelf: &Py<Self>) -> &'static str {
            zelf.mode.get().text()
        }

        #[pygetset(name = "_blksize")]
        fn block_size(_zelf: &Py<Self>) -> i64 {
            BLOCK_SIZE
        }

        /// Return the underlying file descriptor (an integer).
        #[pymethod]
        fn fileno(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Fd> {
            zelf.open_fd(vm)
        }

        /// True if file was opened in a read mode.
        #[pymethod]
        fn readable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            zelf.open_fd(vm).map(|_| zelf.mode.get().reads)
        }

        /// True if file was opened in a write mode.
        #[pymethod]
        fn writable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            zelf.open_fd(vm).map(|_| zelf.mode.get().writes)
        }

        /// True if file supports random-access.
        #[pymethod]
        fn seekable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            let fd = zelf.open_fd(vm)?;
            Ok(fs::with(|files| files.standard(fd)) == Ok(None))
        }

        /// True if the file is connected to a TTY device.
        #[pymethod]
        fn isatty(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            zelf.open_fd(vm).map(|_| false)
        }
    }

    impl Destructor for RawFile {
        fn del(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            let object = zelf.as_object();
            let is_closed = object.get_attr("closed", vm)?.is_true(vm)?;
            if !is_closed {
                // Tells `close` to warn. What goes wrong now nobody could handle, and CPython is silent, too.
                let _ = object.set_attr("_finalizing", vm.ctx.true_value.clone(), vm);
                let _ = vm.call_method(object, "close", ());
            }
            Ok(())
        }
    }

    impl Representable for RawFile {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            if Self::closed(zelf) {
                return Ok("<_io.FileIO [closed]>".to_owned());
            }
            let name = match vm.get_attribute_opt(zelf.as_object(), "name")? {
                Some(name) => format!("name={}", name.repr(vm)?.to_string_lossy()),
                None => format!("fd={}", zelf.fd.get()),
            };
            let closefd = if zelf.closes.get() { "True" } else { "False" };
            Ok(format!(
                "<_io.FileIO {name} mode='{}' closefd={closefd}>",
                zelf.mode.get().text()
            ))
        }
    }
}
