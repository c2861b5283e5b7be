//! The interpreter, free of the browser: it runs natively as well, for tests.
//!
//! | file | idea |
//! |---|---|
//! | [`host`] | the one door to everything outside: clock, randomness, standard streams, packs |
//! | `deterministic` | a door behind which everything repeats |
//! | `session` | an interpreter, set up for a program and for those after it |
//! | `program`, `echo` | one program in it; the value of its last statement |
//! | `check` | what is wrong with a text that nobody runs |
//! | [`pack`], `stdlib` | the standard library as packs, and the importer that reads them |
//! | `fs`, `posix`, `fileio`, `errno`, `home` | files in memory, and the system calls over them |
//! | `source` | the program's text, made what a file would hold |
//! | `policy`, `modules` | rules on that text, and on what it imports |
//! | `console` | code typed at a prompt |
//! | `streams` | standard input, output and error |
//! | `display` | pictures and tables |
//! | `picture` | what turtles draw, and what the reader does to it |
//! | [`characters`], `embedder` | the names of characters; what the interpreter calls by name |
//! | `time`, `civil`, `watch`, `signal` | clocks and calendar, the time budget, interruptions |
//! | `random` | seeds |
//! | `report`, `ending` | what went wrong; runs that end from within |

pub mod characters;
#[cfg(feature = "python")]
mod check;
#[cfg(feature = "python")]
mod civil;
#[cfg(feature = "python")]
mod console;
#[cfg(feature = "python")]
mod deterministic;
#[cfg(feature = "python")]
mod display;
#[cfg(feature = "python")]
mod echo;
#[cfg(any(feature = "python", not(target_arch = "wasm32")))]
pub mod embedder;
#[cfg(feature = "python")]
mod ending;
#[cfg(feature = "python")]
mod errno;
#[cfg(feature = "python")]
mod fileio;
#[cfg(feature = "python")]
mod fs;
#[cfg(feature = "python")]
mod home;
#[cfg(feature = "python")]
pub mod host;
#[cfg(feature = "python")]
mod modules;
pub mod pack;
#[cfg(feature = "python")]
mod picture;
#[cfg(feature = "python")]
mod policy;
#[cfg(feature = "python")]
mod posix;
#[cfg(feature = "python")]
mod program;
#[cfg(feature = "python")]
mod random;
#[cfg(feature = "python")]
mod report;
#[cfg(feature = "python")]
mod session;
#[cfg(feature = "python")]
pub mod signal;
#[cfg(feature = "python")]
mod source;
#[cfg(feature = "python")]
pub(crate) mod stdlib;
#[cfg(feature = "python")]
mod streams;
#[cfg(feature = "python")]
mod time;
#[cfg(feature = "python")]
pub mod watch;

#[cfg(feature = "python")]
pub use session::{Session, SetUpError};
