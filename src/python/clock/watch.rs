//! The stopwatch of a run: it stands still while the program waits for input.
//!
//! A program that shows a moving picture rests between two images and while nothing happens. That is
//! not running either, and it gives back as much time as was used: a drawing may take its time and a
//! game go on, and what works without a rest still ends when its budget is used up.

use std::cell::Cell;

use crate::python::host::host;

/// Nanoseconds, of [`Host::stopwatch`](crate::python::host::Host::stopwatch) or a difference of two.
pub type Nanoseconds = u64;

#[derive(Clone, Copy)]
struct Watch {
    started: Nanoseconds,
    waited: Nanoseconds,
    /// Running time that resting has given back.
    returned: Nanoseconds,
    limit: Nanoseconds,
}

thread_local! {
    static WATCH: Cell<Option<Watch>> = const { Cell::new(None) };
}

/// Starts the run's watch.
pub(crate) fn start(limit: Nanoseconds) {
    WATCH.set(Some(Watch {
        started: host().stopwatch(),
        waited: 0,
        returned: 0,
        limit,
    }));
}

/// How long the program has been running; 0 before it has started.
pub fn running() -> Nanoseconds {
    WATCH.get().map_or(0, |watch| {
        host()
            .stopwatch()
            .saturating_sub(watch.started + watch.waited)
    })
}

/// How long it may go on running.
pub fn left() -> Nanoseconds {
    WATCH.get().map_or(Nanoseconds::MAX, |watch| {
        (watch.limit + watch.returned).saturating_sub(running())
    })
}

/// Whether the time budget is used up.
pub fn is_over() -> bool {
    left() == 0
}

/// Runs `wait` with the watch standing still.
pub(crate) fn pause<T>(wait: impl FnOnce() -> T) -> T {
    let before = host().stopwatch();
    let result = wait();
    if let Some(mut watch) = WATCH.get() {
        watch.waited += host().stopwatch().saturating_sub(before);
        WATCH.set(Some(watch));
    }
    result
}

/// Runs `wait` with the watch standing still, and gives back as much of the time that was used.
pub(crate) fn rest<T>(wait: impl FnOnce() -> T) -> T {
    if !host().can_hold_back() {
        return wait();
    }
    let waited = |watch: Option<Watch>| watch.map_or(0, |watch| watch.waited);
    let before = waited(WATCH.get());
    let result = pause(wait);
    if let Some(mut watch) = WATCH.get() {
        let rested = waited(Some(watch)) - before;
        watch.returned = (watch.returned + rested).min(running());
        WATCH.set(Some(watch));
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
