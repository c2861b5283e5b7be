//! How fast programs run once Python is there: in a page where they have run before, and as the
//! first thing that a page does.

use std::collections::HashMap;

use crate::choice::{programs, pythons, rounds};
use crate::figures::{Samples, Table};
use crate::page::Engine;
use crate::python::{Ran, run_at_once, source};
use crate::warm::Warm;

const ROUNDS: usize = 3;
/// How long a page takes over a program that does nothing, which is not the program's time.
const NOTHING: &str = "print(0)";
/// A program that takes no time at all has no ratio.
const LEAST_MS: f64 = 0.1;

/// In the order of the tables.
const PROGRAMS: [&str; 21] = [
    "fib",
    "loop",
    "sieve",
    "nbody",
    "dicts",
    "objects",
    "sort",
    "strings",
    "generators",
    "prints",
    "builder",
    "regex",
    "documents",
    "fstrings",
    "comprehensions",
    "exceptions",
    "records",
    "memo",
    "matrix",
    "words",
    "shapes",
];
/// How many of them were there first: figures from before the others came are of these.
const FIRST: usize = 10;

/// What each program prints: what prints something else has done something else.
#[derive(Default)]
struct Outputs(HashMap<&'static str, String>);

impl Outputs {
    /// How long a program took, unless its output differs from that of the first Python.
    fn ms(&mut self, program: &'static str, ran: Option<Ran>) -> Option<f64> {
        let Ran { ms, output, .. } = ran?;
        let expected = self.0.entry(program).or_insert_with(|| output.clone());
        (*expected == output).then_some(ms)
    }
}

pub fn measure(engine: Engine) -> Vec<Table> {
    let programs = programs(&PROGRAMS);
    if programs.is_empty() {
        return Vec::new();
    }
    let sources: Vec<String> = programs
        .iter()
        .map(|name| source("programs", name))
        .collect();
    let mut outputs = Outputs::default();
    let mut tables = vec![
        warm(engine, &programs, &sources, &mut outputs),
        at_once(engine, &programs, &sources, &mut outputs),
    ];
    for table in &mut tables {
        table.compare();
        table.note_means(PROGRAMS[..FIRST].as_ref());
    }
    tables
}

/// In a page in which each of the programs has run once, and the browser has compiled anew what is used
/// often.
fn warm(
    engine: Engine,
    programs: &[&'static str],
    sources: &[String],
    outputs: &mut Outputs,
) -> Table {
    let pythons = pythons();
    let title = format!("Running time in {}, warm (ms)", engine.name());
    let mut table = Table::new(&title, programs, &pythons);
    let warm = Warm {
        engine,
        what: &format!("speed: {}, warm", engine.name()),
        pythons: &pythons,
        sources,
        nothing: NOTHING,
        rounds: rounds(ROUNDS),
    };
    warm.measure(&mut table, |column, nothing, ran| {
        let nothing = nothing.map_or(0.0, |ran| ran.ms);
        let ms = outputs.ms(programs[column], ran)?;
        Some((ms - nothing).max(LEAST_MS))
    });
    table
}

/// As the first thing of a page in a new browser. What is taken off is a program that does nothing, as
/// the first thing of a page in a browser of its own.
fn at_once(
    engine: Engine,
    programs: &[&'static str],
    sources: &[String],
    outputs: &mut Outputs,
) -> Table {
    let pythons = pythons();
    let title = format!("Running time in {}, at once (ms)", engine.name());
    let mut table = Table::new(&title, programs, &pythons);
    let mut nothings = vec![Samples::default(); pythons.len()];
    let rounds = rounds(ROUNDS);
    for round in 1..=rounds {
        for (row, name) in pythons.iter().enumerate() {
            println!(
                "speed: {}, at once, round {round} of {rounds}: {name}",
                engine.name()
            );
            let Some(nothing) = run_at_once(engine, name, NOTHING) else {
                continue;
            };
            nothings[row].add(nothing.ms);
            for (column, source) in sources.iter().enumerate() {
                let ran = run_at_once(engine, name, source);
                if let Some(ms) = outputs.ms(programs[column], ran) {
                    table.add(row, column, (ms - nothing.ms).max(LEAST_MS));
                }
            }
        }
    }
    let nothings: Vec<String> = pythons
        .iter()
        .zip(&nothings)
        .map(|(name, samples)| format!("{name} {samples}"))
        .collect();
    table.note(format!(
        "taken off for a program that does nothing: {}",
        nothings.join(", ")
    ));
    table
}
