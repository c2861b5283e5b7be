//! What a run has found: a table for the terminal and for the book.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::modules::Module;
use super::outcome::{Kind, Outcome};
use super::reasons::{FILE, Reasons};
use crate::{root, tool};

/// A module of which the oracle passes something.
struct Row {
    name: String,
    in_both: usize,
    explained: usize,
    unexplained: usize,
}

/// A method that passes in the oracle and not here.
struct Missing {
    name: String,
    outcome: Outcome,
    reason: Option<String>,
}

pub struct Report {
    rows: Vec<Row>,
    missing: Vec<Missing>,
    /// Modules of which the oracle passes nothing.
    without_measure: usize,
    /// Methods that have a reason, and need none.
    outdated: Vec<String>,
}

/// So many modules, of which `CPython` passes something, make a table worth writing.
const LEAST_MODULES: usize = 200;

/// Where what is written begins and ends in a page of the book.
const BEGIN: &str = "<!-- From here on by ./garter conformance --write -->";
const END: &str = "<!-- Until here -->";

impl Report {
    /// `is_all`: whether these are all modules, so that a reason for any other method is outdated.
    pub fn of(modules: &[Module], reasons: &Reasons, is_all: bool) -> Self {
        let mut report = Self {
            rows: Vec::new(),
            missing: Vec::new(),
            without_measure: 0,
            outdated: Vec::new(),
        };
        for module in modules {
            let passed = module.oracle.passed();
            if passed.is_empty() {
                report.without_measure += 1;
                continue;
            }
            let in_both = module.here.passed().len();
            let before = report.missing.len();
            for (name, outcome) in &module.here.methods {
                if outcome.kind != Kind::Passed {
                    let name = format!("{}.{name}", module.name);
                    let reason = reasons.of(&name).map(str::to_owned);
                    let outcome = outcome.clone();
                    report.missing.push(Missing {
                        name,
                        outcome,
                        reason,
                    });
                }
            }
            let new = &report.missing[before..];
            let explained = new.iter().filter(|one| one.reason.is_some()).count();
            report.rows.push(Row {
                name: module.name.clone(),
                in_both,
                explained,
                unexplained: new.len() - explained,
            });
        }
        let is_missing = |method: &str| report.missing.iter().any(|one| one.name == method);
        let is_run = |method: &str| {
            is_all
                || modules
                    .iter()
                    .any(|module| method.starts_with(&format!("{}.", module.name)))
        };
        let outdated = reasons
            .methods()
            .filter(|method| is_run(method) && !is_missing(method));
        report.outdated = outdated.map(str::to_owned).collect();
        report
    }

    /// The table as people read it in a terminal.
    pub fn text(&self) -> String {
        let mut text = format!(
            "{:<46} {:>8} {:>9} {:>11}\n",
            "module", "in both", "explained", "unexplained"
        );
        for row in &self.rows {
            writeln!(
                text,
                "{:<46} {:>8} {:>9} {:>11}",
                row.name, row.in_both, row.explained, row.unexplained
            )
            .expect("a text takes everything");
        }
        for method in &self.outdated {
            writeln!(
                text,
                "{FILE} is outdated: {method} passes, or is no measure"
            )
            .expect("a text takes everything");
        }
        text + &self.sum() + "\n"
    }

    /// The methods that pass in the oracle and not here, with their causes.
    pub fn failures(&self) -> String {
        let line = |one: &Missing| {
            let known = if one.reason.is_some() {
                " (explained)"
            } else {
                ""
            };
            format!("{}{known}\n    {}\n", one.name, one.outcome.cause())
        };
        self.missing.iter().map(line).collect()
    }

    fn in_both(&self) -> usize {
        self.rows.iter().map(|row| row.in_both).sum()
    }

    fn explained(&self) -> usize {
        self.rows.iter().map(|row| row.explained).sum()
    }

    /// All in a sentence.
    fn sum(&self) -> String {
        let (in_both, explained) = (self.in_both(), self.explained());
        let all = in_both + self.missing.len();
        // Rounded down: 100 % are all.
        let per_mille = in_both * 1000 / all.max(1);
        format!(
            "Of {all} methods in {} modules that CPython 3.14 passes, {in_both} pass here: {}.{} %. \
             Of the {} others, {explained} have a reason.",
            self.rows.len(),
            per_mille / 10,
            per_mille % 10,
            self.missing.len(),
        )
    }

    /// Writes figures and tables into the book.
    ///
    /// # Errors
    /// There are too few modules, or a page has no place for them.
    pub fn write(&self) -> Result<()> {
        ensure!(
            self.rows.len() >= LEAST_MODULES,
            "these are {} modules, and a table of fewer than {LEAST_MODULES} says nothing",
            self.rows.len()
        );
        let date = tool::output(Command::new("date").args(["--utc", "+%Y-%m-%d"]))?;
        let date = String::from_utf8(date)?.trim().to_owned();
        let sum = format!("{} ({date})", self.sum().trim_end_matches('.'));
        put("docs/book/src/limits.md", &format!("{sum}."))?;
        let mut page = format!("{sum}.\n\n");
        page += "| why it does not pass here | methods |\n|---|--:|\n";
        let mut reasons = BTreeMap::<&str, usize>::new();
        for one in &self.missing {
            *reasons
                .entry(one.reason.as_deref().unwrap_or("not looked into yet"))
                .or_default() += 1;
        }
        let mut reasons: Vec<_> = reasons.into_iter().collect();
        reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (reason, count) in reasons {
            writeln!(page, "| {} | {count} |", reason.replace('|', "\\|"))?;
        }
        page += "\n| module | passes in both | explained | unexplained |\n|---|--:|--:|--:|\n";
        for row in &self.rows {
            writeln!(
                page,
                "| `{}` | {} | {} | {} |",
                row.name, row.in_both, row.explained, row.unexplained
            )?;
        }
        let without = self.without_measure;
        write!(
            page,
            "\nOf {without} more modules CPython 3.14 passes no method in WebAssembly."
        )?;
        put("docs/book/src/conformance.md", &page)
    }
}

/// Replaces what stands between the two marks of a page.
fn put(page: &str, text: &str) -> Result<()> {
    let path = root().join(page);
    let old = fs::read_to_string(&path).with_context(|| format!("cannot read {page}"))?;
    let (before, rest) = old
        .split_once(BEGIN)
        .with_context(|| format!("{page} lacks {BEGIN}"))?;
    let (_, after) = rest
        .split_once(END)
        .with_context(|| format!("{page} lacks {END}"))?;
    let new = format!("{before}{BEGIN}\n\n{text}\n\n{END}{after}");
    fs::write(&path, new).with_context(|| format!("cannot write {page}"))
}
