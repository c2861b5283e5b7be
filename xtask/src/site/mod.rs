//! `pkg/`: exactly what a user deploys.

mod assets;
mod bundle;
pub mod compress;
mod declarations;
mod entries;
mod frame;
pub mod gallery;
mod licences;
pub mod offline;
mod package;
pub mod page;
mod show;
mod templates;
mod texts;
pub mod types;
pub mod variants;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::compression_level::CompressionLevel;
use crate::interpreter::wasm::Target;
use crate::interpreter::{packs, preset};
use crate::{files, npm, root};

use self::assets::Asset;
pub use self::assets::{assets_in, folder};
use self::bundle::bundle;
use self::frame::frame;
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
    let mut worker = Target::Worker.build()?;
    let page = Target::Frame.build()?;
    worker.wasm = preset::set_up(&worker.compiled, &worker.wasm)?;

    let stamp = files::stamp(&[
        &root().join("www"),
        &root().join("index.html"),
        &root().join("integrations/npm"),
        &root().join("integrations/attributes.json"),
        &root().join("target/types"),
        &root().join("LICENSE"),
        &root().join("package-lock.json"),
        &gallery::folder(),
        &packs::folder(),
        &worker.wasm,
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
    let mut assets = BTreeMap::new();
    assets.insert(
        "interpreter",
        Asset::write("interpreter", "wasm", &fs::read(&worker.wasm)?)?,
    );
    for name in packs::NAMES {
        let pack = fs::read(packs::folder().join(format!("{name}.pack")))?;
        assets.insert(name, Asset::write(name, "pack", &pack)?);
    }
    let frame = frame(&page, &worker, "")?;
    let others = BTreeMap::from([
        ("frame", Asset::write("frame", "html", frame.as_bytes())?),
        (
            "frameModule",
            Asset::write("frame", "wasm", &fs::read(&page.wasm)?)?,
        ),
        ("show", Asset::write("show", "html", show()?.as_bytes())?),
        (
            "gallery",
            Asset::write("gallery", "json", gallery::json()?.as_bytes())?,
        ),
    ]);
    let made_of = bundle(&others, &assets)?;
    for file in PAGE {
        let name = Path::new(file).file_name().expect("a file has a name");
        fs::copy(root().join(file), folder().join(name))?;
    }
    match level {
        CompressionLevel::Quick => offline::switch_off(&folder())?,
        CompressionLevel::Full => offline::switch_on(&folder(), &assets_in(&folder())?)?,
    }
    for file in files::below(&folder())? {
        compress::beside(&file, level)?;
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
