//! Garter's build tool.

mod files;
mod packs;

use std::path::{Path, PathBuf};

use anyhow::Result;

/// The repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the repository")
        .to_owned()
}

fn main() -> Result<()> {
    packs::build()
}
