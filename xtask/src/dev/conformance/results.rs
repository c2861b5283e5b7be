//! What became of methods, and what is known of it from an earlier run of the same build.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::engine::Engine;
use super::{process, stage};
use crate::root;

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
        let passed = self.methods.iter().filter(|(_, one)| one.kind == Kind::Passed);
        passed.map(|(name, _)| name.clone()).collect()
    }
}

/// The results of an engine that are known.
pub struct Known {
    engine: Engine,
    stamp: String,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    stamp: String,
    only: Option<Vec<String>>,
    results: Results,
}

impl Known {
    pub fn of(engine: Engine) -> Result<Self> {
        let stamp = engine.stamp()?.name().to_owned();
        Ok(Self { engine, stamp })
    }

    /// The results of a module: of all methods, or of those that are named.
    pub fn results(&self, module: &str, only: Option<&[String]>) -> Result<Results> {
        if let Some(stored) = self.read(module)
            && stored.stamp == self.stamp
            && stored.only.as_deref() == only
        {
            return Ok(stored.results);
        }
        let results = process::results(self.engine, module, &stage::folder(module)?, only)?;
        let passed = results.passed().len();
        let of = only.map_or(results.methods.len(), <[_]>::len);
        println!("{} {module}: {passed} of {of}", self.engine.name());
        let stored = Stored {
            stamp: self.stamp.clone(),
            only: only.map(<[_]>::to_vec),
            results,
        };
        let path = self.path(module);
        let partial = path.with_extension("partial");
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))?;
        fs::write(&partial, serde_json::to_vec_pretty(&stored)?)?;
        fs::rename(&partial, &path).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(stored.results)
    }

    /// What does not parse is from an older tool, and is not known.
    fn read(&self, module: &str) -> Option<Stored> {
        serde_json::from_slice(&fs::read(self.path(module)).ok()?).ok()
    }

    fn path(&self, module: &str) -> PathBuf {
        let folder = root().join("target/conformance").join(self.engine.name());
        folder.join(format!("{module}.json"))
    }
}
