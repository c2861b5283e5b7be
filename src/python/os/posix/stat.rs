//! `os.stat_result`, and how it is asked for.

#[pymodule(sub)]
pub(super) mod stat {
    use rustpython_vm::builtins::PyTypeRef;
    use rustpython_vm::class::PyClassDef;
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::types::{PyStructSequence, PyStructSequenceData};
    use rustpython_vm::{FromArgs, PyObjectRef, PyResult, VirtualMachine};

    use crate::python::clock::watch;
    use crate::python::os::fs::Stat;
    use crate::python::os::path::NoFolderFd;
    use crate::python::os::posix::call::USER;

    const NANOSECONDS_A_SECOND: u64 = 1_000_000_000;

    #[derive(FromArgs)]
    pub(crate) struct StatArguments {
        #[pyarg(named, default)]
        #[expect(dead_code, reason = "only its default is possible")]
        dir_fd: Option<NoFolderFd>,
        #[pyarg(named, default = true)]
        pub follow_symlinks: bool,
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

    pub(crate) fn stat_result(stat: &Stat, vm: &VirtualMachine) -> PyObjectRef {
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
            st_atime: watch::seconds(stat.accessed),
            st_mtime: watch::seconds(stat.modified),
            st_ctime: watch::seconds(stat.modified),
            st_atime_ns: stat.accessed,
            st_mtime_ns: stat.modified,
            st_ctime_ns: stat.modified,
            st_blksize: 4_096,
            st_blocks: stat.size.div_ceil(512),
            st_rdev: 0,
        }
        .to_pyobject(vm)
    }
}
