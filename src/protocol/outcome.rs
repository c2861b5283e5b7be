//! How a run ended.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The way it ended.
    pub status: Status,
    /// The exception that the program raised, or its position when it was ended.
    pub error: Option<ErrorReport>,
    /// The exit code: 0 for `ok`, the argument of `sys.exit` for `exit`, otherwise 1.
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
    /// ([`ProgramRequest::after`](super::ProgramRequest::after)). After an exception or Stop it can. An
    /// interpreter that was terminated, or whose program used up its time or its output, is gone.
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
    /// An uncaught exception.
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
    /// The reader or the page stopped it.
    Stopped,
    /// The interpreter itself failed.
    Crashed,
}

/// An error, for people (`text`) and for editors (the positions).
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
    /// The position in the text that was run: that of the innermost stack frame whose file is the one
    /// that [`FrameMessage::Started`](super::FrameMessage::Started) has named.
    pub position: Option<Position>,
    /// The call stack, outermost first.
    pub frames: Vec<StackFrame>,
    /// The whole traceback as `CPython` prints it.
    pub text: String,
}

impl ErrorReport {
    /// The report without the middle of any text and of a call stack that is too long. A program
    /// chooses the length of its messages and names and the depth of its calls; the page accepts no
    /// more than this.
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
pub struct StackFrame {
    /// The file as the traceback names it: `main.py` for the program, `<cell 2>` for the second one in
    /// the same interpreter.
    pub file: String,
    /// The function's qualified name, `<module>` at the top level.
    pub function: String,
    /// The position in that file.
    pub position: Position,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_fits_into_a_message_whatever_a_program_raises() {
        let frame = StackFrame {
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
}
