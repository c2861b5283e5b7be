//! The facts that scripts share with Rust, as a script: `target/types/facts.js`.
//!
//! It is written beside the TypeScript declarations of the messages, by the tests of this package and
//! by the build tool.

use std::fmt::Display;
use std::path::Path;
use std::{fs, io};

use super::limits;
use super::values::PartName;
use crate::options::budget::BudgetRequest;
use crate::options::policy::ready_made;

/// The text of `facts.js`.
#[must_use]
pub fn script() -> String {
    let mut script = "// Written by src/protocol/facts.rs.\n".to_owned();
    let mut add = |name: &str, meaning: &str, value: &dyn Display| {
        let fact = format!("\n/** {meaning} */\nexport const {name} = {value};\n");
        script.push_str(&fact);
    };
    add(
        "MAIN",
        "How tracebacks name the first program of an interpreter, and its file.",
        &quoted(limits::MAIN),
    );
    add(
        "CELL",
        "How the names of an interpreter's further programs begin.",
        &quoted(limits::CELL),
    );
    add(
        "HOME",
        "The folder that holds a program's files.",
        &quoted(limits::HOME),
    );
    add(
        "CANVAS_MIME",
        "The MIME type of a turtle's picture.",
        &quoted(limits::CANVAS_MIME),
    );
    add(
        "TABLE_MIME",
        "The MIME type of a table.",
        &quoted(limits::TABLE_MIME),
    );
    for (name, meaning, value) in [
        (
            "OUTPUT_WINDOW_BYTES",
            "How many bytes of UTF-8 may be on their way to be shown.",
            u64::from(limits::OUTPUT_WINDOW_BYTES),
        ),
        (
            "OUTPUT_SLACK_BYTES",
            "How much output beyond its budget the page accepts of a run.",
            limits::PAGE_OUTPUT_SLACK_BYTES.into(),
        ),
        (
            "LEAST_DISPLAY_BYTES",
            "The least that something shown takes from the output budget.",
            limits::LEAST_DISPLAY_BYTES.into(),
        ),
        (
            "LONGEST_MIME",
            "The longest MIME type, in characters.",
            limits::LONGEST_MIME as u64,
        ),
        (
            "LONGEST_PATH",
            "The longest path of a file.",
            limits::LONGEST_PATH as u64,
        ),
        (
            "MOST_PACKAGES",
            "How many wheels a program can have.",
            limits::MOST_PACKAGES as u64,
        ),
    ] {
        add(name, meaning, &value);
    }
    let budget = BudgetRequest::of_default();
    let fields: Vec<String> = budget
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    add(
        "BUDGET",
        "What a run may use unless its page says otherwise: `Budget::DEFAULT`.",
        &format!("{{ {} }}", fields.join(", ")),
    );
    add(
        "POLICIES",
        "The policies that may be given by name.",
        &format!(
            "/** @type {{const}} */ ([{}])",
            ready_made::names().map(quoted).join(", ")
        ),
    );
    parts(&mut add);
    script
}

/// What scripts know of the parts of the interpreter.
fn parts(add: &mut impl FnMut(&str, &str, &dyn Display)) {
    add(
        "LATER",
        "The part of the interpreter that all others need.",
        &quoted(PartName::Later.name()),
    );
    add(
        "PARTS",
        "The other parts, each of which a program imports.",
        &format!(
            "/** @type {{const}} */ ([{}])",
            PartName::named()
                .map(|part| quoted(part.name()))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    );
    let packs: Vec<_> = PartName::named()
        .filter_map(|part| Some((part.name(), quoted(part.pack()?.name()))))
        .collect();
    let kinds: Vec<_> = packs.iter().map(|(_, pack)| pack.as_str()).collect();
    let pairs: Vec<_> = packs
        .iter()
        .map(|(part, pack)| format!("{part}: {pack}"))
        .collect();
    add(
        "PACKS_OF_PARTS",
        "The packs without which parts are of no use.",
        &format!(
            "/** @type {{Partial<Record<string, {}>>}} */ ({{ {} }})",
            kinds.join(" | "),
            pairs.join(", ")
        ),
    );
}

/// Writes `facts.js` into a folder, unless it is there with the same text.
///
/// # Errors
/// The folder cannot be made or written to.
pub fn write(folder: &Path) -> io::Result<()> {
    let path = folder.join("facts.js");
    let script = script();
    if fs::read_to_string(&path).is_ok_and(|former| former == script) {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    fs::write(path, script)
}

/// A text as a literal, of characters that Rust and JavaScript write alike.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `cargo test` does for the types, which ts-rs has a test for each of.
    #[test]
    fn export_facts() {
        let folder = std::env::var("TS_RS_EXPORT_DIR").expect("it is set in .cargo/config.toml");
        write(Path::new(&folder)).expect("the folder can be written to");
    }

    #[test]
    fn a_budget_has_its_defaults_in_the_units_that_pages_write() {
        assert!(script().contains(
            "export const BUDGET = { seconds: 10, memoryMB: 256, outputKB: 1024, filesMB: 16, files: 1000, recursion: 1000 };"
        ));
    }
}
