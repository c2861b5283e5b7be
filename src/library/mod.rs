//! The formats of what the build prepares and the interpreter reads. Free of the interpreter: the
//! build tool links this room to write them.
//!
//! | file | idea |
//! |---|---|
//! | [`pack`] | many files in one |
//! | [`left_out`] | modules that are not in them, and why |
//! | [`characters`] | the names of characters, for `\N{…}` and `unicodedata` |

pub mod characters;
pub mod left_out;
pub mod pack;

/// The folder in which programs see the standard library. There is no such folder: the files of the
/// packs appear in it.
pub const FOLDER: &str = "/lib/python3.14";
