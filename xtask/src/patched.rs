//! `RustPython` as the wasm builds need it: its published crates, copied and patched.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use serde::Deserialize;

use crate::{files, root, tool};

const CRATES: [&str; 2] = ["rustpython-vm", "rustpython-stdlib"];
const VERSION: &str = "0.6.0";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    manifest_path: PathBuf,
}

/// Makes the patched copies, and returns what tells cargo to use them.
pub fn cargo_arguments() -> Result<Vec<String>> {
    let folder = root().join("target/patched");
    let stamp = files::stamp(&[&root().join("xtask/patches")])?.with(VERSION);
    if !stamp.is_current(&folder) {
        let published = published()?;
        for name in CRATES {
            let source = published
                .get(name)
                .with_context(|| format!("Cargo.lock does not name {name}"))?;
            patch(name, source, &folder.join(name))?;
        }
        stamp.write(&folder)?;
    }
    let mut arguments = Vec::new();
    for name in CRATES {
        let path = toml_string(&folder.join(name))?;
        arguments.push("--config".to_owned());
        arguments.push(format!("patch.crates-io.{name}.path={path}"));
    }
    let lock_file = toml_string(&lock_file(&folder)?)?;
    arguments.push("--config".to_owned());
    arguments.push(format!("resolver.lockfile-path={lock_file}"));
    Ok(arguments)
}

/// A path as TOML writes it: a JSON string is one of TOML too.
fn toml_string(path: &Path) -> Result<String> {
    serde_json::to_string(path).with_context(|| format!("{} is not UTF-8", path.display()))
}

/// A lock file that cargo may adapt to the copies. The committed one is for published crates.
fn lock_file(folder: &Path) -> Result<PathBuf> {
    let committed = root().join("Cargo.lock");
    let folder = folder.join("lock");
    let file = folder.join("Cargo.lock");
    let stamp = files::stamp(&[&committed])?;
    if !stamp.is_current(&folder) {
        fs::create_dir_all(&folder)?;
        fs::copy(committed, &file)?;
        stamp.write(&folder)?;
    }
    Ok(file)
}

/// Where cargo has unpacked each package.
fn published() -> Result<HashMap<String, PathBuf>> {
    let mut command = Command::new(tool::cargo());
    command.args(["metadata", "--format-version", "1", "--locked"]);
    let metadata: Metadata = serde_json::from_slice(&tool::output(&mut command)?)?;
    Ok(metadata
        .packages
        .into_iter()
        .filter_map(|package| Some((package.name, package.manifest_path.parent()?.to_owned())))
        .collect())
}

fn patch(name: &str, source: &Path, target: &Path) -> Result<()> {
    if target.exists() {
        fs::remove_dir_all(target)?;
    }
    for file in files::below(source)? {
        let copy = target.join(file.strip_prefix(source)?);
        fs::create_dir_all(copy.parent().expect("a file lies in a folder"))?;
        fs::copy(&file, &copy)?;
    }
    let patch_file = root().join(format!("xtask/patches/{name}-{VERSION}.patch"));
    let text = fs::read_to_string(&patch_file)
        .with_context(|| format!("cannot read {}", patch_file.display()))?;
    for part in split(&text) {
        let patch = diffy::Patch::from_str(part)?;
        let file = patch
            .original()
            .and_then(|path| path.strip_prefix("a/"))
            .map(|path| target.join(path))
            .ok_or_else(|| anyhow!("{} names no file as a/…", patch_file.display()))?;
        let result = diffy::apply(&fs::read_to_string(&file)?, &patch)
            .with_context(|| format!("the patch does not fit {}", file.display()))?;
        fs::write(&file, result)?;
    }
    Ok(())
}

/// The parts of a patch, one for each file.
fn split(patch: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = patch
        .match_indices("\n--- a/")
        .map(|(at, _)| at + 1)
        .collect();
    if patch.starts_with("--- a/") {
        starts.insert(0, 0);
    }
    let ends = starts.iter().copied().skip(1).chain([patch.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &patch[*start..end])
        .collect()
}
