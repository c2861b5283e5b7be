//! Packages from npm: the bundler, the type checker, the editor.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{files, root, tool};

/// Installs what `package-lock.json` names, unless it is there.
pub fn install() -> Result<()> {
    let stamp = files::stamp(&[&root().join("package-lock.json")])?;
    let modules = root().join("node_modules");
    if stamp.is_current(&modules) {
        return Ok(());
    }
    if !tool::is_there("npm") {
        bail!("npm is missing: install Node.js 20 or newer (https://nodejs.org), which brings it");
    }
    println!("Installing npm packages");
    tool::run(
        Command::new("npm")
            .current_dir(root())
            .args(["ci", "--no-audit", "--no-fund"]),
    )?;
    stamp.write(&modules)
}

/// A program that one of the packages brings.
pub fn program(name: &str) -> Command {
    let mut command = Command::new(root().join("node_modules/.bin").join(name));
    command.current_dir(root());
    command
}
