//! All tests, natively and in real browsers.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use super::browser::{Browser, CHROMIUM, Driver, FIREFOX, WEBKIT};
use super::serve::{Port, Server};
use super::{DRIVING, bench, cargo, check, conformance, scripts, wire};
use crate::compression_level::CompressionLevel;
use crate::interpreter::{packs, patched};
use crate::publish::{docs, integrations, pack, scorm};
use crate::site::variants::Variant;
use crate::{rustpython, site, tool};

/// What is run, and how.
pub struct Choice {
    /// Runs only those of the browser tests whose names contain it; empty runs everything.
    pub filter: String,
    /// The browser in which tests run, by the beginning of their names; `None` is Chromium and Firefox.
    pub browser: Option<String>,
    /// How many times slower the browsers are made.
    pub throttle: u32,
}

/// The browser that is not to be had on every system, and takes ten times as long: its tests run where it is asked for.
const ON_DEMAND: &str = "webkit";

/// The browsers, by the beginnings of their tests' names.
const BROWSERS: [(&str, &Browser); 3] = [
    ("chromium", &CHROMIUM),
    ("firefox", &FIREFOX),
    ("webkit", &WEBKIT),
];

/// Runs everything that was chosen; the first failure ends it.
///
/// # Errors
/// What failed, after it has said so itself.
pub fn run(choice: &Choice) -> Result<()> {
    let is_all = choice.filter.is_empty() && choice.browser.is_none();
    let browsers = Browsers::start(choice)?;
    if is_all {
        step("checks");
        check::run()?;
        step("lints of the wasm modules");
        lint_modules()?;
    }
    site::build(CompressionLevel::Quick)?;
    if is_all {
        step("bytes until the first output");
        wire::check()?;
        step("the command for authors, in Node.js");
        tool::run(&mut scripts::test_command()?)?;
        step("CPython's own tests, a part of them");
        conformance::check()?;
        step("programs, natively");
        packs::build()?;
        tool::run(patched::cargo("test")?.args(["--package", "garter", "--tests"]))?;
        step("tests of the changes to RustPython");
        rustpython::test("")?;
    }
    step("in browsers");
    browsers.test(&choice.filter)?;
    drop(browsers);
    if is_all {
        step("benchmarks, once each");
        bench::check()?;
        println!("All tests have passed.");
    }
    Ok(())
}

/// The browsers that the chosen tests need, with the names of these tests.
struct Browsers {
    tests: Vec<String>,
    drivers: Vec<Driver>,
}

impl Browsers {
    /// Finds the tests and starts the drivers of their browsers. What is missing is known before anything
    /// is built that takes long.
    fn start(choice: &Choice) -> Result<Self> {
        let Choice {
            filter,
            browser,
            throttle,
        } = choice;
        let chosen = BROWSERS.into_iter().filter(|(name, _)| match browser {
            Some(browser) => browser == name,
            None => *name != ON_DEMAND,
        });
        let names = BROWSERS.map(|(name, _)| name).join(" or ");
        ensure!(
            chosen.clone().count() > 0,
            "--browser is {}; it must be {names}",
            browser.as_deref().unwrap_or_default()
        );
        let tests = list(filter, chosen.clone().map(|(_, browser)| browser))?;
        ensure!(
            !tests.is_empty(),
            "no browser test has {filter:?} in its name; tests/browser holds them"
        );
        let is_needed = |name: &str| tests.iter().any(|test: &String| test.starts_with(name));
        let drivers = chosen
            .filter(|(name, _)| is_needed(name))
            .map(|(_, browser)| Driver::start_slowed(browser, *throttle))
            .collect::<Result<_>>()?;
        Ok(Self { tests, drivers })
    }

    /// Whether one of the tests belongs to a group: their names begin with the browser and the group.
    fn has(&self, group: &str) -> bool {
        self.tests
            .iter()
            .any(|test| test.split("::").nth(1) == Some(group))
    }

    /// Builds what these tests need besides `pkg/`, and runs them.
    fn test(&self, filter: &str) -> Result<()> {
        let serve = |folder: &Path| Server::start(folder, Port::take(0)?);
        let mut tests = browser_tests();
        let server = serve(&site::folder())?;
        let older = Variant::Older.write()?;
        let server_for_older = serve(&older)?;
        let isolated_server_for_older = Server::start_isolated(&older, Port::take(0)?)?;
        tests
            .env("GARTER_URL", &server.address)
            .env("GARTER_FOLDER", site::folder())
            .env("GARTER_LIBRARY", rustpython_pylib::LIB_PATH)
            .env("GARTER_FOLDER_OLDER", &older)
            .env("GARTER_URL_OLDER", &server_for_older.address)
            .env(
                "GARTER_URL_OLDER_ISOLATED",
                &isolated_server_for_older.address,
            );
        // Servers serve until these are dropped.
        let mut more = Vec::new();
        if self.has("packed") || self.has("offline") {
            pack::build(CompressionLevel::Quick)?;
            tests.env("GARTER_PACKED", pack::folder());
        }
        if self.has("integrations") {
            integrations::build()?;
            more.push(("GARTER_URL_INTEGRATIONS", serve(&integrations::folder())?));
            tests.env("GARTER_FOLDER_INTEGRATIONS", integrations::folder());
        }
        if self.has("accelerator") {
            for (name, variant) in [
                ("GARTER_URL_COMPILED", Variant::Compiled),
                ("GARTER_URL_EAGER", Variant::Eager),
                ("GARTER_URL_FORBIDDEN", Variant::Forbidden),
            ] {
                more.push((name, serve(&variant.write()?)?));
            }
        }
        if self.has("scorm") {
            scorm::build()?;
            more.push(("GARTER_URL_SCORM", serve(&scorm::folder())?));
        }
        if self.has("book") {
            docs::build()?;
            more.push(("GARTER_URL_DOCS", serve(&docs::folder())?));
        }
        tests.envs(more.iter().map(|(name, server)| (name, &server.address)));
        tests.envs(
            self.drivers
                .iter()
                .flat_map(|driver| driver.environment.clone()),
        );
        tool::run(tests.args(["--", filter]))
    }
}

/// The names of the tests in these browsers that contain `filter`. No browser is started for it.
fn list<'a>(filter: &str, browsers: impl Iterator<Item = &'a Browser>) -> Result<Vec<String>> {
    // Groups of tests are there only where their address is named.
    let groups = [
        "GARTER_URL",
        "GARTER_URL_INTEGRATIONS",
        "GARTER_URL_SCORM",
        "GARTER_URL_DOCS",
    ];
    let unused = groups
        .into_iter()
        .chain(browsers.flat_map(|browser| browser.variables));
    let listed = tool::output(
        browser_tests()
            .envs(unused.map(|name| (name, "unused")))
            .args(["--", "--list", filter]),
    )?;
    Ok(String::from_utf8(listed)?
        .lines()
        .filter_map(|line| Some(line.strip_suffix(": test")?.to_owned()))
        .collect())
}

fn browser_tests() -> Command {
    let mut tests = cargo("test");
    tests
        .args(["--package", "garter", "--test", "browser"])
        .args(DRIVING);
    tests
}

/// Clippy over what is compiled for browsers alone.
fn lint_modules() -> Result<()> {
    for features in ["frame", "frame,debug", "worker"] {
        tool::run(
            patched::cargo("clippy")?
                .args(["--quiet", "--package", "garter", "--lib"])
                .args(["--no-default-features", "--features", features])
                .args(["--target", "wasm32-unknown-unknown"])
                .args(["--target-dir", "target/lint"])
                .args(["--", "--deny", "warnings"]),
        )?;
    }
    Ok(())
}

fn step(name: &str) {
    println!("== {name}");
}
