//! `target/packed/`: the playground to take away, for a web server, a USB stick, or as one file.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{LICENCES, docs, single};
use crate::compression_level::CompressionLevel;
use crate::site;
use crate::site::page;
use crate::site::{compress, offline};
use crate::{files, root};

/// Where everything is.
pub fn folder() -> PathBuf {
    root().join("target/packed")
}

/// Packs `pkg/`, which has to be there.
pub fn build(level: CompressionLevel) -> Result<()> {
    let stamp = files::stamp(&[
        &site::folder(),
        &root().join("www"),
        &root().join("target/book"),
        &root().join("xtask/src"),
    ])?;
    if stamp.is_current(&folder()) {
        return Ok(());
    }
    println!("Packing");
    if folder().exists() {
        fs::remove_dir_all(folder())?;
    }
    let (site_folder, usb_folder) = (folder().join("site"), folder().join("usb"));
    site(&site_folder, level)?;
    tar(&site_folder, &folder().join("garter-site.tar.gz"), level)?;
    usb(&usb_folder)?;
    zip(&usb_folder, &folder().join("garter-usb.zip"), level)?;
    single::write(&folder().join("garter-single.html"), level)?;
    stamp.write(&folder())
}

/// What a web server serves: a web app that is kept on the device.
fn site(target: &Path, level: CompressionLevel) -> Result<()> {
    files::copy_some(&site::folder(), target, |path| {
        !is_script_of_asset(path) && !path.starts_with(site::NODE_FOLDER)
    })?;
    let index = "index.html";
    fs::copy(root().join(index), target.join(index))?;
    offline::switch_on(target, &site::assets_in(target)?)?;
    for file in [&[index, offline::SERVICE_WORKER], &offline::WEB_APP[..]].concat() {
        compress::beside(&target.join(file), level)?;
    }
    Ok(())
}

/// What opens from a folder, without a server: assets as scripts, and the docs where they are built.
fn usb(target: &Path) -> Result<()> {
    let index = fs::read_to_string(root().join("index.html"))?;
    let page = page::references(&index);
    files::copy_some(&site::folder(), target, |path| {
        let is_html = path
            .extension()
            .is_some_and(|extension| extension == "html");
        is_script_of_asset(path)
            || (path.starts_with("assets") && is_html)
            || page
                .iter()
                .chain(&LICENCES)
                .any(|file| path == Path::new(file))
    })?;
    // A web app is nothing for a folder.
    fs::write(target.join("index.html"), index)?;
    // Built by ./garter docs. Its samples need modules, which browsers load from no folder.
    files::copy_some(&docs::folder(), &target.join("docs"), |path| {
        let is_of_garter = |name| path.extension().is_some_and(|extension| extension == name);
        !["wasm", "pack", "br", "gz"].into_iter().any(is_of_garter)
    })
}

/// Packs a folder for people.
fn zip(source: &Path, target: &Path, level: CompressionLevel) -> Result<()> {
    let level = match level {
        CompressionLevel::Quick => 1,
        CompressionLevel::Full => 9,
    };
    let options = SimpleFileOptions::default().compression_level(Some(level));
    let mut zip = ZipWriter::new(File::create(target)?);
    for file in files::below(source)? {
        let name = Path::new("garter").join(file.strip_prefix(source)?);
        zip.start_file_from_path(name, options)?;
        zip.write_all(&fs::read(&file)?)?;
    }
    zip.finish()?;
    Ok(())
}

/// Packs a folder for servers.
fn tar(source: &Path, target: &Path, level: CompressionLevel) -> Result<()> {
    let level = match level {
        CompressionLevel::Quick => Compression::fast(),
        CompressionLevel::Full => Compression::best(),
    };
    let mut tar = tar::Builder::new(GzEncoder::new(File::create(target)?, level));
    for file in files::below(source)? {
        let name = Path::new("garter").join(file.strip_prefix(source)?);
        tar.append_path_with_name(&file, name)?;
    }
    tar.into_inner()?.finish()?;
    Ok(())
}

/// Whether this is an asset as a script, which only pages from `file://` load.
fn is_script_of_asset(path: &Path) -> bool {
    path.starts_with("assets") && path.extension().is_some_and(|extension| extension == "js")
}
