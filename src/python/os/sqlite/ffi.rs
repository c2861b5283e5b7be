//! SQLite's own functions and types: natively from one crate, for WebAssembly from another.

#[cfg(not(target_arch = "wasm32"))]
use libsqlite3_sys as sys;
#[cfg(target_arch = "wasm32")]
use sqlite_wasm_rs as sys;

pub(super) use self::sys::{
    SQLITE_ACCESS_EXISTS, SQLITE_ACCESS_READWRITE, SQLITE_BUSY, SQLITE_CANTOPEN, SQLITE_CONFIG_URI,
    SQLITE_FULL, SQLITE_IOCAP_POWERSAFE_OVERWRITE, SQLITE_IOCAP_SAFE_APPEND,
    SQLITE_IOCAP_SEQUENTIAL, SQLITE_IOERR_DELETE, SQLITE_IOERR_DELETE_NOENT, SQLITE_IOERR_FSTAT,
    SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE,
    SQLITE_NOTFOUND, SQLITE_OK, SQLITE_OPEN_CREATE, SQLITE_OPEN_DELETEONCLOSE,
    SQLITE_OPEN_EXCLUSIVE, SQLITE_OPEN_READONLY, SQLITE_OPEN_READWRITE, sqlite3_config,
    sqlite3_file, sqlite3_io_methods, sqlite3_randomness, sqlite3_vfs, sqlite3_vfs_register,
};
