//! Objects of JavaScript in messages: they cross as they are, without a copy in Rust's memory.
//!
//! Serialising one passes the reference on. Nothing here deserialises one: the messages that hold
//! them are heard by JavaScript, or their bytes are read where they arrive ([`PackBytes`]).

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

pub use imp::Object;

#[cfg(feature = "browser")]
mod imp {
    use serde::{Serialize, Serializer};
    use wasm_bindgen::JsValue;

    /// A reference to an object of JavaScript. The field that holds it says of which type.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Object(JsValue);

    impl Object {
        /// The object, as part of a message.
        pub fn new(object: impl Into<JsValue>) -> Self {
            Self(object.into())
        }
    }

    impl Serialize for Object {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serde_wasm_bindgen::preserve::serialize(&self.0, serializer)
        }
    }
}

#[cfg(not(feature = "browser"))]
mod imp {
    /// Outside a browser there are no objects of JavaScript, and so this type has no values.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub enum Object {}
}

/// The bytes of a pack. The frame passes the page's buffer on; the worker reads it into its memory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged, from = "ByteBuf")]
pub enum PackBytes {
    /// A `Uint8Array`.
    Passed(Object),
    /// What was in it.
    Read(#[serde(with = "serde_bytes")] Vec<u8>),
}

impl From<ByteBuf> for PackBytes {
    fn from(bytes: ByteBuf) -> Self {
        Self::Read(bytes.into_vec())
    }
}

impl PackBytes {
    /// The bytes, where they were read; an object that was only to be passed on holds none here.
    #[must_use]
    pub fn into_vec(self) -> Option<Vec<u8>> {
        match self {
            Self::Read(bytes) => Some(bytes),
            Self::Passed(_) => None,
        }
    }
}
