//! Garter: Python that runs in the reader's own page.
//!
//! One package, three rooms. Two of them become `WebAssembly`, each behind its feature; what needs
//! no browser is also built natively, where its tests cost milliseconds.
//!
//! | room | runs in | feature |
//! |---|---|---|
//! | [`page`] | the sandbox frame: pool of workers, a run's life, budgets | `page` |
//! | [`worker`] | a Web Worker, one per run: messages and waiting for the interpreter | `worker` |
//! | [`python`] | inside the worker, and natively: the interpreter and its host interface | `python` |
//!
//! [`protocol`] says what the rooms may say to each other, [`budget`] what a run may use,
//! [`deterministic`] how one repeats, [`policy`] what a program may contain,
//! [`modules`] what it may import.

// Native modules are full of its attributes: `#[pyfunction]`, `#[pyclass]`, `#[pymethod]`.
#[cfg(feature = "python")]
#[macro_use]
extern crate rustpython_derive;

pub mod budget;
mod days;
pub mod deterministic;
pub mod modules;
pub mod page;
pub mod policy;
pub mod protocol;
pub mod python;
#[cfg(feature = "worker")]
pub mod worker;
