//! SQLite over the files in memory: `sqlite3.connect("school.db")` opens what `open("school.db")` reads.
//!
//! SQLite asks a *VFS* for whatever an operating system would give it. Ours has the files of `fs`, and the
//! clock, the chance and the time zone of the host. A rollback journal is a file beside the database, as it
//! is everywhere: a program that is cut off within a transaction leaves one, and whoever opens the database
//! next rolls the transaction back with it. Files without a name are in memory.

#![expect(
    unsafe_code,
    reason = "SQLite is a C library, which calls functions by their addresses"
)]

mod ffi;
mod file;
#[cfg(target_arch = "wasm32")]
mod host_of_crate;
mod locks;
mod vfs;

use std::ffi::c_int;
use std::sync::Once;

pub(crate) use locks::forget;

/// The patched interpreter calls this when `_sqlite3` is imported.
#[unsafe(no_mangle)]
extern "C" fn rustpython_sqlite_begin() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let off: c_int = 0;
        // SAFETY: nothing has used SQLite before, and the VFS stays for good.
        unsafe {
            // A name that begins with `file:` is an address only if the program says `uri=True`.
            ffi::sqlite3_config(ffi::SQLITE_CONFIG_URI, off);
            let is_default = 1;
            ffi::sqlite3_vfs_register(vfs::new(), is_default);
        }
    });
    // SQLite's generator begins anew, with the chance that this interpreter has.
    // SAFETY: it is asked for no bytes, and has no place for them.
    unsafe { ffi::sqlite3_randomness(0, std::ptr::null_mut()) };
}
