//! The formats of what the build prepares and the interpreter reads. Free of the interpreter: the
//! build tool links this room to write them.
//!
//! | file | idea |
//! |---|---|
//! | [`pack`] | many files in one |
//! | [`characters`] | the names of characters, for `\N{…}` and `unicodedata` |

pub mod characters;
pub mod pack;
