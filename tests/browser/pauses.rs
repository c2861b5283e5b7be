//! Whether a page goes on drawing while something else happens, by what its machine can do: a slow or
//! a busy one takes longer for all that a page has to do.

use std::future::Future;

use libtest_mimic::Failed;
use serde_json::Value;

use crate::page::Engine;

/// The longest task of the page's thread while a program runs: a frame may be missed by as much. In
/// milliseconds of an ordinary machine, as all of these.
pub const LONGEST_TASK_MS: f64 = 50.0;

/// The longest task if the frame is no longer ours: the browser unpacks a message, however large,
/// before anybody can refuse it.
pub const LONGEST_TASK_FORGED_MS: f64 = 500.0;

/// Where a program may show frames and pictures, whose tasks are the browser's own.
pub const ANY_TASK_MS: f64 = f64::INFINITY;

/// The longest time without an animation frame. It is not only the page's doing: of two processors
/// a program keeps one busy, and the browser's other processes need one, too.
const LONGEST_GAP_MS: f64 = 500.0;

/// `effort()` tells how many times as long as an ordinary machine this one takes at the moment, which
/// it finds by work that takes 20 ms there.
pub const EFFORT: &str = "
    const effort = () => {
      let sum = 0;
      const work = (rounds) => {
        for (let round = 0; round < rounds; round += 1) sum = (sum * 31 + round) % 1000003;
      };
      // Until it is compiled, it is slower.
      work(100000);
      const began = performance.now();
      work(3000000);
      return (performance.now() - began) / 20;
    };
";

/// A script that can tell with `pauses()` what the page's longest pauses have been since it began:
/// `gap` between two animation frames and `task`, in milliseconds, and the `slowness` of the machine,
/// at least 1, before and after. Until then it is `slowness` itself. A forged frame shares the page's
/// thread; its own tasks are not the page's.
pub fn watching(script: &str) -> String {
    const WATCHING: &str = "
    const slowness = Math.max(1, effort());
    let isOver = false;
    let gap = 0;
    const began = performance.now();
    let last = began;
    const frame = () => {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
      if (!isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    let task = 0;
    const hear = (entries) => {
      for (const { duration, name, startTime } of entries) {
        // The task that has measured the machine is no pause of the page.
        if (!name.endsWith('-descendant') && startTime >= began) task = Math.max(task, duration);
      }
    };
    const observer = new PerformanceObserver((list) => hear(list.getEntries()));
    observer.observe({ type: 'longtask' });
    const pauses = () => {
      isOver = true;
      hear(observer.takeRecords());
      observer.disconnect();
      return { gap, task, slowness: Math.max(slowness, effort()) };
    };
";
    [EFFORT, WATCHING, script].concat()
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
    let number = |name: &str| pauses[name].as_f64().unwrap_or(f64::INFINITY);
    let longer = |name: &str, most: f64| number(name) / number("slowness") > most;
    engine == Engine::Chromium && (longer("gap", LONGEST_GAP_MS) || longer("task", longest_task))
}
