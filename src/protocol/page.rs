//! Between the embedding page and the sandbox frame.

use serde::{Deserialize, Serialize};

use super::ids::{CheckId, RunId};
use super::object::Object;
use super::outcome::{ErrorReport, Outcome};
use super::request::{CheckRequest, ProgramRequest};
use super::values::{AssetName, CanvasEvent, Chunk, InputKind, PartName, Waiting};

/// Messages from the page to the frame.
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
    /// Raise `KeyboardInterrupt` in the program. If it is still running after the grace period,
    /// terminate its worker.
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
        /// The action.
        event: CanvasEvent,
    },
    /// Ask how the line at a console's prompt can be completed.
    Complete {
        /// The console that asked for code.
        run: RunId,
        /// The line up to the cursor.
        line: String,
    },
    /// Terminate the run, and release the interpreter that it has left.
    Kill {
        /// The run to end. If it is over and its interpreter is kept, the interpreter is released,
        /// together with any other run in it. Unknown runs are ignored.
        run: RunId,
    },
    /// Get these parts of the interpreter before a program asks for them.
    Fetch {
        /// Which parts. What is there, or on its way, is not asked for again.
        parts: Vec<PartName>,
    },
    /// Check this text without running it.
    Check {
        /// Larger than all before it in this frame.
        check: CheckId,
        /// What to check.
        request: CheckRequest,
    },
}

/// What the page brings to the frame, which may fetch nothing itself. The scripts on both sides
/// exchange these; no message of this type reaches the controller.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Delivery {
    /// The port for everything else is transferred with this message. It is posted to the frame's window;
    /// all others are posted to the port.
    Connect,
    /// The frame's own `WebAssembly`: the controller.
    FrameModule {
        /// The bytes.
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "ArrayBuffer"))]
        body: Object,
    },
    /// A piece of the interpreter's `WebAssembly`, or of a part of it, which the frame compiles as it arrives.
    Piece {
        /// Of which module.
        name: AssetName,
        /// The next bytes; `null` is the end.
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Uint8Array | null"))]
        bytes: Option<Object>,
    },
    /// A pack, which the frame asked for with [`FrameMessage::AssetRequest`].
    Asset {
        /// Which pack.
        name: AssetName,
        /// The bytes.
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "ArrayBuffer"))]
        body: Object,
    },
    /// The page could not fetch an asset, or not to its end.
    AssetMissing {
        /// Which asset.
        name: AssetName,
        /// Which file it is, and what is wrong with it.
        error: String,
    },
}

/// Messages from the frame to the page.
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
    /// The frame cannot use an asset that the page brought.
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
        /// How tracebacks name its text: [`MAIN`](super::MAIN), or `<cell 2>` for the second program in the same
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
        /// Each may stand in place of the last word of the line. The list may be empty.
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
        /// The same in words, for people who do not see it; may be empty.
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
    /// The answer to a check.
    Checked {
        /// The check.
        check: CheckId,
        /// The error that running the text would report before any of it runs. `None` if it would run.
        error: Option<ErrorReport>,
    },
    /// Whether the text would run could not be found out.
    CheckFailed {
        /// The check.
        check: CheckId,
        /// Why: it takes too long, or the library did not arrive.
        message: String,
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
