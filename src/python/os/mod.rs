//! Files in memory, and the system calls over them.
//!
//! | file | idea |
//! |---|---|
//! | `fs` | the file system: nodes, paths, open files, limits; knows nothing of Python |
//! | `path` | paths as Python passes them |
//! | `io` | reading and writing by descriptor, files and standard streams alike |
//! | `posix` | the `posix` module, on which the library's `os` builds |
//! | `fileio` | `_io.FileIO`: how Python reads and writes an open file |
//! | `sqlite` | SQLite over these files |
//! | `home` | fills `/home/user` before a program, and collects what the program has left there |

pub(super) mod fileio;
pub(super) mod fs;
pub(super) mod home;
mod io;
mod path;
pub(super) mod posix;
#[cfg(feature = "sqlite")]
pub(super) mod sqlite;
