//! What is uploaded: the package for npm, and those for PyPI with Garter's files in them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::python::python;
use crate::{files, root, site, tool};

/// The packages for PyPI, by their folders in `integrations/`.
const PYTHON: [&str; 2] = ["mkdocs", "sphinx"];

/// Where the packages are written.
pub fn folder() -> PathBuf {
    root().join("target/packages")
}

/// Writes all packages of what `pkg/` holds.
pub fn build() -> Result<()> {
    npm()?;
    for name in PYTHON {
        tool::run(
            Command::new(python()?)
                .args([
                    "-m",
                    "pip",
                    "wheel",
                    "--quiet",
                    "--disable-pip-version-check",
                ])
                .args(["--no-build-isolation", "--no-deps", "--wheel-dir"])
                .args([folder(), python_source(name)?]),
        )?;
    }
    Ok(())
}

/// Writes the npm package and returns where it is.
pub fn npm() -> Result<PathBuf> {
    fs::create_dir_all(folder())?;
    tool::run(
        Command::new("npm")
            .args(["pack", "--silent", "--pack-destination"])
            .args([folder(), site::folder()]),
    )?;
    Ok(folder().join(format!("garter-{}.tgz", env!("CARGO_PKG_VERSION"))))
}

/// Writes the source of a package for PyPI, with Garter's files in it, and returns its folder.
pub fn python_source(name: &str) -> Result<PathBuf> {
    let source = root().join("integrations").join(name);
    let target = folder().join(format!("{name}-source"));
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    let module = format!("{name}_garter");
    for part in ["pyproject.toml", "README.md", &module] {
        files::copy(&source.join(part), &target.join(part))?;
    }
    let list = fs::read(site::folder().join("files.json"))?;
    let needed: Vec<String> = serde_json::from_slice(&list)?;
    for file in needed.iter().map(String::as_str).chain(["files.json"]) {
        let copy = target.join(&module).join("pkg").join(file);
        files::copy(&site::folder().join(file), &copy)?;
    }
    Ok(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_packages_have_one_version() {
        let version = format!("version = \"{}\"\n", env!("CARGO_PKG_VERSION"));
        for name in PYTHON {
            let file = root()
                .join("integrations")
                .join(name)
                .join("pyproject.toml");
            let text = fs::read_to_string(&file).expect("it is there");
            assert!(text.contains(&version), "{} has another", file.display());
        }
    }
}
