//! What a run has taken of the machine is back when it has ended.

use std::time::Duration;

use libtest_mimic::Trial;
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::page::{Browser, Checked, Page, expect};
use crate::processes::Renderers;

/// Programs that take all they may.
const GREEDY: [(&str, &str); 4] = [
    ("bytearray(200_000_000)", "ok"),
    ("kept = []\nwhile True: kept.append('x' * 1000)", "memory"),
    ("kept = list(range(3_000_000))\nprint(len(kept))", "ok"),
    (
        "kept = []\nwhile True:\n    try:\n        kept.append([0] * 1000)\n    except MemoryError:\n        pass",
        "memory",
    ),
];

/// The memory of the tab's processes after a run, as a part of that before it.
const MOST: f64 = 1.05;

/// Longer than `REST_DELAY_MS` of `src/frame/controller/mod.rs`.
const LEFT_ALONE: Duration = Duration::from_secs(26);

/// How long a browser may take to give memory back, on a slow machine too.
const PATIENCE: Duration = Duration::from_mins(2);

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("memory_is_back_after_a_run_that_took_all_of_it", returns),
        browser.trial("a_tab_that_is_left_alone_has_no_worker", left_alone),
    ]
}

/// The worker that waits for a program is put away, and neither programs nor checks miss it. Other tabs of the browser
/// may have consoles, whose workers stay.
async fn left_alone(page: Page) -> Checked {
    let Some(renderers) = Renderers::of(&page) else {
        println!("SKIPPED: this browser's workers cannot be counted here");
        return Ok(());
    };
    sleep(LEFT_ALONE).await;
    let others = renderers.workers();
    let question = "return (await garter.check(argument)).type";
    let found: String = page.script_with(question, &"1 +".into()).await?;
    expect(found, "SyntaxError".to_owned())?;
    let result = page
        .run("import json\nprint(json.dumps([1]))", json!({}))
        .await?;
    expect(result["stdout"].as_str(), Some("[1]\n"))?;
    for is_alone in [false, true] {
        let patience = Instant::now() + PATIENCE;
        while (renderers.workers() == others) != is_alone {
            expect(Instant::now() < patience, true)?;
            sleep(Duration::from_millis(50)).await;
        }
    }
    Ok(())
}

async fn returns(page: Page) -> Checked {
    let Some(renderers) = Renderers::of(&page) else {
        println!("SKIPPED: this browser's memory cannot be read here");
        return Ok(());
    };
    // What a browser sets up once, for the first programs of this kind, stays.
    for (source, status) in GREEDY {
        let result = page.run(source, json!({})).await?;
        expect(result["status"].as_str(), Some(status))?;
    }
    let before = settled(&renderers).await;
    for (source, status) in GREEDY {
        let result = page.run(source, json!({})).await?;
        expect(result["status"].as_str(), Some(status))?;
        let patience = Instant::now() + PATIENCE;
        let mut after = renderers.megabytes();
        // One worker is left at most: the spare.
        while after > before * MOST || renderers.workers() > 1 {
            if Instant::now() > patience {
                return Err(format!(
                    "{before:.0} MB before and {after:.0} after {source}, with {} workers",
                    renderers.workers()
                )
                .into());
            }
            sleep(Duration::from_millis(50)).await;
            after = renderers.megabytes();
        }
    }
    Ok(())
}

/// The memory when it has stopped to shrink.
async fn settled(renderers: &Renderers) -> f64 {
    let mut last = f64::INFINITY;
    loop {
        let now = renderers.megabytes();
        if now > last * 0.99 {
            return last.min(now);
        }
        last = now;
        sleep(Duration::from_millis(500)).await;
    }
}
