//! The stopwatch of a run, for its time budget. It stands still while the program waits for input.
//!
//! A program that shows a moving picture rests between two images and while nothing happens. The stopwatch
//! stands still meanwhile, and the rest also gives back as much running time as it has lasted. So a drawing
//! may take its time and a game may go on, while a program that works without a rest still ends when its
//! budget is used up.

use std::cell::Cell;

pub use crate::python::host::Nanoseconds;
use crate::python::host::host;

#[derive(Clone, Copy)]
struct Stopwatch {
    started: Nanoseconds,
    waited: Nanoseconds,
    /// Running time that resting has given back.
    returned: Nanoseconds,
    limit: Nanoseconds,
}

thread_local! {
    static STOPWATCH: Cell<Option<Stopwatch>> = const { Cell::new(None) };
}

/// Starts the stopwatch of a run.
pub(crate) fn start(limit: Nanoseconds) {
    STOPWATCH.set(Some(Stopwatch {
        started: host().stopwatch(),
        waited: 0,
        returned: 0,
        limit,
    }));
}

/// How long the program has been running; 0 before it has started.
pub fn running() -> Nanoseconds {
    STOPWATCH.get().map_or(0, |watch| {
        host()
            .stopwatch()
            .saturating_sub(watch.started + watch.waited)
    })
}

/// How long it may go on running.
pub fn left() -> Nanoseconds {
    STOPWATCH.get().map_or(Nanoseconds::MAX, |watch| {
        (watch.limit + watch.returned).saturating_sub(running())
    })
}

/// Whether the time budget is used up.
pub fn is_over() -> bool {
    left() == 0
}

/// Runs `wait` while the stopwatch stands still.
pub(crate) fn pause<T>(wait: impl FnOnce() -> T) -> T {
    let before = host().stopwatch();
    let result = wait();
    if let Some(mut watch) = STOPWATCH.get() {
        watch.waited += host().stopwatch().saturating_sub(before);
        STOPWATCH.set(Some(watch));
    }
    result
}

/// Runs `wait` while the stopwatch stands still, and gives back as much of the running time so far.
pub(crate) fn rest<T>(wait: impl FnOnce() -> T) -> T {
    if !host().can_hold_back() {
        return wait();
    }
    let waited = |watch: Option<Stopwatch>| watch.map_or(0, |watch| watch.waited);
    let before = waited(STOPWATCH.get());
    let result = pause(wait);
    if let Some(mut watch) = STOPWATCH.get() {
        let rested = waited(Some(watch)) - before;
        watch.returned = (watch.returned + rested).min(running());
        STOPWATCH.set(Some(watch));
    }
    result
}

/// As Python's clocks and our reports count: in seconds, as a float.
#[expect(
    clippy::cast_precision_loss,
    reason = "clocks stay below 2^63 nanoseconds"
)]
pub fn seconds(nanoseconds: Nanoseconds) -> f64 {
    nanoseconds as f64 / 1e9
}

/// A budget's seconds. A budget is checked to be within a day.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a checked budget is positive and below 2^63 nanoseconds"
)]
pub(crate) fn nanoseconds(seconds: f64) -> Nanoseconds {
    (seconds * 1e9) as Nanoseconds
}
