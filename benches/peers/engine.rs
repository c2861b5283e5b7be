//! A page of one engine, and what it can be asked.

use std::thread;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use crate::page::{Browser, Engine, Page};

/// Garter and its peers: each has a page of this name.
pub const ENGINES: [&str; 5] = ["garter", "pyodide", "brython", "skulpt", "micropython"];

/// How a program ran, as `benches/pages/bench.js` saw it. Times are in milliseconds.
#[derive(Debug, Deserialize)]
pub struct Ran {
    /// From its start to its first output; none if it printed nothing.
    pub first: Option<f64>,
    /// From its start to its end.
    pub ms: f64,
    /// What it printed.
    pub output: String,
}

/// A new browser, which has nothing in its cache. Its own first page loads some three hundred files,
/// which is over when this returns.
pub fn new_browser(engine: Engine) -> Browser {
    let browser = Browser::start(engine).expect("the environment names a browser");
    thread::sleep(Duration::from_millis(1_500));
    browser
}

/// Opens an engine's page, and waits for its `hello`; returns when that came, in milliseconds
/// after the navigation began.
pub async fn open(page: &Page, name: &str) -> f64 {
    page.open(&format!("{name}.html")).await.expect("a page");
    page.until("window.bench").await.expect("output");
    page.script("return bench.hello").await.expect("a number")
}

/// Runs a program; `None` if it fails there.
pub async fn run(page: &Page, source: &str) -> Option<Ran> {
    page.script_with("return await bench.run(argument)", &source.into())
        .await
        .ok()
}

/// Lets the page finish what it does unasked, such as setting up a worker for the next program.
pub async fn rest(page: &Page) {
    let rest = "await new Promise(resolve => setTimeout(resolve, 600)); return true";
    let rested: bool = page.script_with(rest, &Value::Null).await.expect("a page");
    assert!(rested);
}

/// Which browser, on what.
pub async fn surroundings(page: &Page) -> String {
    let agent: String = page
        .script("return navigator.userAgent.match(/(Chrome|Firefox)\\/\\S+/)[0]")
        .await
        .expect("a version");
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!(
        "{agent}, {} on {}, {cores} cores",
        std::env::consts::ARCH,
        std::env::consts::OS
    )
}
