//! The numbers and names that more than one side of the protocol keeps to.
//!
//! Scripts read them from `target/types/facts.js`, which `facts.rs` writes.

/// How tracebacks name the first program of an interpreter, which is a file of this name as well.
pub const MAIN: &str = "main.py";

/// How tracebacks name every further program of an interpreter: this, its number and `>`.
pub const CELL: &str = "<cell ";

/// The folder that holds a program's files and is its working folder.
pub const HOME: &str = "/home/user";

/// How many interpreters are kept at the same time: each is a worker with a memory of its own.
pub const MOST_KEPT: usize = 8;

/// How many wheels a program can have.
pub const MOST_PACKAGES: usize = 200;

/// The longest text that is checked, in bytes of UTF-8.
pub const MOST_CHECKED_BYTES: usize = 1 << 20;

/// How far the output may run ahead of the page: a worker with this many bytes of UTF-8 sent and
/// not yet reported as [`WorkerRequest::Shown`](super::WorkerRequest::Shown) waits. One message holds
/// no more than this either.
pub const OUTPUT_WINDOW_BYTES: u32 = 64 * 1024;

/// How much output beyond its budget the frame accepts from a worker. A worker that keeps to its
/// budget sends no more than one message beyond it: the cut may fall within a character, which then
/// becomes a longer one.
pub const FRAME_OUTPUT_SLACK_BYTES: u32 = OUTPUT_WINDOW_BYTES;

/// How much output beyond the budget the page accepts from the frame. It is more than the frame
/// itself accepts, so that the page never drops what the frame has let through.
pub const PAGE_OUTPUT_SLACK_BYTES: u32 = 2 * FRAME_OUTPUT_SLACK_BYTES;

/// The least that something shown takes from the output budget and from the window above: the page
/// needs an element for it, however small it is. A frame for HTML takes up to 14 ms (Chromium 156).
pub const LEAST_DISPLAY_BYTES: u32 = 4096;

/// The longest MIME type that something shown may have, in characters: longer than any that is
/// registered.
pub const LONGEST_MIME: usize = 127;

/// The longest path of a file, in bytes of UTF-8.
pub const LONGEST_PATH: usize = 4096;

/// What something shown takes from the output budget and from the window.
#[must_use]
pub fn display_bytes(mime: &str, data: &[u8], alt: &str) -> u64 {
    let bytes = mime.len() + data.len() + alt.len();
    (bytes as u64).max(u64::from(LEAST_DISPLAY_BYTES))
}

/// The MIME type of a table, as `src/python/lib/garter/_table.py` writes it and `www/output/table.js`
/// reads it.
pub const TABLE_MIME: &str = "application/vnd.garter.table+json";

/// The MIME type of a turtle's picture: commands that draw it, as `www/output/turtle.js` reads them.
pub const CANVAS_MIME: &str = "application/vnd.garter.canvas+json";
