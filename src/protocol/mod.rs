//! Every message between the page, the sandbox frame and the worker.
//!
//! This is the one truth for all three: Rust derives its (de)serialisation from these types,
//! and the TypeScript declarations that check `www/*.js` are generated from them. Messages cross
//! as plain structured-clone objects, tagged by `type`; bytes cross as `Uint8Array`.
//!
//! Three things cannot be serialised, so they cross beside these types, as the first message of
//! their channel or as an asset: the port in `{type: 'connect'}` (page to frame), the bytes in
//! `{type: 'controller', body: ArrayBuffer}`, `{type: 'asset', name: AssetName, body: ArrayBuffer}`,
//! `{type: 'part', bytes: Uint8Array | null}` (the interpreter as it arrives; null is its end)
//! or `{type: 'asset', name, error: string}` (page to frame), and the compiled module in the message
//! a worker hears first, `{module: WebAssembly.Module, waiting: Waiting, core: ArrayBuffer | null,
//! rest: ArrayBuffer | null, mailbox?: SharedArrayBuffer}` (frame to worker; see `www/sandbox/both/mailbox.js`).
//! The packs are there where a program cannot wait for them. While there is no program for it, a
//! worker hears `{type: 'prepare', core: ArrayBuffer}` and goes on with its set-up.
//!
//! A run's life, seen from the page: one [`PageMessage::Run`] goes in; [`FrameMessage::Started`],
//! then any number of `Output`, `InputRequest` and `Display` come out in order; exactly one
//! `Finished` (or one `Rejected`, and nothing else) ends it. With [`ProgramRequest::keep`] its
//! interpreter is there afterwards, for the run that names it in [`ProgramRequest::after`]: programs
//! that share their names, as the cells of a notebook do. [`PageMessage::Kill`] releases it.
//!
//! A check runs nothing: one [`PageMessage::Check`] goes in, one [`FrameMessage::Checked`] comes out,
//! unless a newer check has overtaken it.

mod file;
mod ids;
mod limits;
mod outcome;
mod page;
mod program;
mod request;
mod values;
mod worker;

pub use file::FileContent;
pub use ids::{CheckId, RunId};
pub use limits::{
    CANVAS_MIME, LEAST_DISPLAY_BYTES, MAIN, MOST_CHECKED_BYTES, MOST_KEPT, OUTPUT_WINDOW_BYTES,
    display_bytes,
};
pub use outcome::{ErrorReport, Frame, Outcome, Position, Status};
pub use page::{Capabilities, FrameMessage, PageMessage};
pub use program::{CheckedText, Program};
pub use request::{CheckRequest, ProgramError, ProgramRequest};
pub use values::{
    AssetName, CanvasEvent, Chunk, InputKind, Key, PackName, Pointer, Stream, Waiting,
};
pub use worker::{WorkerMessage, WorkerRequest};
