//! Between the sandbox frame and its workers.

use serde::{Deserialize, Serialize};

use super::object::{Object, PackBytes};
use super::outcome::{ErrorReport, Outcome};
use super::past::{Answer, Past, Wish};
use super::program::{CheckedText, Program};
use super::values::{CanvasEvent, Chunk, InputKind, PackName, PartName, Waiting};

/// Messages from the frame to a worker.
///
/// The worker's script hears the messages for a worker that is idle, `Init`, `Prepare`, `Arrived`, `Start`, `GoOn` and
/// `Check`, and `Part`. The interpreter hears the others, while its program runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WorkerRequest {
    /// Start the interpreter. The first message of every worker.
    #[serde(skip_deserializing)]
    Init {
        /// The compiled interpreter.
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "WebAssembly.Module"))]
        module: Object,
        /// The parts that have arrived; for others the worker waits when it needs them.
        parts: Vec<PartModule>,
        /// The packs that have arrived, where a program cannot wait for them.
        packs: Vec<PackData>,
        /// How the worker waits for further messages.
        waiting: Waiting,
        /// Where further messages arrive if the worker waits on shared memory. The frame's script makes
        /// the mailbox and adds it to this message: `www/sandbox/both/mailbox.js`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(not(target_arch = "wasm32"), ts(optional, type = "SharedArrayBuffer"))]
        mailbox: Option<Object>,
    },
    /// Continue the set-up in small steps until a program comes.
    #[serde(skip_deserializing)]
    Prepare {
        /// [`PackName::Core`].
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "ArrayBuffer"))]
        core: Object,
        /// [`PartName::Later`], compiled: what prepares and checks cannot wait for it.
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "WebAssembly.Module"))]
        later: Object,
    },
    /// Take what has arrived since `Init`, where a program cannot wait for it, or does not: the compiler of its loops.
    /// It is heard at a turn of a program, or between programs where there are no turns.
    #[serde(skip_deserializing)]
    Arrived {
        /// The parts that have arrived, with those that the worker has.
        parts: Vec<PartModule>,
        /// Further packs.
        packs: Vec<PackData>,
    },
    /// The answer to [`WorkerMessage::PartRequest`].
    #[serde(skip_deserializing)]
    Part {
        /// The part, compiled, or `None` if it could not be fetched.
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "WebAssembly.Module | null"))]
        module: Option<Object>,
        /// Why it could not be fetched: which file, and what is wrong with it. Empty beside a part.
        error: String,
    },
    /// Run this. A worker hears it once, and once more each time it was kept.
    Start {
        /// What to run.
        program: Box<Program>,
        /// What has happened to it when it ran before. The worker's script keeps it: nothing of it may be in the
        /// interpreter's memory before its time, where it would move what the program makes to other addresses.
        past: Past,
        /// Whether it may be put aside, in a browser that cannot wait: all programs before it can be run again.
        can_be_put_aside: bool,
    },
    /// Go on with the console that is at its prompt ([`WorkerMessage::AtPrompt`]).
    GoOn {
        /// The line, or Stop.
        answer: Answer,
    },
    /// Check this text. Only a worker without a program hears it.
    Check {
        /// What to check.
        text: CheckedText,
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
        /// The action.
        event: CanvasEvent,
    },
    /// More output may be sent.
    Shown {
        /// UTF-8 bytes shown since the last such message.
        bytes: u32,
    },
    /// Say how the line can be completed, while the console waits for it.
    Complete {
        /// The line up to the cursor.
        line: String,
    },
    /// The answer to [`WorkerMessage::PackRequest`].
    Pack {
        /// The pack, or `None` if it could not be fetched.
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Uint8Array | null"))]
        data: Option<PackBytes>,
        /// Why it could not be fetched: which file, and what is wrong with it. Empty beside a pack.
        error: String,
    },
}

/// A part of the interpreter, compiled.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct PartModule {
    /// Which part.
    pub part: PartName,
    /// What the frame has compiled.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "WebAssembly.Module"))]
    pub module: Object,
}

/// A pack as a `Blob`, of which all workers share one, where the worker's script keeps it: in the interpreter's memory it would move what the program makes to
/// other addresses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct PackData {
    /// Which pack.
    pub pack: PackName,
    /// Its content.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Blob"))]
    pub data: Object,
}

/// Messages from a worker to the frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WorkerMessage {
    /// The interpreter is set up and waits for `Start`.
    Warm,
    /// It has prepared itself for what most programs need, as [`WorkerRequest::Prepare`] has asked.
    Prepared,
    /// The program has printed.
    Output {
        /// In the order printed.
        chunks: Vec<Chunk>,
    },
    /// The program waits for a line.
    InputRequest {
        /// What it will do with the line.
        kind: InputKind,
    },
    /// The program waits for what only another run of it can be given. The worker's last message.
    Aside {
        /// What it waits for.
        wish: Wish,
    },
    /// A console waits at its prompt for what only a later call of the interpreter can be given.
    AtPrompt {
        /// What it will do with the line.
        kind: InputKind,
    },
    /// What has happened to a program that may be run again, before it is put aside, leaves at its prompt or ends.
    Past {
        /// What has happened since this was last said, or the program was run again.
        past: Past,
    },
    /// The program would wait for a line, but has done too much to be run again: it finds the end of its input.
    CannotAsk,
    /// The answer to [`WorkerRequest::Complete`].
    Completions {
        /// See [`FrameMessage::Completions`](super::FrameMessage::Completions).
        words: Vec<String>,
    },
    /// The program shows something.
    Display {
        /// MIME type of `data`.
        mime: String,
        /// The content.
        #[serde(with = "serde_bytes")]
        #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Uint8Array"))]
        data: Vec<u8>,
        /// The same in words; may be empty.
        alt: String,
    },
    /// The program waits for the reader or between two images. That does not count as running time,
    /// and may take long.
    Resting,
    /// The program continues after `Resting`.
    Rested {
        /// How long it has rested since it last said so. The frame measures too and does not believe
        /// more than it has measured.
        milliseconds: f64,
    },
    /// The program imports something outside the core of the standard library, or a traceback
    /// needs its source.
    PackRequest {
        /// Which pack it needs.
        pack: PackName,
    },
    /// The program needs a part of the interpreter that the worker does not have.
    PartRequest {
        /// Which part.
        part: PartName,
    },
    /// The answer to [`WorkerRequest::Check`].
    Checked {
        /// The error that running the text would report, or `None`.
        error: Option<ErrorReport>,
    },
    /// The program has ended. The worker's last message unless it is kept.
    Finished {
        /// How it ended.
        outcome: Outcome,
    },
    /// The interpreter panicked or trapped. The worker's last message.
    Crashed {
        /// The message of the panic or the trap.
        message: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interpreter_hears_no_message_that_is_for_the_workers_script() {
        for kind in ["init", "prepare", "arrived", "part"] {
            let json = format!(r#"{{"type": "{kind}", "core": null, "error": ""}}"#);
            serde_json::from_str::<WorkerRequest>(&json).expect_err("not for the interpreter");
        }
    }

    #[test]
    fn a_pack_is_read_where_it_arrives_and_a_missing_one_says_why() {
        let heard = |json| serde_json::from_str(json).expect("a message");
        let WorkerRequest::Pack { data, .. } =
            heard(r#"{"type": "pack", "data": [1, 2], "error": ""}"#)
        else {
            panic!("another message");
        };
        assert_eq!(data.and_then(PackBytes::into_vec), Some(vec![1, 2]));
        let WorkerRequest::Pack { data, error } =
            heard(r#"{"type": "pack", "data": null, "error": "404"}"#)
        else {
            panic!("another message");
        };
        assert_eq!((data, error.as_str()), (None, "404"));
    }
}
