//! How fast programs run once Python is there.

use std::fs;
use std::path::Path;

use crate::engine::{ENGINES, new_browser, open, rest, run, surroundings};
use crate::figures::{Table, geometric_mean, rounds};
use crate::page::Engine;

const ROUNDS: usize = 5;
/// How long a page takes over a program that does nothing, which is not the program's time.
const NOTHING: &str = "print(0)";

/// In the order of the table.
const PROGRAMS: [&str; 10] = [
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
];

pub fn measure() -> Vec<Table> {
    let sources = PROGRAMS.map(|name| {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("benches/programs/{name}.py"));
        fs::read_to_string(file).expect("a program")
    });
    let mut printed: [Option<String>; PROGRAMS.len()] = [const { None }; PROGRAMS.len()];
    let mut table = Table::new("Running time (ms)", &PROGRAMS, &ENGINES);
    let rounds = rounds(ROUNDS);
    for round in 1..=rounds {
        println!("speed: round {round} of {rounds}");
        for (row, name) in ENGINES.iter().enumerate() {
            let browser = new_browser(Engine::Chromium);
            let (sources, printed) = (&sources, &mut printed);
            let mut add = |column, value| table.add(row, column, value);
            let surroundings = browser.with_page(|page| async move {
                open(&page, name).await;
                rest(&page).await;
                // The browser compiles what is used often anew; from here on it has.
                run(&page, &sources[0]).await;
                for (column, source) in sources.iter().enumerate() {
                    rest(&page).await;
                    let nothing = run(&page, NOTHING).await.map_or(0.0, |ran| ran.ms);
                    rest(&page).await;
                    let Some(ran) = run(&page, source).await else {
                        continue;
                    };
                    // What prints something else has done something else.
                    if printed[column].get_or_insert(ran.output.clone()) == &ran.output {
                        add(column, (ran.ms - nothing).max(0.1));
                    }
                }
                surroundings(&page).await
            });
            browser.close();
            if round == rounds && row == 0 {
                table.note_medians(&surroundings, rounds);
            }
        }
    }
    table.note_ratios();
    let mean = geometric_mean(&table.ratios(0, 1));
    table.note(format!(
        "geometric mean of the ratios to Pyodide: {mean:.2}"
    ));
    vec![table]
}
