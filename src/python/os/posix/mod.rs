//! The `posix` module, on which the standard library's `os` stands: system calls over the file
//! system in memory.

mod call;
mod constants;
mod descriptor;
mod process;
mod scandir;
mod stat;

pub(crate) use posix::module_def;

#[pymodule(with(
    constants::constants,
    descriptor::descriptor,
    process::process,
    scandir::scandir,
    stat::stat
))]
mod posix {
    use rustpython_vm::builtins::{PyListRef, PyTupleRef, PyTypeRef};
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::function::{FsPath, OptionalArg};
    use rustpython_vm::{FromArgs, PyObjectRef, PyResult, VirtualMachine};

    use super::call::{call, on};
    use super::stat::stat::{StatArguments, stat_result};
    use crate::python::errno::Errno;
    use crate::python::host::host;
    use crate::python::os::fs::{self, Access, Fd, Flags};
    use crate::python::os::path::{NoFolderFd, Path, PathOrFd};

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

    #[pyattr(name = "error", once)]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
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
    fn umask(mask: u32) -> u32 {
        fs::with(|files| files.set_umask(mask))
    }
}
