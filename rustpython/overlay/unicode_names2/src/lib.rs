//! Stands for the crate of this name. Its tables would be a fifth of what a reader downloads, and
//! few programs ask for a character by its name: the embedder brings the names when one does.

#[cfg(feature = "embedder")]
unsafe extern "C" {
    /// The character of this name (UTF-8, `length` bytes); no character if there is none.
    fn rustpython_character(name: *const u8, length: usize) -> u32;
    /// Writes the name of a character, `capacity` bytes at most, and returns its length; 0 if it
    /// has none.
    fn rustpython_character_name(character: u32, name: *mut u8, capacity: usize) -> usize;
}

/// Longer than any name of Unicode, which is ASCII.
#[cfg(feature = "embedder")]
const CAPACITY: usize = 256;

/// The character of this name, in letters of either case.
#[cfg(feature = "embedder")]
pub fn character(name: &str) -> Option<char> {
    // SAFETY: the bytes are there for the time of the call.
    char::from_u32(unsafe { rustpython_character(name.as_ptr(), name.len()) })
}

/// The name of this character.
#[cfg(feature = "embedder")]
pub fn name(character: char) -> Option<String> {
    let mut name = [0; CAPACITY];
    // SAFETY: there is room for as many bytes.
    let length =
        unsafe { rustpython_character_name(character.into(), name.as_mut_ptr(), CAPACITY) };
    let name = str::from_utf8(name.get(..length)?).ok()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// RustPython's macros compile Python too, without an embedder: they ask for no character by its name.
#[cfg(not(feature = "embedder"))]
pub fn character(_name: &str) -> Option<char> {
    None
}

/// The same the other way round.
#[cfg(not(feature = "embedder"))]
pub fn name(_character: char) -> Option<String> {
    None
}
