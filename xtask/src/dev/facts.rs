//! Every fact is kept once: tests that find a second copy of one, and pages of the book that state
//! another.

use std::fs;
use std::path::{Path, PathBuf};

use garter::library::{self, left_out};
use garter::options::budget::BudgetRequest;
use garter::options::policy::ready_made;
use garter::protocol::{AssetName, CANVAS_MIME, CELL, HOME, MAIN, PackName, PartName, TABLE_MIME};
use ts_rs::TS;

use crate::interpreter::packs;
use crate::{files, root};

/// Where facts are used.
const SOURCES: [&str; 4] = ["src", "www", "xtask/src", "integrations"];

/// What languages the sources are written in.
const EXTENSIONS: [&str; 7] = ["css", "html", "js", "mjs", "py", "rs", "ts"];

/// The sources, without their comments, and without their tests, which may say literally what they
/// expect.
fn sources() -> Vec<(PathBuf, String)> {
    let mut sources = Vec::new();
    for folder in SOURCES {
        for file in files::below(&root().join(folder)).expect("the folder is there") {
            let is_source = file
                .extension()
                .is_some_and(|own| EXTENSIONS.iter().any(|known| own == *known));
            if !is_source
                || file
                    .components()
                    .any(|part| part.as_os_str() == "node_modules")
            {
                continue;
            }
            let text = fs::read_to_string(&file).expect("a source is text");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code: Vec<&str> = text
                .lines()
                .filter(|line| {
                    let line = line.trim_start();
                    !["//", "/*", "* "]
                        .iter()
                        .any(|start| line.starts_with(start))
                })
                .collect();
            let path = file.strip_prefix(root()).expect("it is in there");
            sources.push((path.to_owned(), code.join("\n")));
        }
    }
    sources.push((
        "index.html".into(),
        fs::read_to_string(root().join("index.html")).expect("the page is there"),
    ));
    sources
}

/// Fails if another file than `home` writes one of these texts.
fn expect_only_in(sources: &[(PathBuf, String)], home: &str, copies: &[String]) {
    for (path, text) in sources {
        for copy in copies {
            assert!(
                path == Path::new(home) || !text.contains(copy.as_str()),
                "{} writes {copy} again; the fact is kept in {home}",
                path.display()
            );
        }
    }
    let (_, text) = sources
        .iter()
        .find(|(path, _)| path == Path::new(home))
        .expect("the fact has a file");
    assert!(
        copies.iter().any(|copy| text.contains(copy.as_str())),
        "{home} does not write {copies:?} any more: this test looks for the wrong text"
    );
}

/// A text as it begins in a source, in each kind of quotes.
fn quoted(text: &str) -> Vec<String> {
    ['"', '\'', '`']
        .map(|quote| format!("{quote}{text}"))
        .to_vec()
}

fn page(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the page is there")
}

fn attributes() -> serde_json::Map<String, serde_json::Value> {
    serde_json::from_str(&page("integrations/attributes.json")).expect("an object")
}

/// The rows of the tables in a page, each as its cells.
fn rows(page: &str) -> Vec<Vec<&str>> {
    page.lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

#[test]
fn no_source_writes_a_shared_name_again() {
    let sources = sources();
    for (home, name) in [
        ("src/protocol/limits.rs", CANVAS_MIME),
        ("src/protocol/limits.rs", HOME),
        ("src/protocol/limits.rs", CELL),
        ("src/library/mod.rs", library::FOLDER),
    ] {
        expect_only_in(&sources, home, &quoted(name));
    }
    // The name of the program's file also stands in sentences, which begin otherwise.
    let whole = ['"', '\'', '`'].map(|quote| format!("{quote}{MAIN}{quote}"));
    expect_only_in(&sources, "src/protocol/limits.rs", &whole);
}

#[test]
fn a_table_has_one_type_in_python_and_in_scripts() {
    // A module in Python cannot import a constant of Rust's.
    let python = "src/python/lib/garter/_table.py";
    assert!(page(python).contains(&format!("MIME = \"{TABLE_MIME}\"")));
    let others: Vec<_> = sources()
        .into_iter()
        .filter(|(path, _)| path != Path::new(python))
        .collect();
    expect_only_in(&others, "src/protocol/limits.rs", &quoted(TABLE_MIME));
}

#[test]
fn the_build_makes_the_packs_and_assets_that_messages_name() {
    let config = ts_rs::Config::new();
    let packs = packs::NAMES.map(|name| format!("{name:?}")).join(" | ");
    assert_eq!(PackName::inline(&config), packs);
    assert_eq!(
        AssetName::inline(&config),
        format!("\"interpreter\" | {} | {packs}", PartName::inline(&config))
    );
}

#[test]
fn no_source_lists_the_ready_made_policies_again() {
    let sources = sources();
    for name in ready_made::names() {
        expect_only_in(
            &sources,
            "src/options/policy/ready_made.rs",
            &quoted(name)
                .iter()
                .map(|start| format!("{start}{}", &start[..1]))
                .collect::<Vec<_>>(),
        );
    }
}

#[test]
fn no_source_states_the_default_budget_again() {
    for (path, text) in sources() {
        for (name, value) in BudgetRequest::of_default() {
            // A budget is an object with several of its fields in one line.
            let copies = text
                .lines()
                .filter(|line| line.contains(&format!("{name}: {value}")))
                .filter(|line| line.contains("seconds:") && line.contains("outputKB:"));
            assert_eq!(
                copies.count(),
                0,
                "{} states the default of {name} again; use BUDGET of www/client/facts.js",
                path.display()
            );
        }
    }
}

#[test]
fn no_script_defines_a_shared_constant_again() {
    // By the names of constants, because the same number may be another fact.
    for name in facts() {
        for (path, text) in sources() {
            if path.extension().is_some_and(|own| own == "rs") {
                continue;
            }
            let defines = text.lines().any(|line| {
                let line = line.trim_start().trim_start_matches("export ");
                line.starts_with(&format!("const {name} ="))
            });
            assert!(
                !defines,
                "{} defines {name} again; import it",
                path.display()
            );
        }
    }
}

/// The names that `facts.js` exports.
fn facts() -> Vec<String> {
    garter::protocol::facts::script()
        .lines()
        .filter_map(|line| {
            let (name, _) = line.strip_prefix("export const ")?.split_once(' ')?;
            Some(name.to_owned())
        })
        .collect()
}

#[test]
fn no_source_lists_the_modules_that_are_left_out_again() {
    let sources = sources();
    for (module, _) in left_out::REFUSED {
        let copies = [format!("\"{module}\",")];
        for (path, text) in &sources {
            assert!(
                path == Path::new("src/library/left_out.rs") || !has_line(text, &copies[0]),
                "{} lists {module} again",
                path.display()
            );
        }
    }
}

fn has_line(text: &str, line: &str) -> bool {
    text.lines().any(|own| own.trim() == line)
}

#[test]
fn no_script_lists_the_languages_again() {
    let languages: Vec<String> = fs::read_dir(root().join("www/texts"))
        .expect("the folder is there")
        .filter_map(|entry| {
            let entry = entry.expect("it can be read");
            let is_folder = entry.file_type().expect("it has a type").is_dir();
            is_folder.then(|| entry.file_name().to_string_lossy().into_owned())
        })
        .collect();
    for (path, text) in sources() {
        if path.starts_with("www/texts") || path.starts_with("xtask") {
            continue;
        }
        let imported = languages
            .iter()
            .filter(|name| text.contains(&format!("texts/{name}/")))
            .count();
        assert!(
            imported < 2,
            "{} imports texts of several languages; take them from target/types",
            path.display()
        );
        assert!(
            !text.contains("<option value=\"en\""),
            "{} lists the languages again",
            path.display()
        );
    }
}

#[test]
fn the_integrations_check_the_attributes_of_the_element() {
    for copy in ["mdbook", "mkdocs/mkdocs_garter", "sphinx/sphinx_garter"] {
        let copy = root().join(format!("integrations/{copy}/attributes.json"));
        assert!(copy.is_symlink(), "{} is a copy", copy.display());
    }
    let script = page("www/snippet/attributes.js");
    assert!(script.contains("Object.keys(KINDS)"));
}

#[test]
fn the_book_lists_every_attribute_and_no_other() {
    let book = page("docs/book/src/reference/snippet.md");
    let known = attributes();
    for name in known.keys() {
        let is_there = book.contains(&format!("`{name}`"))
            || book.contains(&format!("`{name}="))
            || name == "id";
        assert!(is_there, "the book does not explain {name}");
    }
    let (_, table) = book
        .split_once("## Attributes")
        .expect("the book has this chapter");
    let table = table.split("\n\n").nth(2).expect("a table follows");
    for row in rows(table).iter().skip(2) {
        let name = row[0].trim_matches('`');
        assert!(known.contains_key(name), "there is no attribute {name}");
    }
}

#[test]
fn the_book_and_the_readme_state_the_default_budget() {
    let defaults = BudgetRequest::of_default();
    let fields: Vec<String> = defaults
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    let readme = page("README.md");
    assert!(
        readme.contains(&format!("`{{{}}}`", fields.join(", "))),
        "README.md does not state the default budget: {}",
        fields.join(", ")
    );
    let policies = page("docs/book/src/reference/policies.md");
    let rows = rows(&policies);
    for (name, value) in defaults {
        // A row may be about several fields.
        let stated = rows.iter().find_map(|row| {
            let at = row[0]
                .split(", ")
                .position(|own| own == format!("`{name}`"))?;
            row[1].split(", ").nth(at)
        });
        assert_eq!(stated, Some(value.to_string().as_str()), "{name}");
    }
    let snippet = page("docs/book/src/reference/snippet.md");
    for (attribute, field) in [("timeout", "seconds"), ("memory", "memoryMB")] {
        let (_, value) = defaults
            .iter()
            .find(|(name, _)| *name == field)
            .expect("a field of the budget");
        let row = snippet
            .lines()
            .find(|line| line.starts_with(&format!("| `{attribute}` |")))
            .expect("the book has this attribute");
        assert!(row.ends_with(&format!("| {value} |")), "{row}");
    }
}

#[test]
fn the_book_names_every_ready_made_policy() {
    let policies = page("docs/book/src/reference/policies.md");
    let snippet = page("docs/book/src/reference/snippet.md");
    for name in ready_made::names() {
        assert!(policies.contains(&format!("| `{name}` |")), "{name}");
        assert!(snippet.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn the_book_names_every_language() {
    let snippet = page("docs/book/src/reference/snippet.md");
    let row = snippet
        .lines()
        .find(|line| line.starts_with("| `lang` |"))
        .expect("the book has this attribute");
    for entry in fs::read_dir(root().join("www/texts")).expect("the folder is there") {
        let entry = entry.expect("it can be read");
        if entry.file_type().expect("it has a type").is_dir() {
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(
                row.contains(&format!("`{name}`")),
                "{row} does not name {name}"
            );
        }
    }
}
