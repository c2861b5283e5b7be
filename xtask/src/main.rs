//! Garter's build tool: `./garter` without arguments says what it can do.

mod compression_level;
mod dev;
mod files;
mod interpreter;
#[cfg(test)]
mod layers;
mod npm;
mod publish;
mod root;
mod rustpython;
mod series;
mod site;
mod tool;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::compression_level::CompressionLevel;
use crate::dev::serve::{Port, Server};
use crate::dev::{bench, check, conformance, live, test};
use crate::interpreter::packs;
use crate::publish::{docs, pack, packages};
use crate::root::root;

const HELP: &str = "\
./garter serve [--port N]   build the playground and serve it (port 8000)
       --dev                built fast, in a folder of its own; a change is built and shown at once; /debug.html
./garter check [--watch]    formats, lints, types and unit tests: no browser, no wasm; --watch: after each change
./garter test [NAME]        run all tests, natively and in real browsers; NAME: those in browsers it is part of
       --browser B          only in chromium or firefox; or in webkit, which runs a part of them
       --throttle N         with browsers that are N times slower, as on a slow machine
./garter bench [NAMES]      measure Garter beside its peers; NAMES: start,speed,operations,stop,slices,scroll,memory,soak,growth
       --browser B          only in these: chromium,firefox,webkit
       --programs P         only these of benches/programs and benches/operations, such as fib,loop
       --peers P            only beside these: pyodide,brython,skulpt,micropython; garter: beside none
       --rounds N           so many times
./garter conformance [MODULES]  CPython's own tests here and in CPython; MODULES: only these, such as test_set,test_json.test_decode
       --jobs N             so many modules at once; else as many as there are processors
       --built              with pkg/ as it is
       --part               only what ./garter test runs of them, without CPython
       --write              into the book, and the part that ./garter test runs
./garter split              record which functions of the interpreter come first, after a change of what begins
./garter packs              compile the standard library, for ./garter cargo test
./garter types              write target/types, what tsc needs: types, facts and languages for the scripts
./garter cargo ARGUMENTS    cargo over the patched RustPython: ./garter cargo test --lib
./garter rustpython         open, save, test and update the patches (rustpython/README.md)
./garter build [--full]     write pkg/, what a web server needs; --full: as small as it gets
./garter package            that, as packages for npm and PyPI, into target/packages/
./garter pack               write target/packed/: the playground as one file, for a USB stick, and for a server
./garter docs               build the book, with Python that runs in it, into target/docs/
";

const DEFAULT_PORT: u16 = 8000;

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("garter: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let mut command = None;
    let mut port = DEFAULT_PORT;
    let mut level = CompressionLevel::Quick;
    let mut which = String::new();
    let mut browser = None;
    let mut throttle = 1;
    let mut programs = String::new();
    let mut peers = String::new();
    let mut rounds = None;
    let mut is_dev = false;
    let mut watches = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = arguments.value()?.parse()?,
            Long("dev") => is_dev = true,
            Long("watch") => watches = true,
            Long("browser") => browser = Some(arguments.value()?.string()?),
            Long("programs") => programs = arguments.value()?.string()?,
            Long("peers") => peers = arguments.value()?.string()?,
            Long("rounds") => rounds = Some(arguments.value()?.parse()?),
            Long("throttle") => throttle = arguments.value()?.parse()?,
            Long("full") => level = CompressionLevel::Full,
            Long("help") | Short('h') => command = None,
            // What follows these is theirs.
            Value(name) if command.is_none() && name == "cargo" => {
                return rustpython::run_cargo(&rest(&mut arguments)?);
            }
            Value(name) if command.is_none() && name == "rustpython" => {
                return rustpython::run(&rest(&mut arguments)?);
            }
            Value(name) if command.is_none() && name == "conformance" => {
                return conformance::run(&conformance::Choice::of(arguments)?);
            }
            Value(name) if command.is_none() => command = Some(name.string()?),
            Value(names) if matches!(command.as_deref(), Some("test" | "bench")) => {
                which = names.string()?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    match command.as_deref() {
        Some("serve") if is_dev => live::serve(Port::take(port)?),
        Some("serve") => {
            let port = Port::take(port)?;
            site::build(level)?;
            let server = Server::start(&site::folder(), port)?;
            println!("Garter is at {}", server.address);
            server.wait()
        }
        Some("split") => site::recording::record(),
        // What the native tests need.
        Some("packs") => packs::build(),
        Some("types") => site::types::write(),
        Some("check") if watches => check::watch(),
        Some("check") => check::run(),
        Some("test") => test::run(&test::Choice {
            filter: which,
            browser,
            throttle,
        }),
        Some("bench") => bench::run(&bench::Choice {
            benchmarks: which,
            browsers: browser.unwrap_or_default(),
            programs,
            peers,
            rounds,
        }),
        Some("pack") => {
            site::build(CompressionLevel::Full)?;
            docs::build()?;
            pack::build(CompressionLevel::Full)?;
            println!("target/packed/ is ready");
            Ok(())
        }
        Some("package") => {
            site::build(CompressionLevel::Full)?;
            packages::build()?;
            println!("target/packages/ is ready");
            Ok(())
        }
        Some("docs") => {
            site::build(level)?;
            docs::build()?;
            println!("target/docs/ is ready");
            Ok(())
        }
        Some("build") => {
            site::build(level)?;
            println!("pkg/ is ready");
            Ok(())
        }
        Some(other) => bail!("there is no command {other:?}\n\n{HELP}"),
        None => {
            print!("{HELP}");
            Ok(())
        }
    }
}

/// All arguments that are left, as they are.
fn rest(arguments: &mut lexopt::Parser) -> Result<Vec<String>> {
    arguments
        .raw_args()?
        .map(|argument| Ok(argument.string()?))
        .collect()
}
