//! What is said of that which is built in: docstrings, signatures and the names that `dir` lists, in Garter's interpreter
//! natively and in `CPython` 3.14 in Node.
//!
//!     ./garter cargo test --test docstrings                            both, and whether they say the same often enough
//!     ./garter cargo test --test docstrings -- list docs classes       what Garter says otherwise, of one comparison
//!
//! `texts.py` lists the texts, in both.

#[path = "../messages/answering.rs"]
mod answering;
#[path = "../random_programs/engines.rs"]
mod engines;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Duration;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::answering::answer_programs;
use crate::engines::{Answer, Engine};

/// The argument with which a process of this program answers programs.
const ANSWER_PROGRAMS: &str = "answer-programs";

/// What is compared, of what, into how many programs it is divided because of the output budget, and how many of a thousand
/// texts are the same at least, of those things that are there. Whoever mends a text raises the number.
const COMPARISONS: [(&str, &str, usize, usize); 8] = [
    ("docs", "builtins", 1, 990),
    ("docs", "classes", 2, 995),
    ("docs", "modules", 8, 960),
    ("signatures", "builtins", 1, 990),
    ("signatures", "classes", 2, 995),
    ("signatures", "modules", 4, 970),
    ("names", "classes", 1, 980),
    ("names", "modules", 1, 990),
];

/// A program imports half of the library and describes thousands of things.
const MOST_TIME: Duration = Duration::from_mins(10);

/// How many texts there are at least.
const LEAST_TEXTS: usize = 10_000;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [ANSWER_PROGRAMS] => answer_programs(),
        ["list", kind, group] => list(kind, group),
        _ => {
            let compared = Trial::test("what_is_built_in_says_what_cpython_says", || {
                compare().map_err(Failed::from)
            });
            return libtest_mimic::run(&Arguments::from_args(), vec![compared]).exit_code();
        }
    }
    ExitCode::SUCCESS
}

/// What an interpreter says, by where it stands.
type Texts = BTreeMap<String, String>;

fn texts(engine: &mut Engine, kind: &str, group: &str, parts: usize) -> Result<Texts, String> {
    let mut texts = Texts::new();
    for part in 0..parts {
        let program = format!(
            "{}\n\ntell_all({kind:?}, {group:?}, {part}, {parts})\n",
            include_str!("texts.py")
        );
        let seen = match engine.answer(&program) {
            Answer::Seen(seen) if seen.exit == 0 => seen,
            Answer::Seen(seen) => return Err(format!("{kind} of {group}: {}", seen.stderr)),
            other => return Err(format!("{kind} of {group}: {other:?}")),
        };
        for line in seen.stdout.lines() {
            if let Some((place, text)) = line.rsplit_once('\t') {
                texts.insert(place.to_owned(), text.to_owned());
            }
        }
    }
    Ok(texts)
}

/// What both say: the place, the text of `CPython`, and Garter's if the thing is there.
fn both(
    kind: &str,
    group: &str,
    parts: usize,
) -> Result<Vec<(String, String, Option<String>)>, String> {
    let cpython = texts(
        &mut Engine::cpython().patient(MOST_TIME),
        kind,
        group,
        parts,
    )?;
    let mut garter = texts(&mut Engine::garter().patient(MOST_TIME), kind, group, parts)?;
    let both = cpython.into_iter().map(|(place, text)| {
        let other = garter.remove(&place);
        (place, text, other)
    });
    Ok(both.collect())
}

fn compare() -> Result<(), String> {
    let mut all = 0;
    let mut complaints = Vec::new();
    for (kind, group, parts, least) in COMPARISONS {
        let texts = both(kind, group, parts)?;
        // A name that is not there is what the comparison of names is about; others say nothing of it.
        let there = texts
            .iter()
            .filter(|(_, _, other)| kind == "names" || other.is_some());
        let (mut count, mut alike) = (0, 0);
        for (_, text, other) in there {
            count += 1;
            alike += usize::from(other.as_ref() == Some(text));
        }
        println!(
            "{kind} of {group}: {alike} of {count} ({} in CPython)",
            texts.len()
        );
        if alike * 1000 < count * least {
            complaints.push(format!(
                "{kind} of {group}: only {alike} of {count} are those of CPython, and {least} in a thousand were; \
                 ./garter cargo test --test docstrings -- list {kind} {group} shows the others"
            ));
        }
        all += count;
    }
    assert!(all >= LEAST_TEXTS, "only {all} texts");
    if complaints.is_empty() {
        Ok(())
    } else {
        Err(complaints.join("\n"))
    }
}

/// Prints what differs: the place, what CPython says, and what Garter says.
fn list(kind: &str, group: &str) {
    for (_, _, parts, _) in COMPARISONS
        .into_iter()
        .filter(|comparison| comparison.0 == kind && comparison.1 == group)
    {
        for (place, text, other) in both(kind, group, parts).expect("both answer") {
            if other.as_ref() != Some(&text) {
                let other = other.as_deref().unwrap_or("not there");
                println!("{place}\n    {text}\n    {other}");
            }
        }
    }
}
