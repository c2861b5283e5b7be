//! The one door between a program and everything outside it.
//!
//! System calls are replaced, not forbidden: whatever a program reads of its surroundings (clock,
//! randomness, standard input, the standard library's packs) and whatever it sends there comes
//! through [`Host`]. Tests implement it over plain buffers, the worker over messages.

use std::cell::RefCell;
use std::rc::Rc;

pub use crate::protocol::Stream;
use crate::protocol::{CanvasEvent, InputKind, Outcome, PackName};

/// What surrounds a program.
pub trait Host {
    /// Sends bytes that the program wrote. May wait until the reader has caught up.
    fn write(&self, stream: Stream, bytes: &[u8]);

    /// Shows something richer than text, after all that was written before it. `alt` is the same in
    /// words, for whoever does not see it; it may be empty. May wait as [`Host::write`] does.
    fn display(&self, mime: &str, data: &[u8], alt: &str);

    /// Waits for one line of standard input.
    fn read_line(&self, kind: InputKind) -> Line;

    /// Says how the line that a console waits for can go on: the answer to [`Line::Completion`].
    fn complete(&self, words: Vec<String>);

    /// Waits, but not past the end of the time budget; or returns early because something happened
    /// that the interpreter has to look at.
    fn sleep(&self, nanoseconds: u64);

    /// Waits as [`Host::sleep`] does, between two images of an animation.
    fn rest(&self, nanoseconds: u64) {
        self.sleep(nanoseconds);
    }

    /// What the reader has done to a picture, or does within so many nanoseconds; without a limit,
    /// whenever it comes. Returns early, with nothing, because something happened that the
    /// interpreter has to look at.
    fn next_event(&self, most: Option<u64>) -> Option<CanvasEvent> {
        if let Some(nanoseconds) = most {
            self.sleep(nanoseconds);
        }
        None
    }

    /// Whether the reader can do anything to a picture while the program runs.
    fn has_events(&self) -> bool {
        false
    }

    /// Whether the page can hold a program back that draws faster than it can show. Where it cannot,
    /// what is drawn counts as output, and resting as running.
    fn can_hold_back(&self) -> bool {
        false
    }

    /// Nanoseconds since 1970-01-01 UTC.
    fn now(&self) -> u64;

    /// Nanoseconds since some moment in the past; never goes back.
    fn monotonic(&self) -> u64;

    /// Nanoseconds that the program has been running.
    fn process_time(&self) -> u64;

    /// Nanoseconds of real time since some moment in the past, for the time budget; no program sees
    /// it.
    fn stopwatch(&self) -> u64 {
        self.monotonic()
    }

    /// By how many seconds local time is ahead of UTC at this moment (seconds since 1970-01-01 UTC).
    fn utc_offset(&self, unix_seconds: i64) -> i32;

    /// Fills `buffer` with random bytes fit for secrets.
    fn random(&self, buffer: &mut [u8]);

    /// Fetches a pack of the standard library.
    ///
    /// # Errors
    /// Why it cannot be had: which file, and what is wrong with it.
    fn pack(&self, name: PackName) -> Result<Vec<u8>, String>;

    /// The most memory the program had allocated so far, in bytes; 0 where nobody counts.
    fn peak_memory(&self) -> u64;

    /// Ends the run: nothing of the program runs after this.
    fn end(&self, outcome: Outcome) -> !;
}

/// What came of waiting for a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The line without its line break.
    Text(String),
    /// Nothing yet: whoever types code wants to know how this line can go on.
    Completion(String),
    /// The end of the input.
    End,
    /// Nothing yet: a signal is pending and has to be handled before asking again.
    Interrupted,
}

thread_local! {
    static HOST: RefCell<Option<Rc<dyn Host>>> = const { RefCell::new(None) };
}

/// Gives this thread's interpreter its surroundings.
pub(crate) fn set_host(host: Rc<dyn Host>) {
    HOST.set(Some(host));
}

/// The surroundings of this thread's interpreter.
///
/// # Panics
/// If [`set_host`] was not called: an interpreter is only ever made with a host.
pub(crate) fn host() -> Rc<dyn Host> {
    HOST.with_borrow(|host| Rc::clone(host.as_ref().expect("an interpreter has a host")))
}
