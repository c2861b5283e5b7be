//! Files that a program is given.

use serde::{Deserialize, Serialize};

/// A file's content: text (stored as UTF-8) or bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "files: what a file holds must be a text or a Uint8Array"
)]
pub enum FileContent {
    /// Text, stored as UTF-8.
    Text(String),
    /// Bytes, stored as they are.
    Bytes(#[serde(with = "serde_bytes")] Vec<u8>),
}

impl FileContent {
    /// The content as bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}
