//! All tests, natively and in real browsers.

use std::process::Command;

use anyhow::Result;

use crate::browser::Driver;
use crate::serve::{Port, Server};
use crate::site::{self, Effort};
use crate::{npm, packs, patched, root, tool};

/// Runs everything; the first failure ends it.
pub fn run() -> Result<()> {
    packs::build()?;
    lint()?;
    site::build(Effort::Quick)?;

    // The library's tests also write the types that the scripts are checked against.
    step("native tests");
    tool::run(cargo("test").args(["--workspace", "--lib", "--bins"]))?;
    step("types of the scripts");
    tool::run(&mut npm::program("tsc"))?;
    step("programs, natively and in Chromium");
    let server = Server::start(&site::folder(), Port::take(0)?)?;
    let older = site::write_for_older_browsers()?;
    let server_for_older = Server::start(&older, Port::take(0)?)?;
    let isolated_server_for_older = Server::start_isolated(&older, Port::take(0)?)?;
    let driver = Driver::start()?;
    tool::run(
        cargo("test")
            .args(["--package", "garter", "--tests"])
            .env("GARTER_URL", &server.address)
            .env("GARTER_FOLDER", site::folder())
            .env("GARTER_URL_OLDER", &server_for_older.address)
            .env(
                "GARTER_URL_OLDER_ISOLATED",
                &isolated_server_for_older.address,
            )
            .env("GARTER_WEBDRIVER", &driver.address)
            .env("GARTER_CHROME", &driver.browser),
    )?;
    println!("All tests have passed.");
    Ok(())
}

fn lint() -> Result<()> {
    step("format and lints");
    tool::run(cargo("fmt").args(["--all", "--check"]))?;
    let deny = ["--", "--deny", "warnings"];
    tool::run(
        cargo("clippy")
            .args(["--quiet", "--workspace", "--all-targets"])
            .args(deny),
    )?;
    for room in ["page", "worker"] {
        tool::run(
            cargo("clippy")
                .args([
                    "--quiet",
                    "--package",
                    "garter",
                    "--lib",
                    "--no-default-features",
                ])
                .args(["--features", room, "--target", "wasm32-unknown-unknown"])
                .args(["--target-dir", "target/lint"])
                .args(patched::cargo_arguments()?)
                .args(deny),
        )?;
    }
    Ok(())
}

fn step(name: &str) {
    println!("== {name}");
}

fn cargo(command: &str) -> Command {
    let mut cargo = Command::new(tool::cargo());
    cargo.current_dir(root()).arg(command);
    cargo
}
