//! An exercise in a chapter: its file is taken apart, mdBook shows the text, and the element gets the rest.
//!
//! `www/exercise/split.js` takes files apart in the page; `tests/exercises/good` holds samples for both.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::attributes::escaped;

/// What is the same in all plug-ins.
#[derive(Deserialize)]
struct Shared {
    /// The names of blocks.
    blocks: Vec<String>,
    /// By language: what stands above what is closed.
    words: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
struct Words {
    hint: String,
    remarks: String,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../exercise.json")).expect("the file is part of this")
});

/// What is wrong with an exercise; everything else is said by the element, and by `garter check`.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExerciseMistake {
    #[error("an exercise begins with a line of ---, then id: and title:, then another line of ---")]
    NoFrontMatter,
    #[error("the front matter, which begins here with ---, has no second line of ---")]
    OpenFrontMatter,
    #[error("the block {name} begins here and is never closed")]
    OpenBlock { name: String },
    #[error("{path} cannot be read: {reason}")]
    NoFile { path: String, reason: String },
    #[error("the fence names {path} and holds a text as well; one of them has to be the exercise")]
    Both { path: String },
    #[error("{path}:{line}: {mistake}")]
    In {
        path: String,
        line: usize,
        mistake: Box<ExerciseMistake>,
    },
}

/// A named block.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Block {
    name: String,
    language: String,
    argument: String,
    text: String,
}

/// An exercise, taken apart.
#[derive(Debug, Default)]
pub struct Exercise {
    front_matter: Option<String>,
    blocks: Vec<Block>,
    /// The Markdown around the blocks.
    task: String,
    /// Where its file should be. The page says that it is not there.
    missing: Option<String>,
}

/// Lines without their ends, however those are written.
fn lines_of(source: &str) -> Vec<String> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let source = source.replace("\r\n", "\n").replace('\r', "\n");
    source.split('\n').map(str::to_owned).collect()
}

/// A fence's first line: <https://spec.commonmark.org/0.31.2/#fenced-code-blocks>.
struct Opening {
    indent: usize,
    mark: char,
    length: usize,
    words: Vec<String>,
}

impl Opening {
    fn of(line: &str) -> Option<Self> {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let rest = &line[indent..];
        let mark = rest.chars().next().filter(|mark| "`~".contains(*mark))?;
        let info = rest.trim_start_matches(mark);
        let length = rest.len() - info.len();
        if indent > 3 || length < 3 || (mark == '`' && info.contains('`')) {
            return None;
        }
        let words = info.split([' ', '\t']).filter(|word| !word.is_empty());
        Some(Self {
            indent,
            mark,
            length,
            words: words.map(str::to_owned).collect(),
        })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let rest = line.trim_start_matches(' ');
        let marks = rest.trim_end_matches([' ', '\t']);
        line.len() - rest.len() <= 3
            && marks.len() >= self.length
            && marks.chars().all(|mark| mark == self.mark)
    }
}

impl Exercise {
    /// What stands for an exercise whose file cannot be read.
    pub fn missing(path: &str) -> Self {
        Self {
            missing: Some(path.to_owned()),
            ..Self::default()
        }
    }

    /// Takes a file apart. Mistakes have the lines of the file, from 1.
    pub fn split(source: &str) -> (Self, Vec<(usize, ExerciseMistake)>) {
        let lines = lines_of(source);
        let mut exercise = Self::default();
        let mut mistakes = Vec::new();
        let mut at = 0;
        if lines[0].trim_end() == "---" {
            let end = lines
                .iter()
                .skip(1)
                .position(|line| matches!(line.trim_end_matches([' ', '\t']), "---" | "..."));
            if let Some(end) = end {
                exercise.front_matter = Some(lines[1..=end].join("\n") + "\n");
                at = end + 2;
            } else {
                mistakes.push((1, ExerciseMistake::OpenFrontMatter));
            }
        } else {
            mistakes.push((1, ExerciseMistake::NoFrontMatter));
        }
        let mut task: Vec<&str> = Vec::new();
        while at < lines.len() {
            let Some(fence) = Opening::of(&lines[at]) else {
                task.push(&lines[at]);
                at += 1;
                continue;
            };
            let closing = lines[at + 1..]
                .iter()
                .position(|line| fence.is_closed_by(line))
                .map(|inside| at + 1 + inside);
            let (end, next) = match closing {
                Some(end) => (end, end + 1),
                None => (lines.len(), lines.len()),
            };
            let name = fence.words.get(1).cloned().unwrap_or_default();
            if SHARED.blocks.contains(&name) {
                if closing.is_none() {
                    mistakes.push((at + 1, ExerciseMistake::OpenBlock { name: name.clone() }));
                }
                let text = lines[at + 1..end].iter().map(|line| {
                    let own = line.len() - line.trim_start_matches(' ').len();
                    format!("{}\n", &line[own.min(fence.indent)..])
                });
                exercise.blocks.push(Block {
                    name,
                    language: fence.words[0].to_lowercase(),
                    argument: fence.words[2..].join(" "),
                    text: text.collect(),
                });
            } else {
                task.extend(lines[at..next].iter().map(String::as_str));
            }
            at = next;
        }
        exercise.task = joined(&task);
        (exercise, mistakes)
    }

    /// Takes the task list of a multiple choice out of the text, where mdBook would show which answers are
    /// right. Returns the answers alone.
    fn take_choices(&mut self) -> Vec<String> {
        let is_choice = |line: &str| {
            let value = line.strip_prefix("kind:").unwrap_or_default();
            let value = value.split('#').next().unwrap_or_default();
            value.trim().trim_matches(['"', '\'']) == "choice"
        };
        let front_matter = self.front_matter.as_deref().unwrap_or_default();
        let has_choices = self.blocks.iter().any(|block| block.name == "choices");
        if has_choices || !front_matter.lines().any(is_choice) {
            return Vec::new();
        }
        let (mut rest, mut found, mut answers) = (String::new(), String::new(), Vec::new());
        let mut fence: Option<Opening> = None;
        let mut is_over = false;
        for line in self.task.lines() {
            match &fence {
                Some(open) if open.is_closed_by(line) => fence = None,
                None if found.is_empty() => fence = Opening::of(line),
                _ => {}
            }
            let answer = answer_in(line).filter(|_| !is_over && fence.is_none());
            let continues =
                line.trim().is_empty() || line.starts_with("  ") || line.starts_with('\t');
            let target = if answer.is_some() || (!found.is_empty() && !is_over && continues) {
                &mut found
            } else {
                is_over = !found.is_empty();
                &mut rest
            };
            target.push_str(line);
            target.push('\n');
            answers.extend(answer.map(str::to_owned));
        }
        if !found.is_empty() {
            self.task = rest;
            self.blocks.push(Block {
                name: "choices".to_owned(),
                language: "markdown".to_owned(),
                argument: String::new(),
                text: format!("{}\n", found.trim_end()),
            });
        }
        answers
    }

    /// The element, each line of it after the margin of what is around it. mdBook shows the text; what is
    /// not to be seen is in templates, right after the tag, so that no Markdown is read in it.
    pub fn html(&mut self, language: &str, margin: &str) -> String {
        if let Some(path) = &self.missing {
            return format!(
                "<garter-exercise src=\"{}\"></garter-exercise>\n\n",
                escaped(path)
            );
        }
        let answers = self.take_choices();
        let primary = language.split('-').next().unwrap_or_default();
        let words = SHARED.words.get(primary).unwrap_or(&SHARED.words["en"]);
        let mut html = "<garter-exercise>\n".to_owned();
        let mut template = |name: &str, class: &str, text: &str| {
            let text = escaped(text);
            let tag = format!("<template data-block=\"{name}\"{class}>{text}</template>\n");
            html.push_str(&tag);
        };
        if let Some(text) = &self.front_matter {
            template("front-matter", "", text);
        }
        for block in self.blocks.iter().filter(|block| !block.is_shown()) {
            let name = format!("{} {}", block.name, block.argument);
            let class = match block.language.as_str() {
                "" => String::new(),
                language => format!(" class=\"language-{}\"", escaped(language)),
            };
            template(&escaped(name.trim_end()), &class, &block.text);
        }
        write!(html, "\n{}\n", self.task.trim_end()).expect("a string can be written to");
        if !answers.is_empty() {
            let list = answers.join("\n- ");
            write!(html, "\n<noscript>\n\n- {list}\n\n</noscript>\n")
                .expect("a string can be written to");
        }
        for block in self.blocks.iter().filter(|block| block.is_shown()) {
            let text = block.text.trim_end();
            let shown = match block.name.as_str() {
                "start" => {
                    let ticks = "`".repeat(longest_run(text) + 3);
                    format!(
                        "<div data-block=\"start\">\n\n{ticks}python\n{text}\n{ticks}\n\n</div>"
                    )
                }
                name => {
                    let heading = if name == "hint" {
                        &words.hint
                    } else {
                        &words.remarks
                    };
                    format!(
                        "<details data-block=\"{name}\"><summary>{heading}</summary>\n\n{text}\n\n</details>"
                    )
                }
            };
            write!(html, "\n{shown}\n").expect("a string can be written to");
        }
        html.push_str("\n</garter-exercise>\n\n");
        let mut lines = html.split_inclusive('\n');
        let first = lines.next().unwrap_or_default().to_owned();
        lines.fold(first, |all, line| all + margin + line)
    }
}

/// What a line of a task list says: an answer.
fn answer_in(line: &str) -> Option<&str> {
    let item = line.trim_start_matches(' ');
    if line.len() - item.len() > 3 {
        return None;
    }
    let rest = item.strip_prefix(['-', '*', '+'])?.strip_prefix(" [")?;
    let text = rest.strip_prefix([' ', 'x', 'X'])?.strip_prefix(']')?;
    (text.is_empty() || text.starts_with([' ', '\t'])).then_some(text.trim())
}

impl Block {
    /// Whether a page shows it before a script runs. A start that is to be predicted is shown as well.
    fn is_shown(&self) -> bool {
        matches!(self.name.as_str(), "start" | "hint" | "remarks")
    }
}

/// The lines of a text; where a block was taken out, one empty line is enough.
fn joined(lines: &[&str]) -> String {
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let follows_text = at > 0 && !lines[at - 1].trim().is_empty();
        if !line.trim().is_empty() || follows_text {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// How many backticks stand in a row at most.
fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for character in text.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Sample {
        front_matter: FrontMatter,
        task: String,
        blocks: Vec<Block>,
    }

    #[derive(Deserialize)]
    struct FrontMatter {
        text: String,
    }

    #[test]
    fn files_are_taken_apart_as_in_a_page() {
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/exercises/good");
        let mut count = 0;
        for entry in fs::read_dir(samples).expect("there are samples") {
            let file = entry.expect("it can be read").path();
            if file.extension().is_none_or(|extension| extension != "md") {
                continue;
            }
            let source = fs::read_to_string(&file).expect("a text");
            let sample = fs::read_to_string(file.with_extension("json")).expect("what is in it");
            let sample: Sample = serde_json::from_str(&sample).expect("JSON");
            let (exercise, mistakes) = Exercise::split(&source);
            assert_eq!(mistakes, [], "{}", file.display());
            assert_eq!(exercise.front_matter, Some(sample.front_matter.text));
            assert_eq!(exercise.task, sample.task, "{}", file.display());
            assert_eq!(exercise.blocks, sample.blocks, "{}", file.display());
            count += 1;
        }
        assert!(count >= 8);
    }

    #[test]
    fn what_is_not_closed_is_told_with_its_line() {
        for (source, mistake) in [
            ("Text\n", (1, ExerciseMistake::NoFrontMatter)),
            ("---\nid: a\n", (1, ExerciseMistake::OpenFrontMatter)),
            (
                "---\nid: a\n---\n\n```python tests\nassert True\n``\n",
                (
                    5,
                    ExerciseMistake::OpenBlock {
                        name: "tests".to_owned(),
                    },
                ),
            ),
        ] {
            assert_eq!(Exercise::split(source).1, [mistake]);
        }
    }

    #[test]
    fn the_text_is_the_books_and_the_rest_is_the_elements() {
        let source = "---\nid: a\ntitle: T\n---\nDo **this**.\n\n```python start\n1\n\n```\n\n\
                      ```python tests\nassert \"<b>\"\n\nassert 2\n```\n\n```csv file a b.csv\n1\n```\n\n\
                      ````markdown hint\n```python\n3\n```\n````\n";
        let (mut exercise, _) = Exercise::split(source);
        assert_eq!(
            exercise.html("ja-JP", "  "),
            "<garter-exercise>\n  <template data-block=\"front-matter\">id: a&#10;title: T&#10;</template>\n  \
             <template data-block=\"tests\" class=\"language-python\">assert &quot;&lt;b&gt;&quot;&#10;&#10;assert 2&#10;</template>\n  \
             <template data-block=\"file a b.csv\" class=\"language-csv\">1&#10;</template>\n  \n  Do **this**.\n  \n  \
             <div data-block=\"start\">\n  \n  ```python\n  1\n  ```\n  \n  </div>\n  \n  \
             <details data-block=\"hint\"><summary>ヒント</summary>\n  \n  ```python\n  3\n  ```\n  \n  </details>\n  \n  \
             </garter-exercise>\n  \n"
        );
    }

    #[test]
    fn the_answers_of_a_choice_are_handed_over_without_being_shown_as_right() {
        let source = "---\nid: a\nkind: choice # one\n---\nWhich?\n\n~~~\n- [x] no answer\n~~~\n\n- [ ] `a`\n\n  why\n- [x] b\nMore.\n- [x] no\n";
        let (mut exercise, _) = Exercise::split(source);
        let html = exercise.html("en", "");
        assert!(html.contains(
            "<template data-block=\"choices\" class=\"language-markdown\">- [ ] `a`&#10;&#10;  why&#10;- [x] b&#10;</template>"
        ));
        assert!(html.contains(
            "\nWhich?\n\n~~~\n- [x] no answer\n~~~\n\nMore.\n- [x] no\n\n<noscript>\n\n- `a`\n- b\n\n</noscript>\n"
        ), "{html}");
    }
}
