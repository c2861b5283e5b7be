//! Garter's build tool: `./garter` without arguments says what it can do.

mod bench;
mod browser;
mod compress;
mod declarations;
mod docs;
mod files;
mod gallery;
mod integrations;
mod licences;
mod npm;
mod offline;
mod pack;
mod package;
mod packages;
mod packs;
mod page;
mod patched;
mod preset;
mod rustpython;
mod serve;
mod single;
mod site;
mod tables;
mod test;
mod tool;
mod wasm;
mod wire;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::serve::{Port, Server};
use crate::site::Effort;

const HELP: &str = "\
./garter serve [--port N]   build the playground and serve it (port 8000)
./garter test [NAME]        run all tests, natively and in real browsers; NAME: those in browsers it is part of
./garter bench [NAMES]      measure Garter beside its peers; NAMES: start,speed,stop,slices,memory,soak,growth
./garter packs              compile the standard library, for ./garter cargo test
./garter cargo ARGUMENTS    cargo over the patched RustPython: ./garter cargo test --lib
./garter rustpython         open, save, test and update the patches (rustpython/README.md)
./garter build [--full]     write pkg/, what a web server needs; --full: as small as it gets
./garter package            that, as packages for npm and PyPI, into target/packages/
./garter pack               write target/packed/: the playground as one file, for a USB stick, and for a server
./garter docs               build the book, with Python that runs in it, into target/docs/
";

const DEFAULT_PORT: u16 = 8000;

/// The repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the repository")
        .to_owned()
}

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
    let mut effort = Effort::Quick;
    let mut which = String::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = arguments.value()?.parse()?,
            Long("full") => effort = Effort::Full,
            Long("help") | Short('h') => command = None,
            // What follows these two is theirs.
            Value(name) if command.is_none() && name == "cargo" => {
                return rustpython::run_cargo(&rest(&mut arguments)?);
            }
            Value(name) if command.is_none() && name == "rustpython" => {
                return rustpython::run(&rest(&mut arguments)?);
            }
            Value(name) if command.is_none() => command = Some(name.string()?),
            Value(names) if matches!(command.as_deref(), Some("test" | "bench")) => {
                which = names.string()?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    match command.as_deref() {
        Some("serve") => {
            let port = Port::take(port)?;
            site::build(effort)?;
            let server = Server::start(&site::folder(), port)?;
            println!("Garter is at {}", server.address);
            server.wait()
        }
        // What the native tests need.
        Some("packs") => packs::build(),
        Some("test") => test::run(&which),
        Some("bench") => bench::run(&which),
        Some("pack") => {
            site::build(Effort::Full)?;
            docs::build()?;
            pack::build(Effort::Full)?;
            println!("target/packed/ is ready");
            Ok(())
        }
        Some("package") => {
            site::build(Effort::Full)?;
            packages::build()?;
            println!("target/packages/ is ready");
            Ok(())
        }
        Some("docs") => {
            site::build(effort)?;
            docs::build()?;
            println!("target/docs/ is ready");
            Ok(())
        }
        Some("build") => {
            site::build(effort)?;
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
