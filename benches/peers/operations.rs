//! What one operation of Python costs: programs that do the same half a million times, each beyond the
//! loop that does nothing.

use crate::choice::{programs, pythons, rounds};
use crate::figures::Table;
use crate::page::Engine;
use crate::python::source;
use crate::warm::Warm;

const ROUNDS: usize = 3;
/// The operations of each program.
const TURNS: f64 = 500_000.0;
/// The loop without an operation.
const NOTHING: &str = "nothing";
/// The others know less of Python.
const PYTHONS: [&str; 2] = ["garter", "pyodide"];

/// In the order of the table.
const OPERATIONS: [&str; 31] = [
    "while",
    "store",
    "global_get",
    "global_set",
    "add",
    "add_small",
    "add_floats",
    "join",
    "in_text",
    "characters",
    "number_to_text",
    "hash_new_text",
    "len",
    "new_list",
    "list_get",
    "list_set",
    "new_tuple",
    "new_dict",
    "dict_get",
    "dict_get_or",
    "dict_get_new_text",
    "dict_set",
    "call",
    "call_one",
    "method",
    "attribute_get",
    "attribute_set",
    "new",
    "new_one",
    "new_two",
    "generator",
];

pub fn measure(engine: Engine) -> Vec<Table> {
    let operations = programs(&OPERATIONS);
    if operations.is_empty() {
        return Vec::new();
    }
    let nothing = &source("operations", NOTHING);
    let sources: Vec<String> = operations
        .iter()
        .map(|name| source("operations", name))
        .collect();
    let pythons: Vec<&str> = pythons()
        .into_iter()
        .filter(|name| PYTHONS.contains(name))
        .collect();
    let title = format!("One operation in {} (ns)", engine.name());
    let mut table = Table::new(&title, &operations, &pythons);
    let warm = Warm {
        engine,
        what: &format!("operations: {}", engine.name()),
        pythons: &pythons,
        sources: &sources,
        nothing,
        rounds: rounds(ROUNDS),
    };
    warm.measure(&mut table, |_, empty, ran| {
        Some((ran?.ms - empty?.ms) * 1e6 / TURNS)
    });
    table.compare();
    table.note_means(&[]);
    vec![table]
}
