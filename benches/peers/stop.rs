//! How soon a program ends after somebody pressed Stop, in each browser.

use serde_json::{Value, json};

use crate::choice::rounds;
use crate::figures::Table;
use crate::page::Engine;
use crate::python::{new_browser, open, surroundings};

const ROUNDS: usize = 15;

/// Each says that it has begun, and goes on for longer than anybody waits.
const PROGRAMS: [(&str, &str); 5] = [
    ("while True: pass", "print(flush=True)\nwhile True: pass"),
    ("sum(range(10**9))", "print(flush=True)\nsum(range(10**9))"),
    ("print forever", "while True: print('x')"),
    (
        "time.sleep(100)",
        "import time\nprint(flush=True)\ntime.sleep(100)",
    ),
    ("input()", "print(flush=True)\ninput()"),
];

pub fn measure(browsers: &[Engine]) -> Vec<Table> {
    let names = PROGRAMS.map(|(name, _)| name);
    let rows: Vec<&str> = browsers.iter().map(|browser| browser.name()).collect();
    let mut table = Table::new("From Stop to the end of the run (ms)", &names, &rows);
    let rounds = rounds(ROUNDS);
    for (row, &engine) in browsers.iter().enumerate() {
        println!("stop: {}", engine.name());
        let browser = new_browser(engine);
        let mut add = |column, value| table.add(row, column, value);
        let (surroundings, killed) = browser.with_page(|page| async move {
            let mut killed = 0;
            open(&page, "garter").await;
            for _ in 0..rounds {
                for (column, (_, source)) in PROGRAMS.iter().enumerate() {
                    let ended: Value = page
                        .script_with(STOP, &json!(source))
                        .await
                        .expect("it ends");
                    assert_eq!(ended["status"], "stopped", "{source}");
                    killed += usize::from(ended["killed"] == true);
                    add(column, ended["ms"].as_f64().expect("a number"));
                }
            }
            (surroundings(&page), killed)
        });
        browser.close();
        table.note_medians(&surroundings, rounds);
        // It stops by itself, unless it does not get to it in time.
        if killed > 0 {
            table.note(format!(
                "{}: {killed} did not stop and were killed",
                engine.name()
            ));
        }
    }
    vec![table]
}

/// Stops a program at a moment of its own, so that no two are in the same part of a time slice.
const STOP: &str = "
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    let begun;
    const beginning = new Promise((resolve) => (begun = resolve));
    const run = garter.run(argument, { onOutput: begun, onInput: () => new Promise(() => {}) });
    await beginning;
    await wait(100 + 50 * Math.random());
    const started = performance.now();
    run.stop();
    const { status, killed } = await run;
    const ms = performance.now() - started;
    await wait(200);
    return { status, killed, ms };
";
