//! The licences of what is shipped, in one file.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::{root, tool};

/// Licences whose crates bring no text.
const OURS: [(&str, &str); 1] = [(
    "LGPL-3.0-only",
    concat!(
        include_str!("../../licences/lgpl-3.0.txt"),
        "\n",
        include_str!("../../licences/gpl-3.0.txt")
    ),
)];

/// How files with licences are called.
const STARTS: [&str; 5] = ["LICEN", "COPYING", "NOTICE", "UNLICENSE", "PSF-LICENSE"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `None` for what is linked.
    kind: Option<String>,
}

/// What `package.json` of an npm package says.
#[derive(Deserialize)]
struct Manifest {
    name: String,
    version: String,
    license: Option<String>,
}

/// What is shipped, with the texts of its licences.
#[derive(Default)]
struct Collection {
    /// A line each: name, version, licence, address.
    items: BTreeSet<String>,
    /// Whose they are, by text.
    texts: BTreeMap<String, BTreeSet<String>>,
}

/// All licences: of the crates in both wasm modules, of Python's library, and of the packages from
/// npm that lie in these folders.
pub fn collect(npm_packages: &BTreeSet<PathBuf>) -> Result<String> {
    let mut collection = Collection::default();
    for package in linked()? {
        let licence = package.license.unwrap_or_default();
        let folder = package.manifest_path.parent().expect("a file has a folder");
        collection.items.insert(format!(
            "{} {}: {licence} {}",
            package.name,
            package.version,
            package.repository.unwrap_or_default(),
        ));
        collection.take_from(&package.name, folder)?;
        for (name, text) in OURS {
            if licence == name {
                collection.take(&package.name, text);
            }
        }
    }
    collection
        .items
        .insert("Python's standard library: PSF-2.0 https://www.python.org".to_owned());
    collection.take_from(
        "Python's standard library",
        Path::new(rustpython_pylib::LIB_PATH),
    )?;
    // What the crate of SQLite brings in C.
    for item in [
        "SQLite: public domain https://sqlite.org/copyright.html",
        "musl, parts of it: MIT https://musl.libc.org",
        "printf by Marco Paland: MIT https://github.com/mpaland/printf",
    ] {
        collection.items.insert(item.to_owned());
    }
    for folder in npm_packages {
        let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join("package.json"))?)?;
        let Manifest {
            name,
            version,
            license,
        } = manifest;
        collection.items.insert(format!(
            "{name} {version}: {} https://www.npmjs.com/package/{name}",
            license.unwrap_or_default()
        ));
        collection.take_from(&name, folder)?;
    }
    collection.written()
}

/// The crates in the wasm modules.
fn linked() -> Result<Vec<Package>> {
    let mut command = Command::new(tool::cargo());
    command
        .current_dir(root())
        .args(["metadata", "--format-version", "1", "--locked"])
        .args([
            "--no-default-features",
            "--features",
            "garter/frame,garter/worker",
        ])
        .args(["--filter-platform", "wasm32-unknown-unknown"]);
    let metadata: Metadata = serde_json::from_slice(&tool::output(&mut command)?)?;
    let nodes: HashMap<&str, &Node> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let ours = metadata
        .packages
        .iter()
        .find(|package| package.name == "garter")
        .context("cargo does not know this package")?;
    let mut reached = BTreeSet::new();
    let mut open = vec![ours.id.as_str()];
    while let Some(id) = open.pop() {
        if !reached.insert(id.to_owned()) {
            continue;
        }
        for dependency in &nodes[id].deps {
            if dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()) {
                open.push(&dependency.pkg);
            }
        }
    }
    Ok(metadata
        .packages
        .into_iter()
        .filter(|package| reached.contains(&package.id))
        .collect())
}

impl Collection {
    fn take(&mut self, whose: &str, text: &str) {
        let text = text.trim().replace('\r', "");
        self.texts.entry(text).or_default().insert(whose.to_owned());
    }

    fn take_from(&mut self, whose: &str, folder: &Path) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .expect("an entry has a name")
                .to_string_lossy()
                .to_uppercase();
            if path.is_file() && STARTS.iter().any(|start| name.starts_with(start)) {
                self.take(whose, &String::from_utf8_lossy(&fs::read(&path)?));
            }
        }
        Ok(())
    }

    fn written(self) -> Result<String> {
        let mut written =
            "What Garter's files are made of, and under which licences.\n\n".to_owned();
        for item in &self.items {
            writeln!(written, "{item}")?;
        }
        for (text, whose) in &self.texts {
            let whose: Vec<_> = whose.iter().map(String::as_str).collect();
            let line = "-".repeat(80);
            write!(written, "\n{line}\n{}:\n\n{text}\n", whose.join(", "))?;
        }
        Ok(written)
    }
}
