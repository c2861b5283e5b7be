//! How hard the build compresses files.

/// How hard files are compressed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CompressionLevel {
    /// Quickly: to try a change.
    Quick,
    /// As small as possible, which takes minutes: for files that are deployed.
    Full,
}
