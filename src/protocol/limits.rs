//! The numbers and names that more than one side of the protocol keeps to.

/// How tracebacks name the first program of an interpreter, which is a file of this name as well.
pub const MAIN: &str = "main.py";

/// How many interpreters are kept at the same time: each is a worker with a memory of its own.
pub const MOST_KEPT: usize = 8;

/// The longest text that is checked, in bytes of UTF-8.
pub const MOST_CHECKED_BYTES: usize = 1 << 20;

/// How far the output may run ahead of the page: a worker with this many bytes of UTF-8 sent and
/// not yet reported as [`WorkerRequest::Shown`] waits. One message holds no more than this either.
pub const OUTPUT_WINDOW_BYTES: u32 = 64 * 1024;

/// The least that something shown takes from the output budget and from the window above: the page
/// needs an element for it, however small it is. A frame for HTML takes up to 14 ms (Chromium 156).
pub const LEAST_DISPLAY_BYTES: u32 = 4096;

/// What something shown takes from the output budget and from the window.
#[must_use]
pub fn display_bytes(mime: &str, data: &[u8], alt: &str) -> u64 {
    let bytes = mime.len() + data.len() + alt.len();
    (bytes as u64).max(u64::from(LEAST_DISPLAY_BYTES))
}

/// The MIME type of what turtles draw: commands to a picture of the page, as `www/output/turtle.js` reads
/// them.
pub const CANVAS_MIME: &str = "application/vnd.garter.canvas+json";
