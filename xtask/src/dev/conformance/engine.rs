//! What runs `tests/conformance/runner.py`: the interpreter as it is deployed, or the oracle. Both in Node.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::{files, root, site};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// `pkg/`, by the command `garter`: the same wasm as in a page, with threads of Node as its workers.
    Garter,
    /// `CPython` 3.14, as Pyodide brings it to Node.
    Oracle,
}

const RUNNER: &str = "tests/conformance/runner.py";

/// More than any method needs, so that none fails for want of it: seconds, MB, KB.
const BUDGET: [&str; 6] = [
    "--seconds",
    "86400",
    "--memory",
    "1500",
    "--output",
    "1000000",
];

impl Engine {
    /// Its name in paths.
    pub fn name(self) -> &'static str {
        match self {
            Self::Garter => "garter",
            Self::Oracle => "oracle",
        }
    }

    /// How much time of a processor one method may take. What takes `CPython` longer is no measure; Garter may be
    /// slower by far.
    pub fn most_work(self) -> Duration {
        Duration::from_secs(match self {
            Self::Garter => 120,
            Self::Oracle => 30,
        })
    }

    /// The command that runs the runner: Garter with the files of a folder beside it and a request as its input; the
    /// oracle is told of both by a line of its input, and takes others afterwards.
    pub fn command(self, folder: &Path, request: &Path) -> Command {
        let mut node = Command::new("node");
        node.current_dir(root());
        match self {
            Self::Garter => node
                .arg(site::folder().join("node/garter.js"))
                .args(["run", RUNNER, "--files"])
                .arg(folder)
                .arg("--stdin")
                .arg(request)
                .args(BUDGET),
            Self::Oracle => node.arg("tests/conformance/oracle.mjs"),
        };
        node
    }

    /// How many requests one process answers.
    pub fn most_requests(self) -> usize {
        match self {
            Self::Garter => 1,
            Self::Oracle => 30,
        }
    }

    /// Stands for what its results depend on.
    pub fn stamp(self) -> Result<files::Stamp> {
        let paths: &[&str] = match self {
            Self::Garter => &["pkg/node", "pkg/assets", RUNNER],
            Self::Oracle => &[
                "tests/conformance/oracle.mjs",
                "tests/oracle/cpython.mjs",
                "node_modules/pyodide/package.json",
                RUNNER,
            ],
        };
        let paths: Vec<_> = paths.iter().map(|path| root().join(path)).collect();
        let paths: Vec<_> = paths.iter().map(AsRef::as_ref).collect();
        files::stamp(&paths)
    }
}
