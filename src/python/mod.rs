//! The interpreter, free of the browser: it runs natively as well, for tests.
//!
//! | folder or file | idea |
//! |---|---|
//! | `kernel` | an interpreter, set up for a program and for those after it |
//! | `state` | the state beside the interpreter: what begins anew with each program |
//! | `native` | the `_garter` module: what `lib/` needs of Rust |
//! | `numpy` | the native half of numpy |
//! | `run` | one program in it, or a console: text, run, end, report |
//! | `rules` | rules on the program's text |
//! | `show` | pictures and tables |
//! | `os` | files in memory, and the system calls over them |
//! | `import` | the standard library, and rules on what is imported |
//! | [`clock`] | clocks and calendar, the time budget, interruptions |
//! | [`threads`] | threads that take turns, and the `_thread` module |
//! | `streams` | standard input, output and error |
//! | [`accelerator`] | loops that are compiled to WebAssembly while they run |
//! | `random` | seeds |
//! | `deterministic_host` | a host behind which everything repeats |
//! | `terminate` | runs that end from within |
//! | [`host`] | the one door to everything outside: clock, randomness, standard streams, packs |
//! | `errno`, `paths` | error numbers; folders that more than one room speaks of |
//! | `lib/` | modules of ours that are written in Python |
//!
//! Imports point down this list only, and never in a circle; `xtask/src/layers` holds the order in a
//! test: `kernel` → `state`, `native` → `run` → `rules`, `show`, `os` → `import` → `clock`, `numpy`, `streams`,
//! `accelerator`, `random`, `deterministic_host` → `threads` → `terminate` → `host`, `errno`, `paths`.

pub mod accelerator;
pub mod clock;
mod deterministic_host;
mod errno;
pub mod host;
pub(crate) mod import;
mod kernel;
mod native;
mod numpy;
mod os;
mod paths;
mod random;
mod rules;
mod run;
mod show;
mod state;
mod streams;
mod terminate;
pub mod threads;

pub use kernel::{AtPrompt, Kernel, Leave, SetUpError};
