//! What is said about what does not work: thousands of wrong calls, operators, conversions and statements, which
//! Garter's interpreter does natively and `CPython` 3.14 in Node. Both have to say the same.
//!
//!     ./garter cargo test --test messages                   both, and whether they say the same often enough
//!     ./garter cargo test --test messages -- list           what each group says otherwise, one kind a line
//!     ./garter cargo test --test messages -- list methods   the same of one group
//!
//! `calls.py` is the generator, which both run.

mod answering;
#[path = "../random_programs/engines.rs"]
mod engines;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::answering::answer_programs;
use crate::engines::{Answer, Engine};

/// The argument with which a process of this program answers programs.
const ANSWER_PROGRAMS: &str = "answer-programs";

/// The groups of `calls.py`, into how many programs each is divided because of the output budget, and how many of a
/// thousand texts are the same at least. Whoever mends a kind of text raises the number.
const GROUPS: [(&str, usize, usize); 7] = [
    ("operators", 2, 993),
    ("protocols", 1, 965),
    ("calls_of_functions", 1, 981),
    ("builtin_functions", 2, 928),
    ("methods", 4, 955),
    ("modules", 4, 884),
    ("conversions", 2, 930),
];

/// How many wrong things there are at least that `CPython` says something about.
const LEAST_TEXTS: usize = 35_000;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [ANSWER_PROGRAMS] => answer_programs(),
        ["list"] => list(|_| true),
        ["list", group] => list(|name| name == group),
        _ => {
            let compared = Trial::test("wrong_calls_are_told_in_the_words_of_cpython", || {
                compare().map_err(Failed::from)
            });
            return libtest_mimic::run(&Arguments::from_args(), vec![compared]).exit_code();
        }
    }
    ExitCode::SUCCESS
}

/// What is done, and what is said about it.
type Texts = BTreeMap<String, String>;

/// What an interpreter says about all that a group does.
fn texts(engine: &mut Engine, group: &str, parts: usize) -> Result<Texts, String> {
    let mut texts = Texts::new();
    for part in 0..parts {
        let program = format!(
            "{}\n\nattempt_all({group:?}, {part}, {parts})\n",
            include_str!("calls.py")
        );
        let seen = match engine.answer(&program) {
            Answer::Seen(seen) if seen.exit == 0 => seen,
            Answer::Seen(seen) => return Err(format!("{group}: {}", seen.stderr)),
            other => return Err(format!("{group}: {other:?}")),
        };
        for line in seen.stdout.lines() {
            if let Some((code, text)) = line.rsplit_once('\t') {
                texts.insert(code.to_owned(), text.to_owned());
            }
        }
    }
    Ok(texts)
}

/// What `CPython` and Garter say where one of them says something: what is done, and both texts.
fn both(group: &str, parts: usize) -> Result<Vec<(String, String, String)>, String> {
    let cpython = texts(&mut Engine::cpython(), group, parts)?;
    let mut garter = texts(&mut Engine::garter(), group, parts)?;
    let texts = cpython.into_iter().map(|(code, text)| {
        let other = garter
            .remove(&code)
            .unwrap_or_else(|| "not there".to_owned());
        (code, text, other)
    });
    Ok(texts
        .filter(|(_, text, other)| text != "ok" || other != "ok")
        .collect())
}

fn compare() -> Result<(), String> {
    let (mut all, mut same) = (0, 0);
    let mut complaints = Vec::new();
    for (group, parts, least) in GROUPS {
        let texts = both(group, parts)?;
        let alike = texts
            .iter()
            .filter(|(_, text, other)| text == other)
            .count();
        println!("{group}: {alike} of {}", texts.len());
        if alike * 1000 < texts.len() * least {
            complaints.push(format!(
                "{group}: only {alike} of {} texts are those of CPython, and {least} in a thousand were; \
                 ./garter cargo test --test messages -- list {group} shows the others",
                texts.len()
            ));
        }
        all += texts.len();
        same += alike;
    }
    println!("together: {same} of {all}");
    assert!(all >= LEAST_TEXTS, "only {all} texts");
    if complaints.is_empty() {
        Ok(())
    } else {
        Err(complaints.join("\n"))
    }
}

/// Prints the texts that differ, those first of which there are most.
fn list(is_wanted: impl Fn(&str) -> bool) {
    for (group, parts, _) in GROUPS.into_iter().filter(|(group, ..)| is_wanted(group)) {
        let mut kinds = BTreeMap::<_, Vec<_>>::new();
        for (code, text, other) in both(group, parts).expect("both answer") {
            if text != other {
                let kind = (without_names(&text), without_names(&other));
                kinds.entry(kind).or_default().push((code, text, other));
            }
        }
        let mut kinds: Vec<_> = kinds.into_values().collect();
        kinds.sort_by_key(|kind| std::cmp::Reverse(kind.len()));
        for kind in kinds {
            let (code, text, other) = &kind[0];
            println!("{} {code}\n    {text}\n    {other}", kind.len());
        }
    }
}

/// A text without what is quoted in it, so that texts of one kind are equal.
fn without_names(text: &str) -> String {
    let unquoted = text.get(1..text.len().saturating_sub(1)).unwrap_or(text);
    let mut pieces = unquoted.split(['\'', '"']);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces
        .skip(1)
        .step_by(2)
        .fold(first, |kind, piece| kind + "*" + piece)
}
