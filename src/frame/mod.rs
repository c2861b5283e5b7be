//! The controller in the sandbox frame: starts workers, watches over runs, ends them.
//!
//! | file | idea |
//! |---|---|
//! | [`lifecycle`] | a run's life: what each event leads to; free of the browser |
//! | [`interpreters`] | interpreters that outlive their programs |
//! | [`transcript`] | what the page was told, so that a run that is run again tells it once |
//! | [`replay`] | a run that is put aside when it asks, and run again with the answer |
//! | [`story`] | the programs of an interpreter, and what has happened to each, to run them again |
//! | [`checks`] | texts to be checked |
//! | `controller` | handles messages, and decides which run gets a worker |
//! | `controller::debug` | what the debug page is told, with the feature `debug` |
//! | `spare` | the worker that waits for the next program, and checks texts meanwhile |
//! | `worker` | one Web Worker |
//! | `assets` | the interpreter and the packs, as they arrive from the page |
//! | `js` | the functions that `www/sandbox/frame/frame.js` provides |

#[cfg(feature = "frame")]
mod assets;
pub mod checks;
#[cfg(feature = "frame")]
mod controller;
pub mod interpreters;
#[cfg(feature = "frame")]
mod js;
pub mod lifecycle;
pub mod replay;
#[cfg(feature = "frame")]
mod spare;
pub mod story;
pub mod transcript;
#[cfg(feature = "frame")]
mod worker;
