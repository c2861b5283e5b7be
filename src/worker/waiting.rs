//! How this worker waits, if it can: while a program runs, for messages and for time.

use std::cell::Cell;

use super::{js, memory};
use crate::protocol::Waiting;

thread_local! {
    static WAITING: Cell<Waiting> = const { Cell::new(Waiting::Replay) };
}

/// Sets how this worker can wait, once, before its first program.
pub(super) fn set(waiting: Waiting) {
    WAITING.set(waiting);
}

/// Whether messages can arrive while the program runs.
pub(super) fn can_wait() -> bool {
    !replays()
}

/// Whether a program that waits is put aside, and run again when what it waits for is there.
pub(super) fn replays() -> bool {
    WAITING.get() == Waiting::Replay
}

/// Whether stacks can be switched.
pub(super) fn can_switch() -> bool {
    WAITING.get() == Waiting::StackSwitching
}

/// Waits for the next message or until the time is over, in milliseconds.
pub(super) fn wait(milliseconds: f64) {
    if can_wait() {
        memory::unbounded(|| js::wait(milliseconds));
    } else {
        js::block(milliseconds);
    }
}

/// Lets messages that have arrived be heard.
pub(super) fn turn() {
    if can_wait() {
        memory::unbounded(js::turn);
    }
}
