//! The documents for developers and users name files of this repository. These tests fail when one of
//! those files moves and a document still names its old place.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{files, root};

/// Folders that are not in a fresh clone: the build or a package manager writes them, or they are in
/// `RustPython`'s repository.
const ELSEWHERE: [&str; 4] = ["crates", "node_modules", "pkg", "target"];

/// Every Markdown document that people write here: those in the root, and all below some folders.
fn documents() -> Vec<PathBuf> {
    let mut documents: Vec<PathBuf> = fs::read_dir(root())
        .expect("the repository can be listed")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    for folder in [".github", "benches", "docs", "rustpython", "tests"] {
        documents.extend(files::below(&root().join(folder)).expect("a folder can be listed"));
    }
    // Below these are samples of other tools, and what those tools install.
    for name in ["mdbook", "mkdocs", "npm", "sphinx"] {
        documents.push(root().join("integrations").join(name).join("README.md"));
    }
    // `./garter docs` copies Garter's files into the source of the book.
    let copied = root().join("docs/book/src/garter");
    // These are what is read, not about it.
    let samples = root().join("tests/exercises");
    documents.retain(|file| {
        file.extension().is_some_and(|end| end == "md")
            && !file.starts_with(&copied)
            && !file.starts_with(&samples)
    });
    documents
}

/// The book and the plug-ins' pages name paths in their readers' own folders as well.
fn is_for_users(document: &Path) -> bool {
    ["docs/book", "integrations"]
        .iter()
        .any(|folder| document.starts_with(root().join(folder)))
}

/// A document without its code blocks.
fn prose(text: &str) -> String {
    let mut is_code = false;
    let mut prose = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code && !line.starts_with("    ") {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    prose
}

/// The texts between backticks.
fn quoted(prose: &str) -> impl Iterator<Item = &str> {
    prose.split('`').skip(1).step_by(2)
}

/// The addresses of links and pictures.
fn links(prose: &str) -> impl Iterator<Item = &str> {
    prose
        .split("](")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(')')?.0))
}

/// Whether the text names a file or a folder of the repository, as opposed to a MIME type, an address
/// or a place in Python's own files: its first part is a folder here, or it has a file's extension.
fn is_path(text: &str) -> bool {
    let is_name = |char: char| char.is_ascii_alphanumeric() || "/._-*".contains(char);
    let Some((first, _)) = text.split_once('/') else {
        return false;
    };
    let last = text.rsplit('/').next().unwrap_or_default();
    let has_extension = last.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty() && extension.chars().all(|char| char.is_ascii_lowercase())
    });
    text.chars().all(is_name)
        && !["", ".", ".."].contains(&first)
        && !ELSEWHERE.contains(&first)
        && (has_extension || root().join(first).is_dir())
}

/// Whether a path, from the root or from the document's folder, leads to something. Of a path with a
/// `*`, the folder before it has to be there.
fn exists(path: &str, document: &Path) -> bool {
    let known = match path.split_once('*') {
        Some((before, _)) => before.rsplit_once('/').map_or("", |(folder, _)| folder),
        None => path,
    };
    let folder = document.parent().expect("a document lies in a folder");
    root().join(known).exists() || folder.join(known).exists()
}

/// How renderers name the headings of a document in addresses.
fn anchors(text: &str) -> Vec<String> {
    prose(text)
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            title
                .chars()
                .filter(|char| char.is_alphanumeric() || " -_".contains(*char))
                .map(|char| if char == ' ' { '-' } else { char })
                .collect()
        })
        .collect()
}

/// What is wrong with a link of this document.
fn complaint(link: &str, document: &Path) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let folder = document.parent().expect("a document lies in a folder");
    let target = if path.is_empty() {
        document.to_owned()
    } else {
        folder.join(path)
    };
    if !target.exists() {
        return Some(format!("links to {path}, which is not there"));
    }
    let is_page = target
        .extension()
        .is_some_and(|extension| extension == "md");
    if anchor.is_empty() || !is_page {
        return None;
    }
    let text = fs::read_to_string(&target).expect("a page can be read");
    let is_known = anchors(&text).iter().any(|known| known == anchor);
    (!is_known).then(|| format!("links to {link}, where no heading has this name"))
}

/// Everything that is wrong in the documents, each time with the document's name. `in_prose` says what is
/// wrong in one.
fn complaints(in_prose: impl Fn(&str, &Path) -> Vec<String>) -> Vec<String> {
    let mut complaints = Vec::new();
    for document in documents() {
        let text = fs::read_to_string(&document).expect("a document can be read");
        let name = document.strip_prefix(root()).unwrap_or(&document);
        for complaint in in_prose(&prose(&text), &document) {
            complaints.push(format!("{} {complaint}", name.display()));
        }
    }
    complaints
}

#[test]
fn every_path_that_a_document_for_developers_names_exists() {
    let wrong = complaints(|prose, document| {
        quoted(prose)
            .filter(|text| !is_for_users(document) && is_path(text) && !exists(text, document))
            .map(|text| format!("names {text}, which is not there"))
            .collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_link_of_a_document_leads_to_a_file_and_to_a_heading_in_it() {
    let wrong = complaints(|prose, document| {
        links(prose)
            .filter_map(|link| complaint(link, document))
            .collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_documents_for_developers_are_among_those_that_are_looked_at() {
    let found = documents();
    for name in [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/architecture.md",
        "docs/decisions/README.md",
        "benches/README.md",
    ] {
        assert!(found.contains(&root().join(name)), "{name}");
    }
}

#[test]
fn a_path_that_leads_nowhere_is_noticed() {
    let document = root().join("README.md");
    assert!(is_path("src/frame/replay.rs") && exists("src/frame/replay.rs", &document));
    assert!(is_path("src/frame/gone.rs") && !exists("src/frame/gone.rs", &document));
    assert!(is_path("srcs/lib.rs") && !exists("srcs/lib.rs", &document));
    assert!(exists("www/*.js", &document) && !exists("wwww/*.js", &document));
    for other in [
        "text/html",
        "a / b",
        "pkg/garter.js",
        "./garter",
        "/lib/x.py",
    ] {
        assert!(!is_path(other), "{other}");
    }
    assert_eq!(complaint("SECURITY.md#how-to-report", &document), None);
    assert!(complaint("SECURITY.md#gone", &document).is_some());
    assert!(complaint("GONE.md", &document).is_some());
}
