//! The buffer for output: it gathers output into few messages, and holds the program back while the page
//! cannot show as fast as the program prints.

use std::cell::RefCell;

use super::{inbox, js, memory, waiting};
use crate::protocol::{Chunk, OUTPUT_WINDOW_BYTES, Stream, WorkerMessage, display_bytes};

/// A message is sent when this much is gathered, or this long after the first byte of it.
const ENOUGH_BYTES: usize = 16 * 1024;
const LONG_ENOUGH_MS: f64 = 16.0;

#[derive(Debug)]
struct Output {
    gathered: Vec<(Stream, Vec<u8>)>,
    bytes: usize,
    last_sent: f64,
    /// Bytes sent and not yet shown.
    under_way: u32,
}

thread_local! {
    static OUTPUT: RefCell<Output> = const {
        RefCell::new(Output { gathered: Vec::new(), bytes: 0, last_sent: 0.0, under_way: 0 })
    };
}

/// Changes what is gathered, which a refused request would leave borrowed for ever.
fn with_output<T>(change: impl FnOnce(&mut Output) -> T) -> T {
    memory::unbounded(|| OUTPUT.with_borrow_mut(change))
}

/// Begins the output of a new program: the first of it is sent without delay, and nothing is under way.
/// The page never reports what it has not shown of the program before.
pub(super) fn begin() {
    OUTPUT.with_borrow_mut(|output| {
        output.under_way = 0;
        output.last_sent = f64::NEG_INFINITY;
    });
}

/// Takes what the program printed.
pub(super) fn write(stream: Stream, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        let (now, later) = bytes.split_at(bytes.len().min(ENOUGH_BYTES));
        bytes = later;
        let (is_first, is_enough) = with_output(|output| {
            let is_first = output.bytes == 0;
            output.gather(stream, now);
            (is_first, output.bytes >= ENOUGH_BYTES)
        });
        // The clock is read for the first of many short lines only; time slices send the others.
        if is_first || is_enough {
            send_if_due();
        }
    }
}

/// Sends the gathered output if enough of it, or enough time, has come together.
pub(super) fn send_if_due() {
    let is_due = OUTPUT.with_borrow(|output| {
        output.bytes >= ENOUGH_BYTES
            || output.bytes > 0 && js::milliseconds() - output.last_sent >= LONG_ENOUGH_MS
    });
    if is_due {
        send(false);
    }
}

/// Sends all gathered output; at the end of a run an incomplete character as well.
pub(super) fn send(is_end: bool) {
    let (chunks, bytes) = with_output(|output| output.take(is_end));
    if chunks.is_empty() {
        return;
    }
    wait_for_room(bytes);
    OUTPUT.with_borrow_mut(|output| {
        output.under_way += bytes;
        output.last_sent = js::milliseconds();
    });
    js::tell(&WorkerMessage::Output { chunks });
}

/// Sends what is gathered before the program waits for something of ours, in the middle of any function: also of one that
/// gathers output, which sends it itself.
pub(super) fn send_before_waiting() {
    if OUTPUT.with(|output| output.try_borrow_mut().is_ok()) {
        send(false);
    }
}

/// Sends a display, after the text that was printed before it. A display that is larger than the output
/// window is sent when the window is empty.
pub(super) fn display(mime: &str, data: &[u8], alt: &str) {
    send(false);
    let bytes = u32::try_from(display_bytes(mime, data, alt)).unwrap_or(u32::MAX);
    wait_for_room(bytes);
    OUTPUT.with_borrow_mut(|output| output.under_way = output.under_way.saturating_add(bytes));
    js::tell(&WorkerMessage::Display {
        mime: mime.to_owned(),
        data: data.to_vec(),
        alt: alt.to_owned(),
    });
}

/// Waits until the page has shown so much that the window has room. Returns at once when Stop is pressed.
fn wait_for_room(bytes: u32) {
    loop {
        let shown = inbox::take_shown();
        let has_room = OUTPUT.with_borrow_mut(|output| {
            output.under_way = output.under_way.saturating_sub(shown);
            output.under_way == 0 || output.under_way.saturating_add(bytes) <= OUTPUT_WINDOW_BYTES
        });
        if has_room || inbox::has_stop() || !waiting::can_wait() {
            return;
        }
        waiting::wait(f64::INFINITY);
    }
}

impl Output {
    fn gather(&mut self, stream: Stream, bytes: &[u8]) {
        self.bytes += bytes.len();
        match self.gathered.last_mut() {
            Some((last, gathered)) if *last == stream => gathered.extend(bytes),
            _ => self.gathered.push((stream, bytes.to_vec())),
        }
    }

    /// Takes the gathered text and its length in bytes. An incomplete character at the end is left for the
    /// next message.
    fn take(&mut self, is_end: bool) -> (Vec<Chunk>, u32) {
        let mut chunks = Vec::new();
        let mut bytes = 0;
        self.bytes = 0;
        for (stream, mut gathered) in std::mem::take(&mut self.gathered) {
            let rest = if is_end {
                Vec::new()
            } else {
                gathered.split_off(whole_characters(&gathered))
            };
            let text = String::from_utf8_lossy(&gathered).into_owned();
            if !rest.is_empty() {
                self.gather(stream, &rest);
            }
            if !text.is_empty() {
                bytes += text.len();
                chunks.push(Chunk { stream, text });
            }
        }
        (chunks, u32::try_from(bytes).unwrap_or(u32::MAX))
    }
}

/// How many of the bytes come before an incomplete character at the end.
fn whole_characters(bytes: &[u8]) -> usize {
    match str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        // Wrong bytes before an unfinished character are found one by one.
        Err(error) => {
            let after = error.valid_up_to() + error.error_len().unwrap_or(0);
            after + whole_characters(&bytes[after..])
        }
        Ok(_) => bytes.len(),
    }
}
