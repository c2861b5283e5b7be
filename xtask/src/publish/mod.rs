//! What is made of `pkg/`: packages for npm and PyPI, the one-file edition, the book, and the samples
//! of other documentation tools.

pub mod docs;
#[cfg(test)]
mod documents;
pub mod integrations;
pub mod pack;
pub mod packages;
mod python;
pub mod scorm;
mod single;

/// What goes with every copy.
const LICENCES: [&str; 2] = ["LICENSE", "LICENCES.txt"];
