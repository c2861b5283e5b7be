//! Packages that a page brings beside the standard library.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_bytes::ByteBuf;

/// A wheel: a package of pure Python as `pip` installs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Package {
    /// The name of its file, for messages.
    pub name: String,
    /// The file.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Uint8Array"))]
    pub data: WheelBytes,
    /// The SHA-256 that the file is to have, in hexadecimal. Where the page has compared it, `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// The bytes of a wheel, which its program and the interpreter share: there are megabytes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WheelBytes(Arc<Vec<u8>>);

impl From<Vec<u8>> for WheelBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Arc::new(bytes))
    }
}

impl AsRef<[u8]> for WheelBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Serialize for WheelBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for WheelBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ByteBuf::deserialize(deserializer).map(|bytes| Self::from(bytes.into_vec()))
    }
}
