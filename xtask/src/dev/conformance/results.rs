//! What is known of methods from an earlier run of the same build.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::engine::Engine;
use super::outcome::Results;
use super::process::Processes;
use super::stage;
use crate::root;

/// The results of an engine that are known.
pub struct Known {
    engine: Engine,
    stamp: String,
    processes: Processes,
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
        Ok(Self {
            engine,
            stamp,
            processes: Processes::of(engine),
        })
    }

    /// The results of a module: of all methods, or of those that are named.
    pub fn results(&self, module: &str, only: Option<&[String]>) -> Result<Results> {
        if let Some(stored) = self.read(module)
            && stored.stamp == self.stamp
            && stored.only.as_deref() == only
        {
            return Ok(stored.results);
        }
        let results = self
            .processes
            .results(module, &stage::folder(module)?, only)?;
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
