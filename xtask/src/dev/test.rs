//! All tests, natively and in real browsers.

use std::process::Command;

use anyhow::Result;

use super::browser::{CHROMIUM, Driver, FIREFOX};
use super::serve::{Port, Server};
use super::{bench, scripts, wire};
use crate::effort::Effort;
use crate::interpreter::{packs, patched};
use crate::publish::{docs, integrations, pack};
use crate::site;
use crate::site::variants::Variant;
use crate::{root, tool};

/// What is run, and how.
pub struct Choice {
    /// Runs only those of the browser tests whose names contain it; empty runs everything.
    pub filter: String,
    /// How many times slower the browsers are made.
    pub throttle: u32,
}

/// Runs everything that was chosen; the first failure ends it.
pub fn run(choice: &Choice) -> Result<()> {
    let Choice { filter, throttle } = choice;
    packs::build()?;
    if filter.is_empty() {
        lint()?;
    }
    site::build(Effort::Quick)?;
    pack::build(Effort::Quick)?;
    if !filter.is_empty() {
        return browser_tests(&["--test", "browser"], filter, *throttle);
    }

    step("bytes until the first output");
    wire::check()?;
    // The library's tests also write the types that the scripts are checked against.
    step("native tests");
    tool::run(cargo("test").args(["--workspace", "--lib", "--bins"]))?;
    step("types of the scripts");
    scripts::check_types()?;
    step("unit tests of the scripts");
    scripts::test()?;
    step("programs, natively and in browsers");
    browser_tests(&["--tests"], "", *throttle)?;
    step("benchmarks, once each");
    bench::check()?;
    println!("All tests have passed.");
    Ok(())
}

fn browser_tests(which: &[&str], filter: &str, throttle: u32) -> Result<()> {
    let server = Server::start(&site::folder(), Port::take(0)?)?;
    let older = Variant::Older.write()?;
    let server_for_older = Server::start(&older, Port::take(0)?)?;
    let isolated_server_for_older = Server::start_isolated(&older, Port::take(0)?)?;
    let is_for_integrations = filter.is_empty() || filter.contains("integrations");
    let server_for_integrations = if is_for_integrations {
        integrations::build()?;
        Some(Server::start(&integrations::folder(), Port::take(0)?)?)
    } else {
        None
    };
    let server_for_docs = if filter.is_empty() || filter.contains("book") {
        docs::build()?;
        Some(Server::start(&docs::folder(), Port::take(0)?)?)
    } else {
        None
    };
    let drivers = [
        Driver::start_slowed(&CHROMIUM, throttle)?,
        Driver::start_slowed(&FIREFOX, throttle)?,
    ];
    tool::run(
        cargo("test")
            .args(["--package", "garter"])
            .args(which)
            .env("GARTER_URL", &server.address)
            .env("GARTER_FOLDER", site::folder())
            .env("GARTER_PACKED", pack::folder())
            .env("GARTER_LIBRARY", rustpython_pylib::LIB_PATH)
            .env("GARTER_URL_OLDER", &server_for_older.address)
            .env(
                "GARTER_URL_OLDER_ISOLATED",
                &isolated_server_for_older.address,
            )
            .env("GARTER_FOLDER_INTEGRATIONS", integrations::folder())
            .envs(
                server_for_integrations
                    .iter()
                    .map(|server| ("GARTER_URL_INTEGRATIONS", &server.address)),
            )
            .envs(
                server_for_docs
                    .iter()
                    .map(|server| ("GARTER_URL_DOCS", &server.address)),
            )
            .envs(drivers.iter().flat_map(|driver| driver.environment.clone()))
            .args(["--", filter]),
    )
}

fn lint() -> Result<()> {
    step("format and lints");
    tool::run(cargo("fmt").args(["--all", "--check"]))?;
    scripts::lint()?;
    let deny = ["--", "--deny", "warnings"];
    tool::run(
        cargo("clippy")
            .args(["--quiet", "--workspace", "--all-targets"])
            .args(deny),
    )?;
    for room in ["frame", "worker"] {
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
