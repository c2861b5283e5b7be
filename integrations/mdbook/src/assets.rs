//! Garter's own files: where pages find them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder's name in the book.
const FOLDER: &str = "garter";

/// The list of what pages need, in the folder of Garter's files.
const LIST: &str = "files.json";

/// Why Garter's files are not in the book.
#[derive(Debug, thiserror::Error)]
pub enum AssetError {
    #[error(
        "assets = {folder:?}: {} cannot be read ({source}); give the folder pkg/ that ./garter build \
         writes in Garter's repository, seen from book.toml, or the address of a copy of it",
        .folder.join(LIST).display()
    )]
    NotThere { folder: PathBuf, source: io::Error },
    #[error("{} is damaged: {source}", .folder.join(LIST).display())]
    Damaged {
        folder: PathBuf,
        source: serde_json::Error,
    },
    #[error("cannot copy {} into the book: {source}", file.display())]
    NotCopied { file: PathBuf, source: io::Error },
}

/// Where pages find Garter's files.
pub enum Assets {
    /// In the book itself.
    InBook,
    /// At an address that ends in a slash.
    At(String),
}

impl Assets {
    /// Takes an address as it is, and copies a folder's files to where mdBook takes them into the
    /// book: into its source folder, for what is in the output before is deleted.
    pub fn provide(setting: &str, book: &Path, source: &Path) -> Result<Self, AssetError> {
        if setting.contains("://") {
            return Ok(Self::at(setting));
        }
        copy(&book.join(setting), &book.join(source).join(FOLDER))?;
        Ok(Self::InBook)
    }

    /// Files at an address.
    pub fn at(address: &str) -> Self {
        Self::At(format!("{}/", address.trim_end_matches('/')))
    }

    /// The address of a file, for a page that knows the way to the book's own folder.
    pub fn address(&self, to_root: &str, file: &str) -> String {
        match self {
            Self::InBook => format!("{to_root}{FOLDER}/{file}"),
            Self::At(address) => format!("{address}{file}"),
        }
    }
}

/// Copies what has changed: `mdbook serve` builds again when a file in the source folder does.
fn copy(from: &Path, to: &Path) -> Result<(), AssetError> {
    let list = fs::read(from.join(LIST)).map_err(|source| AssetError::NotThere {
        folder: from.to_owned(),
        source,
    })?;
    let files = listed(&list).map_err(|source| AssetError::Damaged {
        folder: from.to_owned(),
        source,
    })?;
    let old_list = fs::read(to.join(LIST)).unwrap_or_default();
    for old in listed(&old_list).unwrap_or_default() {
        if !files.contains(&old) {
            // Somebody may have removed it by hand.
            let _ = fs::remove_file(to.join(old));
        }
    }
    for file in &files {
        let (from, to) = (from.join(file), to.join(file));
        copy_file(&from, &to).map_err(|source| AssetError::NotCopied { file: from, source })?;
    }
    let write = |name: &str, content: &[u8]| {
        write_changed(&to.join(name), content).map_err(|source| AssetError::NotCopied {
            file: to.join(name),
            source,
        })
    };

    write(LIST, &list)
}

fn listed(list: &[u8]) -> Result<Vec<String>, serde_json::Error> {
    serde_json::from_slice(list)
}

fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    // The big ones have their content's hash in their names.
    let is_hashed = from
        .parent()
        .is_some_and(|folder| folder.ends_with("assets"));
    if is_hashed && size(to).is_some_and(|copied| size(from) == Some(copied)) {
        return Ok(());
    }
    write_changed(to, &fs::read(from)?)
}

fn size(file: &Path) -> Option<u64> {
    fs::metadata(file).ok().map(|about| about.len())
}

fn write_changed(file: &Path, content: &[u8]) -> io::Result<()> {
    if fs::read(file).is_ok_and(|written| written == content) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_copied_when_they_have_changed_and_old_ones_go() {
        let folder = std::env::temp_dir().join(format!("mdbook-garter-{}", std::process::id()));
        let (from, to) = (folder.join("pkg"), folder.join("src/garter"));
        fs::create_dir_all(from.join("assets")).expect("a folder");
        let write = |name: &str, text: &str| fs::write(from.join(name), text).expect("a file");
        write("snippet.js", "1");
        write("assets/old.pack", "2");
        write(LIST, r#"["snippet.js", "assets/old.pack"]"#);
        let provide = || Assets::provide("pkg", &folder, Path::new("src"));
        assert!(matches!(provide(), Ok(Assets::InBook)));
        let written = |name| fs::metadata(to.join(name)).and_then(|about| about.modified());
        let first = written("snippet.js").expect("copied");

        write("assets/new.pack", "3");
        write(LIST, r#"["snippet.js", "assets/new.pack"]"#);
        assert!(matches!(provide(), Ok(Assets::InBook)));
        assert_eq!(written("snippet.js").expect("still there"), first);
        assert!(written("assets/new.pack").is_ok());
        assert!(written("assets/old.pack").is_err());
        fs::remove_dir_all(folder).expect("it was there");
    }

    #[test]
    fn a_folder_without_garter_is_named() {
        let error = Assets::provide("../nothing", Path::new("/book"), Path::new("src"))
            .err()
            .expect("there is nothing");
        assert!(
            error.to_string().contains("/book/../nothing/files.json"),
            "{error}"
        );
        assert!(error.to_string().contains("./garter build"), "{error}");
    }

    #[test]
    fn addresses_end_in_one_slash() {
        let assets = Assets::provide("https://example.org/garter", Path::new(""), Path::new(""));
        let address = assets.expect("an address").address("../", "snippet.js");
        assert_eq!(address, "https://example.org/garter/snippet.js");
    }
}
