//! Random programs, which Garter's interpreter runs natively and `CPython` 3.14 in Node: both have to print
//! the same.
//!
//!     ./garter cargo test --test random_programs                        the first few hundred
//!     ./garter cargo test --test random_programs -- compare 10000       so many, going on where it stopped
//!     ./garter cargo test --test random_programs -- compare 4711..4800  these
//!     ./garter cargo test --test random_programs -- show 4711           the program of a seed
//!
//! | file | idea |
//! |---|---|
//! | `grammar` | which programs there are, and how often |
//! | `random` | the choices of a seed |
//! | `program` | a program as a tree of statements |
//! | `engines` | the interpreters, each in a process of its own |
//! | `comparison` | what differs |
//! | `known` | what is known to differ, all in one list |
//! | `shrink` | the smallest program that still differs |
//! | `series` | a long comparison that can be broken off |

#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a program is text, and its grammar reads best where each piece is added as it will stand there"
)]

mod comparison;
mod engines;
mod grammar;
mod known;
mod program;
mod random;
mod series;
mod shrink;
#[path = "../support/mod.rs"]
mod support;

use std::io::stdin;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Mutex;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::engines::{ANSWER, Seen};

/// How many programs every test run compares: about half a minute.
const FEW: u64 = 300;

/// The argument with which a process of this program answers programs.
const ANSWER_PROGRAMS: &str = "answer-programs";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [ANSWER_PROGRAMS] => answer_programs(),
        ["show", seed] => print!(
            "{}",
            program::text(&grammar::program(seed.parse().expect("a seed")))
        ),
        ["compare", seeds] => return series::compare_on(seeds),
        _ => {
            let few = Trial::test("random_programs_do_what_cpython_does", || {
                series::compare(1..=FEW).map_err(Failed::from)
            });
            return libtest_mimic::run(&Arguments::from_args(), vec![few]).exit_code();
        }
    }
    ExitCode::SUCCESS
}

/// Runs the programs that come line by line, each as a JSON string.
fn answer_programs() {
    static PANIC: Mutex<Option<String>> = Mutex::new(None);
    std::panic::set_hook(Box::new(|panic| {
        PANIC
            .lock()
            .expect("nobody panics with it")
            .replace(panic.to_string());
    }));
    for line in stdin().lines() {
        let source: String = serde_json::from_str(&line.expect("a line")).expect("a text");
        let run = catch_unwind(AssertUnwindSafe(|| support::run(support::program(&source))));
        let answer = run.map(|run| Seen {
            stdout: run.stdout,
            stderr: run.stderr,
            exit: run.outcome.exit_code,
        });
        let answer = answer.map_err(|_| PANIC.lock().expect("as above").take());
        println!(
            "{ANSWER}{}",
            serde_json::to_string(&answer).expect("an answer")
        );
    }
}
