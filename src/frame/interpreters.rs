//! Interpreters that outlive their programs, for the programs after them.

use crate::protocol::{MAIN, MOST_KEPT, RunId};

/// The programs of one interpreter, in their order. The last may still run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    earlier: Vec<RunId>,
    latest: RunId,
}

impl Cells {
    /// Those of an interpreter that begins with this one.
    #[must_use]
    pub fn first(run: RunId) -> Self {
        Self {
            earlier: Vec::new(),
            latest: run,
        }
    }

    /// Another program comes after them.
    pub fn push(&mut self, run: RunId) {
        self.earlier.push(self.latest);
        self.latest = run;
    }

    /// The one that came last.
    #[must_use]
    pub fn latest(&self) -> RunId {
        self.latest
    }

    /// Whether this is one of them.
    #[must_use]
    pub fn has(&self, run: RunId) -> bool {
        self.latest == run || self.earlier.contains(&run)
    }

    /// All of them, in their order.
    #[cfg(feature = "debug")]
    pub(super) fn all(&self) -> impl Iterator<Item = &RunId> {
        self.earlier.iter().chain([&self.latest])
    }

    /// How tracebacks name the text of the last one.
    #[must_use]
    pub fn file(&self) -> String {
        match self.earlier.len() {
            0 => MAIN.to_owned(),
            others => format!("<cell {}>", others + 1),
        }
    }
}

/// What is kept: for each interpreter its programs, and its worker.
#[derive(Debug)]
pub struct Kept<W>(Vec<(Cells, W)>);

impl<W> Default for Kept<W> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<W> Kept<W> {
    /// How many interpreters are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those that are kept.
    #[cfg(feature = "debug")]
    pub(super) fn iter(&self) -> impl Iterator<Item = &(Cells, W)> {
        self.0.iter()
    }

    /// Keeps another one.
    pub fn put(&mut self, cells: Cells, worker: W) {
        self.0.push((cells, worker));
    }

    /// Gives away the one that has run this program.
    pub fn take(&mut self, run: RunId) -> Option<(Cells, W)> {
        let at = self.0.iter().position(|(cells, _)| cells.has(run))?;
        Some(self.0.swap_remove(at))
    }

    /// Lets go of those whose worker is meant.
    pub fn forget(&mut self, is_meant: impl Fn(&W) -> bool) {
        self.0.retain(|(_, worker)| !is_meant(worker));
    }
}

/// Why a program cannot have the interpreter that it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeptError {
    /// There are as many as there may be.
    #[error(
        "keep: {MOST_KEPT} interpreters are kept already, or will be; end one of them first (run.end())"
    )]
    TooMany,
    /// It is not there, or no more.
    #[error(
        "after: run {0} has left no interpreter: it ran without keep, it was ended, or its interpreter had to be taken away; run a program with keep and go on after that"
    )]
    Gone(RunId),
    /// It has another program.
    #[error("after: run {0} is not over yet; await it first")]
    Busy(RunId),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interpreter_is_found_by_any_of_its_programs() {
        let mut kept = Kept::default();
        let mut cells = Cells::first(3);
        cells.push(5);
        kept.put(Cells::first(4), "other");
        kept.put(cells.clone(), "worker");
        for run in [3, 5] {
            assert_eq!(kept.take(run), Some((cells.clone(), "worker")));
            assert_eq!(kept.take(run), None);
            kept.put(cells.clone(), "worker");
        }
        assert_eq!(kept.take(6), None);
        kept.forget(|worker| *worker == "other");
        assert_eq!((kept.len(), kept.take(4)), (1, None));
    }

    #[test]
    fn each_cell_has_a_file_of_its_own() {
        let mut cells = Cells::first(7);
        assert_eq!(cells.file(), "main.py");
        cells.push(9);
        assert_eq!((cells.file().as_str(), cells.latest()), ("<cell 2>", 9));
        cells.push(12);
        assert_eq!(cells.file(), "<cell 3>");
    }

    #[test]
    fn who_is_refused_is_told_what_to_do() {
        assert!(KeptError::TooMany.to_string().contains("run.end()"));
        assert!(
            KeptError::Gone(3)
                .to_string()
                .contains("run a program with keep")
        );
        assert!(KeptError::Busy(3).to_string().contains("await it first"));
    }
}
