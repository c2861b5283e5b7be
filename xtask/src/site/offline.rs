//! What lets the playground work without a network: a service worker with the list of what it keeps,
//! the manifest of a web app, icons.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::page;
use crate::root;

/// The service worker, where pages look for it.
pub const SERVICE_WORKER: &str = "service-worker.js";

/// What a page of a web app has in its head. A page from `file://` may not load the manifest.
const HEAD: &str = r##"    <link rel="manifest" href="manifest.webmanifest">
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f5f1">
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#161a18">
    <meta name="garter-service-worker" content="service-worker.js">
  </head>"##;

/// What the manifest names.
pub const WEB_APP: [&str; 3] = ["manifest.webmanifest", "icon.svg", "icon-maskable.svg"];

/// A release, as `www/offline/service-worker.js` knows it.
#[derive(Serialize)]
struct Release {
    /// Stands for all of it.
    version: String,
    /// What the page begins with.
    page: Vec<Kept>,
    /// What it asks for later; the names hold hashes.
    assets: Vec<Kept>,
}

#[derive(Serialize)]
struct Kept {
    path: String,
    integrity: String,
}

impl Kept {
    /// A file that is asked for by this path; the folder itself stands for its page.
    fn new(folder: &Path, path: &str) -> Result<Self> {
        let file = folder.join(if path == "./" { "index.html" } else { path });
        let content = fs::read(&file).with_context(|| file.display().to_string())?;
        Ok(Self {
            path: path.to_owned(),
            integrity: format!("sha256-{}", BASE64.encode(Sha256::digest(content))),
        })
    }
}

/// Makes a folder with the playground in it a web app that is kept on the device.
pub fn switch_on(folder: &Path, assets: &[String]) -> Result<()> {
    for file in WEB_APP {
        fs::copy(root().join("www/playground").join(file), folder.join(file))?;
    }
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index)?;
    fs::write(&index, html.replacen("  </head>", HEAD, 1))?;

    let files = page::references(&html);
    let page = ["./"].into_iter().chain(files).chain(WEB_APP);
    let page = page.map(|path| Kept::new(folder, path));
    let assets = assets.iter().map(|path| Kept::new(folder, path));
    let mut release = Release {
        version: String::new(),
        page: page.collect::<Result<_>>()?,
        assets: assets.collect::<Result<_>>()?,
    };
    let digest = Sha256::digest(serde_json::to_vec(&release)?);
    release.version = hex::encode(&digest[..8]);
    let script = fs::read_to_string(root().join("www/offline/service-worker.js"))?;
    let script = format!(
        "const RELEASE = {};\n{script}",
        serde_json::to_string(&release)?
    );
    fs::write(folder.join(SERVICE_WORKER), script)?;
    Ok(())
}

/// Takes away what a former build has left in the browser of whoever tries changes: it would answer
/// with the former files.
pub fn switch_off(folder: &Path) -> Result<()> {
    let script = root().join("www/offline/no-service-worker.js");
    fs::copy(script, folder.join(SERVICE_WORKER))?;
    Ok(())
}
