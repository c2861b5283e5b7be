//! The benchmarks: Garter and its peers on one server, in browsers.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail, ensure};

use super::browser::{Browser, CHROMIUM, Driver, FIREFOX, WEBKIT};
use super::serve::{Port, Server};
use super::{DRIVING, cargo};
use crate::compression_level::CompressionLevel;
use crate::site;
use crate::site::compress;
use crate::site::variants::Variant;
use crate::{files, root, tool};

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
const SERVED: [&str; 8] = ["html", "css", "js", "mjs", "wasm", "zip", "json", "pack"];

/// What can be measured, in this order.
const BENCHMARKS: [&str; 9] = [
    "start",
    "speed",
    "operations",
    "stop",
    "slices",
    "scroll",
    "memory",
    "soak",
    "growth",
];

/// Where it can be measured, by the names that are used on the command line.
const BROWSERS: [(&str, &Browser); 3] = [
    ("chromium", &CHROMIUM),
    ("firefox", &FIREFOX),
    ("webkit", &WEBKIT),
];

/// What is measured. A list has commas between its names; an empty one stands for all.
#[derive(Default)]
pub struct Choice {
    pub benchmarks: String,
    pub browsers: String,
    /// Of `benches/programs` and `benches/operations`.
    pub programs: String,
    /// What Garter is measured beside.
    pub peers: String,
    /// How often; `None` is as often as each benchmark thinks fit.
    pub rounds: Option<u32>,
}

/// Garter with loops that are compiled while a program runs: only where it is asked for.
const COMPILED: &str = "garter-compiled";

/// Builds, serves and measures.
pub fn run(choice: &Choice) -> Result<()> {
    measure(CompressionLevel::Full, choice)
}

/// Measures once what takes little time, to know that it can be measured. The figures say nothing, so two programs
/// will do.
pub fn check() -> Result<()> {
    let choice = Choice {
        benchmarks: "start,speed,operations,stop,slices".to_owned(),
        browsers: "chromium,firefox".to_owned(),
        programs: "fib,call".to_owned(),
        peers: String::new(),
        rounds: Some(1),
    };
    measure(CompressionLevel::Quick, &choice)
}

impl Choice {
    /// What the benchmarks have to know, as environment variables. A name that nobody knows is an error
    /// here, before anything is built that takes long.
    fn environment(&self) -> Result<Vec<(&'static str, String)>> {
        let benches = root().join("benches");
        let programs = files::below(&benches)?;
        let programs: Vec<&str> = programs
            .iter()
            .filter(|file| file.extension().is_some_and(|extension| extension == "py"))
            .filter_map(|file| file.file_stem()?.to_str())
            .collect();
        let peers: Vec<&str> = PEERS.iter().map(|(name, _)| *name).collect();
        let all = [vec!["garter", COMPILED], peers.clone()].concat();
        let chosen = if self.peers.is_empty() {
            peers
        } else {
            known("--peers", &self.peers, &all)?
        };
        let mut environment = vec![
            (
                "GARTER_BENCHMARKS",
                known("the benchmarks", &self.benchmarks, &BENCHMARKS)?.join(","),
            ),
            (
                "GARTER_PROGRAMS",
                known("--programs", &self.programs, &programs)?.join(","),
            ),
            ("GARTER_PEERS", chosen.join(",")),
        ];
        if let Some(rounds) = self.rounds {
            ensure!(rounds > 0, "--rounds is 0; it must be at least 1");
            environment.push(("GARTER_ROUNDS", rounds.to_string()));
        }
        Ok(environment)
    }

    /// Starts the drivers of the browsers. A browser that is not there, and cannot be installed, is left
    /// out.
    fn drivers(&self) -> Result<Vec<Driver>> {
        let names = BROWSERS.map(|(name, _)| name);
        let chosen = known("--browser", &self.browsers, &names)?;
        let mut drivers = Vec::new();
        for (name, browser) in BROWSERS {
            if !chosen.contains(&name) {
                continue;
            }
            match Driver::start(browser) {
                Ok(driver) => drivers.push(driver),
                Err(error) => println!("{name} is left out: {error:#}"),
            }
        }
        ensure!(!drivers.is_empty(), "there is no browser to measure in");
        Ok(drivers)
    }
}

/// The names in a list with commas, or all where it is empty; `what` is named where one is unknown.
fn known<'a>(what: &str, list: &'a str, all: &[&'a str]) -> Result<Vec<&'a str>> {
    if list.is_empty() {
        return Ok(all.to_vec());
    }
    let names: Vec<&str> = list.split(',').map(str::trim).collect();
    for name in &names {
        if !all.contains(name) {
            bail!("{what}: there is no {name:?}; there are {}", all.join(", "));
        }
    }
    Ok(names)
}

fn measure(level: CompressionLevel, choice: &Choice) -> Result<()> {
    // What is missing or misspelt is known before anything is built.
    let environment = choice.environment()?;
    let drivers = choice.drivers()?;
    site::build(level)?;
    let folder = root().join("target/bench/site");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(&root().join("benches/pages"), &folder)?;
    copy(&site::folder(), &folder.join("garter"))?;
    copy(&Variant::Unsliced.write()?, &folder.join("garter-unsliced"))?;
    copy(&Variant::Compiled.write()?, &folder.join(COMPILED))?;
    for (name, package) in PEERS {
        let source = root().join("node_modules").join(package);
        copy(&source, &folder.join(name))?;
    }
    println!("Compressing what is measured");
    for file in files::below(&folder)? {
        compress::beside(&file, level)?;
    }
    let server = Server::start(&folder, Port::take(0)?)?;
    tool::run(
        cargo("bench")
            .args(["--package", "garter", "--bench", "peers"])
            .args(DRIVING)
            // The benchmark only steers a browser: the tests' build of it will do.
            .args(["--profile", "dev"])
            .env("GARTER_URL", &server.address)
            .envs(environment)
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

/// What the benchmark makes of samples. Its tests run here: a benchmark has no harness that does.
#[cfg(test)]
#[path = "../../../benches/peers/figures.rs"]
#[allow(dead_code, reason = "what the benchmark needs and its tests do not")]
mod figures;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_names_all() {
        assert_eq!(
            known("--peers", "", &["a", "b"]).expect("known"),
            ["a", "b"]
        );
        assert_eq!(
            known("--peers", "b, a", &["a", "b"]).expect("known"),
            ["b", "a"]
        );
    }

    #[test]
    fn a_name_that_nobody_knows_is_told_with_those_that_are_known() {
        let choice = |name: &str| Choice {
            programs: name.to_owned(),
            ..Choice::default()
        };
        assert!(choice("fib,add").environment().is_ok());
        for (choice, parts) in [
            (choice("fib,fob"), ["--programs", "\"fob\"", "fib"]),
            (
                Choice {
                    peers: "cpython".to_owned(),
                    ..Choice::default()
                },
                ["--peers", "\"cpython\"", "pyodide"],
            ),
            (
                Choice {
                    benchmarks: "sped".to_owned(),
                    ..Choice::default()
                },
                ["the benchmarks", "\"sped\"", "speed"],
            ),
            (
                Choice {
                    rounds: Some(0),
                    ..Choice::default()
                },
                ["--rounds", "0", "1"],
            ),
        ] {
            let error = choice.environment().expect_err("unknown").to_string();
            for part in parts {
                assert!(error.contains(part), "{error}");
            }
        }
    }

    #[test]
    fn an_unknown_browser_is_refused_before_one_starts() {
        let choice = Choice {
            browsers: "safari".to_owned(),
            ..Choice::default()
        };
        let error = choice.drivers().err().expect("unknown").to_string();
        assert!(error.contains("chromium, firefox, webkit"), "{error}");
    }
}
