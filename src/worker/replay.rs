//! Waits where nothing can wait: the program is put aside, and run again when what it waits for is there.
//!
//! The same program that learns the same from outside does the same. So `www/sandbox/worker/past.js` takes down what
//! clocks, chance and answers have told it, and tells a program that is run again the same, up to where it was put
//! aside. The frame swallows what is printed a second time (`src/frame/transcript.rs`).

use std::cell::Cell;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;

use super::{inbox, js, output, slice};
use crate::protocol::{InputKind, PackName, Wish, WorkerMessage};
use crate::python::host::Line;

/// A program that has run for longer is not run again: the reader would wait as long for each answer.
const LONGEST_RUN_MS: f64 = 3_000.0;

/// The same for a console, which is run again for the questions of its entries.
const LONGEST_CONSOLE_MS: f64 = 10_000.0;

thread_local! {
    /// For how long the program may have worked that is run again for an answer.
    static LONGEST_MS: Cell<f64> = const { Cell::new(LONGEST_RUN_MS) };
}

/// Begins a program, or a console.
pub(super) fn begin(is_console: bool) {
    LONGEST_MS.set(if is_console {
        LONGEST_CONSOLE_MS
    } else {
        LONGEST_RUN_MS
    });
}

/// Shorter sleeps block the worker: to run again takes about as long.
const SHORTEST_SLEEP_MS: f64 = 50.0;

/// The answer to a question of the program; the end of the input if it cannot be put aside for it. A console leaves the
/// interpreter at its prompt instead: there it can go on.
pub(super) fn read_line(kind: InputKind) -> Line {
    if !inbox::has_answer() && !js::answer() {
        if matches!(kind, InputKind::Code | InputKind::Block) {
            return Line::Later;
        }
        if !js::can_live_again(LONGEST_MS.get()) {
            // The question has no answer that the program could find again.
            js::close_past();
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
    } else if js::can_live_again(milliseconds.min(LONGEST_MS.get())) {
        js::put_aside(js::to_js(&Wish::Sleep { milliseconds }));
    } else {
        js::block(milliseconds);
        js::remember_sleep();
    }
}

/// A pack. A program is put aside for each of them once at most, so it may have run for long.
///
/// # Errors
/// Why it cannot be had.
pub(super) fn pack(name: PackName) -> Result<Vec<u8>, String> {
    let kept = js::kept_pack(js::to_js(&name));
    // Of Stop it hears where it has waited.
    slice::hear_stop();
    if let Some(pack) = kept.dyn_ref::<Uint8Array>() {
        return Ok(pack.to_vec());
    }
    if let Some(why) = kept.as_string() {
        return Err(why);
    }
    if !slice::is_running() {
        return Err("no program waits for it".to_owned());
    }
    // A traceback does without the library's lines; nobody waits for those as long as the program has run.
    let longest = match name {
        PackName::Sources => LONGEST_MS.get(),
        _ => f64::INFINITY,
    };
    if js::can_live_again(longest) {
        output::send(false);
        js::put_aside(js::to_js(&Wish::Asset { name: name.into() }));
    }
    Err(js::refuse_pack(js::to_js(&name)))
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
