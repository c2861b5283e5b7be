//! The languages: each is a folder of `www/texts`. Bundles take only the texts that they say.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The files of each language. Snippets do not load what the playground says, and pages without hints
/// do not load the hints.
const PARTS: [&str; 5] = ["page", "snippet", "hints", "exercise", "scorm"];

/// What is said where there is no translation.
const FALLBACK: &str = "en";

/// Writes a script for each part, `page-texts.js` and so on, that lists the part in all languages.
///
/// # Errors
/// Names a folder that is not named like a language, or has not all parts.
pub fn write(texts: &Path, target: &Path) -> Result<()> {
    let languages = languages(texts)?;
    for part in PARTS {
        for language in &languages {
            let file = texts.join(language).join(format!("{part}.js"));
            ensure!(
                file.exists(),
                "{} is missing: each language has {}",
                file.display(),
                PARTS.map(|part| format!("{part}.js")).join(", ")
            );
        }
        fs::write(
            target.join(format!("{part}-texts.js")),
            script(part, &languages),
        )?;
    }
    Ok(())
}

/// The languages that there are folders for, English first.
fn languages(texts: &Path) -> Result<Vec<String>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(texts).with_context(|| texts.display().to_string())? {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        ensure!(
            (2..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase()),
            "{} must be named like a language, with the two or three letters of its BCP 47 tag",
            entry.path().display()
        );
        languages.push(name);
    }
    languages.sort_by_key(|name| (name != FALLBACK, name.clone()));
    ensure!(
        languages.first().is_some_and(|name| name == FALLBACK),
        "{} has no folder {FALLBACK}",
        texts.display()
    );
    Ok(languages)
}

fn script(part: &str, languages: &[String]) -> String {
    let imports: Vec<String> = languages
        .iter()
        .map(|language| {
            format!("import {language}_ from \"../../www/texts/{language}/{part}.js\";\n")
        })
        .collect();
    // The names are no words of JavaScript, as `in` and `do` would be.
    let entries: Vec<String> = languages
        .iter()
        .map(|language| format!("{language}: {language}_"))
        .collect();
    format!(
        "// Written by xtask/src/site/texts.rs: the folders of www/texts.\n\n{}\n\
         /** By the primary subtag. @type {{Record<string, typeof {FALLBACK}_>}} */\n\
         export const LANGUAGES = {{ {} }};\n",
        imports.concat(),
        entries.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::root;

    #[test]
    fn a_language_is_a_folder_and_nothing_else() {
        let folder = root().join("target/test-languages");
        let _ = fs::remove_dir_all(&folder);
        for language in ["fr", "en", "ja"] {
            fs::create_dir_all(folder.join("texts").join(language)).expect("a folder");
            for part in PARTS {
                let file = folder.join(format!("texts/{language}/{part}.js"));
                fs::write(file, "export default {};").expect("a file");
            }
        }
        write(&folder.join("texts"), &folder).expect("three languages");
        for part in PARTS {
            let script = fs::read_to_string(folder.join(format!("{part}-texts.js")));
            let script = script.expect("it was written");
            assert!(script.contains("LANGUAGES = { en: en_, fr: fr_, ja: ja_ }"));
            assert!(script.contains(&format!("www/texts/fr/{part}.js")));
        }
        fs::remove_file(folder.join("texts/fr/hints.js")).expect("it was there");
        let error = write(&folder.join("texts"), &folder).expect_err("a part is missing");
        assert!(error.to_string().contains("fr/hints.js is missing"));
    }
}
