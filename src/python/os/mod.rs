//! Files in memory, and the system calls over them.
//!
//! | file | idea |
//! |---|---|
//! | `fs` | the file system: nodes, paths, open files, limits; knows nothing of Python |
//! | `errno` | Linux's error numbers, and the `errno` module |
//! | `posix` | the `posix` module, on which the library's `os` builds |
//! | `fileio` | `_io.FileIO`: how Python reads and writes an open file |
//! | `home` | fills `/home/user` before a program, and collects what the program has left there |

pub(super) mod errno;
pub(super) mod fileio;
pub(super) mod fs;
pub(super) mod home;
pub(super) mod posix;
