//! The corpus in the worker: what the native tests run, once more where it counts.

use libtest_mimic::{Failed, Trial};
use serde_json::json;

use crate::corpus;
use crate::page::{Browser, Engine};

/// Outside of Chromium every so many programs are run: all of them are run natively and in Chromium, and what differs from
/// browser to browser has tests of its own.
const IN_PART: usize = 4;

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let recorded = corpus::recorded().into_iter().map(|case| {
        browser.bare_trial(&format!("worker::{}", case.name), |page| async move {
            page.stay_at_playground().await?;
            let result = if case.is_console {
                page.console(&case.stdin).await?
            } else {
                let options = json!({ "stdin": case.stdin, "files": case.files });
                page.run(&case.source, options).await?
            };
            let text = |name: &str| result[name].as_str().unwrap_or_default();
            let exit_code = result["exitCode"]
                .as_i64()
                .and_then(|code| i32::try_from(code).ok());
            case.check(text("stdout"), text("stderr"), exit_code.unwrap_or(-1))
                .map_err(Failed::from)
        })
    });
    let human_eval = corpus::human_eval().into_iter().map(|task| {
        browser.bare_trial(&format!("worker::{}", task.name), |page| async move {
            page.stay_at_playground().await?;
            let result = page.run(&task.source, json!({})).await?;
            let text = |name: &str| result[name].as_str().unwrap_or_default();
            corpus::Task::check(text("stdout"), text("stderr")).map_err(Failed::from)
        })
    });
    let step = match browser.engine() {
        Engine::Chromium => 1,
        Engine::Firefox | Engine::WebKit => IN_PART,
    };
    recorded.chain(human_eval).step_by(step).collect()
}
