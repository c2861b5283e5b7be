//! `RustPython` as all builds of Garter need it: its published crates and what they depend on,
//! copied and changed by the series in `rustpython/`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::tables;
use crate::series::Series;
use crate::series::upstream::{self, Package, Place, Tree};
use crate::{files, root, tool};

/// Which crate holds the tables of encodings.
const WITH_TABLES: &str = "crates/common";

/// The feature that the series adds, and the features that Garter asks for and that come with it in
/// the copies. Garter's manifest cannot ask for it: cargo resolves that without the copies as well,
/// to find out what is to be copied, and the published crates have no such feature.
const FEATURE: &str = "embedder";
const ENABLING: [(&str, &str); 2] = [("crates/vm", "compiler"), ("crates/stdlib", "compiler")];

fn folder() -> PathBuf {
    root().join("target/patched")
}

/// The numbers of the tables that were taken out, as bytes.
pub fn encoding_tables() -> Result<Vec<u8>> {
    make()?;
    Ok(fs::read(folder().join(TABLES))?)
}

const TABLES: &str = "tables.bin";
const SETTINGS: &str = "cargo.toml";

/// Makes the patched copies, and returns what tells cargo to use them, with a lock file that all
/// these builds share.
fn cargo_arguments() -> Result<[PathBuf; 2]> {
    make()?;
    lock_file(&folder())?;
    Ok(["--config".into(), folder().join(SETTINGS)])
}

/// Cargo with a subcommand, over the patched crates.
///
/// # Errors
/// The crates cannot be patched.
pub fn cargo(subcommand: &str) -> Result<Command> {
    let mut command = Command::new(tool::cargo());
    command
        .current_dir(root())
        .arg(subcommand)
        .args(cargo_arguments()?);
    Ok(command)
}

fn make() -> Result<()> {
    // Also if nothing has changed: a test that a header names may be gone.
    let series = Series::read(&root())?;
    let stamp = files::stamp(&[
        &root().join("rustpython/overlay"),
        &root().join("rustpython/series"),
        &root().join("rustpython/topics"),
        &root().join("rustpython/upstream.toml"),
        &root().join("xtask/src"),
        &root().join("Cargo.lock"),
    ])?;
    if stamp.is_current(&folder()) {
        return Ok(());
    }
    let packages = upstream::packages(true)?;
    let places = series.places()?;
    let mut tree = upstream::published(&packages, Some(&places))?;
    series.apply(&mut tree)?;
    let numbers = tables::take_out(&mut tree, WITH_TABLES)?;
    let bytes: Vec<u8> = numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect();
    fs::create_dir_all(folder())?;
    fs::write(folder().join(TABLES), bytes)?;

    let mut settings = format!(
        "[resolver]\nlockfile-path = {}\n",
        toml_string(&folder().join(LOCK_FOLDER).join("Cargo.lock"))?
    );
    for place in &places {
        let sources = copy_of(place, &tree)?;
        if let Some(version) = series.upstream.version_of(place) {
            check_version(&packages, place, version)?;
            write(&place.package, &place.package, &sources, &mut settings)?;
        } else {
            for version in &series.upstream.names {
                let sources = with_version(sources.clone(), version)?;
                let name = format!("{}-{version}", place.package);
                write(&name, &place.package, &sources, &mut settings)?;
            }
        }
    }
    fs::write(folder().join(SETTINGS), settings)?;
    stamp.write(&folder())
}

/// The files of one crate by their paths in it, as Garter builds them.
fn copy_of(place: &Place, tree: &Tree) -> Result<Tree> {
    let start = format!("{}/", place.folder);
    let mut sources: Tree = tree
        .iter()
        .filter_map(|(path, data)| Some((path.strip_prefix(&start)?.to_owned(), data.clone())))
        .collect();
    change(&mut sources, "src/lib.rs", |text| {
        // What the patches leave without a use stays as it is, and cargo shows the warnings of copies.
        format!("#![allow(warnings)]\n{text}")
    })?;
    if let Some((_, feature)) = ENABLING.iter().find(|(folder, _)| *folder == place.folder) {
        let start = format!("\n{feature} = [");
        let manifest = change(&mut sources, "Cargo.toml", |text| {
            text.replacen(&start, &format!("{start}\"{FEATURE}\", "), 1)
        })?;
        ensure!(
            manifest.contains(&format!("{start}\"{FEATURE}\"")),
            "{} has no feature {feature} any more: choose another in patched.rs of xtask",
            place.package
        );
    }
    Ok(sources)
}

/// Changes a file of a copy, and returns its text.
fn change(sources: &mut Tree, path: &str, by: impl FnOnce(&str) -> String) -> Result<String> {
    let data = sources.get_mut(path);
    let data = data.with_context(|| format!("the crate has no {path}"))?;
    let text = by(str::from_utf8(data)?);
    *data = text.clone().into_bytes();
    Ok(text)
}

/// A crate that the overlay replaces, in one of the versions that something depends on.
fn with_version(mut sources: Tree, version: &str) -> Result<Tree> {
    const PLACEHOLDER: &str = "\nversion = \"0.0.0\"\n";
    let manifest = change(&mut sources, "Cargo.toml", |text| {
        text.replacen(PLACEHOLDER, &format!("\nversion = \"{version}\"\n"), 1)
    })?;
    ensure!(
        manifest.contains(&format!("\nversion = \"{version}\"\n")),
        "a crate of rustpython/overlay needs the line {}",
        PLACEHOLDER.trim()
    );
    Ok(sources)
}

/// Writes what is new of a copy, so that cargo builds no crate anew that is as it was.
fn write(name: &str, package: &str, sources: &Tree, settings: &mut String) -> Result<()> {
    let folder = folder().join(name);
    for file in files::below(&folder)? {
        let path = file
            .strip_prefix(&folder)?
            .to_string_lossy()
            .replace('\\', "/");
        if !sources.contains_key(&path) {
            fs::remove_file(&file)?;
        }
    }
    for (path, data) in sources {
        let file = folder.join(path);
        if fs::read(&file).is_ok_and(|before| before == *data) {
            continue;
        }
        fs::create_dir_all(file.parent().context("a file lies in a folder")?)?;
        fs::write(&file, data).with_context(|| format!("cannot write {}", file.display()))?;
    }
    let key = name.replace('.', "-");
    let path = toml_string(&folder)?;
    writeln!(
        settings,
        "[patch.crates-io.{key}]\npackage = \"{package}\"\npath = {path}"
    )?;
    Ok(())
}

fn check_version(packages: &[Package], place: &Place, version: &str) -> Result<()> {
    let package = &place.package;
    let found = packages.iter().find(|found| found.name == *package);
    let found = found.with_context(|| format!("Cargo.lock does not name {package}"))?;
    ensure!(
        found.version == version,
        "Cargo.lock names {package} {}, and rustpython/upstream.toml {version}: run ./garter rustpython update",
        found.version
    );
    Ok(())
}

/// A path as TOML writes it: a JSON string is one of TOML too.
fn toml_string(path: &Path) -> Result<String> {
    serde_json::to_string(path).with_context(|| format!("{} is not UTF-8", path.display()))
}

const LOCK_FOLDER: &str = "lock";

/// Makes the lock file that cargo may adapt to the copies. The committed one is for published crates.
fn lock_file(folder: &Path) -> Result<()> {
    let committed = root().join("Cargo.lock");
    let folder = folder.join(LOCK_FOLDER);
    let file = folder.join("Cargo.lock");
    let stamp = files::stamp(&[&committed])?;
    if !stamp.is_current(&folder) {
        fs::create_dir_all(&folder)?;
        fs::copy(committed, &file)?;
        stamp.write(&folder)?;
    }
    Ok(())
}
