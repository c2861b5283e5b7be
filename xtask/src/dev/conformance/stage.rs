//! The tests: from Debian's package, which stays where it is. A module gets a folder with what it needs, because all
//! of it is more than a program of ours may have beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{files, root, tool};

const PACKAGE: &str = "libpython3.11-testsuite";

/// Where the package puts it.
pub const ORIGINAL: &str = "/usr/lib/python3.11/test";

/// Files of tests that only one module reads, and that are large: the module that gets them, and their folder or file.
const LARGE: [(&str, &str); 6] = [
    ("test_decimal", "decimaltestdata"),
    ("test_aifc", "audiodata"),
    ("test_sunau", "audiodata"),
    ("test_wave", "audiodata"),
    ("test_sndhdr", "sndhdrdata"),
    ("test_tarfile", "testtar.tar"),
];

/// What no test of a module reads: the runner of the tests, and what runs in processes.
const UNUSED: [&str; 4] = [
    "libregrtest",
    "dtracedata",
    "_test_multiprocessing.py",
    "ssltests.py",
];

/// Whether the tests are installed.
pub fn is_there() -> bool {
    Path::new(ORIGINAL).join("test_set.py").exists()
}

/// Installs the package, unless it is there.
pub fn install() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    tool::install_packages(&[PACKAGE], "CPython's tests are not there")
}

/// The names of all modules, such as `test_set` and `test_json.test_decode`.
pub fn modules() -> Result<Vec<String>> {
    let is_module = |path: &Path| {
        let mut parts = path.iter().map(|part| part.to_string_lossy());
        let is_first = parts.next().is_some_and(|part| part.starts_with("test_"));
        let last = path.file_name().map(|name| name.to_string_lossy());
        is_first && last.is_some_and(|name| name.starts_with("test_") && name.ends_with(".py"))
    };
    let mut names: Vec<_> = originals()?
        .into_iter()
        .filter(|path| is_module(path))
        .map(|path| {
            let path = path.with_extension("");
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            parts.join(".")
        })
        .collect();
    names.sort();
    Ok(names)
}

/// All files of the package, by their paths in it.
fn originals() -> Result<Vec<PathBuf>> {
    files::below(Path::new(ORIGINAL))?
        .into_iter()
        .filter(|path| {
            !path
                .components()
                .any(|part| part.as_os_str() == "__pycache__")
        })
        .map(|path| Ok(path.strip_prefix(ORIGINAL)?.to_owned()))
        .collect()
}

/// A folder with the package `test` in it, as far as a module needs it.
pub fn folder(module: &str) -> Result<PathBuf> {
    let folder = root().join("target/conformance/files").join(module);
    if folder.exists() {
        return Ok(folder);
    }
    let wanted = needed(module)?;
    let partial = root().join(format!("target/conformance/files/{module}.partial"));
    if partial.exists() {
        fs::remove_dir_all(&partial)?;
    }
    for path in originals()? {
        let first = path.iter().next().map(|part| part.to_string_lossy());
        let first = first.context("a path has a first part")?;
        let is_large = LARGE.iter().any(|(_, name)| *name == first);
        let is_wanted = if first.starts_with("test_") {
            let name = first.strip_suffix(".py").unwrap_or(&first);
            wanted.contains(name)
                || wanted.contains(&*first)
                || ["txt", "html"]
                    .iter()
                    .any(|end| path.extension().is_some_and(|own| own == *end))
        } else if is_large {
            LARGE
                .iter()
                .any(|(user, name)| *name == first && wanted.contains(*user))
        } else {
            !UNUSED.contains(&&*first)
        };
        if is_wanted {
            files::copy(
                &Path::new(ORIGINAL).join(&path),
                &partial.join("test").join(&path),
            )?;
        }
    }
    fs::rename(&partial, &folder)?;
    Ok(folder)
}

/// The module and those that it imports of the other tests: their first names, such as `test_json`.
fn needed(module: &str) -> Result<BTreeSet<String>> {
    let mut needed = BTreeSet::new();
    let mut open = vec![module.split('.').next().unwrap_or(module).to_owned()];
    // These files are read for all of the tests that import them.
    while let Some(name) = open.pop() {
        if !needed.insert(name.clone()) {
            continue;
        }
        let original = Path::new(ORIGINAL);
        let file = original.join(&name).with_extension("py");
        let sources = if file.exists() {
            file
        } else {
            original.join(&name)
        };
        for source in files::below(&sources)? {
            if source
                .extension()
                .is_some_and(|extension| extension == "py")
            {
                let text = String::from_utf8_lossy(&fs::read(&source)?).into_owned();
                open.extend(imported(&text));
            }
        }
    }
    Ok(needed)
}

/// What a text imports of the package `test`, if it begins with `test_`.
fn imported(source: &str) -> Vec<String> {
    let name = |text: &str| -> Option<String> {
        let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let name = &text[..end.unwrap_or(text.len())];
        name.starts_with("test_").then(|| name.to_owned())
    };
    let mut names = Vec::new();
    for start in ["test.", "from test import ", "from . import "] {
        names.extend(source.split(start).skip(1).filter_map(name));
    }
    names
}
