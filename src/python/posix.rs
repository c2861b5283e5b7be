//! The `posix` module, on which the standard library's `os` stands: system calls over the file
//! system in memory.

mod constants;
mod path;
mod scandir;

pub(crate) use path::Path;
pub(crate) use posix::module_def;

#[pymodule(with(constants::constants, scandir::scandir))]
mod posix {
    use rustpython_vm::builtins::{
        PyBytesRef, PyDictRef, PyIntRef, PyListRef, PyStrRef, PyTupleRef, PyTypeRef,
    };
    use rustpython_vm::class::PyClassDef;
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::function::{ArgBytesLike, ArgMemoryBuffer, FsPath, FuncArgs, OptionalArg};
    use rustpython_vm::types::{PyStructSequence, PyStructSequenceData};
    use rustpython_vm::{AsObject, FromArgs, PyObjectRef, PyResult, VirtualMachine};

    use super::path::{NoFolderFd, Path, PathOrFd};
    use crate::python::errno::Errno;
    use crate::python::fs::{self, Access, Fd, FileSystem, Flags, Stat, Whence};
    use crate::python::host::host;
    use crate::python::{ending, fileio, signal, watch};

    const NANOSECONDS_A_SECOND: u64 = 1_000_000_000;

    /// What `os.supports_fd` and its like are made of.
    #[pyattr(name = "_have_functions")]
    fn have_functions(vm: &VirtualMachine) -> PyListRef {
        let names = [
            "HAVE_FCHDIR",
            "HAVE_FDOPENDIR",
            "HAVE_FTRUNCATE",
            "HAVE_LSTAT",
            "HAVE_LUTIMES",
        ];
        vm.ctx.new_list(
            names
                .iter()
                .map(|name| vm.ctx.new_str(*name).into())
                .collect(),
        )
    }

    /// Bytes to bytes: `os` decodes them.
    #[pyattr]
    fn environ(vm: &VirtualMachine) -> PyDictRef {
        let environ = vm.ctx.new_dict();
        for (name, value) in [
            ("HOME", fs::HOME),
            ("LANG", "C.UTF-8"),
            ("LOGNAME", "user"),
            ("PATH", "/usr/bin"),
            ("PWD", fs::HOME),
            ("USER", "user"),
        ] {
            let bytes = |text: &str| vm.ctx.new_bytes(text.as_bytes().to_vec());
            environ
                .set_item(bytes(name).as_object(), bytes(value).into(), vm)
                .expect("bytes are hashable");
        }
        environ
    }

    #[pyattr(name = "error", once)]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
    }

    /// Runs a system call that concerns no path.
    fn call<T>(
        vm: &VirtualMachine,
        call: impl FnOnce(&mut FileSystem) -> Result<T, Errno>,
    ) -> PyResult<T> {
        fs::with(call).map_err(|errno| errno.raise(vm))
    }

    /// Runs a system call on a path.
    fn on<T>(
        path: &Path,
        vm: &VirtualMachine,
        call: impl FnOnce(&mut FileSystem) -> Result<T, Errno>,
    ) -> PyResult<T> {
        fs::with(call).map_err(path.error(vm))
    }

    #[derive(FromArgs)]
    pub(super) struct StatArguments {
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        dir_fd: Option<NoFolderFd>,
        #[pyarg(named, default = true)]
        pub follow_symlinks: bool,
    }

    #[derive(FromArgs)]
    struct NoArguments {
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        dir_fd: Option<NoFolderFd>,
    }

    #[derive(FromArgs)]
    struct TwoFolders {
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        src_dir_fd: Option<NoFolderFd>,
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        dst_dir_fd: Option<NoFolderFd>,
        #[pyarg(named, default = true)]
        #[expect(dead_code, reason = "a link is never followed here")]
        follow_symlinks: bool,
    }

    #[pystruct_sequence_data]
    struct StatData {
        st_mode: u32,
        st_ino: u64,
        st_dev: u32,
        st_nlink: u32,
        st_uid: u32,
        st_gid: u32,
        st_size: u64,
        #[pystruct_sequence(unnamed)]
        st_atime_int: u64,
        #[pystruct_sequence(unnamed)]
        st_mtime_int: u64,
        #[pystruct_sequence(unnamed)]
        st_ctime_int: u64,
        #[pystruct_sequence(skip)]
        st_atime: f64,
        #[pystruct_sequence(skip)]
        st_mtime: f64,
        #[pystruct_sequence(skip)]
        st_ctime: f64,
        #[pystruct_sequence(skip)]
        st_atime_ns: u64,
        #[pystruct_sequence(skip)]
        st_mtime_ns: u64,
        #[pystruct_sequence(skip)]
        st_ctime_ns: u64,
        #[pystruct_sequence(skip)]
        st_blksize: u32,
        #[pystruct_sequence(skip)]
        st_blocks: u64,
        #[pystruct_sequence(skip)]
        st_rdev: u32,
    }

    /// Result from stat, fstat, or lstat.
    #[pyattr]
    #[pystruct_sequence(name = "stat_result", module = "os", data = "StatData")]
    struct PyStatResult;

    #[pyclass(with(PyStructSequence))]
    impl PyStatResult {
        #[pyslot]
        fn slot_new(class: PyTypeRef, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let arguments = arguments.bind_for(vm, Self::NAME)?;
            let names = StatData::OPTIONAL_FIELD_NAMES;
            rustpython_vm::types::struct_sequence_new(class, arguments, names, vm)
        }
    }

    pub(super) fn stat_result(stat: &Stat, vm: &VirtualMachine) -> PyObjectRef {
        #[expect(
            clippy::cast_precision_loss,
            reason = "Python's time stamps are floats"
        )]
        let seconds = |nanoseconds: u64| nanoseconds as f64 / NANOSECONDS_A_SECOND as f64;
        StatData {
            st_mode: stat.mode,
            st_ino: stat.inode,
            st_dev: 1,
            st_nlink: stat.links,
            st_uid: USER,
            st_gid: USER,
            st_size: stat.size,
            st_atime_int: stat.accessed / NANOSECONDS_A_SECOND,
            st_mtime_int: stat.modified / NANOSECONDS_A_SECOND,
            st_ctime_int: stat.modified / NANOSECONDS_A_SECOND,
            st_atime: seconds(stat.accessed),
            st_mtime: seconds(stat.modified),
            st_ctime: seconds(stat.modified),
            st_atime_ns: stat.accessed,
            st_mtime_ns: stat.modified,
            st_ctime_ns: stat.modified,
            st_blksize: 4_096,
            st_blocks: stat.size.div_ceil(512),
            st_rdev: 0,
        }
        .to_pyobject(vm)
    }

    /// Return the file system path representation of the object.
    #[pyfunction]
    fn fspath(path: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(FsPath::try_from_path_like(path, false, vm)?.to_pyobject(vm))
    }

    #[pyfunction]
    fn stat(path: PathOrFd, arguments: StatArguments, vm: &VirtualMachine) -> PyResult {
        let stat = fs::with(|files| match &path {
            PathOrFd::Path(path) => files.stat(&path.text, arguments.follow_symlinks),
            PathOrFd::Fd(fd) => files.stat_open(*fd),
        });
        let stat = stat.map_err(|errno| path.error(errno, vm))?;
        Ok(stat_result(&stat, vm))
    }

    #[pyfunction]
    fn lstat(path: Path, _arguments: NoArguments, vm: &VirtualMachine) -> PyResult {
        let stat = on(&path, vm, |files| files.stat(&path.text, false))?;
        Ok(stat_result(&stat, vm))
    }

    #[pyfunction]
    fn fstat(fd: Fd, vm: &VirtualMachine) -> PyResult {
        Ok(stat_result(&call(vm, |files| files.stat_open(fd))?, vm))
    }

    #[pyfunction]
    fn listdir(path: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let object = match path {
            OptionalArg::Present(path) if !vm.is_none(&path) => path,
            _ => vm.ctx.new_str(".").into(),
        };
        let folder: PathOrFd = object.try_into_value(vm)?;
        let entries = fs::with(|files| match &folder {
            PathOrFd::Path(path) => files.list(&path.text),
            PathOrFd::Fd(fd) => files.list_open(*fd),
        });
        let entries = entries.map_err(|errno| folder.error(errno, vm))?;
        Ok(entries
            .iter()
            .map(|(name, ..)| match &folder {
                PathOrFd::Path(path) => path.same_type(name, vm),
                PathOrFd::Fd(_) => vm.ctx.new_str(name.as_str()).into(),
            })
            .collect())
    }

    #[derive(FromArgs)]
    struct MkdirArguments {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        dir_fd: Option<NoFolderFd>,
    }

    #[pyfunction]
    fn mkdir(
        MkdirArguments { path, mode, .. }: MkdirArguments,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        on(&path, vm, |files| files.make_folder(&path.text, mode))
    }

    #[pyfunction]
    fn rmdir(path: Path, _arguments: NoArguments, vm: &VirtualMachine) -> PyResult<()> {
        on(&path, vm, |files| files.remove_folder(&path.text))
    }

    #[pyfunction]
    #[pyfunction(name = "unlink")]
    fn remove(path: Path, _arguments: NoArguments, vm: &VirtualMachine) -> PyResult<()> {
        on(&path, vm, |files| files.unlink(&path.text))
    }

    #[pyfunction]
    #[pyfunction(name = "replace")]
    fn rename(from: Path, to: Path, _arguments: TwoFolders, vm: &VirtualMachine) -> PyResult<()> {
        fs::with(|files| files.rename(&from.text, &to.text))
            .map_err(|errno| errno.raise_for_both(&from.object, &to.object, vm))
    }

    #[pyfunction]
    fn link(from: Path, to: Path, _arguments: TwoFolders, vm: &VirtualMachine) -> PyResult<()> {
        fs::with(|files| files.link(&from.text, &to.text))
            .map_err(|errno| errno.raise_for_both(&from.object, &to.object, vm))
    }

    #[derive(FromArgs)]
    struct SymlinkArguments {
        #[pyarg(any)]
        src: Path,
        #[pyarg(any)]
        dst: Path,
        #[pyarg(any, default)]
        #[expect(dead_code, reason = "only Windows needs to know")]
        target_is_directory: bool,
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        dir_fd: Option<NoFolderFd>,
    }

    #[pyfunction]
    fn symlink(
        SymlinkArguments { src, dst, .. }: SymlinkArguments,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        fs::with(|files| files.make_link(&src.text, &dst.text))
            .map_err(|errno| errno.raise_for_both(&src.object, &dst.object, vm))
    }

    #[pyfunction]
    fn readlink(path: Path, _arguments: NoArguments, vm: &VirtualMachine) -> PyResult {
        let target = on(&path, vm, |files| files.read_link(&path.text))?;
        Ok(path.same_type(&target, vm))
    }

    #[derive(FromArgs)]
    struct OpenArguments {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any)]
        flags: i32,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        dir_fd: Option<NoFolderFd>,
    }

    #[pyfunction]
    fn open(arguments: OpenArguments, vm: &VirtualMachine) -> PyResult<Fd> {
        let OpenArguments {
            path, flags, mode, ..
        } = arguments;
        on(&path, vm, |files| {
            files.open(&path.text, Flags(flags), mode)
        })
    }

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
        fileio::read(fd, length, vm)?.map_err(|errno| errno.raise(vm))
    }

    #[pyfunction]
    fn readinto(fd: Fd, buffer: ArgMemoryBuffer, vm: &VirtualMachine) -> PyResult<usize> {
        let data = read(fd, buffer.len(), vm)?;
        buffer.borrow_buf_mut()[..data.len()].copy_from_slice(&data);
        Ok(data.len())
    }

    #[pyfunction]
    fn write(fd: Fd, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
        data.with_ref(|bytes| fileio::write(fd, bytes, vm))
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
        #[expect(dead_code, reason = "nobody can inherit it")]
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
    fn truncate(path: PathOrFd, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        let truncated = u64::try_from(length)
            .map_err(|_| Errno::EINVAL)
            .and_then(|length| {
                fs::with(|files| match &path {
                    PathOrFd::Fd(fd) => files.truncate(*fd, length),
                    PathOrFd::Path(path) => {
                        let fd = files.open(&path.text, Flags(Flags::WRITE_ONLY), 0)?;
                        let truncated = files.truncate(fd, length);
                        files.close(fd)?;
                        truncated
                    }
                })
            });
        truncated.map_err(|errno| path.error(errno, vm))
    }

    /// There is no disk: what is written is as safe as it gets.
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
    fn get_blocking(_fd: Fd) -> bool {
        true
    }

    #[derive(FromArgs)]
    struct ChmodArguments {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any)]
        mode: u32,
        #[pyarg(flatten)]
        stat: StatArguments,
    }

    #[pyfunction]
    fn chmod(
        ChmodArguments { path, mode, stat }: ChmodArguments,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        on(&path, vm, |files| {
            files.set_mode(&path.text, mode, stat.follow_symlinks)
        })
    }

    /// There is one user, who owns everything.
    #[pyfunction]
    fn chown(
        path: Path,
        _user: i64,
        _group: i64,
        arguments: StatArguments,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        on(&path, vm, |files| {
            files.stat(&path.text, arguments.follow_symlinks)
        })
        .map(drop)
    }

    #[derive(FromArgs)]
    struct UtimeArguments {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any, default)]
        times: Option<PyTupleRef>,
        #[pyarg(named, default)]
        ns: Option<PyTupleRef>,
        #[pyarg(flatten)]
        stat: StatArguments,
    }

    #[pyfunction]
    fn utime(arguments: UtimeArguments, vm: &VirtualMachine) -> PyResult<()> {
        let UtimeArguments {
            path,
            times,
            ns,
            stat,
        } = arguments;
        let pair = |tuple: &PyTupleRef, name: &str| match tuple.as_slice() {
            [accessed, modified] => Ok((accessed.clone(), modified.clone())),
            _ => Err(vm.new_type_error(format!(
                "utime: '{name}' must be either a tuple of two ints or None"
            ))),
        };
        let times = match (times, ns) {
            (Some(_), Some(_)) => {
                return Err(vm.new_value_error(
                    "utime: you may specify either 'times' or 'ns' but not both",
                ));
            }
            (None, None) => (host().now(), host().now()),
            (None, Some(ns)) => {
                let (accessed, modified) = pair(&ns, "ns")?;
                (accessed.try_into_value(vm)?, modified.try_into_value(vm)?)
            }
            (Some(times), None) => {
                let (accessed, modified) = pair(&times, "times")?;
                (nanoseconds(&accessed, vm)?, nanoseconds(&modified, vm)?)
            }
        };
        on(&path, vm, |files| {
            files.set_times(&path.text, times, stat.follow_symlinks)
        })
    }

    fn nanoseconds(seconds: &PyObjectRef, vm: &VirtualMachine) -> PyResult<u64> {
        let seconds = seconds.try_float(vm)?.to_f64();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "`as` saturates, and times before 1970 are not kept"
        )]
        Ok((seconds * NANOSECONDS_A_SECOND as f64) as u64)
    }

    #[derive(FromArgs)]
    struct AccessArguments {
        #[pyarg(any)]
        path: Path,
        #[pyarg(any)]
        mode: u32,
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        dir_fd: Option<NoFolderFd>,
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "there is one user")]
        effective_ids: bool,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    #[pyfunction]
    fn access(arguments: AccessArguments) -> bool {
        let AccessArguments {
            path,
            mode,
            follow_symlinks,
            ..
        } = arguments;
        let access = Access {
            read: mode & 4 != 0,
            write: mode & 2 != 0,
            execute: mode & 1 != 0,
        };
        fs::with(|files| files.may(&path.text, access, follow_symlinks))
    }

    #[pyfunction]
    fn getcwd(vm: &VirtualMachine) -> PyResult<String> {
        call(vm, |files| files.working_folder())
    }

    #[pyfunction]
    fn getcwdb(vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        getcwd(vm).map(String::into_bytes)
    }

    #[pyfunction]
    fn chdir(path: PathOrFd, vm: &VirtualMachine) -> PyResult<()> {
        fs::with(|files| match &path {
            PathOrFd::Path(path) => files.change_folder(&path.text),
            PathOrFd::Fd(fd) => files.change_to_open_folder(*fd),
        })
        .map_err(|errno| path.error(errno, vm))
    }

    #[pyfunction]
    fn fchdir(fd: Fd, vm: &VirtualMachine) -> PyResult<()> {
        call(vm, |files| files.change_to_open_folder(fd))
    }

    #[pyfunction]
    fn umask(mask: u32) -> u32 {
        fs::with(|files| files.set_umask(mask))
    }

    /// `os.environ` keeps the values; no other process could see them.
    #[pyfunction]
    fn putenv(_name: PyBytesRef, _value: PyBytesRef) {}

    #[pyfunction]
    fn unsetenv(_name: PyBytesRef) {}

    #[pyfunction]
    fn urandom(size: PyIntRef, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let size: isize = size.try_to_primitive(vm)?;
        let size = usize::try_from(size)
            .map_err(|_| vm.new_value_error("negative argument not allowed"))?;
        let mut bytes = vm.new_zeroed_bytes(size)?;
        host().random(&mut bytes);
        Ok(bytes)
    }

    /// The one user's number.
    const USER: u32 = 1_000;
    const PROCESS: i32 = 42;

    #[pyfunction]
    #[pyfunction(name = "geteuid")]
    #[pyfunction(name = "getgid")]
    #[pyfunction(name = "getegid")]
    fn getuid() -> u32 {
        USER
    }

    #[pyfunction]
    fn getpid() -> i32 {
        PROCESS
    }

    #[pyfunction]
    fn getppid() -> i32 {
        1
    }

    #[pyfunction]
    fn getlogin() -> &'static str {
        "user"
    }

    #[pyfunction]
    fn cpu_count() -> i32 {
        1
    }

    #[pyfunction]
    fn device_encoding(_fd: Fd, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pyfunction]
    fn strerror(code: i32) -> String {
        Errno(code).message()
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

    /// `pdb` wants to log with it where `sys.platform` is emscripten; there is nowhere to log to.
    #[pyfunction]
    fn _emscripten_log(_message: PyObjectRef) {}

    /// Where nobody can say how wide the output is, `shutil.get_terminal_size` knows what to do.
    #[pyfunction]
    fn get_terminal_size(_fd: OptionalArg<Fd>, vm: &VirtualMachine) -> PyResult {
        const ENOTTY: Errno = Errno(25);
        Err(ENOTTY.raise(vm))
    }

    #[pystruct_sequence_data]
    struct UnameData {
        sysname: &'static str,
        nodename: &'static str,
        release: &'static str,
        version: &'static str,
        machine: &'static str,
    }

    #[pyattr]
    #[pystruct_sequence(name = "uname_result", module = "posix", data = "UnameData")]
    struct PyUnameResult;

    #[pyclass(with(PyStructSequence))]
    impl PyUnameResult {}

    #[pyfunction]
    fn uname() -> UnameData {
        UnameData {
            sysname: "Emscripten",
            nodename: "garter",
            release: env!("CARGO_PKG_VERSION"),
            version: "#1",
            machine: "wasm32",
        }
    }

    #[pystruct_sequence_data]
    struct TimesData {
        user: f64,
        system: f64,
        children_user: f64,
        children_system: f64,
        elapsed: f64,
    }

    #[pyattr]
    #[pystruct_sequence(name = "times_result", module = "posix", data = "TimesData")]
    struct PyTimesResult;

    #[pyclass(with(PyStructSequence))]
    impl PyTimesResult {}

    #[pyfunction]
    fn times() -> TimesData {
        #[expect(clippy::cast_precision_loss, reason = "Python's clocks are floats")]
        let seconds = |nanoseconds: u64| nanoseconds as f64 / NANOSECONDS_A_SECOND as f64;
        TimesData {
            user: seconds(watch::running()),
            system: 0.0,
            children_user: 0.0,
            children_system: 0.0,
            elapsed: seconds(host().monotonic()),
        }
    }

    #[pyfunction]
    fn _exit(status: i32) {
        ending::exit(status & 255);
    }

    #[pyfunction]
    fn abort() {
        const SIGABRT: i32 = 6;
        ending::exit(128 + SIGABRT);
    }

    /// The only process there is can be sent signals.
    #[pyfunction]
    fn kill(process: i32, number: i32, vm: &VirtualMachine) -> PyResult<()> {
        match process {
            PROCESS | 0 if number == 0 => Ok(()),
            PROCESS | 0 => signal::raise(number, vm),
            _ => Err(Errno::ESRCH.raise(vm)),
        }
    }

    #[pyfunction]
    fn waitpid(_process: i32, _options: i32, vm: &VirtualMachine) -> PyResult {
        Err(Errno::ECHILD.raise(vm))
    }

    #[pyfunction]
    fn system(_command: PyStrRef, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_os_error("a program in a web page cannot start other programs"))
    }
}
