//! Instructions as bytes, for functions that are copied but for some of their calls.

// https://webassembly.github.io/spec/core/binary/instructions.html
pub const CALL: u8 = 0x10;
pub const CALL_INDIRECT: u8 = 0x11;
pub const LOCAL_GET: u8 = 0x20;
pub const I32_CONST: u8 = 0x41;
pub const END: u8 = 0x0b;
pub const LOCAL_SET: u8 = 0x21;
pub const GLOBAL_GET: u8 = 0x23;
pub const GLOBAL_SET: u8 = 0x24;
pub const I32_LOAD: u8 = 0x28;
pub const I32_STORE: u8 = 0x36;
pub const I32_ADD: u8 = 0x6a;

/// Unsigned LEB128.
pub fn unsigned(code: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        code.push(lowest(value) | 0x80);
        value >>= 7;
    }
    code.push(lowest(value));
}

/// Signed LEB128 of a number that is not negative.
pub fn signed(code: &mut Vec<u8>, mut value: u32) {
    while value >= 0x40 {
        code.push(lowest(value) | 0x80);
        value >>= 7;
    }
    code.push(lowest(value));
}

/// The lowest seven bits.
fn lowest(value: u32) -> u8 {
    value.to_le_bytes()[0] & 0x7f
}
