//! The programs of `examples/gallery` as one file, for the page that lets readers choose.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use garter::protocol::MAIN;
use serde::{Deserialize, Serialize};

use crate::{files, root};

/// A line of the list, in the order in which readers see them.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Where the program is, below the gallery and without `.py`: the topic, then the name.
    path: String,
    /// From 1, for beginners, to 3.
    level: u8,
    /// By language, as the folders of `www/texts` are named. There is always English.
    words: BTreeMap<String, Words>,
    /// The program as `main.py`, and what lies beside it.
    #[serde(skip_deserializing)]
    files: BTreeMap<String, String>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    about: String,
}

/// Where the programs are.
pub fn folder() -> PathBuf {
    root().join("examples/gallery")
}

/// Everything that the page has to know of them.
pub fn json() -> Result<String> {
    let list = folder().join("gallery.json");
    let text = fs::read_to_string(&list)?;
    let mut entries: Vec<Entry> =
        serde_json::from_str(&text).with_context(|| list.display().to_string())?;
    for entry in &mut entries {
        ensure!(
            entry.words.contains_key("en"),
            "examples/gallery/gallery.json has no English title for {}",
            entry.path
        );
        entry.files = files_of(&folder().join(&entry.path))?;
    }
    let listed: BTreeSet<_> = entries.iter().map(|entry| entry.path.clone()).collect();
    let there = programs()?;
    ensure!(
        listed == there && listed.len() == entries.len(),
        "examples/gallery/gallery.json must name each program once; it differs in {:?}",
        listed.symmetric_difference(&there).collect::<Vec<_>>()
    );
    Ok(serde_json::to_string(&entries)?)
}

/// A program and the files of the folder that is named like it.
fn files_of(program: &Path) -> Result<BTreeMap<String, String>> {
    let source = program.with_extension("py");
    let source = fs::read_to_string(&source).with_context(|| source.display().to_string())?;
    let mut found = BTreeMap::from([(MAIN.to_owned(), source)]);
    let beside = program.with_extension("files");
    for file in files::below(&beside)? {
        let name = file.strip_prefix(&beside)?.to_string_lossy().into_owned();
        found.insert(name, fs::read_to_string(&file)?);
    }
    Ok(found)
}

/// The paths of all programs, as in the list.
fn programs() -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for file in files::below(&folder())? {
        let path = file.strip_prefix(folder())?.with_extension("");
        let lies_beside = path
            .parent()
            .is_some_and(|parent| parent.extension().is_some());
        if file.extension().is_some_and(|extension| extension == "py") && !lies_beside {
            found.insert(path.to_string_lossy().into_owned());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_of_the_gallery_is_listed_once_with_what_it_needs() {
        let entries: serde_json::Value =
            serde_json::from_str(&json().expect("the list is right")).expect("JSON");
        let entries = entries.as_array().expect("a list");
        assert!(entries.len() >= 40);
        for entry in entries {
            let path = entry["path"].as_str().expect("a path");
            assert!(
                (1..=3).contains(&entry["level"].as_u64().expect("a level")),
                "{path}"
            );
            assert!(entry["files"][MAIN].is_string(), "{path}");
        }
        let weather = entries
            .iter()
            .find(|entry| entry["path"] == "files/weather_table")
            .expect("there is weather");
        assert!(weather["files"]["weather.csv"].is_string());
    }
}
