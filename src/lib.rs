//! Garter: Python that runs in the reader's own page.
//!
//! One package. Each room runs in one place; a room that becomes `WebAssembly` is named like its
//! folder, its cargo feature and its profile. What needs no browser is also built natively, where its
//! tests cost milliseconds.
//!
//! | room | runs in | feature |
//! |---|---|---|
//! | [`frame`] | the sandbox frame: pool of workers, a run's life, budgets | `frame` |
//! | [`worker`] | a Web Worker, one per run: messages and waiting for the interpreter | `worker` |
//! | [`python`] | inside the worker, and natively: the interpreter and its host interface | `python` |
//!
//! What the rooms share needs neither the browser nor the interpreter:
//!
//! | room | idea |
//! |---|---|
//! | [`protocol`] | what the page, the frame and the worker may say to each other |
//! | [`options`] | what a page may ask for, and how it is checked: budgets, rules, runs that repeat |
//! | [`library`] | the formats of what the build prepares for the interpreter |
//! | `embedder` | what the patched interpreter calls by name |
//!
//! `python` knows neither `worker` nor `frame`; those two know each other only by `protocol`. Imports
//! point from the first table to the second, and files import in no circle: `xtask/src/layers` tests it.

// Native modules are full of its attributes: `#[pyfunction]`, `#[pyclass]`, `#[pymethod]`.
#[cfg(feature = "python")]
#[macro_use]
extern crate rustpython_derive;

#[cfg(any(feature = "python", not(target_arch = "wasm32")))]
pub mod embedder;
pub mod frame;
pub mod library;
pub mod options;
pub mod protocol;
#[cfg(feature = "python")]
pub mod python;
#[cfg(feature = "worker")]
pub mod worker;
