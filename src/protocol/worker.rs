//! Between the sandbox frame and its workers.

use serde::{Deserialize, Serialize};

use super::outcome::{ErrorReport, Outcome};
use super::program::{CheckedText, Program};
use super::values::{CanvasEvent, Chunk, InputKind, PackName};

/// What the frame says to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WorkerRequest {
    /// Run this. A worker hears it once, and once more each time it was kept.
    Start {
        /// What to run.
        program: Box<Program>,
    },
    /// Raise `KeyboardInterrupt`.
    Stop,
    /// The answer to an `InputRequest`.
    Input {
        /// The line without its line break; `None` is the end of the input.
        line: Option<String>,
    },
    /// The reader has done something to a picture.
    Event {
        /// What.
        event: CanvasEvent,
    },
    /// More output may be sent.
    Shown {
        /// UTF-8 bytes shown since the last such message.
        bytes: u32,
    },
    /// Say how the line can go on, while the console waits for it.
    Complete {
        /// The line up to the cursor.
        line: String,
    },
    /// Say what is wrong with this text. Only a worker without a program hears it.
    Check {
        /// What to check.
        text: CheckedText,
    },
    /// The answer to [`WorkerMessage::PackRequest`].
    Pack {
        /// The pack, or `None` if it could not be fetched.
        #[serde(with = "serde_bytes")]
        data: Option<Vec<u8>>,
        /// Why it could not be fetched: which file, and what is wrong with it.
        error: String,
    },
}

/// What a worker says to the frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WorkerMessage {
    /// The interpreter is set up and waits for `Start`.
    Warm,
    /// The program has printed.
    Output {
        /// In the order printed.
        chunks: Vec<Chunk>,
    },
    /// The program waits for a line.
    InputRequest {
        /// What for.
        kind: InputKind,
    },
    /// The answer to [`WorkerRequest::Complete`].
    Completions {
        /// See [`FrameMessage::Completions`].
        words: Vec<String>,
    },
    /// The program shows something.
    Display {
        /// MIME type of `data`.
        mime: String,
        /// The content.
        #[serde(with = "serde_bytes")]
        data: Vec<u8>,
        /// The same in words; may be empty.
        alt: String,
    },
    /// The program waits for the reader or between two images, which is not running, and may wait for
    /// long.
    Resting,
    /// It goes on.
    Rested {
        /// How long it has rested since it last said so; what is too much is not believed.
        milliseconds: f64,
    },
    /// The program imports something outside the core of the standard library, or a traceback
    /// needs its source.
    PackRequest {
        /// Which.
        pack: PackName,
    },
    /// The answer to [`WorkerRequest::Check`].
    Checked {
        /// What is wrong with the text.
        error: Option<ErrorReport>,
    },
    /// The program has ended. The worker's last message unless it is kept.
    Finished {
        /// How it ended.
        outcome: Outcome,
    },
    /// The interpreter panicked or trapped. The worker's last message.
    Crashed {
        /// What the panic or the trap said.
        message: String,
    },
}
