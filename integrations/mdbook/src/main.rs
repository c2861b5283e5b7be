//! An mdBook preprocessor: Python fences become snippets that a reader can run. README.md says how
//! to use it.

mod assets;
mod attributes;
mod chapter;
mod exercise;

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use serde::Deserialize;
use serde_json::Value;

use crate::assets::{AssetError, Assets};
use crate::chapter::{Chapter, Which};

/// Why nothing comes out.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("mdbook starts this as a preprocessor, and what came in is not its book: {0}")]
    NotABook(#[from] serde_json::Error),
    #[error(transparent)]
    Assets(#[from] AssetError),
    #[error("cannot write the book: {0}")]
    Output(#[from] io::Error),
}

/// What mdBook says of the book, as far as it matters here.
#[derive(Deserialize)]
struct Context {
    root: PathBuf,
    config: Config,
}

#[derive(Deserialize)]
struct Config {
    #[serde(default)]
    book: Book,
    preprocessor: Preprocessors,
}

#[derive(Deserialize)]
#[serde(default)]
struct Book {
    src: PathBuf,
    /// A BCP 47 tag.
    language: String,
}

impl Default for Book {
    fn default() -> Self {
        Self {
            src: "src".into(),
            language: "en".to_owned(),
        }
    }
}

#[derive(Deserialize)]
struct Preprocessors {
    garter: Settings,
}

/// `[preprocessor.garter]` in book.toml.
#[derive(Deserialize)]
struct Settings {
    /// The folder with Garter's files, seen from book.toml, or their address.
    assets: String,
    #[serde(default)]
    fences: Which,
}

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    if arguments.next().as_deref() == Some("supports") {
        return ExitCode::from(u8::from(arguments.next().as_deref() != Some("html")));
    }
    match preprocess() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("ERROR mdbook-garter: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn preprocess() -> Result<(), Failure> {
    let (context, mut book): (Context, Value) = serde_json::from_reader(io::stdin().lock())?;
    let settings = context.config.preprocessor.garter;
    let Book {
        src: source,
        language,
    } = context.config.book;
    let folder = context.root.join(&source);
    let assets = Assets::provide(&settings.assets, &context.root, &source)?;
    for_each_chapter(&mut book, &mut |chapter| {
        let Some(mut chapter) = Chapter::of(chapter) else {
            return;
        };
        for (line, mistake) in chapter.upgrade(settings.fences, &assets, &folder, &language) {
            // As mdBook itself warns.
            eprintln!(
                " WARN {}:{line}: {mistake}",
                source.join(&chapter.file).display()
            );
        }
    });
    let mut output = io::stdout().lock();
    serde_json::to_writer(&mut output, &book)?;
    Ok(output.flush()?)
}

/// Chapters lie in lists of items, whose name differs between mdBook 0.4 and 0.5, and in chapters.
fn for_each_chapter(value: &mut Value, action: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == "Chapter" {
                    action(value);
                }
                for_each_chapter(value, action);
            }
        }
        Value::Array(items) => {
            for item in items {
                for_each_chapter(item, action);
            }
        }
        _ => {}
    }
}
