//! `./garter conformance`: `CPython`'s own tests, as Debian packages them, in the interpreter that is deployed and in
//! `CPython` 3.14 (the oracle). What counts are the methods that the oracle passes.

mod engine;
mod part;
mod process;
mod reasons;
mod report;
mod results;
mod stage;

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

use anyhow::{Result, ensure};

use self::engine::Engine;
pub use self::part::check;
use self::reasons::Reasons;
use self::report::Report;
use self::results::{Known, Results};
use crate::compression_level::CompressionLevel;
use crate::{npm, root, site};

/// What is run, and what becomes of the result.
pub struct Choice {
    /// Only these modules, with commas between them; empty is all.
    pub modules: String,
    /// How many modules are run at once; without it, as many as there are processors.
    pub jobs: Option<NonZero<usize>>,
    /// Whether `pkg/` is taken as it is.
    pub is_built: bool,
    /// Whether the book, and the part that `./garter test` runs, are written from the result.
    pub writes: bool,
}

/// What one module's methods became in both engines.
pub struct Module {
    pub name: String,
    pub oracle: Results,
    /// Of the methods that the oracle passes.
    pub here: Results,
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
    let wanted: Vec<_> = choice.modules.split(',').filter(|name| !name.is_empty()).collect();
    let names = stage::modules()?;
    for name in &wanted {
        ensure!(
            names.iter().any(|known| known == name),
            "there is no module {name} in {}; they are called like test_set and test_json.test_decode",
            stage::ORIGINAL
        );
    }
    let is_all = wanted.is_empty();
    ensure!(
        is_all || !choice.writes,
        "--write needs the result of all modules: leave {} out",
        choice.modules
    );
    let names = names.into_iter().filter(|name| is_all || wanted.contains(&name.as_str()));
    let modules = all(names.collect(), jobs(choice.jobs))?;
    let reasons = Reasons::read(&root().join(reasons::FILE))?;
    let report = Report::of(&modules, &reasons, is_all);
    print!("{}", report.text());
    if !is_all {
        print!("{}", report.failures());
    }
    if choice.writes {
        report.write()?;
        part::record(&modules)?;
    }
    Ok(())
}

/// How many modules are run at once.
fn jobs(wanted: Option<NonZero<usize>>) -> usize {
    let all = || thread::available_parallelism();
    wanted.or_else(|| all().ok()).map_or(1, NonZero::get)
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

/// What work makes of each item, in their order; the first error is returned when all that has begun is done.
fn at_once<I: Send, R: Send>(
    items: Vec<I>,
    jobs: usize,
    work: impl Fn(I) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let waiting = Mutex::new(items.into_iter().enumerate().collect::<VecDeque<_>>());
    let done = Mutex::new(Vec::new());
    let take = || waiting.lock().expect("nobody panics with it").pop_front();
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some((index, item)) = take() {
                    let result = work(item);
                    if result.is_err() {
                        waiting.lock().expect("nobody panics with it").clear();
                    }
                    done.lock().expect("nobody panics with it").push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("nobody panicked with it");
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
