//! What time slices cost: a loop with them, and in a worker whose clock stands still, which
//! never gets to the end of a slice.

use crate::choice::rounds;
use crate::figures::Table;
use crate::page::Engine;
use crate::python::{new_browser, open, rest, run, surroundings};

const ROUNDS: usize = 15;
const VARIANTS: [&str; 2] = ["garter", "garter-unsliced"];
const LOOP: &str = "n = 0\nwhile n < 4_000_000: n += 1\nprint(n)";

pub fn measure() -> Vec<Table> {
    let mut table = Table::new(
        "A loop with and without time slices (ms)",
        &["4e6 turns"],
        &VARIANTS,
    );
    let browsers = VARIANTS.map(|_| new_browser(Engine::Chromium));
    for (browser, name) in browsers.iter().zip(VARIANTS) {
        browser.with_page(|page| async move {
            open(&page, name).await;
            run(&page, LOOP).await.expect("a loop ends");
        });
    }
    let rounds = rounds(ROUNDS);
    for round in 1..=rounds {
        println!("slices: round {round} of {rounds}");
        for (row, browser) in browsers.iter().enumerate() {
            let ms = browser.with_page(|page| async move {
                rest(&page).await;
                run(&page, LOOP).await.expect("a loop ends").ms
            });
            table.add(row, 0, ms);
        }
    }
    let surroundings = browsers[0].with_page(|page| async move { surroundings(&page) });
    table.note_medians(&surroundings, rounds);
    table.compare();
    for browser in browsers {
        browser.close();
    }
    vec![table]
}
