//! The npm package: what makes one of `pkg/`.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::files;

/// What only the playground needs: how its files' names begin.
const PLAYGROUND: [&str; 2] = ["index.html", "playground."];

/// Writes `files.json`: what a site that shows snippets copies, by path.
pub fn list(folder: &Path) -> Result<()> {
    let mut paths = Vec::new();
    for file in files::below(folder)? {
        let path = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        if !PLAYGROUND.iter().any(|start| path.starts_with(start)) {
            paths.push(path);
        }
    }
    let list = serde_json::to_string_pretty(&paths)?;
    Ok(fs::write(folder.join("files.json"), list)?)
}
