//! The site for whoever changes Garter: built soon, in a folder of its own, nothing compressed.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Result;

use super::assets::{Asset, folder_of};
use super::bundle::bundle;
use super::frame::Additions;
use super::{copy_page, interpreter, modules, offline, others};
use crate::interpreter::packs;
use crate::interpreter::split::build::Pieces;
use crate::interpreter::wasm::{Edition, Module};
use crate::{npm, root};

/// Prints the stack of a trap, with the names of functions.
const WORKER: &str = "xtask/src/dev/live/worker.js";

/// A site that is built again and again. Each build leaves what was there until the last moment: a
/// build that fails changes nothing for the page that is open.
pub struct Site {
    page: Module,
    worker: Module,
    pieces: Pieces,
    /// The interpreter and the packs, which stay the same while scripts change.
    assets: BTreeMap<&'static str, Asset>,
}

impl Site {
    /// Builds all of it.
    ///
    /// # Errors
    /// What the compiler or the bundler says.
    pub fn build() -> Result<Self> {
        let site = folder_of(Edition::Dev);
        fs::create_dir_all(site.join("assets"))?;
        npm::install()?;
        packs::build()?;
        let (page, worker, pieces) = modules(Edition::Dev)?;
        let assets = interpreter(&site, &pieces)?;
        let built = Self {
            page,
            worker,
            pieces,
            assets,
        };
        built.bundle()?;
        Ok(built)
    }

    /// Builds what is made of `www/`, `index.html` and the gallery.
    ///
    /// # Errors
    /// What the bundler says.
    pub fn bundle(&self) -> Result<()> {
        let site = folder_of(Edition::Dev);
        let additions = Additions {
            prelude: "",
            worker: &fs::read_to_string(root().join(WORKER))?,
        };
        // Their names hold their hashes, so those that are in use stay as they are.
        let others = others(&site, &self.page, &self.worker, &additions)?;
        bundle(Edition::Dev, &others, &self.assets, &self.pieces.first)?;
        copy_page(&site)?;
        offline::switch_off(&site)
    }
}

/// Takes away what former builds have left.
///
/// # Errors
/// A file cannot be removed.
pub fn clear() -> Result<()> {
    let site = folder_of(Edition::Dev);
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    Ok(fs::create_dir_all(site)?)
}
