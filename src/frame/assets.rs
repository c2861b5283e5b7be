//! The interpreter and the packs, as they arrive from the page.

use std::collections::{BTreeMap, BTreeSet};

use js_sys::{ArrayBuffer, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::js;
use crate::protocol::{AssetName, FrameMessage};

/// The assets that have arrived.
#[derive(Debug, Default)]
pub(super) struct Assets {
    /// The interpreter and its parts, compiled.
    modules: BTreeMap<AssetName, JsValue>,
    packs: BTreeMap<AssetName, ArrayBuffer>,
    /// Assets that the page was asked for and has not sent.
    awaited: BTreeSet<AssetName>,
}

/// An asset in the form in which it is kept.
pub(super) enum Asset {
    Module(JsValue),
    Pack(ArrayBuffer),
}

impl Assets {
    /// Asks the page for an asset unless it has arrived or was asked for.
    pub(super) fn request(&mut self, name: AssetName) {
        if !self.has(name) && self.awaited.insert(name) {
            js::tell_page(&FrameMessage::AssetRequest { name });
        }
    }

    /// Remembers that the page sends this asset without being asked.
    pub(super) fn expect(&mut self, name: AssetName) {
        self.awaited.insert(name);
    }

    /// The asset did not arrive, or arrived damaged: the page may be asked for it again.
    pub(super) fn miss(&mut self, name: AssetName) {
        self.awaited.remove(&name);
    }

    pub(super) fn put(&mut self, name: AssetName, asset: Asset) {
        self.awaited.remove(&name);
        match asset {
            Asset::Module(module) => {
                self.modules.insert(name, module);
            }
            Asset::Pack(pack) => {
                self.packs.insert(name, pack);
            }
        }
    }

    pub(super) fn has(&self, name: AssetName) -> bool {
        self.modules.contains_key(&name) || self.packs.contains_key(&name)
    }

    /// Whether it was asked for and is not there.
    pub(super) fn is_awaited(&self, name: AssetName) -> bool {
        self.awaited.contains(&name)
    }

    /// What was asked for and is not there.
    #[cfg(feature = "debug")]
    pub(super) fn awaited(&self) -> impl Iterator<Item = AssetName> {
        self.awaited.iter().copied()
    }

    pub(super) fn module(&self, name: AssetName) -> Option<&JsValue> {
        self.modules.get(&name)
    }

    pub(super) fn pack(&self, name: AssetName) -> Option<&ArrayBuffer> {
        self.packs.get(&name)
    }
}

/// Takes in an asset's body: a buffer, or the promise of a module.
///
/// # Errors
/// What the browser says is wrong with it.
pub(super) async fn receive(name: AssetName, body: JsValue) -> Result<Asset, String> {
    if !name.is_module() {
        return Ok(Asset::Pack(body.unchecked_into()));
    }
    JsFuture::from(body.unchecked_into::<Promise>())
        .await
        .map(Asset::Module)
        .map_err(|error| String::from(js_sys::Object::from(error).to_string()))
}
