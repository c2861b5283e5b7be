//! What it takes to compile SQLite, which is written in C, for WebAssembly.

use std::process::Command;

use anyhow::Result;

use crate::tool;

/// What SQLite is compiled with besides the crate's own choice. The first go: nothing reaches them from Python.
/// The last are SQLite's own defaults, which the crate changes.
const FLAGS: [&str; 11] = [
    "-USQLITE_ENABLE_API_ARMOR",
    "-USQLITE_ENABLE_BYTECODE_VTAB",
    "-USQLITE_ENABLE_DBPAGE_VTAB",
    "-USQLITE_ENABLE_OFFSET_SQL_FUNC",
    "-USQLITE_ENABLE_PREUPDATE_HOOK",
    "-USQLITE_ENABLE_SESSION",
    "-USQLITE_ENABLE_STMTVTAB",
    "-USQLITE_ENABLE_UNKNOWN_SQL_FUNCTION",
    "-USQLITE_ENABLE_UNLOCK_NOTIFY",
    "-DSQLITE_DEFAULT_PAGE_SIZE=4096",
    "-DSQLITE_DEFAULT_CACHE_SIZE=-2000",
];

/// Tells cargo how to compile C for WebAssembly.
///
/// # Errors
/// There is no clang, and it cannot be installed.
pub fn prepare(command: &mut Command) -> Result<()> {
    const COMPILER: &str = "clang";
    const ARCHIVER: &str = "llvm-ar";
    if !(tool::is_there(COMPILER) && tool::is_there(ARCHIVER)) {
        tool::install_packages(
            &["clang", "llvm"],
            "SQLite is compiled for WebAssembly with clang and llvm-ar",
        )?;
    }
    command
        .env("CC_wasm32_unknown_unknown", COMPILER)
        .env("AR_wasm32_unknown_unknown", ARCHIVER)
        .env("SQLITE_WASM_RS_FLAGS", FLAGS.join(" "));
    Ok(())
}
