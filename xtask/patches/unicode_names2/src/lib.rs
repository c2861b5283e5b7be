//! Stands for the crate of this name in the wasm builds. Its tables are a fifth of what a reader
//! would download, and hardly a program asks for a character by its name: the embedder brings them
//! when one does.

#[cfg(target_arch = "wasm32")]
unsafe extern "C" {
    /// The character of this name (UTF-8, `length` bytes); no character if there is none.
    fn garter_character(name: *const u8, length: usize) -> u32;
    /// Writes the name of a character, `capacity` bytes at most, and returns its length; 0 if it
    /// has none.
    fn garter_character_name(character: u32, name: *mut u8, capacity: usize) -> usize;
}

/// Longer than any name of Unicode, which is ASCII.
#[cfg(target_arch = "wasm32")]
const CAPACITY: usize = 256;

/// The character of this name, in letters of either case.
#[cfg(target_arch = "wasm32")]
pub fn character(name: &str) -> Option<char> {
    // SAFETY: the bytes are there for the time of the call.
    char::from_u32(unsafe { garter_character(name.as_ptr(), name.len()) })
}

/// The name of this character.
#[cfg(target_arch = "wasm32")]
pub fn name(character: char) -> Option<String> {
    let mut name = [0; CAPACITY];
    // SAFETY: there is room for as many bytes.
    let length = unsafe { garter_character_name(character.into(), name.as_mut_ptr(), CAPACITY) };
    let name = str::from_utf8(name.get(..length)?).ok()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// While RustPython is built, nobody asks for a character by its name.
#[cfg(not(target_arch = "wasm32"))]
pub fn character(_name: &str) -> Option<char> {
    None
}

/// While RustPython is built, one of its scripts asks which ranges of ideographs have names: all but Tangut.
#[cfg(not(target_arch = "wasm32"))]
pub fn name(character: char) -> Option<String> {
    (!('\u{17000}'..'\u{19000}').contains(&character)).then(String::new)
}
