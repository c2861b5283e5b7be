//! The program's surroundings in a worker: messages to and from the frame.

use std::cell::{Cell, RefCell};

use js_sys::{Date, Uint8Array};

use super::replay::{self, Clock};
use super::waiting::{can_switch, can_wait, replays, wait};
use super::{ending, inbox, js, memory, output, part, slice};
use crate::protocol::{CanvasEvent, InputKind, Outcome, PackName, PartName, Stream, WorkerMessage};
use crate::python::clock::stopwatch;
use crate::python::host::{Host, Line};

thread_local! {
    static GIVEN: RefCell<Vec<(PackName, Vec<u8>)>> = const { RefCell::new(Vec::new()) };
    /// Whether the page has been asked for a line and has not answered.
    static IS_ASKING: Cell<bool> = const { Cell::new(false) };
    /// Milliseconds of rest of which the frame does not know yet.
    static RESTED: Cell<f64> = const { Cell::new(0.0) };
}

/// Begins a new program, which has asked for nothing and has not rested.
pub(super) fn begin() {
    IS_ASKING.set(false);
    RESTED.set(0.0);
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

/// A thread of the program goes on, or begins on a new stack.
pub(super) fn resumed() {
    memory::hold();
    slice::resumed();
}

/// The surroundings of this worker's program.
pub(super) struct WorkerHost;

/// The frame hears of a longer rest before it begins, and of short ones when they come to this.
const LONG_REST_MS: f64 = 100.0;

/// Waits for so many milliseconds or until something happens, and tells the frame that the program
/// does not run meanwhile.
fn rest(milliseconds: f64) {
    output::send(false);
    // Stop may have come while the output waited for the page.
    if slice::hear_stop() {
        return;
    }
    if !can_wait() {
        wait(milliseconds);
        return;
    }
    let start = js::milliseconds();
    let is_long = milliseconds > LONG_REST_MS;
    if is_long {
        js::tell(&WorkerMessage::Resting);
    }
    wait(milliseconds);
    let rested = RESTED.get() + js::milliseconds() - start;
    RESTED.set(rested);
    if is_long || rested > LONG_REST_MS {
        RESTED.set(0.0);
        js::tell(&WorkerMessage::Rested {
            milliseconds: rested,
        });
    }
    slice::hear_stop();
}

/// What a clock shows to the program.
fn observe(clock: Clock, milliseconds: f64) -> f64 {
    if replays() {
        replay::observe(clock, milliseconds)
    } else {
        milliseconds
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
        loop {
            if let Some(line) = self.poll_line(kind) {
                return line;
            }
            wait(f64::INFINITY);
        }
    }

    fn poll_line(&self, kind: InputKind) -> Option<Line> {
        if replays() {
            output::send(false);
            return Some(replay::read_line(kind));
        }
        // After a completion the page still owes a line, so it is not asked again.
        if !IS_ASKING.replace(true) {
            output::send(false);
            inbox::forget_line();
            js::tell(&WorkerMessage::InputRequest { kind });
        }
        let line = if slice::hear_stop() {
            Line::Interrupted
        } else if let Some(line) = inbox::take_completion() {
            Line::Completion(line)
        } else {
            inbox::take_line()?.map_or(Line::End, Line::Text)
        };
        IS_ASKING.set(matches!(line, Line::Completion(_)));
        Some(line)
    }

    fn stop_asking(&self) {
        IS_ASKING.set(false);
    }

    fn has_heard(&self) -> bool {
        inbox::has_heard()
    }

    fn can_switch(&self) -> bool {
        can_switch()
    }

    fn switch(&self, from: u32, to: u32) {
        memory::let_go();
        js::switch_thread(from, to);
        resumed();
    }

    fn leave(&self, to: u32) {
        // Nothing is refused to the program while its stack changes.
        memory::let_go();
        js::resume_thread(to);
    }

    fn idle(&self, most: Option<u64>, for_reader: bool) {
        output::send(false);
        if slice::hear_stop() {
            return;
        }
        let most = most.map(|most| milliseconds(most.min(stopwatch::left())));
        let wait = || wait(most.unwrap_or(f64::INFINITY));
        if for_reader {
            stopwatch::pause(wait);
        } else {
            wait();
        }
        slice::hear_stop();
    }

    fn complete(&self, words: Vec<String>) {
        js::tell(&WorkerMessage::Completions { words });
    }

    fn sleep(&self, nanoseconds: u64) {
        output::send(false);
        let milliseconds = milliseconds(nanoseconds.min(stopwatch::left()));
        if replays() {
            return replay::sleep(milliseconds);
        }
        wait(milliseconds);
        slice::hear_stop();
    }

    fn rest(&self, nanoseconds: u64) {
        rest(milliseconds(nanoseconds.min(stopwatch::left())));
    }

    fn next_event(&self, most: Option<u64>) -> Option<CanvasEvent> {
        let event = inbox::take_event();
        if event.is_some() || most == Some(0) {
            return event;
        }
        // Sending may wait for the page. An event that arrives during that wait would not end the next one.
        output::send(false);
        let event = inbox::take_event();
        if event.is_some() || slice::hear_stop() {
            return event;
        }
        let most = most.map(|most| milliseconds(most.min(stopwatch::left())));
        rest(most.unwrap_or(f64::INFINITY));
        inbox::take_event()
    }

    fn has_events(&self) -> bool {
        can_wait()
    }

    fn can_hold_back(&self) -> bool {
        can_wait()
    }

    fn now(&self) -> u64 {
        nanoseconds(observe(Clock::Unix, Date::now()))
    }

    fn monotonic(&self) -> u64 {
        nanoseconds(observe(Clock::Monotonic, js::milliseconds()))
    }

    fn process_time(&self) -> u64 {
        if !replays() {
            return stopwatch::running();
        }
        let running = milliseconds(stopwatch::running());
        nanoseconds(replay::observe(Clock::Process, running))
    }

    fn stopwatch(&self) -> u64 {
        nanoseconds(js::milliseconds())
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
            if replays() {
                replay::random(&random);
            } else {
                js::fill_with_random(&random);
            }
            random.copy_to(part);
        }
    }

    fn pack(&self, name: PackName) -> Result<Vec<u8>, String> {
        if let Some(pack) = take_given(name) {
            return Ok(pack);
        }
        if replays() {
            return replay::pack(name);
        }
        if !slice::is_running() {
            return Err("no program waits for it".to_owned());
        }
        output::send(false);
        js::tell(&WorkerMessage::PackRequest { pack: name });
        stopwatch::pause(|| {
            loop {
                if let Some(pack) = inbox::take_pack() {
                    return pack;
                }
                wait(f64::INFINITY);
            }
        })
    }

    fn part(&self, name: PartName) -> Result<(), String> {
        if part::has(name) {
            return Ok(());
        }
        if !slice::is_running() {
            return Err("no program waits for it".to_owned());
        }
        part::load(name)
    }

    fn peak_memory(&self) -> u64 {
        memory::peak()
    }

    fn end(&self, outcome: Outcome) -> ! {
        ending::finish(outcome);
        wasm_bindgen::throw_str("the run has ended")
    }
}
