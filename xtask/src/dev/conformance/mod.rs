//! `./garter conformance`: `CPython`'s own tests, as Debian packages them, in the interpreter that is deployed and in
//! `CPython` 3.14 (the oracle). What counts are the methods that the oracle passes.

mod engine;
mod modules;
mod outcome;
mod part;
mod process;
mod reasons;
mod report;
mod results;
mod stage;
mod watch;

use std::num::NonZero;

use anyhow::{Context, Result, ensure};
use lexopt::prelude::*;

use self::engine::Engine;
use self::modules::{Module, at_once, jobs};
use self::outcome::Results;
pub use self::part::check;
use self::reasons::Reasons;
use self::report::Report;
use self::results::Known;
use crate::compression_level::CompressionLevel;
use crate::{npm, root, site};

/// What is run, and what becomes of the result.
#[derive(Default)]
pub struct Choice {
    /// Only these modules, with commas between them; empty is all.
    pub modules: String,
    /// How many modules are run at once; without it, as many as there are processors.
    pub jobs: Option<NonZero<usize>>,
    /// Whether `pkg/` is taken as it is.
    pub is_built: bool,
    /// Whether only the part runs that `./garter test` runs, without the oracle.
    pub is_part: bool,
    /// Whether the book, and the part that `./garter test` runs, are written from the result.
    pub writes: bool,
}

impl Choice {
    /// Reads what is left of the command's words.
    ///
    /// # Errors
    /// A word that is no option, or a value that does not fit.
    pub fn of(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut choice = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("jobs") => choice.jobs = Some(arguments.value()?.parse()?),
                Long("built") => choice.is_built = true,
                Long("part") => choice.is_part = true,
                Long("write") => choice.writes = true,
                Value(names) if choice.modules.is_empty() => choice.modules = names.string()?,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(choice)
    }
}

/// Runs the modules that are wanted, except for what is known from a run of the same builds, and prints the table.
///
/// # Errors
/// Something that is needed is missing; not that methods fail.
pub fn run(choice: &Choice) -> Result<()> {
    stage::install()?;
    if choice.is_built {
        npm::install()?;
    } else {
        site::build(CompressionLevel::Quick)?;
    }
    if choice.is_part {
        return check();
    }
    let wanted: Vec<_> = choice
        .modules
        .split(',')
        .filter(|name| !name.is_empty())
        .collect();
    let names = stage::modules()?;
    for name in &wanted {
        ensure!(
            names.iter().any(|known| known == name),
            "there is no module {name} in {}; they are called like test_set and test_json.test_decode",
            stage::ORIGINAL
        );
    }
    let is_all = wanted.is_empty();
    let names = names
        .into_iter()
        .filter(|name| is_all || wanted.contains(&name.as_str()));
    let modules = all(names.collect(), jobs(choice.jobs))?;
    let reasons = Reasons::read(&root().join(reasons::FILE))?;
    let report = Report::of(&modules, &reasons, is_all);
    print!("{}", report.text());
    if !is_all {
        print!("{}", report.failures());
    }
    if choice.writes {
        report.write().context("the book is not written")?;
        part::record(&modules)?;
    }
    Ok(())
}

/// Both engines' results of these modules, some of them at once.
fn all(names: Vec<String>, jobs: usize) -> Result<Vec<Module>> {
    let (oracle, garter) = (Known::of(Engine::Oracle)?, Known::of(Engine::Garter)?);
    at_once(names, jobs, |name| {
        let of_oracle = oracle.results(&name, None)?;
        let passed = of_oracle.passed();
        let here = if passed.is_empty() {
            Results::default()
        } else {
            garter.results(&name, Some(&passed))?
        };
        Ok(Module {
            name,
            oracle: of_oracle,
            here,
        })
    })
}
