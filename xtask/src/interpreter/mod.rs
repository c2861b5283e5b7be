//! The interpreter: RustPython patched, compiled to WebAssembly, set up, with its library in packs.

mod docs;
pub mod exceptions;
mod memory;
pub mod packs;
pub mod patched;
pub mod preset;
pub mod split;
mod sqlite;
mod tables;
pub mod wasm;
