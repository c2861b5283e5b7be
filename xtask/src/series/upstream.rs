//! Which releases the series is for, and which package's sources lie where in the repository that
//! its paths are of.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{files, root, tool};

/// What `rustpython/upstream.toml` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upstream {
    /// The text itself, whose comments stay when a version changes.
    text: String,
    /// `RustPython`'s release.
    pub release: String,
    /// Its parser's.
    pub parser: String,
    pub malachite: String,
    /// The releases that something depends on of the crate that the overlay replaces.
    pub names: Vec<String>,
}

impl Upstream {
    /// Reads the file's text.
    ///
    /// # Errors
    /// A line is not `key = "value"`, or a key is missing.
    pub fn parse(text: &str) -> Result<Self> {
        const FILE: &str = "rustpython/upstream.toml";
        let mut values: HashMap<&str, Vec<String>> = HashMap::new();
        for (at, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let number = at + 1;
            let (key, value) = line
                .split_once(" = ")
                .with_context(|| format!("{FILE}:{number}: not a line of key = \"value\""))?;
            // Strings of JSON, and lists of them, are TOML's too.
            let one = serde_json::from_str::<String>(value).map(|value| vec![value]);
            let value = one
                .or_else(|_| serde_json::from_str(value))
                .with_context(|| format!("{FILE}:{number}: {value} is no string and no list"))?;
            values.insert(key, value);
        }
        let mut take = |key: &str| {
            let value = values.remove(key);
            value.with_context(|| format!("{FILE} has no {key}"))
        };
        Ok(Self {
            text: text.to_owned(),
            release: take("release")?.concat(),
            parser: take("parser")?.concat(),
            malachite: take("malachite")?.concat(),
            names: take("names")?,
        })
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file's text with another value for `key`.
    ///
    /// # Errors
    /// There is no such key.
    pub fn with(&self, key: &str, value: &str) -> Result<Self> {
        let start = format!("{key} = ");
        let lines = self
            .text
            .lines()
            .map(|line| match line.strip_prefix(&start) {
                Some(_) => format!("{start}{value}\n"),
                None => format!("{line}\n"),
            });
        let text: String = lines.collect();
        ensure!(
            text.contains(&format!("{start}{value}\n")),
            "there is no {key}"
        );
        Self::parse(&text)
    }

    /// The version of a package that belongs to a release of ours.
    pub fn version_of(&self, place: &Place) -> Option<&str> {
        match place.folder.split('/').next() {
            Some("crates") => Some(&self.release),
            Some("ruff") => Some(&self.parser),
            Some("malachite") => Some(&self.malachite),
            _ => None,
        }
    }
}

/// Where a package's sources are: `crates/…` is `RustPython`'s repository, and the others are below
/// the name of their own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// In the repository of [`super::work`]: `crates/vm`.
    pub folder: String,
    /// As the registry calls it: `rustpython-vm`.
    pub package: String,
}

impl Place {
    /// The place that a file belongs to.
    ///
    /// # Errors
    /// The path is of no package.
    pub fn of_file(path: &str) -> Result<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        let (length, package) = match parts[..] {
            ["crates", name, _, ..] => (2, format!("rustpython-{name}")),
            ["ruff", "crates", name, _, ..] => (3, format!("rustpython-{name}")),
            ["malachite", name, _, ..] => (2, name.to_owned()),
            [name, _, ..] => (1, name.to_owned()),
            _ => anyhow::bail!("{path} is a file of no crate"),
        };
        Ok(Self {
            folder: parts[..length].join("/"),
            package,
        })
    }

    /// The place of a package, if it is one that may be patched.
    fn of_package(package: &str) -> Option<Self> {
        /// Data that nothing of ours would change, and much of it.
        const DATA: [&str; 2] = ["rustpython-pylib", "rustpython-doc"];
        let folder = match package.strip_prefix("rustpython-") {
            _ if DATA.contains(&package) => return None,
            Some(name) if name.starts_with("ruff_") => format!("ruff/crates/{name}"),
            Some(name) => format!("crates/{name}"),
            None if package.starts_with("malachite-") => format!("malachite/{package}"),
            None => return None,
        };
        let package = package.to_owned();
        Some(Self { folder, package })
    }
}

/// A package as cargo knows it.
#[derive(Clone, Debug, Deserialize)]
pub struct Package {
    pub name: String,
    pub version: String,
    pub manifest_path: PathBuf,
    #[serde(default)]
    pub dependencies: Vec<Dependency>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Dependency {
    pub name: String,
    pub req: String,
}

/// What the committed lock file names, where cargo has unpacked it. With `locked` the lock file has
/// to be current; otherwise cargo makes it so.
pub fn packages(locked: bool) -> Result<Vec<Package>> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Package>,
    }
    let mut command = Command::new(tool::cargo());
    command
        .current_dir(root())
        .args(["metadata", "--format-version", "1"])
        .args(locked.then_some("--locked"));
    let metadata: Metadata = serde_json::from_slice(&tool::output(&mut command)?)?;
    Ok(metadata.packages)
}

/// Sources by where they are in the repository.
pub type Tree = std::collections::BTreeMap<String, Vec<u8>>;

/// The published sources that may be patched, or those of `only` these places.
pub fn published(packages: &[Package], only: Option<&[Place]>) -> Result<Tree> {
    let mut tree = Tree::new();
    for package in packages {
        let Some(place) = Place::of_package(&package.name) else {
            continue;
        };
        if only.is_none_or(|only| only.contains(&place)) {
            let folder = package.manifest_path.parent().context("a manifest")?;
            add(&mut tree, folder, &place.folder)?;
        }
    }
    Ok(tree)
}

/// Adds all files below a folder.
pub fn add(tree: &mut Tree, folder: &Path, place: &str) -> Result<()> {
    /// What cargo has put there.
    const OF_CARGO: [&str; 4] = [
        ".cargo-ok",
        ".cargo_vcs_info.json",
        "Cargo.lock",
        "Cargo.toml.orig",
    ];
    for file in files::below(folder)? {
        let path = file
            .strip_prefix(folder)?
            .to_string_lossy()
            .replace('\\', "/");
        if !OF_CARGO.contains(&path.as_str()) {
            let data =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            tree.insert(format!("{place}/{path}"), data);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_belong_to_packages() {
        let cases = [
            ("crates/vm/src/lib.rs", "crates/vm", "rustpython-vm"),
            (
                "ruff/crates/ruff_python_parser/src/lib.rs",
                "ruff/crates/ruff_python_parser",
                "rustpython-ruff_python_parser",
            ),
            (
                "malachite/malachite-nz/build.rs",
                "malachite/malachite-nz",
                "malachite-nz",
            ),
            (
                "unicode_names2/src/lib.rs",
                "unicode_names2",
                "unicode_names2",
            ),
        ];
        for (path, folder, package) in cases {
            let place = Place::of_file(path).expect("a place");
            assert_eq!((&*place.folder, &*place.package), (folder, package));
            if folder.contains('/') {
                assert_eq!(Place::of_package(package), Some(place));
            }
        }
        assert!(Place::of_file("README.md").is_err());
    }

    #[test]
    fn a_version_changes_and_comments_stay() {
        let text = "# why\nrelease = \"1\"\nparser = \"2\"\nmalachite = \"3\"\nnames = [\"4\"]\n";
        let upstream = Upstream::parse(text).expect("valid");
        let changed = upstream.with("release", "\"9\"").expect("a key");
        assert_eq!(changed.text(), text.replace("\"1\"", "\"9\""));
        assert_eq!(changed.release, "9");
        assert!(upstream.with("nothing", "\"9\"").is_err());
        let error = Upstream::parse("release: 1\n").expect_err("not TOML");
        assert!(error.to_string().contains("rustpython/upstream.toml:1"));
    }
}
