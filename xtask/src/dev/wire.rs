//! What the network has to bring until a program prints: exact, so the tests hold it to a budget.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::compression_level::CompressionLevel;
use crate::files;
use crate::site;
use crate::site::compress;

/// What `hello` may wait for, in bytes of brotli 11.
const BUDGET: u64 = 1_440_000;

/// What a program may wait for that imports from the library's core.
const BUDGET_WITH_CORE: u64 = 2_130_000;

/// What `hello` may wait for where servers compress with gzip alone, in bytes of gzip 9.
const BUDGET_OF_GZIP: u64 = 1_965_000;

/// What a program that imports nothing waits for, by the beginning of their names.
const NEEDED: [&str; 3] = ["garter.js", "frame-", "interpreter-"];

/// What one that imports `random`, `datetime`, `json` or `re` waits for as well.
const CORE: &str = "core-";

/// Compresses as for the web, prints what came of it and checks the budget.
///
/// # Errors
/// Names what was found where it is more than the budget.
pub fn check() -> Result<()> {
    let mut hello = [0; 2];
    let mut core = [0; 2];
    for file in files::below(&site::folder())? {
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .context("a file of pkg/ has a name")?;
        let is_plain = ["js", "html", "wasm", "pack"]
            .iter()
            .any(|extension| file.extension().is_some_and(|own| own == *extension));
        // The same once more for `file://`.
        if !is_plain || name.ends_with(".wasm.js") || name.ends_with(".pack.js") {
            continue;
        }
        if NEEDED.iter().any(|start| name.starts_with(start)) {
            add(&mut hello, compressed(&file)?);
        } else if name.starts_with(CORE) {
            add(&mut core, compressed(&file)?);
        }
    }
    println!(
        "hello waits for {} bytes of brotli ({} of gzip); imports of the library's core for {} ({}) more",
        hello[0], hello[1], core[0], core[1]
    );
    ensure!(hello[0] > 1_000_000, "pkg/ is not complete");
    for (what, bytes, budget) in [
        ("hello", hello[0], BUDGET),
        ("hello with gzip", hello[1], BUDGET_OF_GZIP),
        (
            "an import of the core",
            hello[0] + core[0],
            BUDGET_WITH_CORE,
        ),
    ] {
        ensure!(
            bytes <= budget,
            "{what} waits for {bytes} bytes, and may for {budget}: find out what has grown (./garter split records \
             again which functions come first), or say in benches/README.md why it has to (xtask/src/dev/wire.rs)"
        );
    }
    Ok(())
}

/// The sizes with brotli and gzip.
fn compressed(file: &Path) -> Result<[u64; 2]> {
    let files = compress::cached(&fs::read(file)?, CompressionLevel::Full)?;
    let [brotli, gzip] = files.map(|(_, file)| fs::metadata(file).map(|about| about.len()));
    Ok([brotli?, gzip?])
}

fn add(sum: &mut [u64; 2], more: [u64; 2]) {
    sum[0] += more[0];
    sum[1] += more[1];
}
