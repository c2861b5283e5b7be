//! Reads from the text of scripts which of them import which.
//!
//! `import` and `export … from` count, and so does an `import("…")` that loads a script when it is needed.
//! The types in comments, `import("…").Name`, do not.

use std::collections::BTreeMap;

use super::graph::Graph;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Text(String),
    Sign(char),
}

/// The imports among scripts: paths and texts.
pub fn graph(files: &BTreeMap<String, String>) -> Graph {
    let mut graph = Graph::default();
    for (path, text) in files {
        for import in imports(text) {
            let target = resolved(path, &import);
            if files.contains_key(&target) {
                graph.add(path, &target);
            }
        }
    }
    graph
}

/// `../client/run.js`, seen from `www/output/display.js`, is `www/client/run.js`.
fn resolved(from: &str, import: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What a script imports, as it is written there.
fn imports(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut imports = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let is_member = at > 0 && tokens[at - 1] == Token::Sign('.');
        let Token::Word(word) = token else { continue };
        if is_member || !matches!(word.as_str(), "import" | "export") {
            continue;
        }
        let rest = &tokens[at + 1..];
        let found = match (word.as_str(), rest) {
            ("import", [Token::Text(text), ..])
            | ("import", [Token::Sign('('), Token::Text(text), ..]) => Some(text.clone()),
            ("import", [Token::Sign('(' | '.'), ..]) => None,
            ("export", [Token::Word(_), ..]) => None,
            _ => source(rest),
        };
        imports.extend(found);
    }
    imports
}

/// The text after `from`, if the statement has one.
fn source(tokens: &[Token]) -> Option<String> {
    let end = tokens.iter().position(|token| *token == Token::Sign(';'));
    let statement = &tokens[..end.unwrap_or(tokens.len())];
    let from = Token::Word("from".to_owned());
    statement.windows(2).find_map(|pair| match pair {
        [word, Token::Text(text)] if *word == from => Some(text.clone()),
        _ => None,
    })
}

/// Words, texts and single signs; without comments and regular expressions.
fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let char = chars[at];
        let next = chars.get(at + 1);
        match char {
            '/' if next == Some(&'/') => {
                while at < chars.len() && chars[at] != '\n' {
                    at += 1;
                }
            }
            '/' if next == Some(&'*') => {
                at += 2;
                while at < chars.len() && !(chars[at] == '*' && chars.get(at + 1) == Some(&'/')) {
                    at += 1;
                }
                at += 2;
            }
            '/' if begins_expression(tokens.last()) => {
                let mut is_in_class = false;
                at += 1;
                while at < chars.len() && chars[at] != '\n' && (chars[at] != '/' || is_in_class) {
                    match chars[at] {
                        '\\' => at += 1,
                        '[' => is_in_class = true,
                        ']' => is_in_class = false,
                        _ => {}
                    }
                    at += 1;
                }
                at += 1;
                tokens.push(Token::Text(String::new()));
            }
            '"' | '\'' | '`' => {
                let start = at + 1;
                at = start;
                while at < chars.len() && chars[at] != char {
                    at += if chars[at] == '\\' { 2 } else { 1 };
                }
                let end = at.min(chars.len());
                tokens.push(Token::Text(chars[start..end].iter().collect()));
                at += 1;
            }
            _ if char.is_alphanumeric() || matches!(char, '_' | '$' | '#') => {
                let start = at;
                while at < chars.len()
                    && (chars[at].is_alphanumeric() || matches!(chars[at], '_' | '$' | '#'))
                {
                    at += 1;
                }
                tokens.push(Token::Word(chars[start..at].iter().collect()));
            }
            _ => {
                if !char.is_whitespace() {
                    tokens.push(Token::Sign(char));
                }
                at += 1;
            }
        }
    }
    tokens
}

/// Whether a `/` after this token begins a regular expression, and does not divide.
fn begins_expression(last: Option<&Token>) -> bool {
    match last {
        None => true,
        Some(Token::Word(word)) => matches!(word.as_str(), "return" | "typeof" | "case" | "of"),
        Some(Token::Text(_)) => false,
        Some(Token::Sign(sign)) => !matches!(sign, ')' | ']' | '}'),
    }
}
