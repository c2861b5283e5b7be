//! The tables of characters that are not part of the module: names, and the encodings of East
//! Asia. The patched interpreter asks for them when a program does.
#![expect(
    unsafe_code,
    reason = "the interpreter calls these functions by their names"
)]

use std::cell::OnceCell;

use crate::library::characters::CharacterNames;
use crate::python::import::packs;

/// Returned where a name belongs to no character.
const NONE: u32 = u32::MAX;

thread_local! {
    static NAMES: OnceCell<CharacterNames> = const { OnceCell::new() };
    static TABLES: OnceCell<Vec<u16>> = const { OnceCell::new() };
}

/// Calls `read` with the names, if they arrive.
fn with_names<T>(read: impl FnOnce(&CharacterNames) -> Option<T>) -> Option<T> {
    NAMES.with(|names| {
        if let Some(names) = names.get() {
            return read(names);
        }
        let text = String::from_utf8(packs::characters("names")?).ok()?;
        read(names.get_or_init(|| CharacterNames::new(text)))
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn garter_character(name: *const u8, length: usize) -> u32 {
    // SAFETY: xtask/patches/unicode_names2 passes on a string.
    let name = unsafe { std::slice::from_raw_parts(name, length) };
    let name = str::from_utf8(name).unwrap_or_default();
    with_names(|names| names.character(name)).map_or(NONE, u32::from)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn garter_character_name(
    character: u32,
    buffer: *mut u8,
    capacity: usize,
) -> usize {
    let name = char::from_u32(character)
        .and_then(|character| with_names(|names| names.name(character).map(str::to_owned)))
        .unwrap_or_default();
    let length = name.len().min(capacity);
    // SAFETY: the caller has room for `capacity` bytes.
    unsafe { buffer.copy_from_nonoverlapping(name.as_ptr(), length) };
    length
}

/// The numbers of all tables of the encodings of East Asia, or null if they do not arrive.
#[unsafe(no_mangle)]
extern "C" fn rustpython_codec_tables() -> *const u16 {
    TABLES.with(|tables| {
        if let Some(tables) = tables.get() {
            return tables.as_ptr();
        }
        let Some(bytes) = packs::characters("encodings") else {
            return std::ptr::null();
        };
        let numbers = bytes
            .as_chunks::<2>()
            .0
            .iter()
            .map(|&pair| u16::from_le_bytes(pair));
        tables.get_or_init(|| numbers.collect()).as_ptr()
    })
}
