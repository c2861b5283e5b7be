//! A page of one Python, and what it can be asked.

use std::fs;
use std::future::Future;
use std::path::Path;
use std::thread;
use std::time::Duration;

use libtest_mimic::Failed;
use serde::Deserialize;
use serde_json::Value;
use tokio::time::timeout;
use url::form_urlencoded::Serializer;

use crate::page::{Browser, Engine, Page};

/// Garter and its peers: each has a page of this name.
pub const PYTHONS: [&str; 5] = ["garter", "pyodide", "brython", "skulpt", "micropython"];

/// Garter with loops that are compiled while they run, which is measured where it is asked for by this name.
pub const COMPILED: &str = "garter-compiled";

/// Longer than any program takes. A browser may end by itself, and WebKit's driver then leaves whoever has
/// asked without an answer (WebKitGTK 2.50).
const PATIENCE: Duration = Duration::from_mins(3);

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
    // It starts for the first that wants something of its page.
    browser.with_page(|_| async {});
    thread::sleep(Duration::from_millis(1_500));
    browser
}

/// Opens a Python's page, and waits for its `hello`; returns when that came, in milliseconds
/// after the navigation began.
pub async fn open(page: &Page, name: &str) -> f64 {
    page.open(&format!("{name}.html")).await.expect("a page");
    page.until("window.bench").await.expect("output");
    let hello: Option<f64> = page.script("return bench.hello").await.expect("an answer");
    let Some(hello) = hello else {
        let why: String = page.script("return bench.why").await.expect("a reason");
        panic!("{name} does not load: {why}");
    };
    hello
}

/// Runs a program; `None` if it fails there.
pub async fn run(page: &Page, source: &str) -> Option<Ran> {
    in_time(page.script_with("return await bench.run(argument)", &source.into())).await
}

/// What a page answers, unless it fails or does not answer at all.
async fn in_time<T>(answer: impl Future<Output = Result<T, Failed>>) -> Option<T> {
    timeout(PATIENCE, answer).await.ok()?.ok()
}

/// Opens a Python's page in a browser of its own and runs a program as the first thing, without
/// `hello`; `None` if it fails there.
pub fn run_at_once(engine: Engine, name: &str, source: &str) -> Option<Ran> {
    let query = Serializer::new(String::new())
        .append_pair("program", source)
        .finish();
    let browser = new_browser(engine);
    let ran = browser.with_page(|page| async move {
        in_time(page.open(&format!("{name}.html?{query}"))).await?;
        // The page is asked once, and answers when it is over: questions meanwhile would take time.
        in_time(page.script_with("return await atOnce", &Value::Null)).await
    });
    browser.close();
    ran
}

/// Lets the page finish what it does unasked, such as setting up a worker for the next program.
pub async fn rest(page: &Page) {
    let rest = "await new Promise(resolve => setTimeout(resolve, 600)); return true";
    // A page that is gone needs no rest; what is run in it says so.
    let _: Option<bool> = in_time(page.script_with(rest, &Value::Null)).await;
}

/// Lets the browser finish what it compiles anew, of a page whose programs have shown what is used often.
/// Other threads do it: Firefox 153 compiles the whole module, for seconds.
pub fn settle() {
    thread::sleep(Duration::from_secs(10));
}

/// The text of a program that is measured.
pub fn source(folder: &str, name: &str) -> String {
    let benches = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches");
    fs::read_to_string(benches.join(folder).join(format!("{name}.py"))).expect("a program")
}

/// Which browser, on what.
pub fn surroundings(page: &Page) -> String {
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load
        .split(' ')
        .next()
        .filter(|load| !load.is_empty())
        .map(|load| format!(", load {load}"));
    format!(
        "{} {}, {} on {}, {cores} cores{}",
        page.engine.name(),
        page.version(),
        std::env::consts::ARCH,
        std::env::consts::OS,
        load.unwrap_or_default(),
    )
}
