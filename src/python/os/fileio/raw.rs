//! The raw file: unbuffered reads and writes of one descriptor.

#[pymodule(sub)]
pub(crate) mod raw {
    use std::cell::Cell;

    use rustpython_vm::builtins::{PyBaseExceptionRef, PyInt, PyStrRef};
    use rustpython_vm::function::{ArgBytesLike, ArgMemoryBuffer, OptionalArg};
    use rustpython_vm::types::{Constructor, DefaultConstructor, Initializer, Representable};
    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine,
    };

    use crate::python::errno::Errno;
    use crate::python::os::fs::{self, Fd, Flags, Whence};
    use crate::python::os::io;
    use crate::python::os::path::Path;

    const CLOSED: Fd = -1;
    const BLOCK_SIZE: i64 = 8_192;

    #[derive(Clone, Copy, Debug, Default)]
    #[expect(
        clippy::struct_excessive_bools,
        reason = "a mode is made of these letters"
    )]
    struct Mode {
        reads: bool,
        writes: bool,
        appends: bool,
        creates: bool,
    }

    impl Mode {
        fn parse(text: &str, vm: &VirtualMachine) -> PyResult<Self> {
            let mut mode = Self::default();
            let mut kinds = 0;
            let mut pluses = 0;
            for char in text.chars() {
                match char {
                    'r' => mode.reads = true,
                    'w' => mode.writes = true,
                    'a' => (mode.writes, mode.appends) = (true, true),
                    'x' => (mode.writes, mode.creates) = (true, true),
                    '+' => pluses += 1,
                    'b' => {}
                    _ => return Err(vm.new_value_error(format!("invalid mode: {text}"))),
                }
                kinds += i32::from(matches!(char, 'r' | 'w' | 'a' | 'x'));
            }
            if kinds != 1 || pluses > 1 {
                return Err(vm.new_value_error(
                    "Must have exactly one of create/read/write/append mode and at most one plus",
                ));
            }
            if pluses == 1 {
                (mode.reads, mode.writes) = (true, true);
            }
            Ok(mode)
        }

        fn flags(self, text: &str) -> Flags {
            let access = match (self.reads, self.writes) {
                (true, true) => Flags::READ_WRITE,
                (_, true) => Flags::WRITE_ONLY,
                (_, false) => Flags::READ_ONLY,
            };
            Flags(if self.creates {
                access | Flags::CREATE | Flags::EXCLUSIVE
            } else if self.appends {
                access | Flags::CREATE | Flags::APPEND
            } else if text.contains('w') {
                access | Flags::CREATE | Flags::TRUNCATE
            } else {
                access
            })
        }

        /// As the `mode` attribute shows it.
        fn text(self) -> &'static str {
            match self {
                Self {
                    creates: true,
                    reads: true,
                    ..
                } => "xb+",
                Self { creates: true, .. } => "xb",
                Self {
                    appends: true,
                    reads: true,
                    ..
                } => "ab+",
                Self { appends: true, .. } => "ab",
                Self {
                    reads: true,
                    writes: true,
                    ..
                } => "rb+",
                Self { reads: true, .. } => "rb",
                Self { .. } => "wb",
            }
        }
    }

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
                fs::with(|files| files.stat_open(fd)).map_err(|errno| errno.raise(vm))?;
                fd
            } else if !closefd {
                return Err(vm.new_value_error("Cannot use closefd=False with file name"));
            } else {
                open_by_name(&file, mode.flags(&mode_text), opener, vm)?
            };
            zelf.fd.set(fd);
            let stat = fs::with(|files| files.stat_open(fd));
            const FOLDER: u32 = 0o040_000;
            if stat.is_ok_and(|stat| stat.mode & 0o170_000 == FOLDER) {
                if file.downcast_ref::<PyInt>().is_none() {
                    let _ = fs::with(|files| files.close(fd));
                }
                zelf.fd.set(CLOSED);
                return Err(Errno::EISDIR.raise_for(&file, vm));
            }
            if mode.appends {
                let _ = fs::with(|files| files.seek(fd, 0, Whence::End));
            }
            zelf.as_object().set_attr("name", file, vm)
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
        with(Constructor, Initializer, Representable),
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
            let fd = zelf.fd.replace(CLOSED);
            if fd == CLOSED || !zelf.closes.get() {
                return Ok(());
            }
            fs::with(|files| files.close(fd)).map_err(|errno| errno.raise(vm))
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

    impl Representable for RawFile {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            if Self::closed(zelf) {
                return Ok("<_io.FileIO [closed]>".to_owned());
            }
            let name = zelf.as_object().get_attr("name", vm)?.repr(vm)?;
            let closefd = if zelf.closes.get() { "True" } else { "False" };
            Ok(format!(
                "<_io.FileIO name={} mode='{}' closefd={closefd}>",
                name.to_string_lossy(),
                zelf.mode.get().text()
            ))
        }
    }
}
