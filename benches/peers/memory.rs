//! What the browser's tab needs: an empty page, Garter loaded with a spare worker, after programs have run, and
//! when nobody has done anything for a while. Linux only: it reads `/proc`.

use std::time::Duration;

use crate::choice::rounds;
use crate::figures::Table;
use crate::page::Engine;
use crate::processes::Renderers;
use crate::python::{new_browser, open, rest, run, surroundings};

const ROUNDS: usize = 5;
const COLUMNS: [&str; 4] = [
    "loaded (MB)",
    "after 1 run (MB)",
    "after 100 runs (MB)",
    "left alone (MB)",
];
/// How many more programs have run by then.
const RUNS: [usize; 3] = [0, 1, 99];
/// What is measured is a tab at rest: garbage is collected some time after it is left.
const RESTS: usize = 5;
/// The spare worker is put away after `REST_DELAY_MS` of `src/frame/controller/mod.rs`.
const LEFT_ALONE: Duration = Duration::from_secs(25);
const PYTHONS: [&str; 2] = ["garter", "pyodide"];

pub fn measure() -> Vec<Table> {
    let mut table = Table::new("Memory above that of an empty page", &COLUMNS, &PYTHONS);
    let rounds = rounds(ROUNDS);
    for round in 1..=rounds {
        println!("memory: round {round} of {rounds}");
        let empty_alone = empty_left_alone();
        for (row, name) in PYTHONS.iter().enumerate() {
            let browser = new_browser(Engine::Chromium);
            let mut add = |column, value| table.add(row, column, value);
            let surroundings = browser.with_page(|page| async move {
                page.open("bench.js").await.expect("a page without Python");
                rest(&page).await;
                let renderers = Renderers::of(&page).expect("the memory of Chromium on Linux");
                let empty = renderers.megabytes();
                open(&page, name).await;
                for (column, runs) in RUNS.into_iter().enumerate() {
                    for _ in 0..runs {
                        run(&page, "print('hello')").await.expect("hello");
                    }
                    for _ in 0..RESTS {
                        rest(&page).await;
                    }
                    add(column, renderers.megabytes() - empty);
                }
                tokio::time::sleep(LEFT_ALONE).await;
                add(RUNS.len(), renderers.megabytes() - empty_alone);
                surroundings(&page)
            });
            browser.close();
            if round == rounds && row == 0 {
                table.note_medians(&surroundings, rounds);
                table.note("the proportional set size of all renderer processes".to_owned());
            }
        }
    }
    vec![table]
}

/// What an empty page needs by then: a browser gives back what its start has taken.
fn empty_left_alone() -> f64 {
    let browser = new_browser(Engine::Chromium);
    let megabytes = browser.with_page(|page| async move {
        page.open("bench.js").await.expect("a page without Python");
        let renderers = Renderers::of(&page).expect("the memory of Chromium on Linux");
        tokio::time::sleep(LEFT_ALONE).await;
        renderers.megabytes()
    });
    browser.close();
    megabytes
}
