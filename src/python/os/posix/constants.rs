//! The constants of the `posix` module, as Linux numbers them.

#[pymodule(sub)]
pub(super) mod constants {
    use crate::python::os::fs::Flags;

    #[pyattr]
    const F_OK: u32 = 0;
    #[pyattr]
    const R_OK: u32 = 4;
    #[pyattr]
    const W_OK: u32 = 2;
    #[pyattr]
    const X_OK: u32 = 1;
    #[pyattr]
    const O_RDONLY: i32 = Flags::READ_ONLY;
    #[pyattr]
    const O_WRONLY: i32 = Flags::WRITE_ONLY;
    #[pyattr]
    const O_RDWR: i32 = Flags::READ_WRITE;
    #[pyattr]
    const O_CREAT: i32 = Flags::CREATE;
    #[pyattr]
    const O_EXCL: i32 = Flags::EXCLUSIVE;
    #[pyattr]
    const O_TRUNC: i32 = Flags::TRUNCATE;
    #[pyattr]
    const O_APPEND: i32 = Flags::APPEND;
    #[pyattr]
    const O_DIRECTORY: i32 = Flags::FOLDER;
    #[pyattr]
    const O_NOFOLLOW: i32 = Flags::NO_FOLLOW;
    #[pyattr]
    const O_CLOEXEC: i32 = 0o2_000_000;
    #[pyattr]
    const O_NONBLOCK: i32 = 0o4_000;
    #[pyattr]
    const O_SYNC: i32 = 0o4_010_000;
    #[pyattr]
    const EX_OK: i32 = 0;
    #[pyattr]
    const EX_USAGE: i32 = 64;
    #[pyattr]
    const EX_DATAERR: i32 = 65;
    #[pyattr]
    const EX_NOINPUT: i32 = 66;
    #[pyattr]
    const EX_SOFTWARE: i32 = 70;
    #[pyattr]
    const EX_OSERR: i32 = 71;
    #[pyattr]
    const EX_IOERR: i32 = 74;
    #[pyattr]
    const EX_NOPERM: i32 = 77;
    #[pyattr]
    const EX_CONFIG: i32 = 78;
    #[pyattr]
    const WNOHANG: i32 = 1;
    #[pyattr]
    const NGROUPS_MAX: i32 = 65_536;
    #[pyattr]
    const TMP_MAX: i32 = 238_328;
}
