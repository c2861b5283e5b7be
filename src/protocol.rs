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

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::budget::{Budget, BudgetRequest};
use crate::deterministic::{Deterministic, DeterministicRequest};
use crate::modules::{ModulePolicy, ModulesRequest};
use crate::policy::{Policy, PolicyRequest};

/// Names one run within one frame. The page counts them up from 1.
pub type RunId = u32;

/// Names one check within one frame. The page counts them up from 1.
pub type CheckId = u32;

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

/// What to check, as the page writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CheckRequest {
    /// The text: at most [`MOST_CHECKED_BYTES`].
    pub source: String,
    /// Rules on it, as in [`ProgramRequest::policy`].
    pub policy: Option<PolicyRequest>,
}

/// What to run, as the page writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ProgramRequest {
    /// The program's text: `main.py`, or a further cell.
    pub source: String,
    /// Standard input given before the run. After another run it is added to what that one has not
    /// read.
    pub stdin: Option<String>,
    /// Whether somebody can answer `input()` once `stdin` is used up. Without it the input ends
    /// there (`EOFError`).
    pub interactive: Option<bool>,
    /// `sys.argv[1:]`.
    pub argv: Option<Vec<String>>,
    /// Files in the program's working folder, by relative path. After another run they are added to
    /// those that are there.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(optional, type = "Record<string, string | Uint8Array>")
    )]
    pub files: Option<BTreeMap<String, FileContent>>,
    /// Limits that differ from the defaults.
    pub budget: Option<BudgetRequest>,
    /// A seed and a clock, for a run that repeats bit for bit.
    pub deterministic: Option<DeterministicRequest>,
    /// What the program may import.
    pub modules: Option<ModulesRequest>,
    /// Rules on the program's text.
    pub policy: Option<PolicyRequest>,
    /// Whether this is a console, which asks for code line by line instead of running `source`.
    pub console: Option<bool>,
    /// Whether the interpreter is kept for further programs when this one has ended. There are
    /// [`MOST_KEPT`] at most.
    pub keep: Option<bool>,
    /// A run in whose interpreter this goes on. It must have been kept, and not be running.
    pub after: Option<RunId>,
    /// Whether the value of the last statement is shown, if that is an expression, as a console
    /// does it: by `sys.displayhook`, and `None` is not shown.
    pub echo: Option<bool>,
}

/// A file's content: text (stored as UTF-8) or bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FileContent {
    /// Text, stored as UTF-8.
    Text(String),
    /// Bytes, stored as they are.
    Bytes(#[serde(with = "serde_bytes")] Vec<u8>),
}

impl FileContent {
    /// The content as bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
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

/// The files that the page fetches for the frame, which may not fetch anything itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum AssetName {
    /// The interpreter's `WebAssembly`.
    Interpreter,
    /// See [`PackName::Core`].
    Core,
    /// See [`PackName::Rest`].
    Rest,
    /// See [`PackName::Sources`].
    Sources,
    /// See [`PackName::Characters`].
    Characters,
}

/// What a program that waits for a line will do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum InputKind {
    /// Read it: `input()` or `sys.stdin`.
    Line,
    /// Read it, and nobody may see it: `getpass`.
    Hidden,
    /// Run it: a console's first prompt. The answer may be several lines (pasted code).
    Code,
    /// Add it to what it will run: a console's second prompt.
    Block,
}

/// What the reader does to a picture. Each canvas has a number; places are in its pixels, from its
/// upper left corner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum CanvasEvent {
    /// A button went down.
    Press(Pointer),
    /// A button went up.
    Release(Pointer),
    /// The pointer moved.
    Motion(Pointer),
    /// A key went down, or repeats.
    KeyPress(Key),
    /// A key went up.
    KeyRelease(Key),
    /// The reader has enough of it.
    Close {
        /// Which canvas.
        canvas: u32,
    },
}

/// Where a pointer is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Pointer {
    /// Which canvas.
    pub canvas: u32,
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
    /// 1 is the left button, 2 the middle one, 3 the right one, 0 none.
    pub button: u8,
}

/// A key on the keyboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Key {
    /// Which canvas has the focus.
    pub canvas: u32,
    /// What Tk calls the key: `a`, `space`, `Up`.
    pub key: String,
}

/// A piece of output from one stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Chunk {
    /// Where it was printed.
    pub stream: Stream,
    /// The text. Bytes that are not UTF-8 arrive as U+FFFD.
    pub text: String,
}

/// The two output streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum Stream {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`
    Stderr,
}

/// What this browser lets a program do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Capabilities {
    /// How a program waits for input and sleeps.
    pub waiting: Waiting,
}

/// The ways a worker can wait, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum Waiting {
    /// `WebAssembly` stack switching (JSPI).
    StackSwitching,
    /// `Atomics.wait` on a shared buffer; the page is cross-origin isolated.
    SharedMemory,
    /// Not at all: input has to be given before the run.
    None,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The way it ended.
    pub status: Status,
    /// What the program raised, or where it was when it was ended.
    pub error: Option<ErrorReport>,
    /// The exit code: 0 for `ok`, what `sys.exit` said for `exit`, otherwise 1.
    pub exit_code: i32,
    /// Running time in seconds, without waiting for input.
    pub seconds: f64,
    /// Whether the worker had to be terminated, because the program did not end by itself: nothing
    /// after that moment ran, not even `finally`. Always `false` as the worker reports it.
    #[serde(default)]
    pub killed: bool,
    /// The most memory the interpreter had allocated, in bytes.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "number"))]
    pub peak_memory: u64,
    /// Files in the working folder that the program wrote or changed, by relative path. It crosses as
    /// a `Map`, to which `__proto__` is a name like any other.
    #[cfg_attr(not(target_arch = "wasm32"), ts(type = "Map<string, Uint8Array>"))]
    pub files: BTreeMap<String, ByteBuf>,
    /// Whether another program or a console can go on with the program's names
    /// ([`ProgramRequest::after`]). After an exception or Stop it can; what was terminated or has used
    /// up its time or its output is gone.
    #[serde(default)]
    pub kept: bool,
}

/// The ways a run can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Ran to its end.
    Ok,
    /// An exception that nobody caught.
    Exception,
    /// The text is not Python, or the page's policy does not allow it (`PolicyError`).
    SyntaxError,
    /// `sys.exit`, `exit()`, `raise SystemExit`, `os._exit`.
    Exit,
    /// The time budget is used up.
    Timeout,
    /// The memory budget is used up.
    Memory,
    /// The output budget is used up.
    OutputLimit,
    /// Somebody pressed Stop.
    Stopped,
    /// The interpreter itself failed.
    Crashed,
}

/// What went wrong, for people (`text`) and for editors (the positions).
///
/// The program's standard error already holds `text`, as in a terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ErrorReport {
    /// The exception's class, as a traceback's last line names it.
    #[serde(rename = "type")]
    pub kind: String,
    /// `str()` of the exception.
    pub message: String,
    /// Where in the text that was run ([`FrameMessage::Started`] names its file): the innermost frame
    /// of that text. Frames in other cells have their files' names.
    pub position: Option<Position>,
    /// The call stack, outermost first.
    pub frames: Vec<Frame>,
    /// The whole traceback as `CPython` prints it.
    pub text: String,
}

impl ErrorReport {
    /// The report with the middle of what is too long left out. A program chooses the words, the
    /// names and the depth of what it raises; the page takes no more than this.
    #[must_use]
    pub fn shortened(mut self) -> Self {
        const MOST_TEXT: usize = 64 * 1024;
        const MOST_NAME: usize = 1024;
        const MOST_FRAMES: usize = 5_000;

        for text in [&mut self.message, &mut self.text] {
            shorten(text, MOST_TEXT);
        }
        shorten(&mut self.kind, MOST_NAME);
        if self.frames.len() > MOST_FRAMES {
            let half = MOST_FRAMES / 2;
            self.frames.drain(half..self.frames.len() - half);
        }
        for frame in &mut self.frames {
            shorten(&mut frame.file, MOST_NAME);
            shorten(&mut frame.function, MOST_NAME);
        }
        self
    }
}

/// Leaves out the middle of a text that has more bytes than `most`.
fn shorten(text: &mut String, most: usize) {
    if text.len() > most {
        let start = text.floor_char_boundary(most / 2);
        let end = text.ceil_char_boundary(text.len() - most / 2);
        text.replace_range(start..end, " … ");
    }
}

/// A span of source text. Lines count from 1; columns count characters from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Position {
    /// First line.
    pub line: u32,
    /// First column, where known.
    pub column: Option<u32>,
    /// Last line, where known.
    pub end_line: Option<u32>,
    /// One past the last column, where known.
    pub end_column: Option<u32>,
}

/// One entry of the call stack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    /// The file as the traceback names it: `main.py` for the program, `<cell 2>` for the second one in
    /// the same interpreter.
    pub file: String,
    /// The function's qualified name, `<module>` at the top level.
    pub function: String,
    /// Where in that file.
    pub position: Position,
}

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

/// What to run, checked: every field is within its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "options of the page, each for itself"
)]
pub struct Program {
    /// How tracebacks name it.
    pub file: String,
    /// The program's text.
    pub source: String,
    /// Standard input given before the run.
    pub stdin: String,
    /// Whether `input()` may ask once `stdin` is used up.
    pub interactive: bool,
    /// `sys.argv[1:]`.
    pub argv: Vec<String>,
    /// Files in the working folder, by relative path.
    pub files: BTreeMap<String, FileContent>,
    /// The limits.
    pub budget: Budget,
    /// How the run repeats, if it shall.
    pub deterministic: Option<Deterministic>,
    /// What the program may import; everything if nothing is said.
    pub modules: Option<ModulePolicy>,
    /// Rules on the program's text; without any, none.
    pub policy: Policy,
    /// Whether this is a console, which reads its code line by line. It has `budget.seconds` for
    /// each entry.
    pub console: bool,
    /// Whether the interpreter is kept for further programs.
    pub keep: bool,
    /// Whether the value of the last statement is shown.
    pub echo: bool,
}

/// What to check, itself checked: every field is within its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckedText {
    /// The text.
    pub source: String,
    /// Rules on it; without any, none.
    pub policy: Policy,
}

/// Why a request was rejected.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ProgramError {
    /// A limit is out of bounds.
    #[error(transparent)]
    Budget(#[from] crate::budget::BudgetError),
    /// A file's name is not a relative path inside the working folder.
    #[error(
        "files has the name {0:?}; a name must be a relative path without '..', for example \"data/scores.csv\""
    )]
    FileName(String),
    /// The given files are larger than the file budget.
    #[error(
        "files holds {size} bytes in {count} files; the budget allows {budget_size} bytes in {budget_count} files (budget.filesMB, budget.files)"
    )]
    FilesTooLarge {
        /// Bytes given.
        size: u64,
        /// Files given.
        count: usize,
        /// Bytes allowed.
        budget_size: u64,
        /// Files allowed.
        budget_count: u32,
    },
    /// The seed or the clock makes no sense.
    #[error(transparent)]
    Deterministic(#[from] crate::deterministic::DeterministicError),
    /// The lists of modules make no sense.
    #[error(transparent)]
    Modules(#[from] crate::modules::ModulesError),
    /// A rule makes no sense.
    #[error(transparent)]
    Policy(#[from] crate::policy::PolicyError),
    /// A program after another one that has decided this for both.
    #[error(
        "{0}: what comes after a run goes on with what that run was given; it cannot be given again"
    )]
    DecidedBefore(&'static str),
    /// A text to check that is no program any more.
    #[error("source has {size} bytes of UTF-8; a check takes no more than {MOST_CHECKED_BYTES}")]
    TooLongToCheck {
        /// Bytes given.
        size: usize,
    },
    /// A console without anybody to type.
    #[error("a console needs onInput, or code in stdin")]
    SilentConsole,
}

impl ProgramRequest {
    /// Checks every field and fills in the defaults.
    ///
    /// # Errors
    /// Names the first field that is wrong, and what is allowed.
    pub fn validate(self) -> Result<Program, ProgramError> {
        let budget = self.budget.unwrap_or_default().validate()?;
        let files = self.files.unwrap_or_default();
        if let Some(name) = files.keys().find(|name| !is_relative_path(name)) {
            return Err(ProgramError::FileName(name.clone()));
        }
        let size = files
            .values()
            .map(|content| match content {
                FileContent::Text(text) => text.len() as u64,
                FileContent::Bytes(bytes) => bytes.len() as u64,
            })
            .sum();
        if size > budget.file_bytes || files.len() > budget.file_count as usize {
            return Err(ProgramError::FilesTooLarge {
                size,
                count: files.len(),
                budget_size: budget.file_bytes,
                budget_count: budget.file_count,
            });
        }
        let stdin = self.stdin.unwrap_or_default();
        let interactive = self.interactive.unwrap_or(false);
        let console = self.console.unwrap_or(false);
        if console && !interactive && stdin.is_empty() {
            return Err(ProgramError::SilentConsole);
        }
        let decided_before = [
            ("argv", self.argv.is_some()),
            ("deterministic", self.deterministic.is_some()),
            ("modules", self.modules.is_some()),
            ("policy", self.policy.is_some()),
        ];
        if self.after.is_some()
            && let Some((name, _)) = decided_before.into_iter().find(|(_, is_given)| *is_given)
        {
            return Err(ProgramError::DecidedBefore(name));
        }
        let modules = self.modules.map(ModulesRequest::validate).transpose()?;
        let policy = self.policy.map(PolicyRequest::validate).transpose()?;
        let deterministic = self
            .deterministic
            .map(DeterministicRequest::validate)
            .transpose()?;
        Ok(Program {
            file: MAIN.to_owned(),
            source: self.source,
            stdin,
            interactive,
            console,
            keep: self.keep.unwrap_or(false),
            echo: self.echo.unwrap_or(false),
            argv: self.argv.unwrap_or_default(),
            files,
            budget,
            deterministic,
            modules,
            policy: policy.unwrap_or_default(),
        })
    }
}

impl CheckRequest {
    /// Checks every field and fills in the defaults.
    ///
    /// # Errors
    /// Names the first field that is wrong, and what is allowed.
    pub fn validate(self) -> Result<CheckedText, ProgramError> {
        let size = self.source.len();
        if size > MOST_CHECKED_BYTES {
            return Err(ProgramError::TooLongToCheck { size });
        }
        let policy = self.policy.map(PolicyRequest::validate).transpose()?;
        Ok(CheckedText {
            source: self.source,
            policy: policy.unwrap_or_default(),
        })
    }
}

fn is_relative_path(name: &str) -> bool {
    !name.contains('\0')
        && name
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
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

/// The parts of the standard library, each fetched when a program first needs something of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum PackName {
    /// The compiled modules that an average beginner's program imports.
    Core,
    /// All other compiled modules.
    Rest,
    /// The sources of all modules, for tracebacks and `inspect`.
    Sources,
    /// The names of characters, and the tables of the encodings of East Asia.
    Characters,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_with_only_a_source_is_complete() {
        let request: ProgramRequest =
            serde_json::from_str(r#"{"source": "print(1)"}"#).expect("valid");
        let program = request.validate().expect("valid");
        assert_eq!(program.source, "print(1)");
        assert_eq!(program.budget, Budget::DEFAULT);
        assert!(!program.interactive);
    }

    #[test]
    fn an_unknown_option_is_named() {
        let error = serde_json::from_str::<ProgramRequest>(r#"{"sauce": ""}"#)
            .expect_err("unknown field")
            .to_string();
        assert!(error.contains("`sauce`"), "{error}");
    }

    #[test]
    fn file_names_stay_inside_the_working_folder() {
        for name in ["", "/etc/passwd", "../x", "a/../b", "a//b", "./a", "a\0b"] {
            let request = ProgramRequest {
                files: Some([(name.to_owned(), FileContent::Text(String::new()))].into()),
                ..ProgramRequest::default()
            };
            assert_eq!(
                request.validate(),
                Err(ProgramError::FileName(name.to_owned())),
            );
        }
    }

    #[test]
    fn what_comes_after_a_run_cannot_be_given_what_that_run_has_decided() {
        for option in [
            r#""argv": ["x"]"#,
            r#""deterministic": {}"#,
            r#""modules": {"deny": []}"#,
            r#""policy": "beginner""#,
        ] {
            let json = format!(r#"{{"console": true, "stdin": "1", "after": 1, {option}}}"#);
            let request: ProgramRequest = serde_json::from_str(&json).expect("a request");
            let error = request.validate().expect_err("decided before").to_string();
            let name = option.split('"').nth(1).unwrap_or_default();
            assert!(error.starts_with(name), "{error}");
            assert!(error.contains("it cannot be given again"), "{error}");
        }
    }

    #[test]
    fn a_text_that_is_too_long_to_be_checked_is_told_how_long_it_may_be() {
        let request = |size| CheckRequest {
            source: "#".repeat(size),
            policy: None,
        };
        assert!(request(MOST_CHECKED_BYTES).validate().is_ok());
        let error = request(MOST_CHECKED_BYTES + 1).validate();
        assert_eq!(
            error.expect_err("too long").to_string(),
            "source has 1048577 bytes of UTF-8; a check takes no more than 1048576"
        );
    }

    #[test]
    fn a_checked_program_survives_the_way_to_its_worker() {
        let json = r#"{"source": "", "deterministic": {"seed": 1}, "modules": {"allow": ["math"]},
            "policy": {"base": "no-loops", "most": [{"lines": 3}], "require": [{"recursion": true}]}}"#;
        let request: ProgramRequest = serde_json::from_str(json).expect("a request");
        let program = request.validate().expect("valid");
        let sent = serde_json::to_string(&program).expect("serialises");
        let heard: Program = serde_json::from_str(&sent).expect("deserialises");
        assert_eq!(heard, program);
    }

    #[test]
    fn a_report_fits_into_a_message_whatever_a_program_raises() {
        let frame = Frame {
            file: "ü".repeat(100_000),
            function: "f".repeat(100_000),
            position: Position::default(),
        };
        let report = ErrorReport {
            kind: "Error".repeat(100_000),
            message: "€".repeat(1_000_000),
            text: format!("Traceback{}the end", "x".repeat(3_000_000)),
            frames: vec![frame; 6_000],
            position: None,
        }
        .shortened();
        assert!(report.kind.len() + report.message.len() + report.text.len() < 140 * 1024);
        assert!(report.text.starts_with("Traceback") && report.text.ends_with("the end"));
        assert_eq!(report.frames.len(), 5_000);
        assert!(report.frames.iter().all(|frame| frame.file.len() < 1_100));
    }

    #[test]
    fn a_report_of_usual_length_stays_as_it_is() {
        let report = ErrorReport {
            text: "ValueError: no\n".to_owned(),
            ..ErrorReport::default()
        };
        assert_eq!(report.clone().shortened(), report);
    }

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
