//! The programs of `examples/gallery` and the exercises of `examples/exercises` as one file, for the page that lets
//! readers choose.

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
    /// The program as `main.py`, and what lies beside it; nothing of an exercise.
    #[serde(skip_deserializing)]
    files: BTreeMap<String, String>,
    /// The text of an exercise.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    exercise: Option<String>,
}

/// A line of the list of exercises. Everything else is in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    path: String,
    words: BTreeMap<String, Words>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    about: String,
}

/// The gallery knows three levels, and exercises have five.
const HARDEST: u8 = 3;

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
    entries.extend(exercises()?);
    Ok(serde_json::to_string(&entries)?)
}

/// Where the exercises are.
pub fn exercises_folder() -> PathBuf {
    root().join("examples/exercises")
}

/// The exercises, in the order in which readers see them.
fn exercises() -> Result<Vec<Entry>> {
    let list = exercises_folder().join("exercises.json");
    let text = fs::read_to_string(&list)?;
    let listed: Vec<Listed> =
        serde_json::from_str(&text).with_context(|| list.display().to_string())?;
    let there: BTreeSet<_> = files::below(&exercises_folder())?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "md"))
        .map(|file| file.with_extension(""))
        .collect();
    let named: BTreeSet<_> = listed
        .iter()
        .map(|Listed { path, .. }| exercises_folder().join(path))
        .collect();
    ensure!(
        there == named && named.len() == listed.len(),
        "examples/exercises/exercises.json must name each exercise once; it differs in {:?}",
        there.symmetric_difference(&named).collect::<Vec<_>>()
    );
    listed.into_iter().map(exercise).collect()
}

fn exercise(Listed { path, words }: Listed) -> Result<Entry> {
    let text = fs::read_to_string(exercises_folder().join(format!("{path}.md")))?;
    let field = |name: &str| {
        let start = format!("{name}: ");
        let value = text.lines().find_map(|line| line.strip_prefix(&start));
        value.with_context(|| format!("examples/exercises/{path}.md has no {name}"))
    };
    let (title, level) = (field("title")?, field("level")?.parse::<u8>()?);
    ensure!(
        words.get("en").is_some_and(|words| words.title == title),
        "examples/exercises/exercises.json has another title for {path} than its file, {title:?}"
    );
    Ok(Entry {
        path,
        level: level.min(HARDEST),
        words,
        files: BTreeMap::new(),
        exercise: Some(text),
    })
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
            let is_exercise = entry["exercise"].is_string();
            assert_eq!(entry["files"][MAIN].is_string(), !is_exercise, "{path}");
        }
        let paths: BTreeSet<_> = entries
            .iter()
            .map(|entry| &entry["path"])
            .map(ToString::to_string)
            .collect();
        assert_eq!(paths.len(), entries.len(), "a path is there twice");
        let weather = entries
            .iter()
            .find(|entry| entry["path"] == "files/weather_table")
            .expect("there is weather");
        assert!(weather["files"]["weather.csv"].is_string());
    }
}
