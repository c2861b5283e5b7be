//! What an embedding page may ask for, and how it is checked.
//!
//! Each option comes as a request, as the page writes it, and is parsed once: past that door every
//! value is complete and within its bounds.
//!
//! | file | option |
//! |---|---|
//! | [`budget`] | what a run may use |
//! | [`deterministic`] | a seed and a clock, for a run that repeats |
//! | [`modules`] | what a program may import |
//! | [`policy`] | rules on the program's text |
//! | `days` | calendar days, for the clock and for the interpreter's |

pub mod budget;
pub(crate) mod days;
pub mod deterministic;
pub mod modules;
pub mod policy;

/// What becomes of a request as a page writes it, or its error in words: for the tests of each option.
#[cfg(test)]
fn validated<R: serde::de::DeserializeOwned, T, E: std::fmt::Display>(
    json: &str,
    validate: impl FnOnce(R) -> Result<T, E>,
) -> Result<T, String> {
    let request = serde_json::from_str(json).map_err(|error| error.to_string())?;
    validate(request).map_err(|error| error.to_string())
}
