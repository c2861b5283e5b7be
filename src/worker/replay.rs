//! Waits where nothing can wait: the program is put aside, and run again when what it waits for is there.
//!
//! The same program that learns the same from outside does the same. So `www/sandbox/worker/past.js` takes down what
//! clocks, chance and answers have told it, and tells a program that is run again the same, up to where it was put
//! aside. The frame swallows what is printed a second time (`src/frame/transcript.rs`).

use std::cell::Cell;

use js_sys::Uint8Array;

use super::{inbox, js, slice};
use crate::protocol::{InputKind, Wish, WorkerMessage};
use crate::python::clock::stopwatch;
use crate::python::host::Line;

/// A program that has run for longer is not run again: the reader would wait as long for each answer.
const LONGEST_RUN_MS: f64 = 3_000.0;

/// The same for a console, which is run again for each entry.
const LONGEST_CONSOLE_MS: f64 = 10_000.0;

/// Shorter sleeps block the worker: to run again takes about as long.
const SHORTEST_SLEEP_MS: f64 = 50.0;

thread_local! {
    /// Whether the program is not put aside any more.
    static IS_OVER: Cell<bool> = const { Cell::new(false) };
}

/// Begins a program, which may be put aside.
pub(super) fn begin() {
    IS_OVER.set(false);
}

/// The answer to a question of the program; the end of the input if it cannot be put aside for it.
pub(super) fn read_line(kind: InputKind) -> Line {
    inbox::forget_line();
    if !js::answer() {
        let longest = match kind {
            InputKind::Line | InputKind::Hidden => LONGEST_RUN_MS,
            InputKind::Code | InputKind::Block => LONGEST_CONSOLE_MS,
        };
        if !can_be_put_aside(longest) {
            // The question has no answer that the program could find again.
            IS_OVER.set(true);
            js::tell(&WorkerMessage::CannotAsk);
            return Line::End;
        }
        js::put_aside(js::to_js(&Wish::Input { kind }));
    }
    if slice::hear_stop() {
        return Line::Interrupted;
    }
    match inbox::take_line() {
        Some(Some(line)) => Line::Text(line),
        Some(None) | None => Line::End,
    }
}

/// Sleeps: put aside if to run again costs less than the sleep.
pub(super) fn sleep(milliseconds: f64) {
    if milliseconds < SHORTEST_SLEEP_MS {
        js::block(milliseconds);
    } else if js::answer() {
        slice::hear_stop();
    } else if can_be_put_aside(milliseconds) {
        js::put_aside(js::to_js(&Wish::Sleep { milliseconds }));
    } else {
        js::block(milliseconds);
        js::remember_sleep();
    }
}

/// Whether the program may be put aside if to run again may take so long.
fn can_be_put_aside(longest: f64) -> bool {
    let ran = stopwatch::seconds(stopwatch::running()) * 1e3;
    !IS_OVER.get() && js::can_live_again() && ran <= longest.min(LONGEST_CONSOLE_MS)
}

/// A clock of the program's.
#[derive(Clone, Copy)]
pub(super) enum Clock {
    Unix,
    Monotonic,
    Process,
}

/// What the clock shows, in milliseconds.
pub(super) fn observe(clock: Clock, milliseconds: f64) -> f64 {
    js::observe(clock as u32, milliseconds)
}

/// Fills a part of a buffer with random bytes.
pub(super) fn random(buffer: &Uint8Array) {
    js::remember_random(buffer);
}
