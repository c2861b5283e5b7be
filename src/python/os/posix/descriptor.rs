//! The system calls on open files, which a number stands for.

#[pymodule(sub)]
pub(super) mod descriptor {
    use rustpython_vm::builtins::PyTypeRef;
    use rustpython_vm::class::PyClassDef;
    use rustpython_vm::function::{ArgBytesLike, ArgMemoryBuffer, FuncArgs, OptionalArg};
    use rustpython_vm::types::{PyStructSequence, PyStructSequenceData};
    use rustpython_vm::{FromArgs, PyObjectRef, PyResult, VirtualMachine};

    use crate::python::errno::Errno;
    use crate::python::os::fs::{self, Fd, Whence};
    use crate::python::os::io;
    use crate::python::os::posix::call::call;
    use crate::python::os::posix::stat::stat::stat_result;

    #[pyfunction]
    fn close(fd: Fd, vm: &VirtualMachine) -> PyResult<()> {
        call(vm, |files| files.close(fd))
    }

    #[pyfunction]
    fn closerange(low: Fd, high: Fd) {
        for fd in low..high.min(1_024) {
            // Those that are not open need no closing.
            let _ = fs::with(|files| files.close(fd));
        }
    }

    #[pyfunction]
    fn read(fd: Fd, length: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        io::read(fd, length, vm)?.map_err(|errno| errno.raise(vm))
    }

    #[pyfunction]
    fn readinto(fd: Fd, buffer: ArgMemoryBuffer, vm: &VirtualMachine) -> PyResult<usize> {
        let data = read(fd, buffer.len(), vm)?;
        buffer.borrow_buf_mut()[..data.len()].copy_from_slice(&data);
        Ok(data.len())
    }

    #[pyfunction]
    fn write(fd: Fd, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        data.with_ref(|bytes| io::write(fd, bytes, vm))
            .map_err(|errno| errno.raise(vm))
    }

    #[pyfunction]
    fn lseek(fd: Fd, position: i64, whence: i32, vm: &VirtualMachine) -> PyResult<u64> {
        let whence = match whence {
            0 => Whence::Start,
            1 => Whence::Current,
            2 => Whence::End,
            _ => return Err(Errno::EINVAL.raise(vm)),
        };
        call(vm, |files| files.seek(fd, position, whence))
    }

    #[pyfunction]
    fn dup(fd: Fd, vm: &VirtualMachine) -> PyResult<Fd> {
        call(vm, |files| files.duplicate(fd))
    }

    #[derive(FromArgs)]
    struct Dup2Arguments {
        #[pyarg(any)]
        fd: Fd,
        #[pyarg(any)]
        fd2: Fd,
        #[pyarg(any, default = true)]
        #[expect(dead_code, reason = "there is no other process to inherit it")]
        inheritable: bool,
    }

    #[pyfunction]
    fn dup2(Dup2Arguments { fd, fd2, .. }: Dup2Arguments, vm: &VirtualMachine) -> PyResult<Fd> {
        call(vm, |files| files.duplicate_to(fd, fd2)).map(|()| fd2)
    }

    #[pyfunction]
    fn ftruncate(fd: Fd, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        let length = u64::try_from(length).map_err(|_| Errno::EINVAL.raise(vm))?;
        call(vm, |files| files.truncate(fd, length))
    }

    #[pyfunction]
    fn fstat(fd: Fd, vm: &VirtualMachine) -> PyResult {
        Ok(stat_result(&call(vm, |files| files.stat_open(fd))?, vm))
    }

    #[pyfunction]
    fn fchdir(fd: Fd, vm: &VirtualMachine) -> PyResult<()> {
        call(vm, |files| files.change_to_open_folder(fd))
    }

    /// There is no disk, so there is nothing to flush to.
    #[pyfunction]
    #[pyfunction(name = "fdatasync")]
    fn fsync(fd: Fd, vm: &VirtualMachine) -> PyResult<()> {
        call(vm, |files| files.stat_open(fd)).map(drop)
    }

    #[pyfunction]
    fn sync() {}

    #[pyfunction]
    fn isatty(_fd: Fd) -> bool {
        false
    }

    #[pyfunction]
    fn get_inheritable(_fd: Fd) -> bool {
        false
    }

    #[pyfunction]
    fn set_inheritable(_fd: Fd, _inheritable: bool) {}

    #[pyfunction]
    fn get_blocking(fd: Fd, vm: &VirtualMachine) -> PyResult<bool> {
        call(vm, |files| files.stat_open(fd)).map(|_| true)
    }

    #[pyfunction]
    fn device_encoding(_fd: Fd, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pystruct_sequence_data]
    struct TerminalSizeData {
        columns: usize,
        lines: usize,
    }

    #[pyattr]
    #[pystruct_sequence(name = "terminal_size", module = "os", data = "TerminalSizeData")]
    struct PyTerminalSize;

    #[pyclass(with(PyStructSequence))]
    impl PyTerminalSize {
        #[pyslot]
        fn slot_new(class: PyTypeRef, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let arguments = arguments.bind_for(vm, Self::NAME)?;
            let names = TerminalSizeData::OPTIONAL_FIELD_NAMES;
            rustpython_vm::types::struct_sequence_new(class, arguments, names, vm)
        }
    }

    /// The width of the output is not known; `shutil.get_terminal_size` then uses its default.
    #[pyfunction]
    fn get_terminal_size(_fd: OptionalArg<Fd>, vm: &VirtualMachine) -> PyResult {
        const ENOTTY: Errno = Errno(25);
        Err(ENOTTY.raise(vm))
    }
}
