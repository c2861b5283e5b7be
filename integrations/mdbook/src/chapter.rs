//! A chapter: its fences, and what is written around those that become snippets.

use std::ops::Range;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde::Deserialize;
use serde_json::Value;

use crate::assets::Assets;
use crate::attributes::{Info, Mistake};
use crate::exercise::{Exercise, ExerciseMistake};

/// Which fences become snippets.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// Those that say `garter`.
    #[default]
    Marked,
    /// Those with Python, except where they say `no-garter`.
    Python,
}

/// The word that makes a fence an exercise: its file follows, or it is in the fence.
const EXERCISE: &str = "garter-exercise";

/// What is wrong in a chapter.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChapterMistake {
    #[error(transparent)]
    Snippet(#[from] Mistake),
    #[error(transparent)]
    Exercise(#[from] ExerciseMistake),
}

/// A chapter that has a text and a file.
pub struct Chapter<'a> {
    content: &'a mut String,
    /// Below the book's source folder.
    pub file: PathBuf,
    /// From the folder of its page to that of the book.
    to_root: String,
}

impl<'a> Chapter<'a> {
    /// Drafts have no text.
    pub fn of(chapter: &'a mut Value) -> Option<Self> {
        let path = |name| chapter.get(name)?.as_str().map(PathBuf::from);
        let page = path("path")?;
        let file = path("source_path").unwrap_or_else(|| page.clone());
        let Some(Value::String(content)) = chapter.get_mut("content") else {
            return None;
        };
        Some(Self {
            content,
            file,
            to_root: "../".repeat(page.components().count() - 1),
        })
    }

    /// Makes snippets and exercises of fences; returns mistakes in them, each with its line. `folder` is the
    /// book's source, `language` its language.
    pub fn upgrade(
        &mut self,
        which: Which,
        assets: &Assets,
        folder: &Path,
        language: &str,
    ) -> Vec<(usize, ChapterMistake)> {
        let mut mistakes = Vec::new();
        let mut upgraded = String::new();
        let mut copied = 0;
        let fences = fences(self.content);
        for Fence { range, info, text } in fences {
            if let Some(path) = info
                .strip_prefix(EXERCISE)
                .filter(|rest| !rest.starts_with(|next: char| !next.is_whitespace()))
            {
                let line = self.content[..range.start].matches('\n').count() + 1;
                let (mut exercise, found) = self.exercise(path.trim(), &text, folder);
                mistakes.extend(
                    found
                        .into_iter()
                        .map(|(inside, mistake)| (line + inside, mistake.into())),
                );
                upgraded += &self.content[copied..range.start];
                upgraded += &exercise.html(language, &margin_at(self.content, range.start));
                copied = range.end;
                continue;
            }
            let info = Info::parse(&info);
            let is_python = matches!(info.language.as_str(), "python" | "py" | "python3");
            let is_snippet = info
                .mark
                .unwrap_or(is_python && matches!(which, Which::Python));
            if !is_snippet {
                continue;
            }
            let line = self.content[..range.start].matches('\n').count() + 1;
            mistakes.extend(
                info.mistakes
                    .into_iter()
                    .map(|mistake| (line, mistake.into())),
            );
            let fence = &self.content[range.clone()];
            let margin = margin_at(self.content, range.start);
            upgraded += &self.content[copied..range.start];
            upgraded += &snippet(fence, &info.language, &info.attributes.html(), &margin);
            copied = range.end;
        }
        if copied > 0 {
            upgraded += &self.content[copied..];
            let script = assets.address(&self.to_root, "snippet.js");
            upgraded.extend([
                "\n\n<script type=\"module\" src=\"",
                &script,
                "\"></script>\n",
            ]);
            *self.content = upgraded;
        }
        mistakes
    }
}

impl Chapter<'_> {
    /// The exercise of a fence, from its text or from the file that it names, seen from the chapter; and mistakes,
    /// each with how many lines it is below the fence.
    fn exercise(
        &self,
        path: &str,
        text: &str,
        folder: &Path,
    ) -> (Exercise, Vec<(usize, ExerciseMistake)>) {
        if path.is_empty() {
            return Exercise::split(text);
        }
        let path = path.to_owned();
        if !text.trim().is_empty() {
            return (
                Exercise::default(),
                vec![(0, ExerciseMistake::Both { path })],
            );
        }
        let place = folder.join(&self.file).with_file_name(&path);
        match std::fs::read_to_string(place) {
            Ok(source) => {
                let (exercise, mistakes) = Exercise::split(&source);
                let inside = |(line, mistake)| {
                    let (path, mistake) = (path.clone(), Box::new(mistake));
                    (
                        0,
                        ExerciseMistake::In {
                            path,
                            line,
                            mistake,
                        },
                    )
                };
                (exercise, mistakes.into_iter().map(inside).collect())
            }
            Err(error) => {
                let reason = error.to_string();
                (
                    Exercise::missing(&path),
                    vec![(0, ExerciseMistake::NoFile { path, reason })],
                )
            }
        }
    }
}

/// A fence, wherever it stands.
struct Fence {
    range: Range<usize>,
    info: String,
    /// What is in it, without the margin of what is around it.
    text: String,
}

fn fences(content: &str) -> Vec<Fence> {
    let mut fences: Vec<Fence> = Vec::new();
    let mut is_inside = false;
    for (event, range) in Parser::new_ext(content, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                is_inside = true;
                fences.push(Fence {
                    range,
                    info: info.into_string(),
                    text: String::new(),
                });
            }
            Event::Text(text) if is_inside => {
                let fence = fences.last_mut().expect("it has begun");
                fence.text.push_str(&text);
            }
            Event::End(TagEnd::CodeBlock) => is_inside = false,
            _ => {}
        }
    }
    fences
}

/// What the lines of a fence that begins there begin with.
fn margin_at(content: &str, start: usize) -> String {
    let start_of_line = content[..start].rfind('\n').map_or(0, |end| end + 1);
    margin(&content[start_of_line..start])
}

/// What the lines after the first begin with in a list or a quotation.
fn margin(before: &str) -> String {
    before
        .chars()
        .map(|character| if character == '>' { '>' } else { ' ' })
        .collect()
}

/// The fence stays as it is, for mdBook to show, with the element around it. Blank lines let
/// Markdown see a fence in it, not HTML.
fn snippet(fence: &str, language: &str, attributes: &str, margin: &str) -> String {
    let (first, rest) = fence.split_once('\n').unwrap_or((fence, ""));
    let ticks: String = first
        .chars()
        .take_while(|mark| matches!(mark, '`' | '~'))
        .collect();
    let rest = rest.trim_end_matches('\n');
    format!(
        "<garter-snippet{attributes}>\n{margin}\n{margin}{ticks}{language}\n{rest}\n{margin}\n{margin}</garter-snippet>\n{margin}\n"
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A chapter's content as it becomes.
    fn upgraded(content: &str, which: Which) -> (String, Vec<usize>) {
        let mut chapter = json!({ "content": content, "path": "a/b.md", "source_path": "a/b.md", "sub_items": [] });
        let assets = Assets::at("https://example.org/garter");
        let lines = Chapter::of(&mut chapter)
            .expect("it has a text")
            .upgrade(which, &assets, Path::new("nowhere"), "en")
            .into_iter()
            .map(|(line, _)| line)
            .collect();
        let content = chapter["content"].as_str().expect("a text").to_owned();
        (content, lines)
    }

    const SCRIPT: &str =
        "<script type=\"module\" src=\"https://example.org/garter/snippet.js\"></script>\n";

    #[test]
    fn a_marked_fence_becomes_a_snippet_and_others_stay() {
        let (content, _) = upgraded(
            "Text\n\n```python\n1\n```\n\n```python garter editable\n2\n\n3\n```\n\nMore\n",
            Which::Marked,
        );
        assert_eq!(
            content,
            format!(
                "Text\n\n```python\n1\n```\n\n<garter-snippet editable>\n\n```python\n2\n\n3\n```\n\n\
                 </garter-snippet>\n\n\n\nMore\n\n\n{SCRIPT}"
            )
        );
    }

    #[test]
    fn all_python_may_be_upgraded_but_for_what_says_no() {
        let (content, _) = upgraded(
            "```py\n1\n```\n\n```python no-garter\n2\n```\n\n```rust\n3\n```\n",
            Which::Python,
        );
        assert_eq!(content.matches("<garter-snippet>").count(), 1, "{content}");
    }

    #[test]
    fn lists_and_quotations_keep_their_margin() {
        let (content, _) = upgraded(
            "- ```python garter\n  1\n  ```\n- two\n\n> ~~~python garter\n> 1\n> ~~~\n",
            Which::Marked,
        );
        let shown: String = {
            let mut html = Vec::new();
            for event in Parser::new(&content) {
                match event {
                    Event::Start(Tag::CodeBlock(_)) => html.push("code".to_owned()),
                    Event::Start(Tag::Item) => html.push("item".to_owned()),
                    Event::Start(Tag::BlockQuote(_)) => html.push("quote".to_owned()),
                    Event::Html(tag) => html.push(tag.trim().to_owned()),
                    _ => {}
                }
            }
            html.join(" ")
        };
        assert_eq!(
            shown,
            format!(
                "item <garter-snippet> code </garter-snippet> item \
                 quote <garter-snippet> code </garter-snippet> {}",
                SCRIPT.trim()
            )
        );
    }

    #[test]
    fn mistakes_come_with_their_lines() {
        let (_, lines) = upgraded(
            "# Title\n\n```python garter edible\n1\n```\n\n```python edible\n2\n```\n\n```python garter timeout=x\n```\n",
            Which::Marked,
        );
        assert_eq!(lines, [3, 11]);
    }
}
