//! What the patched interpreter calls by name: what `rustpython/overlay` declares is defined here.
//! The worker has time slices and a stack of its own (`src/worker/slice.rs`); natively both can be
//! set, for tests.
#![expect(
    unsafe_code,
    reason = "the interpreter calls these functions by their names"
)]

use std::cell::{Cell, OnceCell};

use crate::library::characters::CharacterNames;

/// What stands for no character.
const NO_CHARACTER: u32 = u32::MAX;

thread_local! {
    static NAMES: OnceCell<CharacterNames> = const { OnceCell::new() };
    /// Whether another name is looked for, which looks here as well.
    static IS_ASKING: Cell<bool> = const { Cell::new(false) };
}

/// Sets the names of characters for this thread, in which no interpreter would fetch them: the
/// compiler alone asks for them as well. Only the first call counts.
pub fn set_character_names(names: CharacterNames) {
    NAMES.with(|cell| {
        let _ = cell.set(names);
    });
}

/// Calls `read` with the names, if they arrive.
fn with_names<T>(read: impl FnOnce(&CharacterNames) -> Option<T>) -> Option<T> {
    NAMES.with(|names| {
        if let Some(names) = names.get() {
            return read(names);
        }
        let text = String::from_utf8(fetched("names")?).ok()?;
        read(names.get_or_init(|| CharacterNames::new(text)))
    })
}

/// A part of the pack of characters.
#[cfg(feature = "python")]
fn fetched(part: &str) -> Option<Vec<u8>> {
    crate::python::import::packs::characters(part)
}

#[cfg(not(feature = "python"))]
fn fetched(_part: &str) -> Option<Vec<u8>> {
    None
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rustpython_character(name: *const u8, length: usize) -> u32 {
    // SAFETY: rustpython/overlay/unicode_names2 passes on a string.
    let name = unsafe { std::slice::from_raw_parts(name, length) };
    let name = str::from_utf8(name).unwrap_or_default();
    with_names(|names| names.character(name))
        .or_else(|| alias(name))
        .map_or(NO_CHARACTER, u32::from)
}

/// The character that has this as another name, such as `BYTE ORDER MARK`. `RustPython` knows these, and asks here first.
#[cfg(feature = "python")]
fn alias(name: &str) -> Option<char> {
    if IS_ASKING.replace(true) {
        return None;
    }
    let found = rustpython_unicode::lookup_character(name);
    IS_ASKING.set(false);
    found
}

#[cfg(not(feature = "python"))]
fn alias(_name: &str) -> Option<char> {
    None
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rustpython_character_name(
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

/// The numbers of all tables of the encodings of East Asia, or null if they do not arrive. They are
/// the same for all threads and stay for good: any of them may go on when the first has ended.
#[cfg(feature = "python")]
#[unsafe(no_mangle)]
extern "C" fn rustpython_codec_tables() -> *const u16 {
    use std::sync::OnceLock;

    static TABLES: OnceLock<Vec<u16>> = OnceLock::new();
    if let Some(tables) = TABLES.get() {
        return tables.as_ptr();
    }
    let Some(bytes) = fetched("encodings") else {
        return std::ptr::null();
    };
    let numbers = bytes
        .as_chunks::<2>()
        .0
        .iter()
        .map(|&pair| u16::from_le_bytes(pair));
    TABLES.get_or_init(|| numbers.collect()).as_ptr()
}

/// A docstring and a signature; `rustpython/overlay/vm/src/texts.rs` explains keys and texts.
#[cfg(feature = "python")]
#[unsafe(no_mangle)]
extern "Rust" fn rustpython_text(key: &str) -> Option<String> {
    crate::python::import::packs::text(key)
}

/// Time slices and the stack where there is no worker.
#[cfg(all(feature = "python", not(feature = "worker")))]
mod native {
    use std::cell::Cell;

    thread_local! {
        static TIME_SLICE: Cell<fn() -> i32> = const { Cell::new(no_turns) };
        static STACK_BYTES: Cell<usize> = const { Cell::new(0) };
    }

    /// So many units of work pass before a setting is heard of.
    const WORK: i32 = 1_000;

    fn no_turns() -> i32 {
        WORK
    }

    /// Sets what this thread's interpreter calls when it has done the work that was last agreed
    /// upon, and that answers how much it may do before it calls again. By default it has no turns.
    pub fn set_time_slice(time_slice: fn() -> i32) {
        TIME_SLICE.set(time_slice);
    }

    /// Sets how many bytes of its stack the next interpreter of this thread may use. By default that
    /// is what the operating system has given to the thread.
    pub fn set_native_stack(bytes: usize) {
        STACK_BYTES.set(bytes);
    }

    #[unsafe(no_mangle)]
    extern "C" fn rustpython_time_slice() -> i32 {
        TIME_SLICE.get()()
    }

    #[unsafe(no_mangle)]
    extern "C" fn rustpython_native_stack() -> usize {
        STACK_BYTES.get()
    }
}

#[cfg(all(feature = "python", not(feature = "worker")))]
pub use native::{set_native_stack, set_time_slice};
