//! SCORM packages for the tests, unpacked beside a small learning platform.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use zip::ZipArchive;

use crate::{files, root, site, tool};

/// The exercises of the lesson.
const EXERCISES: [&str; 2] = ["first-steps/division.md", "loops/sum-to.md"];

/// The editions of SCORM, by the names of their folders.
const EDITIONS: [&str; 2] = ["1.2", "2004"];

/// Where the platform is, with a folder for each edition.
pub fn folder() -> PathBuf {
    root().join("target/scorm")
}

/// Has the command in `pkg/` write the packages, and unpacks them as a platform does.
pub fn build() -> Result<()> {
    if folder().exists() {
        fs::remove_dir_all(folder())?;
    }
    files::copy(&root().join("tests/scorm"), &folder())?;
    for edition in EDITIONS {
        let package = folder().join(format!("{edition}.zip"));
        let mut command = Command::new("node");
        command
            .arg(site::folder().join("node/garter.js"))
            .args(["scorm", "--title", "A lesson", "--edition", edition, "-o"])
            .arg(&package)
            .args(EXERCISES.map(|exercise| root().join("examples/exercises").join(exercise)));
        tool::captured(&mut command)?;
        ZipArchive::new(fs::File::open(&package)?)?.extract(folder().join(edition))?;
    }
    Ok(())
}
