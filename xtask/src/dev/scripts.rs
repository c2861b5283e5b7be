//! The scripts' own checks, which need neither a build nor a browser, but what `site::types` writes.

use std::process::Command;

use anyhow::Result;

use crate::{files, npm, root, site};

/// Checks the format of the scripts, and lints them.
pub fn lint() -> Command {
    let mut biome = npm::program("biome");
    biome.arg("check");
    biome
}

/// Checks the types of the scripts, each realm by its own `tsconfig.json`, against those of the protocol.
pub fn types() -> Command {
    let mut tsc = npm::program("tsc");
    // TypeScript 7.0.2 does not check a script again when a declaration in a .d.ts beside it has changed.
    tsc.args(["--build", "--force"]);
    tsc
}

/// Runs the unit tests of the scripts.
///
/// # Errors
/// Their folder cannot be read.
pub fn test() -> Result<Command> {
    tests_in("tests/scripts")
}

/// Runs the tests of the command `garter`, as `pkg/` holds it.
///
/// # Errors
/// Their folder cannot be read.
pub fn test_command() -> Result<Command> {
    let mut node = tests_in("tests/node")?;
    node.env("GARTER_FOLDER", site::folder());
    Ok(node)
}

fn tests_in(folder: &str) -> Result<Command> {
    let tests = files::below(&root().join(folder))?
        .into_iter()
        .filter(|path| path.to_string_lossy().ends_with(".test.js"));
    let mut node = Command::new("node");
    node.current_dir(root())
        .args(["--test", "--test-reporter=spec"])
        .args(tests);
    Ok(node)
}
