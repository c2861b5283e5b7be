//! How soon a page shows its first output, and for how many bytes: Garter beside its peers.
//! `./garter bench` starts what this needs; `benches/README.md` says how to read it.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

#[path = "../tests/browser/page.rs"]
#[expect(dead_code, reason = "what tests need and a benchmark does not")]
mod page;

use page::{Browser, Page};

const ENGINES: [&str; 2] = ["garter", "pyodide"];
const ROUNDS: usize = 5;
const WARM_RUNS: usize = 5;

/// What is measured, in the order of the table's columns.
const FIGURES: [(&str, &str); 4] = [
    ("wire", "MB"),
    ("cold", "ms"),
    ("again", "ms"),
    ("warm", "ms"),
];

/// All values of each figure.
type Samples = [Vec<f64>; FIGURES.len()];

fn main() {
    if env::var_os("GARTER_URL").is_none() {
        println!("SKIPPED: this benchmark needs a browser and a server; run ./garter bench");
        return;
    }
    let mut samples: [Samples; ENGINES.len()] = Default::default();
    let mut browser = String::new();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        for (engine, samples) in ENGINES.iter().zip(&mut samples) {
            browser = measure(engine, samples);
        }
    }
    print!("{}", table(&samples));
    println!(
        "Chromium {browser}, {} on {}, medians of {ROUNDS}",
        env::consts::ARCH,
        env::consts::OS
    );
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(
        folder.join("page.json"),
        report(&samples, &browser).to_string(),
    )
    .expect("a file");
}

/// One visit with an empty cache, and another one; returns the browser's version.
fn measure(engine: &str, samples: &mut Samples) -> String {
    // A new browser has an empty cache.
    let browser = Browser::start().expect("the environment names a browser");
    let [wire, cold, again, warm] = samples;
    let version = browser.with_page(|page| async move {
        let path = format!("{engine}.html");
        cold.push(hello(&page, &path).await);
        wire.push(
            page.script(
                "const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                 return entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0) / 1e6",
            )
            .await
            .expect("a number"),
        );
        for _ in 0..WARM_RUNS {
            // Time for the next spare: nobody presses Run twice within a third of a second.
            let ms = page
                .script_with(
                    "await new Promise(resolve => setTimeout(resolve, 300)); return await bench.warm()",
                    &Value::Null,
                )
                .await;
            warm.push(ms.expect("a number"));
        }
        again.push(hello(&page, &path).await);
        page.script("return navigator.userAgent.match(/Chrome\\/(\\S+)/)[1]").await.expect("a version")
    });
    browser.close();
    version
}

async fn hello(page: &Page, path: &str) -> f64 {
    page.open(path).await.expect("a page");
    page.until("window.bench").await.expect("output");
    page.script("return bench.hello").await.expect("a number")
}

/// The median, the least and the most.
fn summary(values: &[f64]) -> (f64, f64, f64) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    (
        sorted[sorted.len() / 2],
        sorted[0],
        sorted[sorted.len() - 1],
    )
}

fn table(samples: &[Samples; ENGINES.len()]) -> String {
    let mut table = format!("\n{:<10}", "");
    for (name, unit) in FIGURES {
        let _ = write!(table, "{:>26}", format!("{name} ({unit})"));
    }
    for (engine, samples) in ENGINES.iter().zip(samples) {
        let _ = write!(table, "\n{engine:<10}");
        for values in samples {
            let (median, least, most) = summary(values);
            let _ = write!(
                table,
                "{:>26}",
                format!("{median:.1} ({least:.1} to {most:.1})")
            );
        }
    }
    let _ = write!(table, "\n{:<10}", "ratio");
    for (ours, theirs) in samples[0].iter().zip(&samples[1]) {
        let _ = write!(table, "{:>26.2}", summary(ours).0 / summary(theirs).0);
    }
    table + "\n"
}

fn report(samples: &[Samples; ENGINES.len()], browser: &str) -> Value {
    let engines: serde_json::Map<String, Value> = ENGINES
        .iter()
        .zip(samples)
        .map(|(engine, samples)| {
            let figures: serde_json::Map<String, Value> = FIGURES
                .iter()
                .zip(samples)
                .map(|((name, _), values)| ((*name).to_owned(), json!(values)))
                .collect();
            ((*engine).to_owned(), Value::Object(figures))
        })
        .collect();
    json!({ "browser": browser, "engines": engines })
}
