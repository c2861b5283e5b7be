//! How soon a page shows its first output, and for how many bytes.

use serde_json::{Value, json};

use crate::choice::{pythons, rounds};
use crate::figures::Table;
use crate::page::{Engine, Page};
use crate::python::{new_browser, open, rest, run, surroundings};

const ROUNDS: usize = 5;
const WARM_RUNS: usize = 5;
const FIGURES: [&str; 8] = [
    "wire (MB)",
    "with gzip (MB)",
    "with the core (MB)",
    "cold (ms)",
    "again (ms)",
    "warm (ms)",
    "cold at 10 Mbit/s (ms)",
    "cold at 1.6 Mbit/s (ms)",
];

/// Lines, each with the column of what is measured on it.
const LINES: [(usize, Line); 2] = [
    (
        6,
        Line {
            megabits: 10.0,
            milliseconds: 40,
        },
    ),
    (
        7,
        Line {
            megabits: 1.6,
            milliseconds: 150,
        },
    ),
];

/// A line to the server.
#[derive(Clone, Copy)]
struct Line {
    /// In a second.
    megabits: f64,
    /// To the server and back.
    milliseconds: u32,
}

/// How the names of the files begin that a first import of the library's core needs.
const CORE: &str = "/core-";

const HELLO: &str = "print('hello')";

pub fn measure() -> Vec<Table> {
    let pythons = pythons();
    let mut table = Table::new("First output", &FIGURES, &pythons);
    let rounds = rounds(ROUNDS);
    for round in 1..=rounds {
        println!("start: round {round} of {rounds}");
        for (row, name) in pythons.iter().enumerate() {
            // Without a cache, and again with what the browser has kept.
            let browser = new_browser(Engine::Chromium);
            let mut add = |column, value| table.add(row, column, value);
            let surroundings = browser.with_page(|page| async move {
                add(3, open(&page, name).await);
                let wire = wire_megabytes(&page).await;
                add(0, wire);
                for _ in 0..WARM_RUNS {
                    // Whoever presses Run has read what came of the run before.
                    rest(&page).await;
                    add(
                        5,
                        run(&page, HELLO)
                            .await
                            .and_then(|ran| ran.first)
                            .expect("hello"),
                    );
                }
                // By now it is there, where a Python has one.
                add(2, wire + megabytes_of(&page, CORE).await);
                add(4, open(&page, name).await);
                surroundings(&page)
            });
            browser.close();

            let browser = new_browser(Engine::Chromium);
            let with_gzip = browser.with_page(|page| async move {
                devtools(
                    &page,
                    "Network.setExtraHTTPHeaders",
                    json!({ "headers": { "Accept-Encoding": "gzip" } }),
                )
                .await;
                open(&page, name).await;
                wire_megabytes(&page).await
            });
            browser.close();
            table.add(row, 1, with_gzip);
            for (column, line) in LINES {
                let browser = new_browser(Engine::Chromium);
                let slow = browser.with_page(|page| async move {
                    throttle(&page, line).await;
                    open(&page, name).await
                });
                browser.close();
                table.add(row, column, slow);
            }
            if round == rounds && row == 0 {
                table.note_medians(&surroundings, rounds);
                table.note(
                    "the wire is compressed with brotli 11 unless it says gzip; there are 40 ms to the server and back at \
                     10 Mbit/s, and 150 at 1.6"
                        .to_owned(),
                );
            }
        }
    }
    table.compare();
    vec![table]
}

/// What has crossed the network before the first output.
async fn wire_megabytes(page: &Page) -> f64 {
    page.script(
        "const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
         const before = entries.filter(({ responseEnd }) => responseEnd <= bench.hello);
         return before.reduce((sum, entry) => sum + entry.encodedBodySize, 0) / 1e6",
    )
    .await
    .expect("a number")
}

/// What has crossed the network of files with such a path.
async fn megabytes_of(page: &Page, path: &str) -> f64 {
    page.script(&format!(
        "const entries = performance.getEntriesByType('resource').filter(({{ name }}) => name.includes({path:?}));
         return entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0) / 1e6"
    ))
    .await
    .expect("a number")
}

/// From now on the page has no better line than this.
async fn throttle(page: &Page, line: Line) {
    let bytes = line.megabits * 1e6 / 8.0;
    let conditions = json!({
        "offline": false, "latency": line.milliseconds, "downloadThroughput": bytes, "uploadThroughput": bytes,
    });
    devtools(page, "Network.emulateNetworkConditions", conditions).await;
}

async fn devtools(page: &Page, command: &str, parameters: Value) {
    for (command, parameters) in [("Network.enable", json!({})), (command, parameters)] {
        page.devtools(command, parameters)
            .await
            .expect("Chromium has it");
    }
}
