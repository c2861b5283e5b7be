//! What SQLite asks of an operating system: names of files, chance, the clock.

use std::ffi::{CStr, c_char, c_int};

use super::ffi;
use super::file::{self, File, HANDLE_BYTES};
use super::locks::Level;
use crate::protocol::LONGEST_PATH;
use crate::python::errno::{Errno, SystemResult};
use crate::python::host::host;
use crate::python::os::fs::{self, Access, FileKind, Flags};

/// Milliseconds from noon of the first Julian day to 1970.
const JULIAN_EPOCH_MS: i64 = 210_866_760_000_000;

/// The longest path, without its end.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a path has some thousand bytes"
)]
const LONGEST: c_int = LONGEST_PATH as c_int;

/// A VFS that lives as long as the process.
pub(super) fn new() -> *mut ffi::sqlite3_vfs {
    Box::into_raw(Box::new(ffi::sqlite3_vfs {
        iVersion: 2,
        szOsFile: HANDLE_BYTES,
        mxPathname: LONGEST,
        pNext: std::ptr::null_mut(),
        zName: c"garter".as_ptr(),
        pAppData: std::ptr::null_mut(),
        xOpen: Some(open),
        xDelete: Some(delete),
        xAccess: Some(access),
        xFullPathname: Some(full_pathname),
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        xRandomness: Some(randomness),
        xSleep: Some(sleep),
        xCurrentTime: Some(current_time),
        xGetLastError: Some(last_error),
        xCurrentTimeInt64: Some(current_time_ms),
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    }))
}

/// A name that SQLite passes.
///
/// # Safety
/// It ends with a zero, and lives as long as the call.
unsafe fn text<'a>(name: *const c_char) -> SystemResult<&'a str> {
    // SAFETY: as the caller promises.
    unsafe { CStr::from_ptr(name) }
        .to_str()
        .map_err(|_| Errno::EILSEQ)
}

unsafe extern "C" fn open(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    handle: *mut ffi::sqlite3_file,
    flags: c_int,
    answer: *mut c_int,
) -> c_int {
    // A file that has no methods was not opened, and is not closed.
    // SAFETY: SQLite has made room for a handle.
    unsafe { (*handle).pMethods = std::ptr::null() };
    let opened = if name.is_null() {
        Ok((File::Memory(Vec::new()), flags))
    } else {
        // SAFETY: SQLite passes a name.
        unsafe { text(name) }.and_then(|path| open_named(path, flags))
    };
    match opened {
        Ok((opened, flags)) => {
            // SAFETY: SQLite has made room for a handle, and for the answer if it asks for one.
            unsafe {
                file::open(handle, opened);
                if !answer.is_null() {
                    answer.write(flags);
                }
            }
            ffi::SQLITE_OK
        }
        Err(Errno::ENOSPC) => ffi::SQLITE_FULL,
        Err(_) => ffi::SQLITE_CANTOPEN,
    }
}

fn open_named(path: &str, flags: c_int) -> SystemResult<(File, c_int)> {
    let writes = flags & ffi::SQLITE_OPEN_READWRITE != 0;
    let mut wanted = if writes {
        Flags::READ_WRITE
    } else {
        Flags::READ_ONLY
    };
    for (asked, flag) in [
        (ffi::SQLITE_OPEN_CREATE, Flags::CREATE),
        (ffi::SQLITE_OPEN_EXCLUSIVE, Flags::EXCLUSIVE),
    ] {
        if flags & asked != 0 {
            wanted |= flag;
        }
    }
    fs::with(|files| {
        let mut flags = flags;
        let mut opened = files.open(path, Flags(wanted), 0o644);
        if writes && matches!(opened, Err(Errno::EACCES | Errno::EROFS)) {
            // What cannot be written can be read.
            flags = flags & !(ffi::SQLITE_OPEN_READWRITE | ffi::SQLITE_OPEN_CREATE)
                | ffi::SQLITE_OPEN_READONLY;
            opened = files.open(path, Flags(Flags::READ_ONLY), 0);
        }
        let fd = opened?;
        let stat = files.stat_open(fd)?;
        if stat.kind() != FileKind::File {
            files.close(fd)?;
            return Err(Errno::EISDIR);
        }
        let is_passing = flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0;
        let file = File::Named {
            fd,
            inode: stat.inode,
            level: Level::None,
            passing: is_passing.then(|| path.to_owned()),
        };
        Ok((file, flags))
    })
}

unsafe extern "C" fn delete(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    _sync_folder: c_int,
) -> c_int {
    // SAFETY: SQLite passes a name.
    let deleted = unsafe { text(name) }.and_then(|path| fs::with(|files| files.unlink(path)));
    match deleted {
        Ok(()) => ffi::SQLITE_OK,
        Err(Errno::ENOENT) => ffi::SQLITE_IOERR_DELETE_NOENT,
        Err(_) => ffi::SQLITE_IOERR_DELETE,
    }
}

unsafe extern "C" fn access(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    question: c_int,
    answer: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes a name.
    let is_so = unsafe { text(name) }.is_ok_and(|path| {
        fs::with(|files| match question {
            // An empty journal is none.
            ffi::SQLITE_ACCESS_EXISTS => files
                .stat(path, true)
                .is_ok_and(|stat| stat.kind() != FileKind::File || stat.size > 0),
            question => {
                let access = Access {
                    read: true,
                    write: question == ffi::SQLITE_ACCESS_READWRITE,
                    execute: false,
                };
                files.may(path, access, true)
            }
        })
    });
    // SAFETY: SQLite passes room for the answer.
    unsafe { answer.write(is_so.into()) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn full_pathname(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    room: c_int,
    answer: *mut c_char,
) -> c_int {
    // SAFETY: SQLite passes a name.
    let path = unsafe { text(name) }.and_then(|path| {
        if path.starts_with('/') {
            return Ok(path.to_owned());
        }
        let folder = fs::with(|files| files.working_folder())?;
        Ok(format!("{}/{path}", folder.trim_end_matches('/')))
    });
    let Ok(path) = path else {
        return ffi::SQLITE_CANTOPEN;
    };
    if path.len() + 1 > usize::try_from(room).unwrap_or_default() {
        return ffi::SQLITE_CANTOPEN;
    }
    // SAFETY: SQLite passes so much room, which was compared.
    unsafe {
        answer.copy_from_nonoverlapping(path.as_ptr().cast(), path.len());
        answer.add(path.len()).write(0);
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn randomness(
    _vfs: *mut ffi::sqlite3_vfs,
    length: c_int,
    buffer: *mut c_char,
) -> c_int {
    // SAFETY: SQLite passes its own buffer, of zeros.
    let buffer = unsafe {
        let length = usize::try_from(length).unwrap_or_default();
        std::slice::from_raw_parts_mut(buffer.cast::<u8>(), length)
    };
    host().random(buffer);
    length
}

/// Does not wait: SQLite waits for another connection to go on, and all of them are this program's, which
/// waits here.
unsafe extern "C" fn sleep(_vfs: *mut ffi::sqlite3_vfs, microseconds: c_int) -> c_int {
    microseconds
}

fn now_ms() -> i64 {
    let since_1970 = host().now() / 1_000_000;
    JULIAN_EPOCH_MS + since_1970.cast_signed()
}

unsafe extern "C" fn current_time_ms(_vfs: *mut ffi::sqlite3_vfs, answer: *mut i64) -> c_int {
    // SAFETY: SQLite passes room for the answer.
    unsafe { answer.write(now_ms()) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn current_time(_vfs: *mut ffi::sqlite3_vfs, answer: *mut f64) -> c_int {
    #[expect(
        clippy::cast_precision_loss,
        reason = "SQLite asks for days as a float"
    )]
    let days = now_ms() as f64 / 86_400_000.0;
    // SAFETY: SQLite passes room for the answer.
    unsafe { answer.write(days) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn last_error(
    _vfs: *mut ffi::sqlite3_vfs,
    _room: c_int,
    _answer: *mut c_char,
) -> c_int {
    0
}
