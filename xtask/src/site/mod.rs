//! `pkg/`: exactly what a user deploys.

mod assets;
mod bundle;
pub mod compress;
pub mod declarations;
pub mod dev;
mod entries;
mod frame;
pub mod gallery;
mod licences;
pub mod offline;
mod package;
pub mod page;
pub mod recording;
mod show;
mod templates;
mod texts;
pub mod types;
pub mod variants;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use garter::protocol::PartName;

use crate::compression_level::CompressionLevel;
use crate::interpreter::split::build::{self as split, Pieces};
use crate::interpreter::wasm::{Edition, Module, Target};
use crate::interpreter::{packs, preset};
use crate::{files, npm, root};

use self::assets::Asset;
pub use self::assets::{assets_in, folder, folder_of};
use self::bundle::bundle;
pub use self::entries::NODE_FOLDER;
use self::frame::{Additions, frame};
use self::show::show;

/// What the playground consists of besides.
const PAGE: [&str; 7] = [
    "index.html",
    "www/playground/playground.css",
    "www/snippet.css",
    "www/playground/playground-controls.css",
    "www/output/terminal.css",
    "www/playground/gallery.css",
    "www/playground/offline.css",
];

/// Builds everything.
pub fn build(level: CompressionLevel) -> Result<()> {
    packs::build()?;
    npm::install()?;
    types::write()?;
    let (page, worker, pieces) = modules(Edition::Shipped)?;

    let stamp = files::stamp(&[
        &root().join("www"),
        &root().join("index.html"),
        &root().join("integrations/npm"),
        &root().join("integrations/attributes.json"),
        &root().join("target/types"),
        &root().join("LICENSE"),
        &root().join("package-lock.json"),
        &gallery::folder(),
        &gallery::exercises_folder(),
        &packs::folder(),
        &pieces.first,
        &page.wasm,
        &root().join("xtask/src"),
    ])?
    .with(match level {
        CompressionLevel::Quick => "quick",
        CompressionLevel::Full => "full",
    });
    let marker = root().join("target/site");
    if stamp.is_current(&marker) && folder().exists() {
        return Ok(());
    }
    println!("Putting pkg/ together");
    if folder().exists() {
        fs::remove_dir_all(folder())?;
    }
    fs::create_dir_all(folder().join("assets"))?;
    let assets = interpreter(&folder(), &pieces)?;
    let others = others(&folder(), &page, &worker, &Additions::default())?;
    let made_of = bundle(Edition::Shipped, &others, &assets, &pieces.first)?;
    copy_page(&folder())?;
    match level {
        CompressionLevel::Quick => offline::switch_off(&folder())?,
        CompressionLevel::Full => offline::switch_on(&folder(), &assets_in(&folder())?)?,
    }
    let for_node = folder().join(NODE_FOLDER);
    for file in files::below(&folder())? {
        // No server sends these.
        if !file.starts_with(&for_node) {
            compress::beside(&file, level)?;
        }
    }
    package::complete(&folder(), &made_of)?;
    for asset in assets
        .values()
        .chain([&others["frameModule"], &others["gallery"]])
    {
        asset.write_as_script()?;
    }
    fs::create_dir_all(&marker)?;
    stamp.write(&marker)
}

/// The modules of the frame and of the worker, and the latter in pieces, with its interpreter set up.
fn modules(edition: Edition) -> Result<(Module, Module, Pieces)> {
    let worker = Target::Worker.build(edition)?;
    let page = Target::Frame.build(edition)?;
    let pieces = split::build(
        &preset::set_up(&worker, edition)?,
        &worker.compiled,
        edition,
    )?;
    Ok((page, worker, pieces))
}

/// What the frame asks the page for: the interpreter, its parts, and the packs.
fn interpreter(site: &Path, pieces: &Pieces) -> Result<BTreeMap<&'static str, Asset>> {
    let parts = PartName::ALL.map(PartName::name).into_iter();
    let files = [("interpreter", &pieces.first)]
        .into_iter()
        .chain(parts.zip(&pieces.parts));
    let mut assets = BTreeMap::new();
    for (name, file) in files {
        assets.insert(name, Asset::write(site, name, "wasm", &fs::read(file)?)?);
    }
    for name in packs::NAMES {
        let pack = fs::read(packs::folder().join(format!("{name}.pack")))?;
        assets.insert(name, Asset::write(site, name, "pack", &pack)?);
    }
    Ok(assets)
}

/// What the page loads by itself.
fn others(
    site: &Path,
    page: &Module,
    worker: &Module,
    additions: &Additions,
) -> Result<BTreeMap<&'static str, Asset>> {
    let write = |name, extension, content: &[u8]| Asset::write(site, name, extension, content);
    let html = frame(page, worker, additions)?;
    Ok(BTreeMap::from([
        ("frame", write("frame", "html", html.as_bytes())?),
        (
            "frameModule",
            write("frame", "wasm", &fs::read(&page.wasm)?)?,
        ),
        ("show", write("show", "html", show()?.as_bytes())?),
        (
            "gallery",
            write("gallery", "json", gallery::json()?.as_bytes())?,
        ),
    ]))
}

/// The playground's own files.
fn copy_page(site: &Path) -> Result<()> {
    for file in PAGE {
        let name = Path::new(file).file_name().expect("a file has a name");
        fs::copy(root().join(file), site.join(name))?;
    }
    Ok(())
}
