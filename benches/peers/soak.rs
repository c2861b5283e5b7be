//! Two thousand runs in one page: does it stay as it was?

use serde_json::{Value, json};

use crate::figures::Table;
use crate::page::Engine;
use crate::processes::Renderers;
use crate::python::{new_browser, open, rest, surroundings};

const RUNS: usize = 2_000;
const RUNS_A_ROW: usize = 100;

/// Twenty runs of every kind: a program, its options, what ends it, and how it ends.
fn kinds() -> Value {
    let ordinary = json!({ "source": "print(sum(n * n for n in range(10_000)))", "status": "ok" });
    let large =
        json!({ "source": "x = [str(n) for n in range(100_000)]\nprint(len(x))", "status": "ok" });
    let files =
        json!({ "source": "import json\nopen('a.txt', 'w').write('x' * 100_000)", "status": "ok" });
    let failing = json!({ "source": "def f(n):\n    return 1 / n\n\nf(0)", "status": "exception" });
    let wrong = json!({ "source": "if x = 1:", "status": "syntax-error" });
    let endless = json!({
        "source": "while True: pass", "options": { "budget": { "seconds": 0.05 } }, "status": "timeout",
    });
    let flood = json!({
        "source": "while True: print('x' * 50)", "options": { "budget": { "outputKB": 64 } },
        "status": "output-limit",
    });
    let stopped = json!({ "source": "print(flush=True)\nwhile True: pass", "end": "stop", "status": "stopped" });
    let killed = json!({ "source": "print(flush=True)\nwhile True: pass", "end": "end", "status": "stopped" });
    let mut kinds = vec![ordinary; 8];
    kinds.extend([
        large.clone(),
        large,
        files.clone(),
        files,
        failing.clone(),
        failing,
        wrong,
        endless.clone(),
        endless,
        flood,
        stopped,
        killed,
    ]);
    Value::Array(kinds)
}

pub fn measure() -> Vec<Table> {
    let rows: Vec<String> = (1..=RUNS / RUNS_A_ROW)
        .map(|row| format!("{}", row * RUNS_A_ROW))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let mut table = Table::of_rows(
        "After so many runs in one page",
        &["memory (MB)", "workers", "s for 100 runs"],
        &rows,
    );
    let browser = new_browser(Engine::Chromium);
    let mut add = |row, column, value| table.add(row, column, value);
    let surroundings = browser.with_page(|page| async move {
        open(&page, "garter").await;
        let renderers = Renderers::of(&page).expect("the memory of Chromium on Linux");
        for row in 0..RUNS / RUNS_A_ROW {
            println!("soak: {} of {RUNS}", (row + 1) * RUNS_A_ROW);
            let started = std::time::Instant::now();
            for _ in 0..RUNS_A_ROW / 20 {
                let wrong: Vec<String> =
                    page.script_with(RUN_ALL, &kinds()).await.expect("they end");
                assert!(wrong.is_empty(), "{wrong:?}");
            }
            add(row, 2, started.elapsed().as_secs_f64());
            rest(&page).await;
            add(row, 0, renderers.megabytes());
            #[expect(clippy::cast_precision_loss, reason = "there are few")]
            let workers = renderers.workers() as f64;
            add(row, 1, workers);
        }
        surroundings(&page)
    });
    browser.close();
    let last = RUNS / RUNS_A_ROW - 1;
    table.note(format!(
        "memory after {RUNS} runs by that after {RUNS_A_ROW}: {:.2}; {surroundings}",
        table.median(last, 0) / table.median(0, 0)
    ));
    vec![table]
}

const RUN_ALL: &str = "
    const wrong = [];
    for (const { source, options, end, status } of argument) {
        let begun;
        const beginning = new Promise((resolve) => (begun = resolve));
        const run = garter.run(source, { ...options, onOutput: begun });
        if (end) beginning.then(() => run[end]());
        const result = await run;
        if (result.status !== status) wrong.push(`${source}: ${result.status}, not ${status}`);
    }
    return wrong;
";
