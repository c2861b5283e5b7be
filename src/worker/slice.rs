//! Time slices: a running program gives its surroundings a turn every few milliseconds.

use std::cell::Cell;

use super::{inbox, js, memory, output, waiting};
use crate::python::clock::signal::{self, Signal};
use crate::python::clock::stopwatch;
use crate::python::threads::{self, Turns};

/// Time between two turns. Stop is handled after half of it on average; a turn takes about 10 µs, 0.05 % of
/// it.
const BETWEEN_TURNS_MS: f64 = 20.0;
/// Time between two looks at the clock: short enough for the turns, long enough to cost nothing.
const BETWEEN_LOOKS_MS: f64 = 4.0;
const LEAST_WORK: i32 = 256;
/// A unit of work may take a nanosecond in a compiled loop and a microsecond behind it: with 2²⁰ of them Stop would
/// have to wait for a second. So much of the former takes 30 µs, of which the look at the clock is a hundredth.
const MOST_WORK: i32 = 1 << 15;

#[derive(Clone, Copy)]
struct Pace {
    /// Units of work from one look at the clock to the next.
    work: i32,
    last_look: f64,
    last_turn: f64,
    /// When the thread that runs went on.
    last_switch: f64,
    /// Whether it has just gone on: the work that the thread before it had left is not its own.
    is_fresh: bool,
}

thread_local! {
    /// `None` while no program runs.
    static PACE: Cell<Option<Pace>> = const { Cell::new(None) };
}

/// Begins to slice: a program runs.
pub(super) fn begin() {
    let now = js::milliseconds();
    PACE.set(Some(Pace {
        work: LEAST_WORK,
        last_look: now,
        last_turn: now,
        last_switch: now,
        is_fresh: false,
    }));
}

/// Ends slicing: from here on the worker does not suspend.
pub(super) fn stop() {
    PACE.set(None);
}

/// Whether a program runs; only then may the worker wait for messages.
pub(super) fn is_running() -> bool {
    PACE.get().is_some()
}

/// A thread of the program goes on, or begins. Hears messages if it is time to: an interrupt is raised where the thread
/// has waited, and not by one of the next instructions.
pub(super) fn resumed() {
    let Some(mut pace) = PACE.get() else {
        return;
    };
    let now = js::milliseconds();
    let is_turn = now - pace.last_turn >= BETWEEN_TURNS_MS;
    if is_turn {
        pace.last_turn = now;
    }
    pace.last_look = now;
    pace.last_switch = now;
    pace.is_fresh = true;
    PACE.set(Some(pace));
    if is_turn {
        output::send_if_due();
        waiting::turn();
        hear_stop();
    }
}

/// Called by the patched interpreter when it has done the work that was last agreed upon; returns
/// how much it may do before it calls again.
#[expect(unsafe_code, reason = "the interpreter calls it by its name")]
#[unsafe(no_mangle)]
extern "C" fn rustpython_time_slice() -> i32 {
    let Some(mut pace) = PACE.get() else {
        return LEAST_WORK;
    };
    let now = js::milliseconds();
    let elapsed = now - pace.last_look;
    if elapsed < BETWEEN_LOOKS_MS / 2.0 {
        pace.work = (pace.work * 2).min(MOST_WORK);
    } else if elapsed > BETWEEN_LOOKS_MS * 2.0 {
        pace.work = (pace.work / 2).max(LEAST_WORK);
    }
    pace.last_look = now;

    if memory::take_alarm() {
        signal::send(Signal::MemoryLow);
    }
    if stopwatch::is_over() {
        signal::send(Signal::TimeUp);
    }
    let is_turn = now - pace.last_turn >= BETWEEN_TURNS_MS;
    if is_turn {
        pace.last_turn = now;
    }
    PACE.set(Some(pace));

    if is_turn {
        output::send_if_due();
        waiting::turn();
        hear_stop();
        if let Some(mut pace) = PACE.get() {
            // Neither the turn nor waiting for the page is the program's time.
            pace.last_look = js::milliseconds();
            pace.last_turn = pace.last_look;
            PACE.set(Some(pace));
        }
    }
    let turns = threads::turns();
    let is_over = match turns {
        Turns::None => false,
        Turns::Work(_) => !pace.is_fresh,
        Turns::After(milliseconds) => {
            !pace.is_fresh && now - pace.last_switch >= milliseconds && threads::is_due()
        }
    };
    if is_over {
        threads::pass();
    }
    if turns != Turns::None
        && let Some(pace) = PACE.get()
    {
        PACE.set(Some(Pace {
            is_fresh: false,
            ..pace
        }));
    }
    match turns {
        Turns::Work(work) => work,
        Turns::After(milliseconds) if milliseconds < BETWEEN_LOOKS_MS => LEAST_WORK,
        Turns::None | Turns::After(_) => pace.work,
    }
}

/// How many bytes of its own stack the module may use. The browser keeps a second stack for the same
/// calls, which the module cannot measure and which must not overflow first: in Chromium 156 it overflows
/// when the module has used 500 to 800 KB of its own, depending on what is nested (`repr` of lists, JSON,
/// calls).
pub(super) const USABLE_STACK_BYTES: usize = 384 << 10;

/// The patched interpreter calls this when it is set up.
#[expect(unsafe_code, reason = "the interpreter calls it by its name")]
#[unsafe(no_mangle)]
extern "C" fn rustpython_native_stack() -> usize {
    USABLE_STACK_BYTES
}

/// Passes Stop on to the program; whether there was one.
pub(super) fn hear_stop() -> bool {
    let stop = inbox::take_stop();
    if stop {
        signal::send(Signal::Interrupt);
    }
    stop
}
