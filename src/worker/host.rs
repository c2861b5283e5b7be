//! The program's surroundings in a worker: messages to and from the frame.

use std::cell::{Cell, RefCell};

use js_sys::{Date, Uint8Array};

use super::{inbox, js, memory, output};
use crate::protocol::{CanvasEvent, InputKind, Outcome, PackName, Stream, Waiting, WorkerMessage};
use crate::python::clock::watch;
use crate::python::host::{Host, Line};

thread_local! {
    static WAITING: Cell<Waiting> = const { Cell::new(Waiting::None) };
    static GIVEN: RefCell<Vec<(PackName, Vec<u8>)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a pack until the interpreter asks for it.
pub(super) fn give(name: PackName, pack: Vec<u8>) {
    GIVEN.with_borrow_mut(|given| given.push((name, pack)));
}

fn take_given(name: PackName) -> Option<Vec<u8>> {
    GIVEN.with_borrow_mut(|given| {
        let at = given.iter().position(|(other, _)| *other == name)?;
        Some(given.swap_remove(at).1)
    })
}

/// Whether messages can arrive while the program runs.
pub(super) fn can_wait() -> bool {
    WAITING.get() != Waiting::None
}

/// The surroundings of this worker's program.
pub(super) struct WorkerHost {
    /// Whether the page has been asked for a line and has not answered.
    is_asking: Cell<bool>,
    /// Milliseconds of rest of which the frame does not know yet.
    rested: Cell<f64>,
}

/// The frame hears of a longer rest before it begins, and of short ones when they come to this.
const LONG_REST_MS: f64 = 100.0;

impl WorkerHost {
    pub(super) fn new(waiting: Waiting) -> Self {
        WAITING.set(waiting);
        Self {
            is_asking: Cell::new(false),
            rested: Cell::new(0.0),
        }
    }

    /// Waits for so many milliseconds or until something happens, and tells the frame that this is
    /// not running.
    fn rest_for(&self, milliseconds: f64) {
        output::send(false);
        // It may have come while the output waited for the page.
        if super::slice::hear_stop() {
            return;
        }
        if !can_wait() {
            js::wait(milliseconds);
            return;
        }
        let start = js::milliseconds();
        let is_long = milliseconds > LONG_REST_MS;
        if is_long {
            js::tell(&WorkerMessage::Resting);
        }
        js::wait(milliseconds);
        let rested = self.rested.get() + js::milliseconds() - start;
        self.rested.set(rested);
        if is_long || rested > LONG_REST_MS {
            self.rested.set(0.0);
            js::tell(&WorkerMessage::Rested {
                milliseconds: rested,
            });
        }
        super::slice::hear_stop();
    }
}

fn nanoseconds(milliseconds: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clocks count up from 0 and stay below 2^63 nanoseconds"
    )]
    let nanoseconds = (milliseconds * 1e6) as u64;
    nanoseconds
}

#[expect(clippy::cast_precision_loss, reason = "timers count in milliseconds")]
fn milliseconds(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1e6
}

impl Host for WorkerHost {
    fn write(&self, stream: Stream, bytes: &[u8]) {
        output::write(stream, bytes);
    }

    fn display(&self, mime: &str, data: &[u8], alt: &str) {
        output::display(mime, data, alt);
    }

    fn read_line(&self, kind: InputKind) -> Line {
        output::send(false);
        if !can_wait() {
            return Line::End;
        }
        // A completion leaves the question open; whatever else ends it has to ask again.
        if !self.is_asking.get() {
            inbox::forget_line();
            js::tell(&WorkerMessage::InputRequest { kind });
        }
        let line = loop {
            if super::slice::hear_stop() {
                break Line::Interrupted;
            }
            if let Some(line) = inbox::take_completion() {
                break Line::Completion(line);
            }
            match inbox::take_line() {
                Some(Some(line)) => break Line::Text(line),
                Some(None) => break Line::End,
                None => js::wait(f64::INFINITY),
            }
        };
        self.is_asking.set(matches!(line, Line::Completion(_)));
        line
    }

    fn complete(&self, words: Vec<String>) {
        js::tell(&WorkerMessage::Completions { words });
    }

    fn sleep(&self, nanoseconds: u64) {
        output::send(false);
        js::wait(milliseconds(nanoseconds.min(watch::left())));
        super::slice::hear_stop();
    }

    fn rest(&self, nanoseconds: u64) {
        self.rest_for(milliseconds(nanoseconds.min(watch::left())));
    }

    fn next_event(&self, most: Option<u64>) -> Option<CanvasEvent> {
        let event = inbox::take_event();
        if event.is_some() || most == Some(0) {
            return event;
        }
        // Sending may wait for the page, and what arrives meanwhile wakes nobody later.
        output::send(false);
        let event = inbox::take_event();
        if event.is_some() || super::slice::hear_stop() {
            return event;
        }
        let most = most.map(|most| milliseconds(most.min(watch::left())));
        self.rest_for(most.unwrap_or(f64::INFINITY));
        inbox::take_event()
    }

    fn has_events(&self) -> bool {
        can_wait()
    }

    fn can_hold_back(&self) -> bool {
        can_wait()
    }

    fn now(&self) -> u64 {
        nanoseconds(Date::now())
    }

    fn monotonic(&self) -> u64 {
        nanoseconds(js::milliseconds())
    }

    fn process_time(&self) -> u64 {
        watch::running()
    }

    fn utc_offset(&self, unix_seconds: i64) -> i32 {
        #[expect(clippy::cast_precision_loss, reason = "JavaScript's dates are floats")]
        let date = Date::new(&(unix_seconds as f64 * 1e3).into());
        let minutes_behind = date.get_timezone_offset();
        if minutes_behind.is_nan() {
            return 0;
        }
        #[expect(clippy::cast_possible_truncation, reason = "less than a day")]
        let seconds = (minutes_behind * -60.0) as i32;
        seconds
    }

    fn random(&self, buffer: &mut [u8]) {
        // `getRandomValues` fills no more than this at once.
        for part in buffer.chunks_mut(65_536) {
            let random =
                Uint8Array::new_with_length(u32::try_from(part.len()).expect("a chunk is small"));
            js::fill_with_random(&random);
            random.copy_to(part);
        }
    }

    fn pack(&self, name: PackName) -> Result<Vec<u8>, String> {
        if let Some(pack) = take_given(name) {
            return Ok(pack);
        }
        if !can_wait() {
            return Err("this browser cannot wait for it".to_owned());
        }
        if !super::slice::is_running() {
            return Err("no program waits for it".to_owned());
        }
        js::tell(&WorkerMessage::PackRequest { pack: name });
        watch::pause(|| {
            loop {
                if let Some(pack) = inbox::take_pack() {
                    return pack;
                }
                js::wait(f64::INFINITY);
            }
        })
    }

    fn peak_memory(&self) -> u64 {
        memory::peak()
    }

    fn end(&self, outcome: Outcome) -> ! {
        super::entry::finish(outcome);
        wasm_bindgen::throw_str("the run has ended")
    }
}
