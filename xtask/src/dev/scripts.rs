//! The scripts' own checks, which need neither a build nor a browser.

use std::process::Command;

use anyhow::Result;

use crate::site::types;
use crate::{files, npm, root};

/// Checks the format of the scripts, and lints them.
pub fn lint() -> Command {
    let mut biome = npm::program("biome");
    biome.arg("check");
    biome
}

/// Checks the types of the scripts, each realm by its own `tsconfig.json`, against those of the protocol.
///
/// # Errors
/// What is made of the protocol and of the texts cannot be written.
pub fn types() -> Result<Command> {
    types::write()?;
    let mut tsc = npm::program("tsc");
    // TypeScript 7.0.2 does not check a script again when a declaration in a .d.ts beside it has changed.
    tsc.args(["--build", "--force"]);
    Ok(tsc)
}

/// Runs the unit tests of the scripts.
///
/// # Errors
/// Their folder cannot be read.
pub fn test() -> Result<Command> {
    types::write()?;
    let tests = files::below(&root().join("tests/scripts"))?
        .into_iter()
        .filter(|path| path.to_string_lossy().ends_with(".test.js"));
    let mut node = Command::new("node");
    node.current_dir(root())
        .args(["--test", "--test-reporter=spec"])
        .args(tests);
    Ok(node)
}
