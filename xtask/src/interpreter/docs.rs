//! The pack of docstrings and signatures: what CPython says of what is built into it.
//!
//! CPython in Node says it (`docs/texts.py`), while Garter is built, from the npm package whose CPython the tests compare
//! with. What that one leaves out, because it has no use in Node, comes from the crate from which `RustPython` has its
//! docstrings.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use garter::library::pack::{Kind, PackWriter};
use serde::Deserialize;

use crate::{npm, root};

const SCRIPT: &str = "xtask/src/interpreter/docs/texts.mjs";

/// What stands for what most classes say of a special method.
const AS_MOST: &[u8] = b"*";

/// Fewer texts than these are a sign that the script has looked in the wrong places.
const LEAST_TEXTS: usize = 5_000;

/// A signature and a docstring. Either may be missing.
type Text = (Option<String>, Option<String>);

#[derive(Deserialize)]
struct Said {
    texts: BTreeMap<String, Text>,
}

/// The pack that [`text`](../../../src/python/import/packs.rs) reads.
pub fn pack() -> Result<PackWriter> {
    let Said { texts } = said()?;
    ensure!(texts.len() >= LEAST_TEXTS, "only {} texts", texts.len());
    let common = common(&texts);
    let mut pack = PackWriter::default();
    for (name, text) in &common {
        pack.add(&format!("*.{name}"), Kind::File, encoded(text));
    }
    for (key, text) in &texts {
        let is_common = special(key).is_some_and(|name| common.get(name) == Some(&text));
        let text = if is_common {
            AS_MOST.to_vec()
        } else {
            encoded(text)
        };
        pack.add(key, Kind::File, text);
    }
    for (key, doc) in others(&texts)? {
        pack.add(&key, Kind::File, format!("?\0{doc}").into_bytes());
    }
    Ok(pack)
}

/// What CPython in Node says.
fn said() -> Result<Said> {
    npm::install()?;
    let output = Command::new("node")
        .arg(root().join(SCRIPT))
        .output()
        .context("node does not start")?;
    if !output.status.success() {
        bail!(
            "{SCRIPT} failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    serde_json::from_slice(&output.stdout).with_context(|| format!("{SCRIPT} says something else"))
}

/// The name of a special method of a class.
fn special(key: &str) -> Option<&str> {
    let (class, name) = key.rsplit_once('.')?;
    (class.contains('.') && name.starts_with("__")).then_some(name)
}

/// What most classes say of each special method, if more than two say so.
fn common(texts: &BTreeMap<String, Text>) -> BTreeMap<&str, &Text> {
    let mut counts = BTreeMap::<_, BTreeMap<_, usize>>::new();
    for (key, text) in texts {
        if let Some(name) = special(key) {
            *counts.entry(name).or_default().entry(text).or_default() += 1;
        }
    }
    let most = counts.into_iter().filter_map(|(name, counts)| {
        let (text, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        (count > 2).then_some((name, text))
    });
    most.collect()
}

/// As `rustpython/overlay/vm/src/texts.rs` reads it.
fn encoded((signature, doc): &Text) -> Vec<u8> {
    let mut text = signature.clone().unwrap_or_default();
    if let Some(doc) = doc {
        text.push('\0');
        text.push_str(doc);
    }
    text.into_bytes()
}

/// The docstrings of modules and functions that CPython in Node does not have.
fn others(texts: &BTreeMap<String, Text>) -> Result<Vec<(String, String)>> {
    let mut docs = String::new();
    lzma_rust2::XzReader::new(rustpython_doc::BLOB, true).read_to_string(&mut docs)?;
    let module = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
    let known: BTreeSet<_> = texts.keys().map(|key| module(key)).collect();
    let mut found = Vec::new();
    for (key, doc) in rustpython_doc::DB {
        let is_function = key.split('.').count() == 2;
        let has_object_this = key
            .rsplit_once('.')
            .is_some_and(|(_, name)| texts.contains_key(&format!("builtins.object.{name}")));
        let is_missing = !texts.contains_key(*key)
            && (is_function || !known.contains(&module(key)) && !has_object_this);
        let range = doc.offset as usize..(doc.offset + doc.len) as usize;
        if is_missing && doc.len > 0 {
            let doc = docs.get(range).context("the crate's texts are cut short")?;
            found.push(((*key).to_owned(), doc.to_owned()));
        }
    }
    Ok(found)
}
