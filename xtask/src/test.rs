//! All tests, natively and in real browsers.

use std::process::Command;

use anyhow::Result;

use crate::browser::{CHROMIUM, Driver, FIREFOX};
use crate::serve::{Port, Server};
use crate::site::{self, Effort, Variant};
use crate::{bench, docs, integrations, npm, pack, packs, root, rustpython, tool, wire};

/// Runs everything; the first failure ends it. With a filter, runs only those of the browser tests
/// whose names contain it.
pub fn run(filter: &str) -> Result<()> {
    packs::build()?;
    if filter.is_empty() {
        lint()?;
    }
    site::build(Effort::Quick)?;
    pack::build(Effort::Quick)?;
    if !filter.is_empty() {
        return browser_tests(&["--test", "browser"], filter);
    }

    step("bytes until the first output");
    wire::check()?;
    // The library's tests also write the types that the scripts are checked against.
    step("native tests");
    tool::run(cargo("test").args(["--package", BUILD_TOOL]))?;
    tool::run(
        rustpython::cargo("test")?
            .args(["--workspace", "--exclude", BUILD_TOOL])
            .args(["--lib", "--bins"]),
    )?;
    step("native tests of the patches");
    rustpython::test("")?;
    step("types of the scripts");
    tool::run(&mut npm::program("tsc"))?;
    step("programs, natively and in browsers");
    browser_tests(&["--tests"], "")?;
    step("benchmarks, once each");
    bench::check()?;
    println!("All tests have passed.");
    Ok(())
}

fn browser_tests(which: &[&str], filter: &str) -> Result<()> {
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
    let drivers = [Driver::start(&CHROMIUM)?, Driver::start(&FIREFOX)?];
    tool::run(
        rustpython::cargo("test")?
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
    // Cargo does not know these sources: they become part of the patched crates.
    tool::run(
        Command::new("rustfmt")
            .args(["--check", "--edition", "2024"])
            .args(rustpython::overlay_sources()?),
    )?;
    let deny = ["--", "--deny", "warnings"];
    tool::run(
        cargo("clippy")
            .args(["--quiet", "--package", BUILD_TOOL, "--all-targets"])
            .args(deny),
    )?;
    tool::run(
        rustpython::cargo("clippy")?
            .args(["--quiet", "--workspace", "--exclude", BUILD_TOOL])
            .arg("--all-targets")
            .args(deny),
    )?;
    for room in ["page", "worker"] {
        tool::run(
            rustpython::cargo("clippy")?
                .args(["--quiet", "--package", "garter", "--lib"])
                .arg("--no-default-features")
                .args(["--features", room, "--target", "wasm32-unknown-unknown"])
                .args(["--target-dir", "target/lint"])
                .args(deny),
        )?;
    }
    Ok(())
}

/// It applies the patches, so nothing patched is linked into it.
const BUILD_TOOL: &str = "xtask";

fn step(name: &str) {
    println!("== {name}");
}

fn cargo(command: &str) -> Command {
    let mut cargo = Command::new(tool::cargo());
    cargo.current_dir(root()).arg(command);
    cargo
}
