//! The names of the files in a wheel.

use super::error::Problem;

/// The longest path in a wheel, in bytes. The longest in the wheels of `tests/packages` has 96.
const LONGEST_PATH: usize = 1_000;

/// The longest name of a file or of a folder, in bytes, as in our file system.
const LONGEST_NAME: usize = 255;

/// So many characters of a name are told.
const MOST_TOLD: usize = 100;

/// What names of compiled modules end in.
const COMPILED: [&str; 5] = [".so", ".pyd", ".dylib", ".dll", ".wasm"];

/// A name as it is in the archive: what it is, or why no file can have it.
pub(super) fn checked(raw: &[u8]) -> Result<String, Problem> {
    let path = String::from_utf8_lossy(raw);
    let wrong = |why| {
        let file = told(&path);
        Err(Problem::Name { file, why })
    };
    let parts = || path.strip_suffix('/').unwrap_or(&path).split('/');
    if path.starts_with('/')
        || path.contains('\\')
        || has_drive(&path)
        || parts().any(|part| part == "..")
    {
        return Err(Problem::Outside(told(&path)));
    }
    if matches!(path, std::borrow::Cow::Owned(_)) {
        return wrong("is not UTF-8");
    }
    if path.chars().any(char::is_control) {
        return wrong("has a character that nobody sees");
    }
    if path.contains(':') {
        return wrong("has a colon, which not every system takes");
    }
    if parts().any(|part| part.is_empty() || part == ".") {
        return wrong("has an empty part");
    }
    if path.len() > LONGEST_PATH || parts().any(|part| part.len() > LONGEST_NAME) {
        return wrong("is too long");
    }
    Ok(path.into_owned())
}

/// Whether a path begins as those of Windows do.
fn has_drive(path: &str) -> bool {
    let mut chars = path.chars();
    chars
        .next()
        .is_some_and(|letter| letter.is_ascii_alphabetic())
        && chars.next() == Some(':')
}

/// A name for a message.
fn told(path: &str) -> String {
    if path.chars().nth(MOST_TOLD).is_none() {
        return path.to_owned();
    }
    path.chars().take(MOST_TOLD).chain(['…']).collect()
}

/// Whether it is a compiled module, or a library that such a module needs: `a.so`, `a.so.6`, `A.PYD`.
pub(super) fn is_compiled(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    COMPILED.iter().any(|end| name.ends_with(end)) || name.contains(".so.")
}

/// The folders that a file is in, the outermost first.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
