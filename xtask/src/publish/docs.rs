//! The book of `docs/book`, whose samples run in Garter itself.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::integrations;
use crate::{files, root, tool};

/// The book as a web server needs it, with Garter's files in it.
pub fn folder() -> PathBuf {
    root().join("target/docs")
}

/// Builds the book, with the `pkg/` that is there.
pub fn build() -> Result<()> {
    let source = root().join("docs/book");
    let stamp = files::stamp(&[
        &source,
        &root().join("integrations/mdbook"),
        &root().join("target/site"),
        &root().join("xtask/src"),
    ])?;
    let marker = root().join("target/book");
    if stamp.is_current(&marker) && folder().exists() {
        return Ok(());
    }
    println!("Building the book");
    // In a copy, from where pkg/ is as far: Garter's files are copied into a book's source.
    let copy = root().join("target/book-source");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    files::copy(&source, &copy)?;
    tool::run(
        integrations::mdbook_build(&copy)?
            .arg("--dest-dir")
            .arg(folder()),
    )?;
    fs::create_dir_all(&marker)?;
    stamp.write(&marker)
}
