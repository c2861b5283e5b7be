//! What the compiler has to know of where its code will run.

use super::wasm::Type;

#[derive(Clone, Copy)]
pub(super) struct Target {
    /// The type of an address.
    pub(super) pointer: Type,
    /// Where the last result of a helper lies, if a unit can read it.
    pub(super) result_address: Option<i32>,
    /// The seed of random failures, and how many checks there are for one that fails.
    pub(super) shaky: Option<(i32, i32)>,
    /// Numbers of instructions that are left to the interpreter.
    pub(super) left_out: &'static [u8],
    pub(super) most_bytes: usize,
}
