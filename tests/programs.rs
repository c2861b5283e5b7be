//! Runs programs natively and compares what a person sees with what `CPython` 3.14 shows:
//! those of `tests/programs`, `tests/cases`, `tests/consoles` and `examples/gallery` with their recordings, and
//! those of HumanEval with their own checks.

mod corpus;
mod support;

use garter::options::modules::ModulePolicy;
use garter::protocol::{FileContent, Program};
use libtest_mimic::{Arguments, Failed, Trial};

use crate::corpus::Case;

fn main() {
    let arguments = Arguments::from_args();
    let recorded = corpus::recorded().into_iter().map(|case| {
        Trial::test(case.name.clone(), move || {
            let run = support::run(Program {
                console: case.is_console,
                ..program(&case)
            });
            case.check(&run.stdout, &run.stderr, run.outcome.exit_code)
                .map_err(Failed::from)
        })
    });
    let kept = corpus::recorded()
        .into_iter()
        .filter(|case| !case.is_console);
    let kept = kept.map(|case| {
        let name = format!("{} with only what it imports", case.name);
        Trial::test(name, move || {
            let run = support::run(Program {
                modules: Some(ModulePolicy::Allow(imported(&case.source))),
                ..program(&case)
            });
            case.check(&run.stdout, &run.stderr, run.outcome.exit_code)
                .map_err(Failed::from)
        })
    });
    let human_eval = corpus::human_eval().into_iter().map(|task| {
        Trial::test(task.name.clone(), move || {
            let run = support::run(support::program(&task.source));
            corpus::Task::check(&run.stdout, &run.stderr).map_err(Failed::from)
        })
    });
    let trials = recorded.chain(kept).chain(human_eval).collect();
    libtest_mimic::run(&arguments, trials).exit();
}

/// A program of the corpus, with what it reads.
fn program(case: &Case) -> Program {
    let files = case.files.iter();
    Program {
        stdin: case.stdin.clone(),
        files: files
            .map(|(name, text)| (name.clone(), FileContent::Text(text.clone())))
            .collect(),
        ..support::program(&case.source)
    }
}

/// The modules that a program names in its import statements.
fn imported(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in source.lines() {
        let line = line.trim_start();
        if let Some((_, rest)) = line.split_once("import_module(\"") {
            names.extend(rest.split('"').next().map(str::to_owned));
        }
        if let Some(rest) = line.strip_prefix("from ") {
            names.extend(rest.split(' ').next().map(str::to_owned));
        } else if let Some(rest) = line.strip_prefix("import ") {
            let modules = rest.split(['#', ';']).next().unwrap_or_default().split(',');
            names
                .extend(modules.filter_map(|part| Some(part.trim().split(' ').next()?.to_owned())));
        }
    }
    names
}
