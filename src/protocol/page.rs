//! Between the embedding page and the sandbox frame.

use serde::{Deserialize, Serialize};

use super::ids::{CheckId, RunId};
use super::outcome::{ErrorReport, Outcome};
use super::request::{CheckRequest, ProgramRequest};
use super::values::{AssetName, CanvasEvent, Chunk, InputKind, Waiting};

/// What the page says to the frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum PageMessage {
    /// Run this program, in a fresh worker or in the one that another run has left.
    Run {
        /// Not used before in this frame.
        run: RunId,
        /// What to run.
        program: Box<ProgramRequest>,
    },
    /// Interrupt the run: `KeyboardInterrupt` first, the axe if that does not end it.
    Stop {
        /// The run to stop; unknown or finished runs are ignored.
        run: RunId,
    },
    /// The answer to an `InputRequest`.
    Input {
        /// The run that asked.
        run: RunId,
        /// The line without its line break; `null` is the end of the input (Ctrl+D).
        line: Option<String>,
    },
    /// The page has shown this much output, the worker may send more (back-pressure).
    Shown {
        /// The run whose output was shown.
        run: RunId,
        /// UTF-8 bytes shown since the last such message.
        bytes: u32,
    },
    /// The reader has done something to a picture.
    Event {
        /// The run whose picture it is.
        run: RunId,
        /// What.
        event: CanvasEvent,
    },
    /// Somebody at a console's prompt wants to know how the line can go on.
    Complete {
        /// The console that asked for code.
        run: RunId,
        /// The line up to the cursor.
        line: String,
    },
    /// End the run without asking it, and the interpreter that it has left.
    Kill {
        /// The run to end. If it is over and its interpreter is kept, that is released, with
        /// whatever else runs in it; otherwise it is ignored.
        run: RunId,
    },
    /// Say what is wrong with this text, without running it.
    Check {
        /// Larger than all before it in this frame.
        check: CheckId,
        /// What to check.
        request: CheckRequest,
    },
}

/// What the frame says to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum FrameMessage {
    /// The frame has taken the port; assets may be sent.
    Connected,
    /// The frame wants this asset; the page answers with an `asset` message.
    AssetRequest {
        /// Which.
        name: AssetName,
    },
    /// The frame cannot use an asset it was given.
    AssetFailed {
        /// Which.
        name: AssetName,
        /// What is wrong with it.
        message: String,
    },
    /// The first worker is warm; from now on a Run starts at once.
    Ready {
        /// How programs wait for input in this browser.
        capabilities: Capabilities,
    },
    /// The run has its worker and has begun.
    Started {
        /// The run.
        run: RunId,
        /// How tracebacks name its text: [`MAIN`], or `<cell 2>` for the second program in the same
        /// interpreter, and so on.
        file: String,
    },
    /// The program has printed.
    Output {
        /// The run.
        run: RunId,
        /// In the order printed; neighbours differ in their stream.
        chunks: Vec<Chunk>,
    },
    /// The program waits for a line.
    InputRequest {
        /// The run.
        run: RunId,
        /// What it waits for.
        kind: InputKind,
    },
    /// How a console's line can go on: the answer to `Complete`.
    Completions {
        /// The run.
        run: RunId,
        /// Each may stand where the last word of the line is; none, one or many.
        words: Vec<String>,
    },
    /// The program shows something richer than text.
    Display {
        /// The run.
        run: RunId,
        /// MIME type of `data`, for example `image/png`.
        mime: String,
        /// The content.
        #[serde(with = "serde_bytes")]
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Uint8Array"))]
        data: Vec<u8>,
        /// The same in words, for whoever does not see it; may be empty.
        alt: String,
    },
    /// The run is over, and its worker is gone unless it is kept. The last message of a run.
    Finished {
        /// The run.
        run: RunId,
        /// How it ended.
        outcome: Outcome,
    },
    /// The request itself was wrong (an unknown option, a limit out of bounds, a file name that
    /// leaves the working folder, an interpreter that is gone); nothing was run. The last message of
    /// a run.
    Rejected {
        /// The run.
        run: RunId,
        /// Names the field, what is wrong with it, and what is allowed.
        message: String,
    },
    /// The answer to a check, and to those before it that have none: they were overtaken.
    Checked {
        /// The check.
        check: CheckId,
        /// What running the text would say before anything runs; none if it would run, and if that
        /// could not be found out (it takes too long, or the library did not arrive).
        error: Option<ErrorReport>,
    },
    /// The request for a check was wrong; nothing was checked.
    Unchecked {
        /// The check.
        check: CheckId,
        /// Names the field, what is wrong with it, and what is allowed.
        message: String,
    },
    /// The frame cannot run anything (the interpreter did not load or does not start).
    Broken {
        /// What happened and what to do.
        message: String,
    },
}

/// What this browser lets a program do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Capabilities {
    /// How a program waits for input and sleeps.
    pub waiting: Waiting,
}

#[cfg(test)]
mod tests {
    use serde_bytes::ByteBuf;

    use super::*;
    use crate::protocol::{Status, Stream};

    #[test]
    fn messages_survive_the_round_trip() {
        let messages = [
            FrameMessage::Output {
                run: 7,
                chunks: vec![Chunk {
                    stream: Stream::Stderr,
                    text: "ü".to_owned(),
                }],
            },
            FrameMessage::Finished {
                run: 7,
                outcome: Outcome {
                    status: Status::OutputLimit,
                    error: Some(ErrorReport::default()),
                    exit_code: 1,
                    seconds: 0.5,
                    killed: true,
                    peak_memory: 1 << 40,
                    files: [("a.txt".to_owned(), ByteBuf::from(*b"x"))].into(),
                    kept: true,
                },
            },
        ];
        for message in messages {
            let json = serde_json::to_string(&message).expect("serialises");
            let back: FrameMessage = serde_json::from_str(&json).expect("deserialises");
            assert_eq!(back, message);
        }
    }
}
