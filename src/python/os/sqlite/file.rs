//! An open file of SQLite's: one of the file system, or bytes in memory.

use std::ffi::{c_int, c_void};

use super::ffi;
use super::locks::{self, Level};
use crate::python::errno::{Errno, SystemResult};
use crate::python::os::fs::{self, Fd};

/// What SQLite makes room for, and gives back to each of the functions below.
#[repr(C)]
pub(super) struct Handle {
    base: ffi::sqlite3_file,
    file: *mut File,
}

/// How many bytes SQLite makes room for.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "two addresses"
)]
pub(super) const HANDLE_BYTES: c_int = size_of::<Handle>() as c_int;

/// An open file.
#[derive(Debug)]
pub(super) enum File {
    Named {
        fd: Fd,
        inode: u64,
        level: Level,
        /// The path of a file that goes when it is closed.
        passing: Option<String>,
    },
    /// Without a name: what SQLite sorts or remembers for a while.
    Memory(Vec<u8>),
}

impl File {
    fn read(&self, offset: u64, buffer: &mut [u8]) -> SystemResult<usize> {
        match self {
            Self::Named { fd, .. } => fs::with(|files| files.read_at(*fd, offset, buffer)),
            Self::Memory(data) => {
                let offset = usize::try_from(offset).unwrap_or(usize::MAX);
                let rest = data.get(offset..).unwrap_or_default();
                let length = rest.len().min(buffer.len());
                buffer[..length].copy_from_slice(&rest[..length]);
                Ok(length)
            }
        }
    }

    fn write(&mut self, offset: u64, bytes: &[u8]) -> SystemResult<()> {
        match self {
            Self::Named { fd, .. } => fs::with(|files| files.write_at(*fd, offset, bytes)),
            Self::Memory(data) => {
                let offset = usize::try_from(offset).map_err(|_| Errno::EFBIG)?;
                let end = offset.checked_add(bytes.len()).ok_or(Errno::EFBIG)?;
                if end > data.len() {
                    set_length(data, end)?;
                }
                data[offset..end].copy_from_slice(bytes);
                Ok(())
            }
        }
    }

    fn truncate(&mut self, length: u64) -> SystemResult<()> {
        match self {
            Self::Named { fd, .. } => fs::with(|files| files.truncate(*fd, length)),
            Self::Memory(data) => {
                set_length(data, usize::try_from(length).map_err(|_| Errno::EFBIG)?)
            }
        }
    }

    fn length(&self) -> SystemResult<u64> {
        Ok(match self {
            Self::Named { fd, .. } => fs::with(|files| files.stat_open(*fd))?.size,
            Self::Memory(data) => data.len() as u64,
        })
    }

    fn close(self) {
        let Self::Named {
            fd,
            inode,
            mut level,
            passing,
        } = self
        else {
            return;
        };
        locks::unlock(inode, &mut level, Level::None);
        fs::with(|files| {
            // The program may have closed the descriptor, or removed the file.
            let _ = files.close(fd);
            if let Some(path) = passing {
                let _ = files.unlink(&path);
            }
        });
    }
}

fn set_length(data: &mut Vec<u8>, length: usize) -> SystemResult<()> {
    let growth = length.saturating_sub(data.len());
    data.try_reserve(growth).map_err(|_| Errno::ENOSPC)?;
    data.resize(length, 0);
    Ok(())
}

/// Puts a file into the room that SQLite has made for it.
///
/// # Safety
/// `handle` has room for [`HANDLE_BYTES`].
pub(super) unsafe fn open(handle: *mut ffi::sqlite3_file, file: File) {
    let file = Box::into_raw(Box::new(file));
    let base = ffi::sqlite3_file {
        pMethods: &raw const METHODS,
    };
    // SAFETY: as the caller promises.
    unsafe { handle.cast::<Handle>().write(Handle { base, file }) };
}

/// The file that SQLite means.
///
/// # Safety
/// SQLite passes the handle of a file that `open` has opened, and that is not closed.
unsafe fn file<'a>(handle: *mut ffi::sqlite3_file) -> &'a mut File {
    // SAFETY: as the caller promises; SQLite does not call back from within these functions.
    unsafe { &mut *(*handle.cast::<Handle>()).file }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    // Version 2 has memory that processes share, for write-ahead logs, and version 3 has mapped files.
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn close(handle: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file once.
    unsafe { Box::from_raw((*handle.cast::<Handle>()).file) }.close();
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    handle: *mut ffi::sqlite3_file,
    buffer: *mut c_void,
    length: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: SQLite passes its own buffer.
    let (file, buffer) = unsafe {
        let length = usize::try_from(length).unwrap_or_default();
        let buffer = std::slice::from_raw_parts_mut(buffer.cast::<u8>(), length);
        (file(handle), buffer)
    };
    match file.read(offset.cast_unsigned(), buffer) {
        Ok(read) if read == buffer.len() => ffi::SQLITE_OK,
        Ok(read) => {
            // SQLite asks for zeros in the place of what is not there.
            buffer[read..].fill(0);
            ffi::SQLITE_IOERR_SHORT_READ
        }
        Err(_) => ffi::SQLITE_IOERR_READ,
    }
}

unsafe extern "C" fn write(
    handle: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    length: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: SQLite passes its own buffer.
    let (file, bytes) = unsafe {
        let length = usize::try_from(length).unwrap_or_default();
        (
            file(handle),
            std::slice::from_raw_parts(bytes.cast::<u8>(), length),
        )
    };
    match file.write(offset.cast_unsigned(), bytes) {
        Ok(()) => ffi::SQLITE_OK,
        Err(Errno::ENOSPC) => ffi::SQLITE_FULL,
        Err(_) => ffi::SQLITE_IOERR_WRITE,
    }
}

unsafe extern "C" fn truncate(handle: *mut ffi::sqlite3_file, length: i64) -> c_int {
    // SAFETY: SQLite passes an open file.
    let file = unsafe { file(handle) };
    match file.truncate(length.cast_unsigned()) {
        Ok(()) => ffi::SQLITE_OK,
        Err(Errno::ENOSPC) => ffi::SQLITE_FULL,
        Err(_) => ffi::SQLITE_IOERR_TRUNCATE,
    }
}

/// What is written is there.
unsafe extern "C" fn sync(_handle: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(handle: *mut ffi::sqlite3_file, size: *mut i64) -> c_int {
    // SAFETY: SQLite passes an open file.
    let Ok(length) = unsafe { file(handle) }.length() else {
        return ffi::SQLITE_IOERR_FSTAT;
    };
    // SAFETY: SQLite passes room for the answer.
    unsafe { size.write(length.cast_signed()) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock(handle: *mut ffi::sqlite3_file, wanted: c_int) -> c_int {
    // SAFETY: SQLite passes an open file.
    let is_locked = match unsafe { file(handle) } {
        File::Named { inode, level, .. } => locks::lock(*inode, level, Level::from_number(wanted)),
        File::Memory(_) => true,
    };
    if is_locked {
        ffi::SQLITE_OK
    } else {
        ffi::SQLITE_BUSY
    }
}

unsafe extern "C" fn unlock(handle: *mut ffi::sqlite3_file, wanted: c_int) -> c_int {
    // SAFETY: SQLite passes an open file.
    if let File::Named { inode, level, .. } = unsafe { file(handle) } {
        locks::unlock(*inode, level, Level::from_number(wanted));
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn check_reserved_lock(
    handle: *mut ffi::sqlite3_file,
    answer: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes an open file, and room for the answer.
    unsafe {
        let is_reserved = match file(handle) {
            File::Named { inode, .. } => locks::is_reserved(*inode),
            File::Memory(_) => false,
        };
        answer.write(is_reserved.into());
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(
    _handle: *mut ffi::sqlite3_file,
    _operation: c_int,
    _argument: *mut c_void,
) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_handle: *mut ffi::sqlite3_file) -> c_int {
    4096
}

/// What is written changes no bytes beside it, and in the order in which it is written.
unsafe extern "C" fn device_characteristics(_handle: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
        | ffi::SQLITE_IOCAP_SAFE_APPEND
        | ffi::SQLITE_IOCAP_SEQUENTIAL
}
