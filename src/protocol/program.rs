//! Programs for a worker to run or check: requests of the page, validated.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::file::FileContent;
use super::package::Package;
use crate::options::budget::Budget;
use crate::options::deterministic::Deterministic;
use crate::options::modules::ModulePolicy;
use crate::options::policy::Policy;

/// A program to run, validated: every field is within its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
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
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(type = "Map<string, string | Uint8Array>")
    )]
    pub files: BTreeMap<String, FileContent>,
    /// Wheels of which the program can import.
    pub packages: Vec<Package>,
    /// The limits.
    pub budget: Budget,
    /// The seed and the clock of a run that repeats; `None` for the reader's clock and chance.
    pub deterministic: Option<Deterministic>,
    /// The modules that the program may import; `None` for all.
    pub modules: Option<ModulePolicy>,
    /// Rules on the program's text. The list may be empty.
    pub policy: Policy,
    /// Whether this is a console, which reads its code line by line. It has `budget.seconds` for
    /// each entry.
    pub console: bool,
    /// Whether the interpreter is kept for further programs.
    pub keep: bool,
    /// Whether the value of the last statement is shown.
    pub echo: bool,
}

/// A text to check, validated: every field is within its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct CheckedText {
    /// The text.
    pub source: String,
    /// Rules on the text. The list may be empty.
    pub policy: Policy,
}
