//! The scripts' own checks, which need neither a build nor a browser.

use std::process::Command;

use anyhow::Result;

use crate::site::types;
use crate::{files, npm, root, tool};

/// Checks the format of the scripts, and lints them.
///
/// # Errors
/// A script is not formatted, or breaks a rule of `biome.jsonc`.
pub fn lint() -> Result<()> {
    npm::install()?;
    tool::run(npm::program("biome").arg("check"))
}

/// Checks the types of the scripts, each realm by its own `tsconfig.json`.
///
/// # Errors
/// A type is wrong, or a script uses what does not exist where it runs.
pub fn check_types() -> Result<()> {
    types::write()?;
    npm::install()?;
    tool::run(npm::program("tsc").arg("--build"))
}

/// Runs the unit tests of the scripts.
///
/// # Errors
/// A test fails.
pub fn test() -> Result<()> {
    types::write()?;
    npm::install()?;
    let tests = files::below(&root().join("tests/scripts"))?
        .into_iter()
        .filter(|path| path.to_string_lossy().ends_with(".test.js"));
    tool::run(
        Command::new("node")
            .current_dir(root())
            .args(["--test", "--test-reporter=dot"])
            .args(tests),
    )
}
