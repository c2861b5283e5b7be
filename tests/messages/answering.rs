//! Garter's side of a comparison with `CPython`: a process that runs programs natively and says what they print.

use std::io::stdin;

use crate::engines::{ANSWER, Seen};
use crate::support;

/// Runs the programs that come line by line, each as a JSON string.
pub fn answer_programs() {
    for line in stdin().lines() {
        let source: String = serde_json::from_str(&line.expect("a line")).expect("a text");
        let run = support::run(support::program(&source));
        let answer: Result<_, String> = Ok(Seen {
            stdout: run.stdout,
            stderr: run.stderr,
            exit: run.outcome.exit_code,
        });
        let answer = serde_json::to_string(&answer).expect("an answer");
        println!("{ANSWER}{answer}");
    }
}
