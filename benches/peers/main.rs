//! Garter beside its peers, in browsers. `./garter bench` starts what this needs;
//! `benches/README.md` says how to read it.

mod chart;
mod choice;
mod figures;
mod growth;
mod memory;
mod operations;
#[path = "../../tests/browser/page.rs"]
#[expect(dead_code, reason = "what tests need and a benchmark does not")]
mod page;
#[path = "../../tests/browser/processes.rs"]
#[expect(dead_code, reason = "what tests need and a benchmark does not")]
mod processes;
mod python;
mod scroll;
mod slices;
mod soak;
mod speed;
mod start;
mod stop;
mod warm;

use std::env;
use std::fs;
use std::path::Path;

use crate::figures::Table;
use crate::page::Engine;

/// In which browsers a benchmark measures, and what does.
enum In {
    /// Only in Chromium: it asks for what no other browser's driver tells.
    Chromium(fn() -> Vec<Table>),
    /// In each browser; tables are of one browser.
    Each(fn(Engine) -> Vec<Table>),
    /// In all browsers; tables are of all.
    All(fn(&[Engine]) -> Vec<Table>),
}

const BENCHMARKS: [(&str, In); 9] = [
    ("start", In::Chromium(start::measure)),
    ("speed", In::Each(speed::measure)),
    ("operations", In::Each(operations::measure)),
    ("stop", In::All(stop::measure)),
    ("slices", In::Chromium(slices::measure)),
    ("scroll", In::Chromium(scroll::measure)),
    ("memory", In::Chromium(memory::measure)),
    ("soak", In::Chromium(soak::measure)),
    ("growth", In::Chromium(growth::measure)),
];

fn main() {
    if env::var_os("GARTER_URL").is_none() {
        println!("SKIPPED: benchmarks need a browser and a server; run ./garter bench");
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    let browsers = choice::browsers();
    let mut beside_peers = Vec::new();
    for (name, measure) in BENCHMARKS {
        if !choice::is_benchmark_chosen(name) {
            continue;
        }
        let mut tables = Vec::new();
        // What takes hours is printed and written as soon as it is there.
        let mut show = |measured: Vec<Table>| {
            for table in &measured {
                println!("\n{table}");
            }
            tables.extend(measured);
            figures::write(&folder.join(format!("{name}.json")), &tables);
        };
        match measure {
            In::Chromium(measure) if browsers.contains(&Engine::Chromium) => show(measure()),
            In::Chromium(_) => println!("{name} is left out: it is measured in Chromium"),
            In::Each(measure) => browsers.iter().for_each(|&browser| show(measure(browser))),
            In::All(measure) => show(measure(&browsers)),
        }
        match name {
            "start" => beside_peers.extend(tables),
            // One browser's: all of them would be a chart that nobody reads to its end.
            "speed" => beside_peers.extend(tables.into_iter().next()),
            "growth" => {
                for (number, table) in tables.iter().enumerate() {
                    let file = folder.join(format!("growth-{number}.svg"));
                    fs::write(file, chart::curves(table)).expect("a file");
                }
            }
            _ => {}
        }
    }
    if !beside_peers.is_empty() {
        let tables: Vec<&Table> = beside_peers.iter().collect();
        fs::write(folder.join("peers.svg"), chart::bars(&tables)).expect("a file");
    }
}
