//! What stands after a fence's language: the attributes of the snippet.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use serde::Deserialize;

/// What an attribute of `<garter-snippet>` may be.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Flag,
    Text,
    Number,
    #[serde(untagged)]
    OneOf(Vec<String>),
}

static KINDS: LazyLock<BTreeMap<String, Kind>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../attributes.json")).expect("the file is part of this")
});

/// The word that makes a fence a snippet.
pub const MARK: &str = "garter";
/// The word that keeps a fence from becoming one.
pub const UNMARK: &str = "no-garter";

/// What is wrong with an info string.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    #[error("a snippet has no attribute {name:?}; there are {}", names())]
    Unknown { name: String },
    #[error("{name:?} takes no value")]
    NoValue { name: String },
    #[error("{name:?} needs a value: {name}=\"…\"")]
    NeedsValue { name: String },
    #[error("{name:?} is a number, which {value:?} is not")]
    NotANumber { name: String, value: String },
    #[error("{name:?} is one of {}, which {value:?} is not", .values.join(", "))]
    NotOneOf {
        name: String,
        value: String,
        values: &'static [String],
    },
    #[error("a quotation mark is missing at the end")]
    Open,
}

fn names() -> String {
    KINDS.keys().cloned().collect::<Vec<_>>().join(", ")
}

/// A fence's info string, taken apart.
pub struct Info {
    pub language: String,
    /// Whether it says that it is a snippet, or that it is none.
    pub mark: Option<bool>,
    pub attributes: Attributes,
    pub mistakes: Vec<Mistake>,
}

/// Attributes with their values, in their order.
#[derive(Default)]
pub struct Attributes(Vec<(String, Option<String>)>);

impl Info {
    /// Wrong attributes are left out and reported.
    pub fn parse(info: &str) -> Self {
        let mut mistakes = Vec::new();
        let mut attributes = Attributes::default();
        let mut mark = None;
        let (words, is_closed) = words(info);
        if !is_closed {
            mistakes.push(Mistake::Open);
        }
        let mut words = words.into_iter();
        let language = words.next().map_or_else(String::new, |(name, _)| name);
        for (name, value) in words {
            match (name.as_str(), &value) {
                (MARK, None) => mark = Some(true),
                (UNMARK, None) => mark = Some(false),
                _ => match check(&name, value.as_deref()) {
                    Ok(()) => attributes.0.push((name, value)),
                    Err(mistake) => mistakes.push(mistake),
                },
            }
        }
        Self {
            language,
            mark,
            attributes,
            mistakes,
        }
    }
}

impl Attributes {
    /// As they stand in a tag, each after a space.
    pub fn html(&self) -> String {
        let mut html = String::new();
        for (name, value) in &self.0 {
            let written = match value {
                None => write!(html, " {name}"),
                Some(value) => write!(html, " {name}=\"{}\"", escaped(value)),
            };
            written.expect("a string can be written to");
        }
        html
    }
}

/// A value's line ends as well: a blank line would end the tag in Markdown.
pub fn escaped(value: &str) -> String {
    value
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\n', "&#10;")
}

fn check(name: &str, value: Option<&str>) -> Result<(), Mistake> {
    let name = name.to_owned();
    let Some(kind) = KINDS.get(&name) else {
        return Err(Mistake::Unknown { name });
    };
    match (kind, value) {
        (Kind::Flag, None) | (Kind::Text, Some(_)) => Ok(()),
        (Kind::Flag, Some(_)) => Err(Mistake::NoValue { name }),
        (_, None) => Err(Mistake::NeedsValue { name }),
        (Kind::Number, Some(value)) => match value.parse::<f64>() {
            Ok(_) => Ok(()),
            Err(_) => Err(Mistake::NotANumber {
                name,
                value: value.to_owned(),
            }),
        },
        (Kind::OneOf(values), Some(value)) if values.iter().any(|one| one == value) => Ok(()),
        (Kind::OneOf(values), Some(value)) => Err(Mistake::NotOneOf {
            name,
            value: value.to_owned(),
            values,
        }),
    }
}

type Word = (String, Option<String>);

/// The words of an info string, which spaces and commas separate, and whether its last quotation is
/// closed. In quotes, `\n` is the end of a line, and a backslash before anything else drops out.
fn words(info: &str) -> (Vec<Word>, bool) {
    let mut words = Vec::new();
    let mut word: Option<Word> = None;
    let mut is_quoted = false;
    let mut characters = info.chars();
    while let Some(character) = characters.next() {
        match character {
            ' ' | '\t' | ',' if !is_quoted => words.extend(word.take()),
            '=' if matches!(word, Some((_, None))) => {
                word.as_mut().expect("it has begun").1 = Some(String::new());
            }
            '"' if matches!(word, Some((_, Some(_)))) => is_quoted = !is_quoted,
            _ => {
                let meant = match character {
                    '\\' if is_quoted => match characters.next() {
                        Some('n') => '\n',
                        Some(other) => other,
                        None => break,
                    },
                    other => other,
                };
                match word.get_or_insert_default() {
                    (_, Some(value)) => value.push(meant),
                    (name, None) => name.push(meant),
                }
            }
        }
    }
    words.extend(word);
    (words, !is_quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_words_with_values_or_without() {
        for (info, language, html) in [
            ("python", "python", ""),
            ("python,garter,editable", "python", " editable"),
            ("py garter timeout=5", "py", " timeout=\"5\""),
            (
                r#"python garter stdin="3\n4" expect="a \"b\" <c>""#,
                "python",
                " stdin=\"3&#10;4\" expect=\"a &quot;b&quot; &lt;c&gt;\"",
            ),
            // The element says in the page why it brings none.
            (
                "python garter packages=numpy",
                "python",
                " packages=\"numpy\"",
            ),
            ("", "", ""),
        ] {
            let parsed = Info::parse(info);
            assert_eq!(parsed.mistakes, [], "{info}");
            assert_eq!(parsed.language, language, "{info}");
            assert_eq!(parsed.attributes.html(), html, "{info}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_left_out() {
        for (info, says) in [
            ("python garter edible", "no attribute \"edible\""),
            ("python garter editable=yes", "takes no value"),
            ("python garter stdin", "stdin=\"…\""),
            ("python garter timeout=soon", "which \"soon\" is not"),
            ("python garter display=film", "one of repl"),
            ("python garter stdin=\"3", "quotation mark"),
        ] {
            let parsed = Info::parse(info);
            let told: String = parsed.mistakes.iter().map(ToString::to_string).collect();
            assert!(told.contains(says), "{info}: {told}");
            assert_eq!(parsed.mark, Some(true), "{info}");
        }
    }
}
