//! Garter beside its peers, in one browser. `./garter bench` starts what this needs;
//! `benches/README.md` says how to read it.

mod chart;
mod engine;
mod figures;
mod growth;
mod memory;
#[path = "../../tests/browser/page.rs"]
#[expect(dead_code, reason = "what tests need and a benchmark does not")]
mod page;
#[path = "../../tests/browser/processes.rs"]
#[expect(dead_code, reason = "what tests need and a benchmark does not")]
mod processes;
mod slices;
mod soak;
mod speed;
mod start;
mod stop;

use std::env;
use std::fs;
use std::path::Path;

use crate::figures::Table;

type Measure = fn() -> Vec<Table>;

const BENCHMARKS: [(&str, Measure); 7] = [
    ("start", start::measure),
    ("speed", speed::measure),
    ("stop", stop::measure),
    ("slices", slices::measure),
    ("memory", memory::measure),
    ("soak", soak::measure),
    ("growth", growth::measure),
];

fn main() {
    if env::var_os("GARTER_URL").is_none() {
        println!("SKIPPED: benchmarks need a browser and a server; run ./garter bench");
        return;
    }
    let chosen = env::var("GARTER_BENCHMARKS").unwrap_or_default();
    let is_chosen = |name| chosen.is_empty() || chosen.split(',').any(|chosen| chosen == name);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    let mut beside_peers = Vec::new();
    for (name, measure) in BENCHMARKS {
        if !is_chosen(name) {
            continue;
        }
        let tables = measure();
        for table in &tables {
            println!("\n{table}");
        }
        figures::write(&folder.join(format!("{name}.json")), &tables);
        match name {
            "start" | "speed" => beside_peers.extend(tables),
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
