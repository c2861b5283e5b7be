//! Compares what two interpreters do with a program, and shrinks a program with which they differ.

use crate::engines::{Answer, Engine, Seen};
use crate::known::{first_difference, is_alike};
use crate::program::{Statement, text};
use crate::shrink::smallest;

/// The interpreters that are compared.
pub struct Engines {
    pub cpython: Engine,
    pub garter: Engine,
}

/// What both do with a program with which they differ.
pub struct Difference {
    pub cpython: Answer,
    pub garter: Answer,
}

impl Engines {
    pub fn start() -> Self {
        Self {
            cpython: Engine::cpython(),
            garter: Engine::garter(),
        }
    }

    pub fn difference(&mut self, program: &[Statement]) -> Option<Difference> {
        let source = text(program);
        difference(self.cpython.answer(&source), self.garter.answer(&source))
    }

    /// The smallest program that shows the same difference, with both outputs.
    pub fn smallest(&mut self, program: Vec<Statement>, difference: &Difference) -> String {
        const MOST_CANDIDATES: usize = 500;
        let kind = difference.kind();
        let mut candidates = 0;
        let program = smallest(program, &mut |candidate| {
            candidates += 1;
            candidates < MOST_CANDIDATES && self.has(candidate, &kind)
        });
        let source = text(&program);
        match self.difference(&program) {
            Some(difference) => format!("{source}\n{difference}"),
            None => format!("{source}\nThe difference is gone when it is run again.\n"),
        }
    }

    /// Whether a program shows a difference of this kind. Garter is asked first: it is the quicker one,
    /// and most of what is removed is needed.
    fn has(&mut self, program: &[Statement], kind: &Kind) -> bool {
        let source = text(program);
        let garter = self.garter.answer(&source);
        if let (Answer::Seen(seen), Some(line)) = (&garter, &kind.garter) {
            let printed = [&seen.stdout, &seen.stderr];
            let mut lines = printed.into_iter().flat_map(|text| text.lines());
            if line != THE_END && !lines.any(|other| without_numbers(other) == *line) {
                return false;
            }
        }
        difference(self.cpython.answer(&source), garter)
            .is_some_and(|difference| difference.kind() == *kind)
    }
}

/// What differs, but for what is known to.
pub fn difference(cpython: Answer, garter: Answer) -> Option<Difference> {
    match (&cpython, &garter) {
        (Answer::Seen(first), Answer::Seen(second)) if is_alike(first, second) => None,
        _ => Some(Difference { cpython, garter }),
    }
}

/// What is alike in programs that differ for the same reason, and stays alike while a program shrinks:
/// the first lines that differ, without their numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Kind {
    cpython: Option<String>,
    garter: Option<String>,
}

const THE_END: &str = "(the end)";

impl Difference {
    pub fn kind(&self) -> Kind {
        let (Answer::Seen(cpython), Answer::Seen(garter)) = (&self.cpython, &self.garter) else {
            let kind = |answer: &Answer| match answer {
                Answer::Seen(_) => None,
                other => Some(without_numbers(&shown(other))),
            };
            return Kind {
                cpython: kind(&self.cpython),
                garter: kind(&self.garter),
            };
        };
        let lines = first_difference(&cpython.stdout, &garter.stdout)
            .or_else(|| first_difference(&cpython.stderr, &garter.stderr));
        let line = |line: Option<&str>| Some(without_numbers(line.unwrap_or(THE_END)));
        match lines {
            Some((cpython, garter)) => Kind {
                cpython: line(cpython),
                garter: line(garter),
            },
            None => Kind {
                cpython: Some(format!("exit code {}", cpython.exit)),
                garter: None,
            },
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let line = |line: &Option<String>| line.clone().unwrap_or_else(|| "…".to_owned());
        write!(f, "{}  <>  {}", line(&self.cpython), line(&self.garter))
    }
}

fn without_numbers(text: &str) -> String {
    let mut short = String::new();
    for character in text.chars() {
        if !character.is_ascii_digit() {
            short.push(character);
        } else if !short.ends_with('0') {
            short.push('0');
        }
    }
    short
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "--- CPython 3.14 ---\n{}", shown(&self.cpython))?;
        writeln!(f, "--- Garter ---\n{}", shown(&self.garter))
    }
}

fn shown(answer: &Answer) -> String {
    match answer {
        Answer::Seen(Seen {
            stdout,
            stderr,
            exit,
        }) => {
            format!("{stdout}{stderr}exit code {exit}")
        }
        Answer::Crashed(how) => format!("the interpreter crashed: {how}"),
        Answer::TimedOut => "it does not end".to_owned(),
    }
}
