//! Whether a page goes on drawing while something else happens.

use std::future::Future;

use libtest_mimic::Failed;
use serde_json::Value;

use crate::page::Engine;

/// The longest task of the page's thread while a program runs: a frame may be missed by as much.
pub const LONGEST_TASK_MS: f64 = 50.0;

/// The longest task if the frame is no longer ours: the browser unpacks a message, however large,
/// before anybody can refuse it.
pub const LONGEST_TASK_FORGED_MS: f64 = 500.0;

/// The longest time without an animation frame. It is not only the page's doing: of two processors
/// a program keeps one busy, and the browser's other processes need one, too.
pub const LONGEST_GAP_MS: f64 = 500.0;

/// A script that can tell with `pauses()` what the page's longest pauses have been since it began:
/// `gap` between two animation frames and `task`, in milliseconds. A forged frame shares the page's
/// thread; its own tasks are not the page's.
pub fn watching(script: &str) -> String {
    const WATCHING: &str = "
    let isOver = false;
    let gap = 0;
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
      if (!isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    let task = 0;
    const hear = (entries) => {
      for (const { duration, name } of entries) {
        if (!name.endsWith('-descendant')) task = Math.max(task, duration);
      }
    };
    const observer = new PerformanceObserver((list) => hear(list.getEntries()));
    observer.observe({ type: 'longtask' });
    const pauses = () => {
      isOver = true;
      hear(observer.takeRecords());
      observer.disconnect();
      return { gap, task };
    };
";
    [WATCHING, script].concat()
}

/// What comes of an attempt that makes the page stand still each time is an error. The first one
/// that does not is what counts: it may have been something else that kept the machine busy.
pub async fn moving<F>(
    engine: Engine,
    longest_task: f64,
    attempt: impl Fn() -> F,
) -> Result<Value, Failed>
where
    F: Future<Output = Result<Value, Failed>>,
{
    const ATTEMPTS: usize = 8;
    let mut result = Value::Null;
    for _ in 0..ATTEMPTS {
        result = attempt().await?;
        if !stood_still(engine, longest_task, &result["pauses"]) {
            return Ok(result);
        }
    }
    Err(format!("the page stood still {ATTEMPTS} times: {result:#}").into())
}

/// Whether the page stood still, by what `pauses()` told. Firefox tells of no tasks, and draws
/// nothing for as long as it likes while nobody looks.
fn stood_still(engine: Engine, longest_task: f64, pauses: &Value) -> bool {
    let longer = |name: &str, most| pauses[name].as_f64().is_none_or(|time| time > most);
    engine == Engine::Chromium && (longer("gap", LONGEST_GAP_MS) || longer("task", longest_task))
}
