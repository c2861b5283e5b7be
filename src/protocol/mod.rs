//! Every message between the page, the sandbox frame and the worker.
//!
//! Both languages take the messages from these types: Rust derives its (de)serialisation from them, and
//! the build writes TypeScript declarations from them, which check all scripts of `www/`. A field or a
//! variant that is renamed here fails to compile in Rust and to type-check in JavaScript wherever it is
//! used. The numbers and names that both languages need are in `limits.rs`; scripts read them from the
//! module that `facts.rs` writes.
//!
//! | from | to | messages | carried by |
//! |---|---|---|---|
//! | page | frame | [`PageMessage`] | a `MessagePort` |
//! | page | frame | [`Delivery`]: the port, and files that the frame may not fetch | the window for the port, the port for the rest |
//! | frame | page | [`FrameMessage`] | the same port |
//! | frame | worker | [`WorkerRequest`] | `postMessage`, or shared memory while the worker blocks on it |
//! | worker | frame | [`WorkerMessage`] | `postMessage` |
//!
//! Messages cross as plain structured-clone objects, tagged by `type`; bytes cross as `Uint8Array`. An
//! object of JavaScript that Rust only hands on (a compiled module, the buffer of a pack) is an
//! [`Object`], and its field names its type in TypeScript.
//!
//! A run's life, seen from the page: one [`PageMessage::Run`] goes in; [`FrameMessage::Started`],
//! then any number of `Output`, `InputRequest` and `Display` come out in order; exactly one
//! `Finished` (or one `Rejected`, and nothing else) ends it. With [`ProgramRequest::keep`] its
//! interpreter stays alive afterwards, for the run that names it in [`ProgramRequest::after`]: programs
//! that share their names, as the cells of a notebook do. [`PageMessage::Kill`] releases it.
//!
//! A check runs nothing: one [`PageMessage::Check`] goes in, one [`FrameMessage::Checked`] comes out, or
//! a `CheckFailed` or `Unchecked` that says why there is no answer.

#[cfg(not(target_arch = "wasm32"))]
pub mod facts;
mod file;
mod ids;
mod limits;
mod object;
mod outcome;
mod package;
mod page;
mod past;
mod program;
mod request;
mod values;
mod worker;

pub use file::FileContent;
pub use ids::{CheckId, RunId};
pub use limits::{
    CANVAS_MIME, CELL, FRAME_OUTPUT_SLACK_BYTES, HOME, LEAST_DISPLAY_BYTES, LONGEST_MIME,
    LONGEST_PATH, MAIN, MOST_CHECKED_BYTES, MOST_KEPT, MOST_PACKAGES, OUTPUT_WINDOW_BYTES,
    PAGE_OUTPUT_SLACK_BYTES, TABLE_MIME, display_bytes,
};
pub use object::{Object, PackBytes};
pub use outcome::{ErrorReport, Outcome, Position, StackFrame, Status};
pub use package::{Package, WheelBytes};
pub use page::{Capabilities, Delivery, FrameMessage, PageMessage};
pub use past::{Answer, LONGEST_PAST, Past, Wish};
pub use program::{CheckedText, Program};
pub use request::{CheckRequest, ProgramError, ProgramRequest};
pub use values::{
    AssetName, CanvasEvent, Chunk, InputKind, Key, PackName, PartName, Pointer, Stream, Waiting,
};
pub use worker::{PackData, PartModule, WorkerMessage, WorkerRequest};
