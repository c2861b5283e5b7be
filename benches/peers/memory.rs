//! What the browser's tab needs: an empty page, Garter loaded with a spare worker, and after
//! programs have run. Linux only: it reads `/proc`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::engine::{new_browser, open, rest, run, surroundings};
use crate::figures::Table;
use crate::page::Engine;

const ROUNDS: usize = 5;
const RUNS: usize = 100;
const COLUMNS: [&str; 3] = ["loaded (MB)", "after 1 run (MB)", "after 100 runs (MB)"];
const ENGINES: [&str; 2] = ["garter", "pyodide"];

pub fn measure() -> Vec<Table> {
    let mut table = Table::new("Memory above that of an empty page", &COLUMNS, &ENGINES);
    for round in 1..=ROUNDS {
        println!("memory: round {round} of {ROUNDS}");
        for (row, name) in ENGINES.iter().enumerate() {
            let browser = new_browser(Engine::Chromium);
            let mut add = |column, value| table.add(row, column, value);
            let surroundings = browser.with_page(|page| async move {
                page.open("bench.js").await.expect("a page without Python");
                rest(&page).await;
                let empty = megabytes();
                open(&page, name).await;
                rest(&page).await;
                add(0, megabytes() - empty);
                for runs in [1, RUNS - 1] {
                    for _ in 0..runs {
                        run(&page, "print('hello')").await.expect("hello");
                    }
                    rest(&page).await;
                    rest(&page).await;
                    add(if runs == 1 { 1 } else { 2 }, megabytes() - empty);
                }
                surroundings(&page).await
            });
            browser.close();
            if round == ROUNDS && row == 0 {
                table.note(format!(
                    "{surroundings}; medians of {ROUNDS} (least to most); proportional set size of all renderer processes"
                ));
            }
        }
    }
    vec![table]
}

/// The memory of all of Chromium's renderer processes: the pages' and the sandbox frames'. What
/// processes share is counted in parts (`Pss` of proc(5)).
pub fn megabytes() -> f64 {
    renderers()
        .iter()
        .filter_map(|process| {
            let rollup = fs::read_to_string(process.join("smaps_rollup")).ok()?;
            let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
            line.trim().strip_suffix(" kB")?.parse::<f64>().ok()
        })
        .sum::<f64>()
        / 1024.0
}

/// How many web workers there are: each has a thread of this name.
pub fn workers() -> usize {
    let threads = renderers()
        .into_iter()
        .filter_map(|process| fs::read_dir(process.join("task")).ok())
        .flatten()
        .filter_map(|thread| fs::read_to_string(thread.ok()?.path().join("comm")).ok());
    threads
        .filter(|name| name.starts_with("DedicatedWorker"))
        .count()
}

fn renderers() -> Vec<PathBuf> {
    let is_renderer = |process: &Path| {
        fs::read_to_string(process.join("cmdline"))
            .is_ok_and(|line| line.contains("chrom") && line.contains("--type=renderer"))
    };
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|process| is_renderer(process))
        .collect()
}
