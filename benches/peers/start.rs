//! How soon a page shows its first output, and for how many bytes.

use crate::choice::{pythons, rounds};
use crate::figures::Table;
use crate::page::{Engine, Page};
use crate::python::{new_browser, open, rest, run, surroundings};

const ROUNDS: usize = 5;
const WARM_RUNS: usize = 5;
const FIGURES: [&str; 5] = [
    "wire (MB)",
    "cold (ms)",
    "again (ms)",
    "warm (ms)",
    "cold at 10 Mbit/s (ms)",
];

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
                add(1, open(&page, name).await);
                add(0, wire_megabytes(&page).await);
                for _ in 0..WARM_RUNS {
                    // Whoever presses Run has read what came of the run before.
                    rest(&page).await;
                    add(
                        3,
                        run(&page, HELLO)
                            .await
                            .and_then(|ran| ran.first)
                            .expect("hello"),
                    );
                }
                add(2, open(&page, name).await);
                surroundings(&page)
            });
            browser.close();

            let browser = new_browser(Engine::Chromium);
            let slow = browser.with_page(|page| async move {
                throttle(&page).await;
                open(&page, name).await
            });
            browser.close();
            table.add(row, 4, slow);
            if round == rounds && row == 0 {
                table.note_medians(&surroundings, rounds);
                table.note("the wire is compressed with brotli 11".to_owned());
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

/// A line of 10 Mbit/s with 40 ms to the server and back.
async fn throttle(page: &Page) {
    let conditions = serde_json::json!({
        "offline": false, "latency": 40, "downloadThroughput": 10e6 / 8.0, "uploadThroughput": 10e6 / 8.0,
    });
    for (command, parameters) in [
        ("Network.enable", serde_json::json!({})),
        ("Network.emulateNetworkConditions", conditions),
    ] {
        page.devtools(command, parameters)
            .await
            .expect("Chromium has it");
    }
}
