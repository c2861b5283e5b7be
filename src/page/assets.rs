//! The interpreter and the packs, as they arrive from the page.

use std::collections::BTreeMap;

use js_sys::ArrayBuffer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::outside;
use crate::protocol::{AssetName, PackName};

/// What has arrived.
#[derive(Debug, Default)]
pub(super) struct Assets {
    /// The compiled interpreter.
    pub(super) module: Option<JsValue>,
    packs: BTreeMap<AssetName, ArrayBuffer>,
}

/// An asset in the form in which it is kept.
pub(super) enum Asset {
    Module(JsValue),
    Pack(ArrayBuffer),
}

impl Assets {
    pub(super) fn put(&mut self, name: AssetName, asset: Asset) {
        match asset {
            Asset::Module(module) => self.module = Some(module),
            Asset::Pack(pack) => {
                self.packs.insert(name, pack);
            }
        }
    }

    pub(super) fn pack(&self, name: AssetName) -> Option<&ArrayBuffer> {
        self.packs.get(&name)
    }
}

/// Takes in an asset's body: a stream or a buffer.
///
/// # Errors
/// What the browser says is wrong with it.
pub(super) async fn receive(name: AssetName, body: JsValue) -> Result<Asset, String> {
    let promise = match name {
        AssetName::Interpreter => outside::compile(&body),
        _ => outside::buffer(&body),
    };
    let value = JsFuture::from(promise)
        .await
        .map_err(|error| String::from(js_sys::Object::from(error).to_string()))?;
    Ok(match name {
        AssetName::Interpreter => Asset::Module(value),
        _ => Asset::Pack(value.unchecked_into()),
    })
}

impl From<PackName> for AssetName {
    fn from(pack: PackName) -> Self {
        match pack {
            PackName::Rest => Self::Rest,
            PackName::Sources => Self::Sources,
        }
    }
}
