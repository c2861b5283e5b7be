//! What a worker runs or checks: requests of the page, checked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::file::FileContent;
use crate::options::budget::Budget;
use crate::options::deterministic::Deterministic;
use crate::options::modules::ModulePolicy;
use crate::options::policy::Policy;

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
