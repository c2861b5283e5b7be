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
const SOURCES: [&str; 6] = [
    "src",
    "Cargo.toml",
    "Cargo.lock",
    "rustpython",
    "xtask/patches",
    ".cargo",
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
    page: BTreeMap<PathBuf, Mark>,
    sources: BTreeMap<PathBuf, Mark>,
}

impl Watch {
    /// Begins to watch.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn start() -> Result<Self> {
        Ok(Self {
            page: marks(&PAGE.map(|path| root().join(path)))?,
            sources: marks(&SOURCES.map(|path| root().join(path)))?,
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
        let Self { page, sources } = std::mem::replace(self, Self::start()?);
        Ok(if sources != self.sources {
            Some(Change::Sources)
        } else if page != self.page {
            Some(Change::Page)
        } else {
            None
        })
    }
}

fn marks(paths: &[PathBuf]) -> Result<BTreeMap<PathBuf, Mark>> {
    let mut marks = BTreeMap::new();
    for path in paths {
        for file in files::below(path)? {
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
        let paths = [folder.clone()];
        let look = || marks(&paths).expect("it can be read");
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
        for path in PAGE.iter().chain(&["src", "Cargo.toml", "Cargo.lock"]) {
            assert!(root().join(path).exists(), "{path}");
        }
    }
}
