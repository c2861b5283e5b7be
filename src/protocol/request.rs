//! Requests of a page, and their validation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::file::FileContent;
use super::ids::RunId;
use super::limits::{MAIN, MOST_CHECKED_BYTES, MOST_PACKAGES};
use super::package::Package;
use super::program::{CheckedText, Program};
use crate::options::budget::BudgetRequest;
use crate::options::deterministic::DeterministicRequest;
use crate::options::modules::ModulesRequest;
use crate::options::policy::PolicyRequest;

/// A text to check, as the page writes it.
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

/// A program to run, as the page writes it.
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
    /// Standard input given before the run. A program after another run reads first the input that
    /// that run has left.
    pub stdin: Option<String>,
    /// Whether the page can answer `input()` once `stdin` is used up. Without it the input ends
    /// there (`EOFError`).
    pub interactive: Option<bool>,
    /// `sys.argv[1:]`.
    pub argv: Option<Vec<String>>,
    /// Files in the program's working folder, by relative path. After another run they are added to
    /// the files of that run.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(optional, type = "Record<string, string | Uint8Array>")
    )]
    pub files: Option<BTreeMap<String, FileContent>>,
    /// Wheels of which the program can import, at most [`MOST_PACKAGES`]. After another run they are added to
    /// those of that run.
    pub packages: Option<Vec<Package>>,
    /// Limits that differ from the defaults.
    pub budget: Option<BudgetRequest>,
    /// A seed and a clock, for a run that repeats bit for bit.
    pub deterministic: Option<DeterministicRequest>,
    /// The modules that the program may import, and all programs after it in its interpreter. Of these
    /// programs only one can say it.
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

/// Why a request was rejected.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ProgramError {
    /// A limit is out of bounds.
    #[error(transparent)]
    Budget(#[from] crate::options::budget::BudgetError),
    /// A file's name is not a relative path inside the working folder.
    #[error(
        "files has the name {0:?}; a name must be a relative path without '..', for example \"data/scores.csv\""
    )]
    FileName(String),
    /// A file has the name of a folder that another file is in.
    #[error("files has both {file:?} and {inside:?}; one name cannot be a file and a folder")]
    FileIsFolder {
        /// The file.
        file: String,
        /// A file in the folder of the same name.
        inside: String,
    },
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
    /// More wheels than a program can have.
    #[error("packages has {0} wheels; a program can have {MOST_PACKAGES}")]
    TooManyPackages(usize),
    /// Wheels that do not fit into the memory.
    #[error(
        "packages holds {size} bytes; the budget allows the program {budget_size} bytes of memory (budget.memoryMB)"
    )]
    PackagesTooLarge {
        /// Bytes given.
        size: u64,
        /// Bytes allowed.
        budget_size: u64,
    },
    /// The seed or the clock makes no sense.
    #[error(transparent)]
    Deterministic(#[from] crate::options::deterministic::DeterministicError),
    /// The lists of modules make no sense.
    #[error(transparent)]
    Modules(#[from] crate::options::modules::ModulesError),
    /// A rule makes no sense.
    #[error(transparent)]
    Policy(#[from] crate::options::policy::PolicyError),
    /// An option that an earlier program of the same interpreter has decided.
    #[error(
        "{0}: what comes after a run goes on with what that run was given; it cannot be given again"
    )]
    DecidedBefore(&'static str),
    /// A text to check is too long.
    #[error("source has {size} bytes of UTF-8; a check takes no more than {MOST_CHECKED_BYTES}")]
    TooLongToCheck {
        /// Bytes given.
        size: usize,
    },
    /// A console that has neither input nor a reader who can type.
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
        let folders = |name: &str| -> Vec<String> {
            let ends = name.match_indices('/').map(|(at, _)| at);
            ends.map(|at| name[..at].to_owned()).collect()
        };
        let is_file = |name: &String| name == MAIN || files.contains_key(name);
        for inside in files.keys() {
            if let Some(file) = folders(inside).into_iter().find(is_file) {
                let inside = inside.clone();
                return Err(ProgramError::FileIsFolder { file, inside });
            }
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
        let packages = self.packages.unwrap_or_default();
        if packages.len() > MOST_PACKAGES {
            return Err(ProgramError::TooManyPackages(packages.len()));
        }
        let size = packages
            .iter()
            .map(|wheel| wheel.data.as_ref().len() as u64)
            .sum();
        if size > budget.memory_bytes {
            return Err(ProgramError::PackagesTooLarge {
                size,
                budget_size: budget.memory_bytes,
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
            packages,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::budget::Budget;

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
    fn one_name_is_not_a_file_and_a_folder() {
        let request = |names: &[&str]| ProgramRequest {
            files: Some(
                names
                    .iter()
                    .map(|&name| (name.to_owned(), FileContent::Text(String::new())))
                    .collect(),
            ),
            ..ProgramRequest::default()
        };
        for (names, file, inside) in [
            (&["a/b", "a"][..], "a", "a/b"),
            (&["data/x/y.csv", "data", "z"], "data", "data/x/y.csv"),
            (&["main.py/x"], "main.py", "main.py/x"),
        ] {
            let error = request(names)
                .validate()
                .expect_err("both a file and a folder");
            let (file, inside) = (file.to_owned(), inside.to_owned());
            assert_eq!(error, ProgramError::FileIsFolder { file, inside });
        }
        for names in [
            &["a/b", "a/c", "ab"][..],
            &["a-b", "a/b", "b/a"],
            &["main.py", "__proto__"],
        ] {
            request(names).validate().expect("no two of them collide");
        }
    }

    #[test]
    fn what_a_file_cannot_hold_is_said() {
        for content in ["1", "null", "{}", "[[]]"] {
            let json = format!(r#"{{"files": {{"a.txt": {content}}}}}"#);
            let error = serde_json::from_str::<ProgramRequest>(&json).expect_err("no content");
            let said = error.to_string();
            assert!(said.contains("must be a text or a Uint8Array"), "{said}");
        }
    }

    #[test]
    fn wheels_are_counted_before_they_reach_a_program() {
        let request = |count, bytes| ProgramRequest {
            packages: Some(vec![
                Package {
                    name: "a.whl".to_owned(),
                    data: vec![0; bytes].into(),
                    sha256: None,
                };
                count
            ]),
            budget: serde_json::from_str(r#"{"memoryMB": 1}"#).expect("a budget"),
            ..ProgramRequest::default()
        };
        assert!(request(MOST_PACKAGES, 1).validate().is_ok());
        for (count, bytes, said) in [
            (
                MOST_PACKAGES + 1,
                1,
                "packages has 201 wheels; a program can have 200",
            ),
            (
                2,
                1 << 20,
                "packages holds 2097152 bytes; the budget allows the program 1048576",
            ),
        ] {
            let error = request(count, bytes).validate().expect_err(said);
            assert!(error.to_string().starts_with(said), "{error}");
        }
    }

    #[test]
    fn what_comes_after_a_run_cannot_be_given_what_that_run_has_decided() {
        for option in [
            r#""argv": ["x"]"#,
            r#""deterministic": {}"#,
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
            "packages": [{"name": "a.whl", "data": [80, 75], "sha256": "00"}],
            "policy": {"base": "no-loops", "most": [{"lines": 3}], "require": [{"recursion": true}]}}"#;
        let request: ProgramRequest = serde_json::from_str(json).expect("a request");
        let program = request.validate().expect("valid");
        let sent = serde_json::to_string(&program).expect("serialises");
        let heard: Program = serde_json::from_str(&sent).expect("deserialises");
        assert_eq!(heard, program);
    }
}
