//! The benchmarks: Garter and its peers on one server, in one browser.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::browser::Driver;
use crate::serve::{Port, Server};
use crate::site::{self, Effort};
use crate::{compress, files, root, tool};

/// Where each engine's files come from, and under which name they are served.
const ENGINES: [(&str, &str); 2] = [("garter", "pkg"), ("pyodide", "node_modules/pyodide")];

/// Builds, serves and measures.
pub fn run() -> Result<()> {
    site::build(Effort::Full)?;
    let folder = root().join("target/bench/site");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(&root().join("benches/pages"), &folder)?;
    for (name, source) in ENGINES {
        copy(&root().join(source), &folder.join(name))?;
    }
    println!("Compressing what is measured");
    for file in files::below(&folder)? {
        compress::beside(&file, Effort::Full)?;
    }
    let server = Server::start(&folder, Port::take(0)?)?;
    let driver = Driver::start()?;
    tool::run(
        Command::new(tool::cargo())
            .current_dir(root())
            .args(["bench", "--package", "garter", "--bench", "page"])
            // The benchmark only steers a browser: the tests' build of it will do.
            .args(["--profile", "dev"])
            .env("GARTER_URL", &server.address)
            .env("GARTER_WEBDRIVER", &driver.address)
            .env("GARTER_CHROME", &driver.browser),
    )
}

/// Copies a folder without what is compressed already.
fn copy(source: &Path, target: &Path) -> Result<()> {
    for file in files::below(source)? {
        let is_compressed = file
            .extension()
            .is_some_and(|extension| extension == "br" || extension == "gz");
        if !is_compressed {
            let copy = target.join(file.strip_prefix(source)?);
            fs::create_dir_all(copy.parent().expect("a file lies in a folder"))?;
            fs::copy(&file, copy)?;
        }
    }
    Ok(())
}
