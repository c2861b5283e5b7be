//! `wasm-opt` over a module, for what is deployed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{files, npm, root, tool};

/// The features are named one by one because with `--all-features` Binaryen 132 writes an import
/// section that no browser loads.
const ARGUMENTS: [&str; 10] = [
    "-O2",
    "--enable-exception-handling",
    "--enable-reference-types",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-extended-const",
];

/// The optimised version of a module. It takes minutes (npm's Binaryen runs in Node), so it is
/// kept in `target/optimized` by the module's content.
pub fn optimized(wasm: &Path) -> Result<PathBuf> {
    let folder = root().join("target/optimized");
    fs::create_dir_all(&folder)?;
    let stamp = files::stamp_of(&fs::read(wasm)?).with(&ARGUMENTS.concat());
    let result = folder.join(format!("{}.wasm", stamp.name()));
    if !result.exists() {
        println!("Optimising {} (this takes minutes)", wasm.display());
        // Written under another name first: a file that was left half-written must not count.
        let unfinished = result.with_extension("unfinished");
        tool::run(
            npm::program("wasm-opt")
                .args(ARGUMENTS)
                .arg(wasm)
                .arg("-o")
                .arg(&unfinished),
        )?;
        fs::rename(&unfinished, &result)?;
    }
    Ok(result)
}
