//! The one door between a program and everything outside it.
//!
//! System calls are replaced, not forbidden: whatever a program reads of its surroundings (clock,
//! randomness, standard input, the standard library's packs) and whatever it sends there comes
//! through [`Host`]. Tests implement it over plain buffers, the worker over messages.

use std::cell::RefCell;
use std::rc::Rc;

pub use crate::protocol::Stream;
use crate::protocol::{CanvasEvent, InputKind, Outcome, PackName, PartName};

/// Nanoseconds of one of the clocks below, or a difference of two.
pub type Nanoseconds = u64;

/// The surroundings of a program.
pub trait Host {
    /// Sends bytes that the program wrote. May wait until the reader has caught up.
    fn write(&self, stream: Stream, bytes: &[u8]);

    /// Shows something richer than text, after all that was written before it. `alt` describes it in words,
    /// for readers who do not see it; it may be empty. May wait as [`Host::write`] does.
    fn display(&self, mime: &str, data: &[u8], alt: &str);

    /// Waits for one line of standard input.
    fn read_line(&self, kind: InputKind) -> Line;

    /// Asks for a line if nobody has asked yet, and returns it if it is there; [`Host::has_heard`] tells when it
    /// may be. By default waits for it.
    fn poll_line(&self, kind: InputKind) -> Option<Line> {
        Some(self.read_line(kind))
    }

    /// Nobody waits any more for the line that [`Host::poll_line`] has asked for.
    fn stop_asking(&self) {}

    /// Whether something of the reader's has arrived that was not taken yet.
    fn has_heard(&self) -> bool {
        false
    }

    /// Whether a program does the same each time it runs.
    fn repeats(&self) -> bool {
        false
    }

    /// Whether each thread of the program can have a stack of its own. If not, the next three are not called.
    fn can_switch(&self) -> bool {
        false
    }

    /// Suspends the stack that runs, which is the thread `from`, and goes on with that of `to`. If `to` has none, it
    /// gets one on which [`threads::run`](crate::python::threads::run) is called. Returns when something goes on
    /// with `from`.
    fn switch(&self, from: u32, to: u32) {
        let _ = (from, to);
    }

    /// Goes on with the thread `to` as soon as the stack that runs is left, which is never entered again.
    fn leave(&self, to: u32) {
        let _ = to;
    }

    /// Waits until something arrives from outside, or so many nanoseconds: no thread of the program can run. May
    /// return early. While a thread waits for the reader, this is not the program's time.
    fn idle(&self, most: Option<Nanoseconds>, for_reader: bool) {
        let _ = for_reader;
        self.sleep(most.unwrap_or(1_000_000));
    }

    /// Answers [`Line::Completion`] with the words that can stand at the end of the line.
    fn complete(&self, words: Vec<String>);

    /// Waits, but not past the end of the time budget. Returns early if there is a signal to handle.
    fn sleep(&self, nanoseconds: u64);

    /// Waits as [`Host::sleep`] does, between two images of an animation.
    fn rest(&self, nanoseconds: u64) {
        self.sleep(nanoseconds);
    }

    /// Takes the next event of a picture, or waits for one: so many nanoseconds, or without a limit. Returns
    /// `None` early if there is a signal to handle.
    fn next_event(&self, most: Option<u64>) -> Option<CanvasEvent> {
        if let Some(nanoseconds) = most {
            self.sleep(nanoseconds);
        }
        None
    }

    /// Whether events of a picture can arrive while the program runs.
    fn has_events(&self) -> bool {
        false
    }

    /// Whether the page can hold back a program that draws faster than the page can show. Where it cannot,
    /// drawing counts as output and resting counts as running.
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
    /// The reason why the pack did not arrive: which file, and what went wrong.
    fn pack(&self, name: PackName) -> Result<Vec<u8>, String>;

    /// Returns when a part of the interpreter is there. Where the interpreter is not divided, all of it always is.
    ///
    /// # Errors
    /// The reason why the part did not arrive: which file, and what went wrong.
    fn part(&self, _name: PartName) -> Result<(), String> {
        Ok(())
    }

    /// The largest amount of memory the program has had allocated, in bytes; 0 where it is not counted.
    fn peak_memory(&self) -> u64;

    /// Ends the run: nothing of the program runs after this.
    fn end(&self, outcome: Outcome) -> !;
}

/// The result of waiting for a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The line without its line break.
    Text(String),
    /// No line yet: the reader asks for completions of this one.
    Completion(String),
    /// The end of the input.
    End,
    /// No line yet: a signal is pending, which has to be handled before asking again.
    Interrupted,
    /// No line yet: the console leaves the interpreter at its prompt, and goes on later ([`Kernel::go_on`]).
    ///
    /// [`Kernel::go_on`]: crate::python::Kernel::go_on
    Later,
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
