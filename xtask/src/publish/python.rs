//! Python with MkDocs and Sphinx, and with what builds packages for PyPI.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{files, root, tool};

/// The Python with the tools, in an environment of its own.
pub fn python() -> Result<PathBuf> {
    let requirements = root().join("integrations/requirements.txt");
    let stamp = files::stamp(&[&requirements])?;
    let folder = root().join("target/tools/python");
    let python = folder.join("bin/python");
    if stamp.is_current(&folder) {
        return Ok(python);
    }
    println!("Installing MkDocs and Sphinx");
    let make = || {
        let mut command = Command::new("python3");
        command.args(["-m", "venv", "--clear"]).arg(&folder);
        tool::captured(&mut command)
    };
    if make().is_err() {
        let packages = ["python3", "python3-venv"];
        tool::install_packages(&packages, "MkDocs and Sphinx need Python 3.11 or newer")?;
        make()?;
    }
    tool::run(
        Command::new(&python)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
            ])
            .arg(requirements),
    )?;
    stamp.write(&folder)?;
    Ok(python)
}
