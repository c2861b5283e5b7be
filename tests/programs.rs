//! Runs programs natively and compares what a person sees with what `CPython` 3.14 shows:
//! those of `tests/programs`, `tests/cases` and `tests/consoles` with their recordings, and those of HumanEval with
//! their own checks.

mod corpus;
mod support;

use garter::protocol::Program;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let recorded = corpus::recorded().into_iter().map(|case| {
        Trial::test(case.name.clone(), move || {
            let run = support::run(Program {
                stdin: case.stdin.clone(),
                console: case.is_console,
                ..support::program(&case.source)
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
    let trials = recorded.chain(human_eval).collect();
    libtest_mimic::run(&arguments, trials).exit();
}
