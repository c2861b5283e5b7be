//! Which sources have changed. Looking at some hundred files costs two milliseconds, so they are looked
//! at every now and then: no library for each system's own way to hear of changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};
use std::{fs, io};

use anyhow::Result;

use crate::{files, root};

/// How often files are looked at.
const INTERVAL: Duration = Duration::from_millis(200);

/// What the scripts and pages are made of, without a compiler.
const PAGE: [&str; 4] = [
    "www",
    "index.html",
    "examples/gallery",
    "xtask/src/dev/live",
];

/// What the modules and the packs are made of.
const SOURCES: [&str; 5] = ["src", "Cargo.toml", "Cargo.lock", "rustpython", ".cargo"];

/// What the checks look at besides.
const CHECKED: [&str; 12] = [
    "tests",
    "benches",
    "examples",
    "integrations",
    "docs",
    "xtask/compiler",
    "xtask/src",
    "rust-toolchain.toml",
    "biome.jsonc",
    "package.json",
    "tsconfig.json",
    "README.md",
];

/// What has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Only what needs no compiler.
    Page,
    /// What the wasm modules or the packs are made of.
    Sources,
}

/// When a file was written, and its size: a clock may be coarse.
type Mark = (SystemTime, u64);

/// The sources as they were when they were last looked at.
pub struct Watch {
    /// Paths whose files need a compiler, from the repository.
    compiled: Vec<&'static str>,
    page: BTreeMap<PathBuf, Mark>,
    sources: BTreeMap<PathBuf, Mark>,
}

impl Watch {
    /// Begins to watch what the dev site is made of.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn of_site() -> Result<Self> {
        Self::start(SOURCES.to_vec())
    }

    /// Begins to watch all that `./garter check` looks at.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn of_checks() -> Result<Self> {
        Self::start([&SOURCES[..], &CHECKED].concat())
    }

    fn start(compiled: Vec<&'static str>) -> Result<Self> {
        Ok(Self {
            page: marks(PAGE)?,
            sources: marks(compiled.iter().copied())?,
            compiled,
        })
    }

    /// Waits for a change, and until no other follows it at once.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn next(&mut self) -> Result<Change> {
        let mut change = None;
        loop {
            let more = self.look()?;
            if let (Some(change), None) = (change, more) {
                return Ok(change);
            }
            change = change.max(more);
            sleep(INTERVAL);
        }
    }

    fn look(&mut self) -> Result<Option<Change>> {
        let now = Self::start(self.compiled.clone())?;
        let Self { page, sources, .. } = std::mem::replace(self, now);
        Ok(if sources != self.sources {
            Some(Change::Sources)
        } else if page != self.page {
            Some(Change::Page)
        } else {
            None
        })
    }
}

/// When the files below some paths of the repository were written.
fn marks(paths: impl IntoIterator<Item = &'static str>) -> Result<BTreeMap<PathBuf, Mark>> {
    let mut marks = BTreeMap::new();
    for path in paths {
        for file in files::below(&root().join(path))? {
            // An editor may have taken away what it had just written.
            if let Ok(mark) = mark(&file) {
                marks.insert(file, mark);
            }
        }
    }
    Ok(marks)
}

fn mark(file: &Path) -> io::Result<Mark> {
    let about = fs::metadata(file)?;
    Ok((about.modified()?, about.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_written_added_or_removed_is_a_change() {
        let folder = root().join("target/tmp/watch");
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(folder.join("deeper")).expect("a folder");
        let look = || marks(["target/tmp/watch"]).expect("it can be read");
        let mut before = look();
        for write in [
            (|folder| fs::write(folder.join("deeper/a"), "1")) as fn(&Path) -> io::Result<()>,
            |folder| fs::write(folder.join("deeper/a"), "12"),
            |folder| fs::remove_file(folder.join("deeper/a")),
        ] {
            write(&folder).expect("written");
            let after = look();
            assert_ne!(before, after);
            before = after;
        }
    }

    #[test]
    fn what_is_watched_is_there() {
        for path in PAGE.iter().chain(&SOURCES).chain(&CHECKED) {
            assert!(root().join(path).exists(), "{path}");
        }
    }
}
