//! What a developer of Garter runs: the server, the checks, the tests, the benchmarks.

pub mod bench;
mod browser;
pub mod check;
pub mod conformance;
mod display;
#[cfg(test)]
mod facts;
pub mod live;
pub mod scripts;
pub mod serve;
pub mod test;
mod throttle;
mod wire;

use std::process::Command;

use crate::{root, tool};

/// What builds the tests and benchmarks that steer a browser: they need no interpreter, whose native
/// build takes a quarter of an hour.
const DRIVING: [&str; 3] = ["--no-default-features", "--features", "drive"];

/// The build tool applies the patches to `RustPython`, so nothing patched is linked into it.
const BUILD_TOOL: &str = "xtask";

/// A command of cargo for what links no interpreter: the build tool, and what steers a browser. Everything
/// else is built over the patched crates, by [`patched::cargo`](crate::interpreter::patched::cargo).
fn cargo(command: &str) -> Command {
    let mut cargo = Command::new(tool::cargo());
    cargo.current_dir(root()).arg(command);
    cargo
}
