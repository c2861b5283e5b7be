//! The patches of `RustPython`: `./garter rustpython` opens them as a git repository, saves what was
//! changed there, runs their tests and brings them to another release.

mod readme;
mod update;
mod work;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::interpreter::{packs, patched};
use crate::series::Series;
use crate::{files, root, tool};

const HELP: &str = "\
./garter rustpython open             make target/rustpython, a git repository with one commit a topic
./garter rustpython save             write its commits to rustpython/
./garter rustpython test [TOPIC]     run the topics' native tests
./garter rustpython update VERSION   bring the series to another release; once more to go on after a conflict
";

/// Runs a command of these.
pub fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["open"] => work::open(),
        ["save"] => work::save(),
        ["test"] => test(""),
        ["test", topic] => test(topic),
        ["update", version] => update::run(version),
        [] => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no such command\n\n{HELP}"),
    }
}

/// Runs the native tests of all topics, or of one.
pub fn test(topic: &str) -> Result<()> {
    if !topic.is_empty() {
        let topics = Series::read(&root())?.topics;
        let known = topics.iter().any(|known| known.name == topic);
        known
            .then_some(())
            .with_context(|| format!("there is no topic {topic}; rustpython/series lists them"))?;
    }
    packs::build()?;
    let mut command = patched::cargo("test")?;
    command.args(["--package", "garter", "--test", "rustpython"]);
    if !topic.is_empty() {
        command.args(["--", &format!("{}::", topic.replace('-', "_"))]);
    }
    tool::run(&mut command)
}

/// The Rust files of the overlay.
pub fn overlay_sources() -> Result<Vec<PathBuf>> {
    let mut sources = files::below(&root().join("rustpython/overlay"))?;
    sources.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    Ok(sources)
}

/// Runs cargo as it was asked for, over the patched crates.
pub fn run_cargo(arguments: &[String]) -> Result<()> {
    let Some((subcommand, rest)) = arguments.split_first() else {
        bail!("which command of cargo? For example ./garter cargo test --lib");
    };
    tool::run(patched::cargo(subcommand)?.args(rest))
}
