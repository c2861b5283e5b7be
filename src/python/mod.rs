//! The interpreter, free of the browser: it runs natively as well, for tests.
//!
//! | folder or file | idea |
//! |---|---|
//! | [`host`] | the one door to everything outside: clock, randomness, standard streams, packs |
//! | `deterministic_host` | a door behind which everything repeats |
//! | `session` | an interpreter, set up for a program and for those after it |
//! | `run` | one program in it, or a console: text, run, end, report |
//! | `rules` | rules on the program's text |
//! | `import` | the standard library, and rules on what is imported |
//! | `os` | files in memory, and the system calls over them |
//! | [`clock`] | clocks and calendar, the time budget, interruptions |
//! | `show` | pictures and tables |
//! | `streams` | standard input, output and error |
//! | `random` | seeds |
//! | `lib/` | modules of ours that are written in Python |

pub mod clock;
mod deterministic_host;
pub mod host;
pub(crate) mod import;
mod os;
mod random;
mod rules;
mod run;
mod session;
mod show;
mod streams;

pub use session::{Session, SetUpError};
