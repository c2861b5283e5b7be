//! Interpreters that are kept after their program, for further programs.

use super::story::Story;
use crate::protocol::{CELL, MAIN, MOST_KEPT, ProgramError, RunId};

/// The runs of one interpreter, in their order. The last of them may still be running.
#[derive(Clone, Debug, PartialEq)]
pub struct RunHistory {
    earlier: Vec<RunId>,
    latest: RunId,
    /// Whether one of them has said which modules may be imported.
    has_modules: bool,
    /// Their programs, where a browser cannot wait.
    pub story: Option<Story>,
}

impl RunHistory {
    /// The history of a new interpreter, which begins with this run.
    #[must_use]
    pub fn first(run: RunId) -> Self {
        Self {
            earlier: Vec::new(),
            latest: run,
            has_modules: false,
            story: None,
        }
    }

    /// Takes down whether the last run says which modules may be imported.
    ///
    /// # Errors
    /// Another one has said it before.
    pub fn decide_modules(&mut self, is_given: bool) -> Result<(), ProgramError> {
        if is_given && self.has_modules {
            return Err(ProgramError::DecidedBefore("modules"));
        }
        self.has_modules |= is_given;
        Ok(())
    }

    /// Adds the next run.
    pub fn push(&mut self, run: RunId) {
        self.earlier.push(self.latest);
        self.latest = run;
    }

    /// The last run.
    #[must_use]
    pub fn latest(&self) -> RunId {
        self.latest
    }

    /// Whether this run belongs to the interpreter.
    #[must_use]
    pub fn has(&self, run: RunId) -> bool {
        self.latest == run || self.earlier.contains(&run)
    }

    /// All of them, in their order.
    #[cfg(feature = "debug")]
    pub(super) fn all(&self) -> impl Iterator<Item = &RunId> {
        self.earlier.iter().chain([&self.latest])
    }

    /// How tracebacks name the program of the last run.
    #[must_use]
    pub fn file(&self) -> String {
        match self.earlier.len() {
            0 => MAIN.to_owned(),
            others => format!("{CELL}{}>", others + 1),
        }
    }
}

/// The interpreters that wait for a further program: for each its history and its worker.
#[derive(Debug)]
pub struct IdleInterpreters<W>(Vec<(RunHistory, W)>);

impl<W> Default for IdleInterpreters<W> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<W> IdleInterpreters<W> {
    /// How many interpreters wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no interpreter waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those that are kept.
    pub fn iter(&self) -> impl Iterator<Item = &(RunHistory, W)> {
        self.0.iter()
    }

    /// Adds an interpreter.
    pub fn put(&mut self, history: RunHistory, worker: W) {
        self.0.push((history, worker));
    }

    /// Takes out the interpreter that this run belongs to.
    pub fn take(&mut self, run: RunId) -> Option<(RunHistory, W)> {
        let at = self.0.iter().position(|(history, _)| history.has(run))?;
        Some(self.0.swap_remove(at))
    }

    /// Drops the interpreters whose worker matches.
    pub fn forget(&mut self, is_meant: impl Fn(&W) -> bool) {
        self.0.retain(|(_, worker)| !is_meant(worker));
    }
}

/// Why a program cannot have the interpreter that it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InterpreterError {
    /// The limit is reached.
    #[error(
        "keep: {MOST_KEPT} interpreters are kept already, or will be; end one of them first (run.end())"
    )]
    TooMany,
    /// No interpreter waits that belongs to this run.
    #[error(
        "after: run {0} has left no interpreter: it ran without keep, it was ended, or its interpreter had to be taken away; run a program with keep and go on after that"
    )]
    Gone(RunId),
    /// The interpreter still runs a program.
    #[error("after: run {0} is not over yet; await it first")]
    Busy(RunId),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_of_an_interpreter_says_which_modules_may_be_imported() {
        let mut history = RunHistory::first(1);
        assert_eq!(history.decide_modules(false), Ok(()));
        assert_eq!(history.decide_modules(true), Ok(()));
        assert_eq!(history.decide_modules(false), Ok(()));
        let again = history.decide_modules(true);
        assert_eq!(again, Err(ProgramError::DecidedBefore("modules")));
    }

    #[test]
    fn an_interpreter_is_found_by_any_of_its_programs() {
        let mut kept = IdleInterpreters::default();
        let mut history = RunHistory::first(3);
        history.push(5);
        kept.put(RunHistory::first(4), "other");
        kept.put(history.clone(), "worker");
        for run in [3, 5] {
            assert_eq!(kept.take(run), Some((history.clone(), "worker")));
            assert_eq!(kept.take(run), None);
            kept.put(history.clone(), "worker");
        }
        assert_eq!(kept.take(6), None);
        kept.forget(|worker| *worker == "other");
        assert_eq!((kept.len(), kept.take(4)), (1, None));
    }

    #[test]
    fn each_cell_has_a_file_of_its_own() {
        let mut history = RunHistory::first(7);
        assert_eq!(history.file(), "main.py");
        history.push(9);
        assert_eq!((history.file().as_str(), history.latest()), ("<cell 2>", 9));
        history.push(12);
        assert_eq!(history.file(), "<cell 3>");
    }

    #[test]
    fn a_refusal_says_what_to_do() {
        assert!(InterpreterError::TooMany.to_string().contains("run.end()"));
        assert!(
            InterpreterError::Gone(3)
                .to_string()
                .contains("run a program with keep")
        );
        assert!(
            InterpreterError::Busy(3)
                .to_string()
                .contains("await it first")
        );
    }
}
