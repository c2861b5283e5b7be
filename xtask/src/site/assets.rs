//! Files whose names hold their content's hash.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::interpreter::wasm::Edition;
use crate::{files, root};

/// The folder that is deployed.
pub fn folder() -> PathBuf {
    folder_of(Edition::Shipped)
}

/// The folder of an edition of the site.
pub fn folder_of(edition: Edition) -> PathBuf {
    root().join(match edition {
        Edition::Shipped => "pkg",
        Edition::Dev => "target/dev-site",
    })
}

/// The assets in a folder like `pkg/`, by their paths.
pub fn assets_in(folder: &Path) -> Result<Vec<String>> {
    const TWINS: [&str; 3] = ["br", "gz", "js"];
    let mut assets = Vec::new();
    for file in files::below(&folder.join("assets"))? {
        let extension = file.extension().unwrap_or_default();
        if !TWINS.iter().any(|twin| extension == *twin) {
            assets.push(file.strip_prefix(folder)?.to_string_lossy().into_owned());
        }
    }
    Ok(assets)
}

/// A file whose name says what is in it, so that it can be cached for ever.
#[derive(serde::Serialize)]
pub struct Asset {
    pub path: String,
    bytes: usize,
}

impl Asset {
    /// Writes it into a site's folder.
    pub fn write(site: &Path, name: &str, extension: &str, content: &[u8]) -> Result<Self> {
        let digest = Sha256::digest(content);
        let start = digest.first_chunk().expect("SHA-256 is longer than this");
        let hash = u64::from_be_bytes(*start);
        let path = format!("assets/{name}-{hash:016x}.{extension}");
        fs::write(site.join(&path), content)?;
        Ok(Self {
            path,
            bytes: content.len(),
        })
    }

    /// Writes it once more as a script, which is all that a page from `file://` can load.
    pub fn write_as_script(&self) -> Result<()> {
        let compressed = fs::read(folder().join(format!("{}.gz", self.path)))?;
        let text = format!(
            "garterAsset({}, \"{}\");\n",
            serde_json::to_string(&self.path)?,
            BASE64.encode(compressed)
        );
        fs::write(folder().join(format!("{}.js", self.path)), text)?;
        Ok(())
    }
}
