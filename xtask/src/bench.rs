//! The benchmarks: Garter and its peers on one server, in one browser.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::browser::{CHROMIUM, Driver, FIREFOX};
use crate::serve::{Port, Server};
use crate::site::{self, Effort, Variant};
use crate::{compress, files, root, rustpython, tool};

/// Where the peers' files come from, and under which name they are served.
const PEERS: [(&str, &str); 4] = [
    ("pyodide", "pyodide"),
    ("brython", "brython"),
    ("skulpt", "skulpt/dist"),
    (
        "micropython",
        "@micropython/micropython-webassembly-pyscript",
    ),
];

/// What a page of an engine may load: a package holds more.
const SERVED: [&str; 7] = ["html", "js", "mjs", "wasm", "zip", "json", "pack"];

/// What [`check`] measures: the soak test does what others do, two thousand times.
const CHECKED: &str = "start,speed,stop,slices,memory,growth";

/// Builds, serves and measures; `chosen` names benchmarks, all if it is empty.
pub fn run(chosen: &str) -> Result<()> {
    measure(Effort::Full, chosen, &[])
}

/// Measures everything once, to know that it can be measured. The figures say nothing.
pub fn check() -> Result<()> {
    measure(Effort::Quick, CHECKED, &[("GARTER_ROUNDS", "1")])
}

fn measure(effort: Effort, chosen: &str, settings: &[(&str, &str)]) -> Result<()> {
    site::build(effort)?;
    let folder = root().join("target/bench/site");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(&root().join("benches/pages"), &folder)?;
    copy(&site::folder(), &folder.join("garter"))?;
    copy(&Variant::Unsliced.write()?, &folder.join("garter-unsliced"))?;
    for (name, package) in PEERS {
        let source = root().join("node_modules").join(package);
        copy(&source, &folder.join(name))?;
    }
    println!("Compressing what is measured");
    for file in files::below(&folder)? {
        compress::beside(&file, effort)?;
    }
    let server = Server::start(&folder, Port::take(0)?)?;
    let drivers = [Driver::start(&CHROMIUM)?, Driver::start(&FIREFOX)?];
    tool::run(
        rustpython::cargo("bench")?
            .args(["--package", "garter", "--bench", "peers"])
            // The benchmark only steers a browser: the tests' build of it will do.
            .args(["--profile", "dev"])
            .env("GARTER_URL", &server.address)
            .env("GARTER_BENCHMARKS", chosen)
            .envs(settings.iter().copied())
            .envs(drivers.iter().flat_map(|driver| driver.environment.clone())),
    )
}

/// Copies what a page may load of a folder, without what is compressed already.
fn copy(source: &Path, target: &Path) -> Result<()> {
    files::copy_some(source, target, |path| {
        path.extension()
            .is_some_and(|extension| SERVED.iter().any(|served| extension == *served))
    })
}
