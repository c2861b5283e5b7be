//! The end of a run: its last output, and then how it ended.
#![expect(
    deprecated,
    reason = "wasm-bindgen calls its stack switching experimental"
)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;

use super::{js, memory, output, slice};
use crate::protocol::{ErrorReport, Outcome, Status, Stream, WorkerMessage};
use crate::python::clock::stopwatch;

thread_local! {
    /// Whether the frame knows how the run has ended.
    static HAS_ENDED: Cell<bool> = const { Cell::new(false) };
    /// The message of the interpreter's panic.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the message of a panic for [`report_failure`]: JavaScript sees a trap without one.
pub(super) fn remember_panics() {
    std::panic::set_hook(Box::new(|panic| {
        PANIC.set(Some(panic.to_string()));
    }));
}

/// Begins a run, which has not ended yet.
pub(super) fn begin() {
    HAS_ENDED.set(false);
}

/// Lifts the memory budget before [`report_failure`]: its message needs memory to arrive in.
#[wasm_bindgen(js_name = liftMemoryBudget)]
pub fn lift_memory_budget() {
    memory::lift();
}

/// Reports the end of a run whose interpreter has trapped or panicked: `message` is that of the JavaScript
/// error. Waits as a run does where the page has yet to show what was printed.
#[wasm_bindgen(js_name = reportFailure, jspi)]
pub fn report_failure(message: String) {
    if HAS_ENDED.get() {
        return;
    }
    let panic = PANIC.take();
    if memory::was_refused() || panic.as_deref().is_some_and(is_too_large) {
        finish(ended_by(
            Status::Memory,
            "MemoryError",
            "the memory budget of this run is used up",
        ));
    } else if is_stack_overflow(&message) {
        finish(ended_by(
            Status::Exception,
            "RecursionError",
            "maximum recursion depth exceeded: this program nests deeper than the browser's stack",
        ));
    } else {
        HAS_ENDED.set(true);
        let message = panic.unwrap_or(message);
        // What the program had printed by then is the reader's.
        send_the_rest();
        js::tell(&WorkerMessage::Crashed { message });
    }
}

/// Whether this is how Rust's collections say that they would be larger than any memory: they refuse
/// that themselves, without a request.
fn is_too_large(panic: &str) -> bool {
    panic.ends_with("capacity overflow")
}

/// Whether the message says that the browser's stack is used up, in the words of Chromium and Safari or of
/// Firefox.
fn is_stack_overflow(message: &str) -> bool {
    message.contains("call stack size exceeded") || message.contains("too much recursion")
}

/// The outcome of a run whose interpreter cannot report anything itself.
fn ended_by(status: Status, kind: &str, message: &str) -> Outcome {
    let text = format!("{kind}: {message}\n");
    output::write(Stream::Stderr, text.as_bytes());
    Outcome {
        status,
        error: Some(ErrorReport {
            kind: kind.to_owned(),
            message: message.to_owned(),
            text,
            ..ErrorReport::default()
        }),
        exit_code: 1,
        seconds: stopwatch::seconds(stopwatch::running()),
        killed: true,
        peak_memory: memory::peak(),
        files: BTreeMap::new(),
        kept: false,
    }
}

/// Ends a run whose program needs a part of the interpreter that did not arrive: no exception can be raised in the
/// middle of a function that is not there.
pub(super) fn without_part(why: &str) -> ! {
    finish(ended_by(
        Status::Exception,
        "SystemError",
        &format!(
            "this program needs a part of Python that did not arrive ({why}); run it again when it is there"
        ),
    ));
    wasm_bindgen::throw_str("the run has ended")
}

/// Sends the rest of the output. Nothing takes a turn any more.
fn send_the_rest() {
    memory::lift();
    slice::stop();
    output::send(true);
}

/// Sends the rest of the output and then the outcome, the last message of the run.
pub(super) fn finish(outcome: Outcome) {
    send_the_rest();
    js::tell(&WorkerMessage::Finished { outcome });
    HAS_ENDED.set(true);
}
