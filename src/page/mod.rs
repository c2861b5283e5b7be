//! The controller in the sandbox frame: starts workers, watches over runs, ends them.
//!
//! | file | idea |
//! |---|---|
//! | [`lifecycle`] | a run's life: what each event leads to; free of the browser |
//! | [`kept`] | interpreters that outlive their programs |
//! | [`checks`] | texts to be checked |
//! | `controller` | what the page and the workers say, and who gets a worker |
//! | `spare` | the worker that waits for the next program, and checks texts meanwhile |
//! | `worker` | one Web Worker |
//! | `assets` | the interpreter and the packs, as they arrive from the page |
//! | `outside` | the functions that `www/sandbox/frame/frame.js` provides |

#[cfg(feature = "page")]
mod assets;
pub mod checks;
#[cfg(feature = "page")]
mod controller;
pub mod kept;
pub mod lifecycle;
#[cfg(feature = "page")]
mod outside;
#[cfg(feature = "page")]
mod spare;
#[cfg(feature = "page")]
mod worker;
