//! One topic of the series: a patch with a header that says why it is there.
//!
//! ```text
//! Subject: [garter] vm: give the embedder a turn every N units of work
//!
//! Why: nothing else runs while WebAssembly does; Stop and timeouts need a turn.
//! Kind: embedding
//! ...
//! ---
//! diff --git a/crates/vm/src/frame.rs b/crates/vm/src/frame.rs
//! ...
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// What every header says, in the order in which a new one is best written.
pub const TRAILERS: [&str; 7] = [
    "Why",
    "Kind",
    "Upstream",
    "Gate",
    "Worth",
    "Tests",
    "Remove when",
];

/// What a topic can be for.
pub const KINDS: [&str; 5] = ["fix", "speed", "size", "embedding", "feature"];

/// More than this is more than one topic, or code that belongs in the overlay.
pub const MAX_LINES: usize = 400;

/// What every subject begins with: RustPython's readers see whose patch it is.
const SENDER: &str = "[garter] ";
const SUBJECT: &str = "Subject: ";
const END_OF_HEADER: &str = "---";

/// A topic as its file in `rustpython/topics` has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The name of the file, without `.patch`.
    pub name: String,
    /// The subject with its crate, without the sender.
    pub subject: String,
    /// The values of the trailers, each in one line.
    trailers: BTreeMap<&'static str, String>,
    /// The header as a commit's message: the subject, an empty line, the trailers.
    pub message: String,
    /// The changes as git writes them.
    pub diff: String,
}

/// The changes of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileDiff<'a> {
    /// Where the file is in the repository.
    pub path: &'a str,
    pub action: Action,
    /// The part of the patch that [`diffy`] reads.
    pub text: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Create,
    Change,
    Delete,
}

impl Topic {
    /// Reads the text of a topic's file. `file` is how messages call it, and `root` the folder in
    /// which the tests are that it names.
    ///
    /// # Errors
    /// Names the file and the line where the header is not as it has to be.
    pub fn parse(name: &str, text: &str, file: &str, root: &Path) -> Result<Self> {
        let lines = text.lines().count();
        ensure!(
            lines <= MAX_LINES,
            "{file}:{lines}: a topic has at most {MAX_LINES} lines; move code to rustpython/overlay, or make \
             two topics of it"
        );
        let (header, diff) = text.split_once("\n---\n").with_context(|| {
            format!("{file}:1: no line {END_OF_HEADER} ends the header; see rustpython/README.md")
        })?;
        let message = header
            .strip_prefix(SUBJECT)
            .with_context(|| format!("{file}:1: the file has to begin with \"{SUBJECT}\""))?;
        let (subject, trailers) = parse_message(message, file, root)?;
        let topic = Self {
            name: name.to_owned(),
            subject,
            trailers,
            message: format!("{message}\n"),
            diff: diff.to_owned(),
        };
        topic
            .files()
            .with_context(|| format!("{file} is not a patch as git writes it"))?;
        Ok(topic)
    }

    /// What [`Self::parse`] reads.
    pub fn text(&self) -> String {
        format!("{SUBJECT}{}{END_OF_HEADER}\n{}", self.message, self.diff)
    }

    /// The value of one of [`TRAILERS`].
    pub fn trailer(&self, name: &str) -> &str {
        self.trailers.get(name).map_or("", String::as_str)
    }

    /// The changes, file by file.
    ///
    /// # Errors
    /// Something is changed that is not text, or the text of nothing.
    pub fn files(&self) -> Result<Vec<FileDiff<'_>>> {
        const START: &str = "diff --git a/";
        ensure!(self.diff.starts_with(START), "it changes nothing");
        let mut starts: Vec<usize> = vec![0];
        let inner = self.diff.match_indices("\ndiff --git a/");
        starts.extend(inner.map(|(at, _)| at + 1));
        let ends = starts.iter().copied().skip(1).chain([self.diff.len()]);
        starts
            .iter()
            .zip(ends)
            .map(|(&start, end)| file_diff(&self.diff[start..end]))
            .collect()
    }

    /// How many lines the topic adds and removes.
    pub fn changed_lines(&self) -> (usize, usize) {
        let files = self.files().unwrap_or_default();
        let lines = || {
            files.iter().flat_map(|file| {
                let (_, hunks) = file.text.split_once("\n@@").unwrap_or_default();
                hunks.lines()
            })
        };
        let count = |sign| lines().filter(|line| line.starts_with(sign)).count();
        (count('+'), count('-'))
    }
}

/// Reads a header without its first word, which is a commit's message as well: the subject, and the
/// values of the trailers.
fn parse_message(
    message: &str,
    file: &str,
    root: &Path,
) -> Result<(String, BTreeMap<&'static str, String>)> {
    let mut lines = message.lines().enumerate().map(|(at, line)| (at + 1, line));
    let (_, subject) = lines.next().unwrap_or((1, ""));
    let subject = subject.strip_prefix(SENDER).with_context(|| {
        format!("{file}:1: a subject reads \"{SENDER}<crate>: <what the patch does>\"")
    })?;
    ensure!(
        subject.contains(": "),
        "{file}:1: the subject does not name a crate: \"{SENDER}<crate>: <what the patch does>\""
    );
    let mut trailers = BTreeMap::new();
    let mut last = None;
    let mut end = 1;
    for (number, line) in lines {
        end = number;
        if line.is_empty() {
            continue;
        }
        if let (Some(rest), Some(name)) = (line.strip_prefix("  "), last) {
            let value: &mut String = trailers.entry(name).or_default();
            value.push(' ');
            value.push_str(rest.trim());
            continue;
        }
        let known = TRAILERS.into_iter().find_map(|name| {
            let value = line.strip_prefix(name)?.strip_prefix(": ")?;
            Some((name, value))
        });
        let Some((name, value)) = known else {
            bail!(
                "{file}:{number}: {line:?} is no trailer; there are: {}. A longer value goes on in lines \
                 that begin with two blanks",
                TRAILERS.join(", ")
            );
        };
        let before = trailers.insert(name, value.trim().to_owned());
        ensure!(before.is_none(), "{file}:{number}: a second \"{name}:\"");
        match name {
            "Kind" => ensure!(
                KINDS.contains(&value),
                "{file}:{number}: {value:?} is no kind; there are: {}",
                KINDS.join(", ")
            ),
            "Tests" => check_tests(value, root).with_context(|| format!("{file}:{number}"))?,
            _ => {}
        }
        last = Some(name);
    }
    for name in TRAILERS {
        ensure!(
            trailers.get(name).is_some_and(|value| !value.is_empty()),
            "{file}:{end}: the header has no \"{name}:\"; see rustpython/README.md"
        );
    }
    Ok((subject.to_owned(), trailers))
}

fn check_tests(paths: &str, root: &Path) -> Result<()> {
    for path in paths.split(", ") {
        ensure!(
            root.join(path).exists(),
            "there is no test {path:?}; the tests are paths in this repository, with \", \" between them"
        );
    }
    Ok(())
}

fn file_diff(part: &str) -> Result<FileDiff<'_>> {
    let first = part.lines().next().unwrap_or("");
    let text_start = part
        .find("\n--- ")
        .with_context(|| format!("{first:?} is not followed by lines of text"))?;
    let text = &part[text_start + 1..];
    let name = |sign: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(sign));
        line.with_context(|| format!("{first:?} has no line {sign:?}"))
    };
    let (before, after) = (name("--- ")?, name("+++ ")?);
    let (path, action) = match (before.strip_prefix("a/"), after.strip_prefix("b/")) {
        (None, Some(path)) if before == "/dev/null" => (path, Action::Create),
        (Some(path), None) if after == "/dev/null" => (path, Action::Delete),
        (Some(path), Some(new)) if path == new => (path, Action::Change),
        _ => bail!("{first:?} does not keep its name"),
    };
    Ok(FileDiff { path, action, text })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub const TOPIC: &str = "\
Subject: [garter] vm: take turns

Why: nothing else
  runs.
Kind: embedding
Upstream: not sent
Gate: always
Worth: nothing
Tests: Cargo.toml, src
Remove when: never
---
diff --git a/crates/vm/src/a.rs b/crates/vm/src/a.rs
index 1..2 100644
--- a/crates/vm/src/a.rs
+++ b/crates/vm/src/a.rs
@@ -1,2 +1,2 @@
 one
-two
+2
diff --git a/crates/vm/src/b.rs b/crates/vm/src/b.rs
new file mode 100644
--- /dev/null
+++ b/crates/vm/src/b.rs
@@ -0,0 +1 @@
+--- not a header
diff --git a/crates/vm/src/c.rs b/crates/vm/src/c.rs
deleted file mode 100644
--- a/crates/vm/src/c.rs
+++ /dev/null
@@ -1 +0,0 @@
-gone
";

    pub fn parse(text: &str) -> Result<Topic> {
        Topic::parse(
            "turns",
            text,
            "turns.patch",
            Path::new(env!("CARGO_MANIFEST_DIR")),
        )
    }

    fn error(text: &str) -> String {
        format!("{:#}", parse(text).expect_err("not a topic"))
    }

    #[test]
    fn a_topic_is_written_as_it_was_read() {
        let topic = parse(TOPIC).expect("a topic");
        assert_eq!(topic.text(), TOPIC);
        assert_eq!(topic.subject, "vm: take turns");
        assert_eq!(topic.trailer("Why"), "nothing else runs.");
        assert_eq!(topic.changed_lines(), (2, 2));
        let files = topic.files().expect("files");
        let actions: Vec<_> = files.iter().map(|file| (file.path, file.action)).collect();
        assert_eq!(
            actions,
            [
                ("crates/vm/src/a.rs", Action::Change),
                ("crates/vm/src/b.rs", Action::Create),
                ("crates/vm/src/c.rs", Action::Delete),
            ]
        );
    }

    #[test]
    fn a_header_that_lacks_something_is_refused_with_its_line() {
        let cases = [
            (
                "Kind: embedding\n",
                "",
                "turns.patch:9: the header has no \"Kind:\"",
            ),
            (
                "Kind: embedding",
                "Kind: fun",
                "turns.patch:5: \"fun\" is no kind",
            ),
            (
                "Gate: always",
                "Gated: always",
                "turns.patch:7: \"Gated: always\" is no trailer",
            ),
            (
                "Gate: always",
                "Kind: fix",
                "turns.patch:7: a second \"Kind:\"",
            ),
            (
                "src\n",
                "nowhere.rs\n",
                "turns.patch:9: there is no test \"nowhere.rs\"",
            ),
            ("[garter] vm", "vm", "turns.patch:1: a subject reads"),
            (
                "vm: take",
                "take",
                "turns.patch:1: the subject does not name a crate",
            ),
            ("Subject: ", "", "turns.patch:1: the file has to begin with"),
            (
                "\n---\n",
                "\n",
                "turns.patch:1: no line --- ends the header",
            ),
            (
                "+++ b/crates/vm/src/a.rs",
                "+++ b/other.rs",
                "does not keep its name",
            ),
        ];
        for (from, to, expected) in cases {
            let found = error(&TOPIC.replacen(from, to, 1));
            assert!(found.contains(expected), "{found}");
        }
    }

    #[test]
    fn a_topic_that_is_too_long_is_refused() {
        let long = format!("{TOPIC}{}", "+\n".repeat(MAX_LINES));
        assert!(error(&long).contains("at most 400 lines"));
    }

    #[test]
    fn changes_of_what_is_not_text_are_refused() {
        let binary = "diff --git a/x b/x\nBinary files a/x and b/x differ\n";
        let text = TOPIC.split_once("diff").expect("a diff").0.to_owned() + binary;
        assert!(error(&text).contains("not followed by lines of text"));
    }
}
