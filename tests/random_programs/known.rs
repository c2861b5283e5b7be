//! How today's interpreter is known to differ from CPython. Each kind is excluded here and nowhere else, as
//! narrowly as it can be told. Whoever mends a kind removes it from the list, and random programs test it.

use std::iter::Peekable;

use crate::engines::Seen;
use crate::program::Statement;

/// A kind of difference.
struct Known {
    /// What differs, in a sentence.
    #[allow(dead_code, reason = "it is there to be read")]
    what: &'static str,
    exclusion: Exclusion,
}

/// How a kind of difference is kept out of the comparison. In patterns, `*` stands for anything.
enum Exclusion {
    /// Lines of the two are taken to be alike if they differ in these words only.
    Wording {
        cpython: &'static str,
        garter: &'static str,
    },
    /// Such a line is overlooked where the other one has not printed it.
    LineOfCPython(&'static str),
    LineOfGarter(&'static str),
    /// Only CPython quotes the line of the program that such a line is about.
    QuoteOfCPython(&'static str),
    /// Such a line is overlooked where the other one has nothing more to print.
    LastLineOfCPython(&'static str),
    /// Such lines may be printed in any order if they follow one another.
    AnyOrder(&'static [&'static str]),
    /// A program is not compared if CPython prints such a line.
    NotCompared(&'static str),
    /// Such a statement is not generated.
    Statement(&'static str),
    /// The second of such statements is not generated in a program that has the first.
    Together(&'static str, &'static str),
}

use Exclusion::{
    AnyOrder, LastLineOfCPython, LineOfCPython, LineOfGarter, NotCompared, QuoteOfCPython,
    Statement as Ungenerated, Together, Wording,
};

const fn known(what: &'static str, exclusion: Exclusion) -> Known {
    Known { what, exclusion }
}

/// All kinds that are known.
const KNOWN: &[Known] = &[
    known(
        "Comparing sequences names the strict operator where elements cannot be compared.",
        Wording {
            cpython: "'*=' not supported between instances of",
            garter: "'*' not supported between instances of",
        },
    ),
    known(
        "An augmented assignment that has specialised itself names the operator without its equals sign.",
        Wording {
            cpython: "unsupported operand type(s) for *=: ",
            garter: "unsupported operand type(s) for *: ",
        },
    ),
    known(
        "A power that is too large is described in the words of the machine's library: glibc's here, musl's in the oracle.",
        Wording {
            cpython: "(*, 'Result not representable')",
            garter: "(34, 'Numerical result out of range')",
        },
    ),
    known(
        "The oracle has 32 bits: what is too long for them has a length that Garter takes natively.",
        NotCompared("*OverflowError cannot fit 'int' into an index-sized integer*"),
    ),
    known(
        "The oracle has 32 bits, and too little memory for lists that Garter has room for natively.",
        NotCompared("MemoryError *"),
    ),
    known(
        "With a trace function, the locals of a function with *args die before its exception is handled.",
        Together("sys.settrace(tracer)", "print('del', *"),
    ),
    known(
        "A SyntaxWarning does not quote the line that it is about.",
        QuoteOfCPython("*: SyntaxWarning: *"),
    ),
    known(
        "What dies at the same moment, such as locals at a return and globals at the end, dies in another order.",
        AnyOrder(&["dies *", "del *"]),
    ),
    known(
        "Instances that are global at the end do not die if their class has a base.",
        LastLineOfCPython("del *"),
    ),
    known("As above.", LastLineOfCPython("ignored *")),
    known(
        "A generator expression's start is no line to a trace function.",
        LineOfCPython("line <genexpr> *"),
    ),
    known(
        "The StopIteration or IndexError that ends a loop is an exception to a trace function.",
        LineOfGarter("exception * StopIteration"),
    ),
    known("As above.", LineOfGarter("exception * IndexError")),
    known(
        "An integer beyond 2**53 loses digits before it is divided by another one.",
        Ungenerated("* / 3)*"),
    ),
    known("As above.", Ungenerated("* / 7)*")),
    known(
        "The last digit of a reciprocal by ** is that of the machine's library: glibc here, musl in the oracle.",
        Ungenerated("* ** -1)*"),
    ),
    known(
        "A dict of which a key was removed and set again counts as one of another size.",
        Ungenerated("seen*.pop(n); seen*[n] = 1"),
    ),
    known(
        "StopIteration thrown into a generator that has not begun becomes a RuntimeError.",
        Ungenerated("made.throw(StopIteration(7))"),
    ),
];

/// A program without the statements that are not generated because of what is known.
pub fn without_known_statements(program: Vec<Statement>) -> Vec<Statement> {
    let has = |pattern| has_statement(&program, pattern);
    let patterns: Vec<_> = KNOWN
        .iter()
        .filter_map(|known| match known.exclusion {
            Ungenerated(pattern) => Some(pattern),
            Together(first, second) if has(first) => Some(second),
            _ => None,
        })
        .collect();
    without(program, &patterns)
}

fn without(mut program: Vec<Statement>, patterns: &[&str]) -> Vec<Statement> {
    program.retain(|statement| !patterns.iter().any(|pattern| is_like(statement, pattern)));
    for clause in program
        .iter_mut()
        .flat_map(|statement| &mut statement.clauses)
    {
        clause.block = clause.block.take().map(|block| without(block, patterns));
    }
    program
}

fn has_statement(program: &[Statement], pattern: &str) -> bool {
    program.iter().any(|statement| {
        let mut blocks = statement
            .clauses
            .iter()
            .filter_map(|clause| clause.block.as_deref());
        is_like(statement, pattern) || blocks.any(|block| has_statement(block, pattern))
    })
}

fn is_like(statement: &Statement, pattern: &str) -> bool {
    captures(pattern, &statement.clauses[0].head).is_some()
}

/// Whether the two saw the same, but for what is known.
pub fn is_alike(cpython: &Seen, garter: &Seen) -> bool {
    let is_compared = cpython.stdout.lines().all(|line| {
        KNOWN.iter().all(|known| match known.exclusion {
            NotCompared(pattern) => captures(pattern, line).is_none(),
            _ => true,
        })
    });
    !is_compared
        || cpython.exit == garter.exit
            && is_alike_text(&cpython.stdout, &garter.stdout)
            && is_alike_text(&cpython.stderr, &garter.stderr)
}

fn is_alike_text(cpython: &str, garter: &str) -> bool {
    cpython == garter || first_difference(cpython, garter).is_none()
}

/// The first lines that differ, but for what is known; `None` stands for the end.
pub fn first_difference<'a>(
    cpython: &'a str,
    garter: &'a str,
) -> Option<(Option<&'a str>, Option<&'a str>)> {
    let (mut first, mut second) = (cpython.lines().peekable(), garter.lines().peekable());
    loop {
        let (a, b) = (first.peek().copied(), second.peek().copied());
        if let (Some(a), Some(b)) = (a, b)
            && (a == b || is_worded_alike(a, b))
        {
            first.next();
            second.next();
            if has_quote_in_cpython(a) && first.peek() != second.peek() {
                first.next_if(|line| line.starts_with("  "));
            }
        } else if a.is_none() && b.is_none() {
            return None;
        } else if is_in_any_order(&mut first, &mut second)
            || a.is_some_and(|a| overlook(a, true, b.is_none(), &mut first))
            || b.is_some_and(|b| overlook(b, false, a.is_none(), &mut second))
        {
            // What is known has been taken from the lines.
        } else {
            return Some((a, b));
        }
    }
}

fn is_worded_alike(cpython: &str, garter: &str) -> bool {
    KNOWN.iter().any(|known| match known.exclusion {
        Wording {
            cpython: words,
            garter: others,
        } => {
            // What stands around the words, and what stands for the stars in them, is the same.
            let is_same = |around: &str, parts: &[&str]| {
                let stars = others.matches('*').count();
                let mut parts = parts.iter().skip(parts.len().saturating_sub(stars));
                let mut other = String::from(around);
                let mut pieces = others.split('*');
                other += pieces.next().unwrap_or_default();
                for piece in pieces {
                    match parts.next() {
                        Some(part) => other += part,
                        None => other.push('\u{0}'),
                    }
                    other += piece;
                }
                other
            };
            occurrences(words, cpython).any(|(before, parts, after)| {
                let expected = is_same(before, &parts) + after;
                match expected.split_once('\u{0}') {
                    None => expected == garter,
                    // Garter names something that CPython does not.
                    Some((start, end)) => {
                        garter.starts_with(start)
                            && garter.ends_with(end)
                            && garter.len() > start.len() + end.len()
                    }
                }
            })
        }
        _ => false,
    })
}

fn has_quote_in_cpython(line: &str) -> bool {
    KNOWN.iter().any(|known| match known.exclusion {
        QuoteOfCPython(pattern) => captures(pattern, line).is_some(),
        _ => false,
    })
}

/// Takes a line if it is to be overlooked.
fn overlook<'a>(
    line: &str,
    is_of_cpython: bool,
    is_last: bool,
    lines: &mut impl Iterator<Item = &'a str>,
) -> bool {
    let is_like = |pattern| captures(pattern, line).is_some();
    let is_overlooked = KNOWN.iter().any(|known| match known.exclusion {
        LineOfCPython(pattern) => is_of_cpython && is_like(pattern),
        LastLineOfCPython(pattern) => is_of_cpython && is_last && is_like(pattern),
        LineOfGarter(pattern) => !is_of_cpython && is_like(pattern),
        _ => false,
    });
    is_overlooked && lines.next().is_some()
}

/// Takes the lines from both that may be in any order. False if there are none, or not the same.
fn is_in_any_order<'a>(
    first: &mut Peekable<impl Iterator<Item = &'a str> + Clone>,
    second: &mut Peekable<impl Iterator<Item = &'a str> + Clone>,
) -> bool {
    fn run<'a>(
        patterns: &[&str],
        lines: &Peekable<impl Iterator<Item = &'a str> + Clone>,
    ) -> Vec<&'a str> {
        let lines = lines.clone();
        let mut run: Vec<_> = lines
            .take_while(|line| {
                patterns
                    .iter()
                    .any(|pattern| captures(pattern, line).is_some())
            })
            .collect();
        run.sort_unstable();
        run
    }
    KNOWN.iter().any(|known| match known.exclusion {
        AnyOrder(patterns) => {
            let (a, b) = (run(patterns, first), run(patterns, second));
            let is_same = !a.is_empty() && a == b;
            if is_same {
                first.nth(a.len() - 1);
                second.nth(b.len() - 1);
            }
            is_same
        }
        _ => false,
    })
}

/// What the stars of a pattern stand for, if all of the text is like it.
fn captures<'a>(pattern: &str, text: &'a str) -> Option<Vec<&'a str>> {
    let mut pieces = pattern.split('*');
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut parts = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            parts.push(rest.strip_suffix(piece)?);
            return Some(parts);
        }
        let (part, after) = rest.split_once(piece)?;
        parts.push(part);
        rest = after;
    }
    rest.is_empty().then_some(parts)
}

/// Where the words of a pattern stand in a line: what is before them, what the stars stand for, what is
/// after them.
fn occurrences<'a>(
    pattern: &'a str,
    line: &'a str,
) -> impl Iterator<Item = (&'a str, Vec<&'a str>, &'a str)> {
    let first = pattern.split('*').next().unwrap_or_default();
    line.match_indices(first).filter_map(move |(start, _)| {
        let mut rest = &line[start + first.len()..];
        let mut parts = Vec::new();
        for piece in pattern.split('*').skip(1) {
            let (part, after) = rest.split_once(piece)?;
            parts.push(part);
            rest = after;
        }
        Some((&line[..start], parts, rest))
    })
}
