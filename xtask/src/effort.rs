//! How much the build does to make files small.

/// How much time to spend on making files small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// A moment: for whoever tries a change.
    Quick,
    /// As much as it takes: for what is deployed.
    Full,
}
