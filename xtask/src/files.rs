//! Files and folders: listing them, and telling whether what is made from them is current.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// All files below a folder, or the file itself, in order.
pub fn below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.exists() {
        return Ok(Vec::new());
    }
    let mut entries = fs::read_dir(path)
        .with_context(|| format!("cannot list {}", path.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        files.extend(below(&entry)?);
    }
    Ok(files)
}

/// Copies a file, or all that is below a folder; what links stand for is copied in their place.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    copy_some(from, to, |_| true)
}

/// Copies what is wanted of a folder, by the paths in it.
pub fn copy_some(from: &Path, to: &Path, is_wanted: impl Fn(&Path) -> bool) -> Result<()> {
    for file in below(from)? {
        let part = file.strip_prefix(from)?;
        if !is_wanted(part) {
            continue;
        }
        // A joined empty path would end in a slash.
        let copy = if part.as_os_str().is_empty() {
            to.to_owned()
        } else {
            to.join(part)
        };
        fs::create_dir_all(copy.parent().expect("a file lies in a folder"))?;
        fs::copy(&file, &copy).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(())
}

/// Writes a value as JSON that people can read.
pub fn write_json(file: &Path, value: &serde_json::Value) -> Result<()> {
    let text = serde_json::to_string_pretty(value)? + "\n";
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// Stands for the state of some files: other contents, another stamp.
pub struct Stamp(String);

/// The stamp of files and of all that is below folders.
pub fn stamp(paths: &[&Path]) -> Result<Stamp> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        for file in below(path)? {
            file.hash(&mut hasher);
            let data =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            data.hash(&mut hasher);
        }
    }
    Ok(Stamp(format!("{:016x}", hasher.finish())))
}

/// The stamp of some bytes.
pub fn stamp_of(data: &[u8]) -> Stamp {
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    Stamp(format!("{:016x}", hasher.finish()))
}

impl Stamp {
    /// The stamp of the same files for another purpose.
    pub fn with(self, purpose: &str) -> Self {
        Self(format!("{}-{purpose}", self.0))
    }

    const FILE: &str = ".stamp";

    /// Whether `folder` was made when the stamp was this one.
    pub fn is_current(&self, folder: &Path) -> bool {
        fs::read_to_string(folder.join(Self::FILE)).is_ok_and(|stamp| stamp == self.0)
    }

    /// Marks `folder` as made from this state.
    pub fn write(&self, folder: &Path) -> Result<()> {
        Ok(fs::write(folder.join(Self::FILE), &self.0)?)
    }

    /// The stamp as a name.
    pub fn name(&self) -> &str {
        &self.0
    }
}
