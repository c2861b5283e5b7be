//! `RustPython` as the wasm builds need it: its published crates and what they depend on, copied and
//! patched, and one of these crates replaced.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use serde::Deserialize;

use super::tables;
use crate::{files, root, tool};

/// What is patched, with its version. The first holds the tables of encodings.
const CRATES: [(&str, &str); 7] = [
    ("rustpython-common", "0.6.0"),
    ("rustpython-compiler-core", "0.6.0"),
    ("rustpython-codegen", "0.6.0"),
    ("rustpython-vm", "0.6.0"),
    ("rustpython-stdlib", "0.6.0"),
    ("rustpython-ruff_python_parser", "0.16.5"),
    ("malachite-nz", "0.12.0"),
];

/// The crate that `xtask/patches/unicode_names2` stands for, in the versions that are used.
const NAMES: &str = "unicode_names2";
const NAMES_VERSIONS: [&str; 2] = ["1.3.0", "3.1.0"];

fn folder() -> PathBuf {
    root().join("target/patched")
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    manifest_path: PathBuf,
}

/// The numbers of the tables that were taken out, as bytes.
pub fn encoding_tables() -> Result<Vec<u8>> {
    make()?;
    Ok(fs::read(folder().join(TABLES))?)
}

const TABLES: &str = "tables.bin";

/// Makes the patched copies, and returns what tells cargo to use them.
pub fn cargo_arguments() -> Result<Vec<String>> {
    make()?;
    let patch = |key: &str, name: &str, folder: &str| {
        let path = toml_string(&self::folder().join(folder))?;
        Ok::<_, anyhow::Error>([
            format!("patch.crates-io.{key}.package=\"{name}\""),
            format!("patch.crates-io.{key}.path={path}"),
        ])
    };
    let mut settings = Vec::new();
    for (name, _) in CRATES {
        settings.extend(patch(name, name, name)?);
    }
    for version in NAMES_VERSIONS {
        let folder = format!("{NAMES}-{version}");
        settings.extend(patch(&folder.replace('.', "-"), NAMES, &folder)?);
    }
    let lock_file = toml_string(&lock_file(&folder())?)?;
    settings.push(format!("resolver.lockfile-path={lock_file}"));
    Ok(settings
        .into_iter()
        .flat_map(|setting| ["--config".to_owned(), setting])
        .collect())
}

fn make() -> Result<()> {
    let stamp = files::stamp(&[
        &root().join("xtask/patches"),
        &root().join("xtask/src/interpreter/patched.rs"),
        &root().join("xtask/src/interpreter/tables.rs"),
    ])?;
    if stamp.is_current(&folder()) {
        return Ok(());
    }
    let published = published()?;
    for (name, version) in CRATES {
        let source = published
            .get(name)
            .with_context(|| format!("Cargo.lock does not name {name}"))?;
        let patch_file = root().join(format!("xtask/patches/{name}-{version}.patch"));
        patch(&patch_file, source, &folder().join(name))?;
    }
    let numbers = tables::take_out(&folder().join(CRATES[0].0))?;
    let bytes: Vec<u8> = numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect();
    fs::write(folder().join(TABLES), bytes)?;
    for version in NAMES_VERSIONS {
        let target = folder().join(format!("{NAMES}-{version}"));
        copy(&root().join("xtask/patches").join(NAMES), &target)?;
        let manifest = format!(
            "[package]\nname = \"{NAMES}\"\nversion = \"{version}\"\nedition = \"2024\"\n[features]\nno_std = []\n"
        );
        fs::write(target.join("Cargo.toml"), manifest)?;
    }
    stamp.write(&folder())
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

fn copy(source: &Path, target: &Path) -> Result<()> {
    if target.exists() {
        fs::remove_dir_all(target)?;
    }
    files::copy(source, target)
}

fn patch(patch_file: &Path, source: &Path, target: &Path) -> Result<()> {
    copy(source, target)?;
    let text = fs::read_to_string(patch_file)
        .with_context(|| format!("cannot read {}", patch_file.display()))?;
    // What the patches leave without a use stays as it is.
    let root = target.join("src/lib.rs");
    let source = fs::read_to_string(&root)?;
    fs::write(&root, format!("#![allow(warnings)]\n{source}"))?;
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
