//! `target/packed/`: the playground to take away, for a web server, a USB stick, or as one file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::site::{self, Effort};
use crate::{compress, files, offline, root};

/// Where everything is.
pub fn folder() -> PathBuf {
    root().join("target/packed")
}

/// Packs `pkg/`, which has to be there.
pub fn build(effort: Effort) -> Result<()> {
    let stamp = files::stamp(&[
        &site::folder(),
        &root().join("www"),
        &root().join("xtask/src"),
    ])?;
    if stamp.is_current(&folder()) {
        return Ok(());
    }
    println!("Packing");
    if folder().exists() {
        fs::remove_dir_all(folder())?;
    }
    site(&folder().join("site"), effort)?;
    stamp.write(&folder())
}

/// What a web server serves: a web app that is kept on the device.
fn site(target: &Path, effort: Effort) -> Result<()> {
    copy(target, |path| !is_script_of_asset(path))?;
    let index = "index.html";
    fs::copy(root().join(index), target.join(index))?;
    offline::switch_on(target, &site::assets_in(target)?)?;
    for file in [&[index, offline::SERVICE_WORKER], &offline::WEB_APP[..]].concat() {
        compress::beside(&target.join(file), effort)?;
    }
    Ok(())
}

/// Copies those files of `pkg/` that are wanted, by their paths in it.
fn copy(target: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<()> {
    for file in files::below(&site::folder())? {
        let path = file.strip_prefix(site::folder())?;
        if is_wanted(path) {
            let copy = target.join(path);
            fs::create_dir_all(copy.parent().expect("a file lies in a folder"))?;
            fs::copy(&file, &copy)?;
        }
    }
    Ok(())
}

/// Whether this is an asset as a script, which only pages from `file://` load.
fn is_script_of_asset(path: &Path) -> bool {
    path.starts_with("assets") && path.extension().is_some_and(|extension| extension == "js")
}
