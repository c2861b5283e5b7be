//! Reads from the text of Rust files which of them mention which.
//!
//! A path counts, wherever it stands: in a `use`, in an expression, in a macro or in an attribute. `mod`
//! declares a file and does not count, tests do not count, and a name that a file passes on from its
//! own folder (`pub use request::ProgramRequest`) leads to the file that has it.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::Graph;

/// A module's path from the root of its crate.
type Module = Vec<String>;

struct File {
    path: String,
    module: Module,
    /// What it mentions: absolute paths.
    mentions: BTreeSet<Module>,
    /// Names that it passes on, and where they come from.
    aliases: BTreeMap<String, Module>,
}

/// The imports among the files of one crate: paths below `folder`, such as `src/lib.rs`, and texts.
pub fn graph(folder: &str, files: &BTreeMap<String, String>) -> Graph {
    let modules: BTreeMap<Module, &String> = files
        .keys()
        .map(|path| (module_of(folder, path), path))
        .collect();
    let files: Vec<File> = modules
        .iter()
        .map(|(module, path)| read(path, module, &files[*path], &modules))
        .collect();
    let by_module: BTreeMap<&Module, &File> =
        files.iter().map(|file| (&file.module, file)).collect();
    let mut graph = Graph::default();
    for file in &files {
        for path in &file.mentions {
            if let Some(target) = target(path, &by_module, 0) {
                graph.add(&file.path, &target.path);
            }
        }
    }
    graph
}

/// `src/frame/controller/mod.rs` is `frame::controller`.
fn module_of(folder: &str, path: &str) -> Module {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let mut module: Module = path
        .split('/')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    if matches!(
        module.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        module.pop();
    }
    module
}

/// The file that a path leads to, through names that others pass on.
fn target<'a>(
    path: &[String],
    files: &BTreeMap<&Module, &'a File>,
    depth: u32,
) -> Option<&'a File> {
    const DEEPEST: u32 = 8;
    let file = (0..=path.len())
        .rev()
        .find_map(|length| files.get(&path[..length].to_vec()))?;
    let rest = &path[file.module.len()..];
    let alias = rest.first().and_then(|name| file.aliases.get(name));
    match alias {
        Some(alias) if depth < DEEPEST => {
            let path = [alias.as_slice(), &rest[1..]].concat();
            target(&path, files, depth + 1)
        }
        _ => Some(file),
    }
}

fn read(path: &str, module: &Module, text: &str, modules: &BTreeMap<Module, &String>) -> File {
    let tokens = without_tests(&tokens(text));
    let mut file = File {
        path: path.to_owned(),
        module: module.clone(),
        mentions: BTreeSet::new(),
        aliases: BTreeMap::new(),
    };
    // The inline modules around the token, each with the depth of its braces.
    let mut inline: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while at < tokens.len() {
        let here: Module = module
            .iter()
            .chain(inline.iter().map(|(name, _)| name))
            .cloned()
            .collect();
        match tokens[at].as_str() {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                inline.pop_if(|(_, of)| *of == depth);
            }
            "mod" if tokens.get(at + 2).is_some_and(|token| token == "{") => {
                inline.push((tokens[at + 1].clone(), depth));
                at += 1;
            }
            "use" => {
                let is_public = at > 0 && matches!(tokens[at - 1].as_str(), "pub" | ")");
                let (trees, end) = use_tree(&tokens, at + 1);
                for (names, name) in trees {
                    let Some(absolute) = absolute(&names, &here, modules) else {
                        continue;
                    };
                    let is_of_folder =
                        absolute.starts_with(module) && absolute.len() > module.len();
                    if is_public && is_of_folder && inline.is_empty() {
                        file.aliases.insert(name, absolute);
                    } else {
                        file.mentions.insert(absolute);
                    }
                }
                at = end;
            }
            _ if is_name(&tokens[at]) && !is_after_path(&tokens, at) => {
                let (names, end) = path_at(&tokens, at);
                if names.len() > 1 {
                    file.mentions.extend(absolute(&names, &here, modules));
                    at = end - 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    file
}

/// A path from the root of the crate; `None` if it leads into another crate, or to something that was
/// imported by a `use`.
fn absolute(
    names: &[String],
    here: &Module,
    modules: &BTreeMap<Module, &String>,
) -> Option<Module> {
    let (first, rest) = names.split_first()?;
    let start = match first.as_str() {
        "crate" => Vec::new(),
        "self" => here.clone(),
        "super" => {
            let supers = names.iter().take_while(|name| *name == "super").count();
            let start = here.get(..here.len().checked_sub(supers)?)?.to_vec();
            return Some([start.as_slice(), &names[supers..]].concat());
        }
        _ => {
            let child = [here.as_slice(), std::slice::from_ref(first)].concat();
            return modules
                .contains_key(&child)
                .then(|| [child.as_slice(), rest].concat());
        }
    };
    Some([start.as_slice(), rest].concat())
}

fn is_name(token: &str) -> bool {
    token.starts_with(|char: char| char.is_alphabetic() || char == '_')
}

fn is_after_path(tokens: &[String], at: usize) -> bool {
    at > 0 && matches!(tokens[at - 1].as_str(), "::" | ".")
}

/// The path that begins here, and where it ends.
fn path_at(tokens: &[String], mut at: usize) -> (Vec<String>, usize) {
    let mut names = vec![tokens[at].clone()];
    while tokens.get(at + 1).is_some_and(|token| token == "::")
        && tokens.get(at + 2).is_some_and(|token| is_name(token))
    {
        names.push(tokens[at + 2].clone());
        at += 2;
    }
    (names, at + 1)
}

/// Paths that a `use` imports, each with the name that it has here; and where the `use` ends.
fn use_tree(tokens: &[String], start: usize) -> (Vec<(Vec<String>, String)>, usize) {
    let end = (start..tokens.len())
        .find(|at| tokens[*at] == ";")
        .unwrap_or(tokens.len());
    let mut paths = Vec::new();
    let mut around: Vec<Vec<String>> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut name: Option<String> = None;
    let mut base: Vec<String> = Vec::new();
    let mut finish = |path: &mut Vec<String>, name: &mut Option<String>, base: &[String]| {
        if path.len() > base.len() || path.last().is_some_and(|last| last == "self") {
            // `use a::{self, b}` imports `a` itself.
            if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                path.pop();
            }
            let last = path.last().cloned().unwrap_or_default();
            paths.push((path.clone(), name.take().unwrap_or(last)));
        }
        *path = base.to_vec();
    };
    let mut at = start;
    while at < end {
        match tokens[at].as_str() {
            "{" => {
                around.push(std::mem::replace(&mut base, path.clone()));
            }
            "}" => {
                finish(&mut path, &mut name, &base);
                base = around.pop().unwrap_or_default();
                path.clone_from(&base);
            }
            "," => finish(&mut path, &mut name, &base),
            "as" => {
                name = tokens.get(at + 1).cloned();
                at += 1;
            }
            "::" => {}
            token => path.push(token.to_owned()),
        }
        at += 1;
    }
    finish(&mut path, &mut name, &base);
    (paths, end)
}

/// Takes out each item below `#[cfg(test)]`.
fn without_tests(tokens: &[String]) -> Vec<String> {
    const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_test = tokens.len() - at >= TEST.len()
            && tokens[at..]
                .iter()
                .zip(TEST)
                .all(|(token, test)| token == test);
        if !is_test {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let mut depth = 0;
        at += TEST.len();
        while at < tokens.len() {
            match tokens[at].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            let is_end = depth == 0 && matches!(tokens[at].as_str(), "}" | ";");
            at += 1;
            if is_end {
                break;
            }
        }
    }
    kept
}

/// Names, `::`, and single signs; without comments, texts and characters.
pub fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    let starts = |at: usize, with: &str| {
        with.chars()
            .enumerate()
            .all(|(offset, char)| chars.get(at + offset) == Some(&char))
    };
    while at < chars.len() {
        let char = chars[at];
        if starts(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "/*") {
            let mut depth = 0;
            loop {
                if starts(at, "/*") {
                    depth += 1;
                    at += 2;
                } else if starts(at, "*/") {
                    depth -= 1;
                    at += 2;
                } else {
                    at += 1;
                }
                if depth == 0 || at >= chars.len() {
                    break;
                }
            }
        } else if let Some(end) = raw_text_end(&chars, at) {
            at = end;
        } else if char == '"' {
            at += 1;
            while at < chars.len() && chars[at] != '"' {
                at += if chars[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
        } else if char == '\'' {
            at = after_quote(&chars, at);
        } else if char.is_alphabetic() || char == '_' {
            let start = at;
            while at < chars.len() && (chars[at].is_alphanumeric() || chars[at] == '_') {
                at += 1;
            }
            tokens.push(chars[start..at].iter().collect());
        } else if starts(at, "::") {
            tokens.push("::".to_owned());
            at += 2;
        } else {
            if !char.is_whitespace() {
                tokens.push(char.to_string());
            }
            at += 1;
        }
    }
    tokens
}

/// Where a raw text ends that begins here: `r"…"`, `br#"…"#`.
fn raw_text_end(chars: &[char], start: usize) -> Option<usize> {
    let is_in_name = start > 0 && (chars[start - 1].is_alphanumeric() || chars[start - 1] == '_');
    let mut at = start;
    if chars.get(at) == Some(&'b') {
        at += 1;
    }
    if is_in_name || chars.get(at) != Some(&'r') {
        return None;
    }
    at += 1;
    let hashes = chars[at..].iter().take_while(|char| **char == '#').count();
    at += hashes;
    if chars.get(at) != Some(&'"') {
        return None;
    }
    at += 1;
    while at < chars.len() {
        let is_end =
            chars[at] == '"' && (1..=hashes).all(|offset| chars.get(at + offset) == Some(&'#'));
        at += 1;
        if is_end {
            return Some(at + hashes);
        }
    }
    Some(at)
}

/// After a character such as `'x'` or `'\n'`; after the sign alone if it begins a lifetime.
fn after_quote(chars: &[char], at: usize) -> usize {
    if chars.get(at + 1) == Some(&'\\') {
        let rest = chars.iter().skip(at + 3).position(|char| *char == '\'');
        return rest.map_or(chars.len(), |offset| at + 3 + offset + 1);
    }
    if chars.get(at + 2) == Some(&'\'') {
        return at + 3;
    }
    at + 1
}
