//! How cost grows with size: of the program, its output, its data, its calls, and with the number of
//! snippets on a page. No curve should be worse than the algorithm's own.

use serde_json::Value;

use crate::choice::rounds;
use crate::figures::Table;
use crate::page::Engine;
use crate::python::{new_browser, open, rest, run, surroundings};

const ROUNDS: usize = 5;

/// The engines that are compared; the others do not know all of these programs.
const PYTHONS: [&str; 2] = ["garter", "pyodide"];

/// One curve: what grows, its sizes, and the program of a size.
struct Curve {
    title: &'static str,
    sizes: &'static [usize],
    source: fn(usize) -> String,
}

const CURVES: [Curve; 5] = [
    Curve {
        title: "Lines of source",
        sizes: &[10, 100, 1_000, 10_000, 100_000],
        // Names differ, so that neither the parser nor the compiler sees the same line twice.
        source: |lines| {
            (0..lines)
                .map(|line| format!("name_{line} = {line} + 1\n"))
                .chain(["print('over')\n".to_owned()])
                .collect()
        },
    },
    Curve {
        title: "Lines of output",
        sizes: &[10, 100, 1_000, 10_000, 100_000, 1_000_000],
        source: |lines| format!("for line in range({lines}): print(line)"),
    },
    Curve {
        title: "Elements of a list",
        sizes: &[1_000, 10_000, 100_000, 1_000_000, 10_000_000],
        source: |size| {
            format!("data = list(range({size}))\nprint(sum(data), len(data[::2]), data[-1])")
        },
    },
    Curve {
        title: "Keys of a dictionary",
        sizes: &[1_000, 10_000, 100_000, 1_000_000],
        source: |size| {
            format!(
                "data = {{}}\nfor key in range({size}): data[key] = key\nprint(sum(data.values()), {size} // 2 in data)"
            )
        },
    },
    Curve {
        title: "Depth of recursion",
        sizes: &[10, 30, 100, 300, 900],
        // As many calls at each depth, so that only the depth differs.
        source: |depth| {
            format!(
                "def down(n): return n and 1 + down(n - 1)\nfor again in range({}): down({depth})\nprint('over')",
                90_000 / depth
            )
        },
    },
];

/// How many snippets stand on a page.
const SNIPPETS: [usize; 3] = [1, 10, 100];

pub fn measure() -> Vec<Table> {
    let mut tables: Vec<Table> = CURVES.iter().map(measure_curve).collect();
    tables.push(measure_snippets());
    tables
}

fn measure_curve(curve: &Curve) -> Table {
    let rows: Vec<String> = curve.sizes.iter().map(ToString::to_string).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let mut table = Table::of_rows(
        curve.title,
        &PYTHONS.map(|name| format!("{name} (ms)")),
        &rows,
    );
    let rounds = rounds(ROUNDS);
    for round in 1..=rounds {
        println!("growth: {}, round {round} of {rounds}", curve.title);
        for (column, name) in PYTHONS.iter().enumerate() {
            let browser = new_browser(Engine::Chromium);
            let mut add = |row, value| table.add(row, column, value);
            let surroundings = browser.with_page(|page| async move {
                open(&page, name).await;
                for (row, size) in curve.sizes.iter().enumerate() {
                    rest(&page).await;
                    if let Some(ran) = run(&page, &(curve.source)(*size)).await {
                        add(row, ran.ms);
                    }
                }
                surroundings(&page)
            });
            browser.close();
            if round == rounds && column == 0 {
                table.note_medians(&surroundings, rounds);
            }
        }
    }
    table
}

/// What a page of snippets costs before anybody uses one, and until the last of them has run.
fn measure_snippets() -> Table {
    let rows = SNIPPETS.map(|count| count.to_string());
    let rows = rows.each_ref().map(String::as_str);
    let columns = ["script (ms)", "requests", "all run (ms)"];
    let mut table = Table::of_rows("Snippets on a page", &columns, &rows);
    let rounds = rounds(ROUNDS);
    for round in 1..=rounds {
        println!("growth: snippets, round {round} of {rounds}");
        for (row, count) in SNIPPETS.iter().enumerate() {
            let browser = new_browser(Engine::Chromium);
            let mut add = |column, value| table.add(row, column, value);
            let surroundings = browser.with_page(|page| async move {
                page.open(&format!("snippets.html?{count}"))
                    .await
                    .expect("a page");
                page.until("window.snippets").await.expect("snippets");
                let cost: [f64; 2] = page
                    .script("return [snippets.script, snippets.requests]")
                    .await
                    .expect("numbers");
                for (column, value) in cost.into_iter().enumerate() {
                    add(column, value);
                }
                let ms = page
                    .script_with("return await snippets.runAll()", &Value::Null)
                    .await
                    .expect("they run");
                add(2, ms);
                surroundings(&page)
            });
            browser.close();
            if round == rounds && row == 0 {
                table.note_medians(&surroundings, rounds);
            }
        }
    }
    table
}
