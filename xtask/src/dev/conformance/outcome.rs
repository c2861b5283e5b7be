//! What became of methods.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    #[serde(rename = "passed")]
    Passed,
    #[serde(rename = "skipped")]
    Skipped,
    #[serde(rename = "expected failure")]
    ExpectedFailure,
    #[serde(rename = "failed")]
    Failed,
    /// The interpreter ended, or had to be ended, while the method ran.
    #[serde(rename = "ended the interpreter")]
    Ended,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub kind: Kind,
    /// Why, if it did not pass: a line that says it, then details.
    pub text: String,
}

impl Outcome {
    pub fn failed(text: impl Into<String>) -> Self {
        Self {
            kind: Kind::Failed,
            text: text.into(),
        }
    }

    /// Why it did not pass, in a line.
    pub fn cause(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }
}

/// The methods of a module by their names, such as `TestSet.test_add`.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    pub methods: BTreeMap<String, Outcome>,
    /// Why none was run.
    pub failure: Option<String>,
}

impl Results {
    /// The methods that have passed.
    pub fn passed(&self) -> Vec<String> {
        let passed = self
            .methods
            .iter()
            .filter(|(_, one)| one.kind == Kind::Passed);
        passed.map(|(name, _)| name.clone()).collect()
    }
}
