//! Splits the interpreter that the build has set up, and keeps what came of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use garter::protocol::PartName;

use super::{Home, Module, Plan, Stack, list, split};
use crate::interpreter::wasm::Edition;
use crate::{files, root};

/// Where the list of the functions lies that come first.
pub fn list() -> PathBuf {
    root().join("xtask/src/interpreter/first-functions.txt")
}

/// The interpreter in pieces.
pub struct Pieces {
    pub first: PathBuf,
    /// In the order of [`PartName::ALL`].
    pub parts: [PathBuf; PartName::ALL.len()],
}

/// Splits the interpreter; whoever changes Garter gets all of it in the first module, with its names.
///
/// # Errors
/// The module is not as the splitter knows it.
pub fn build(interpreter: &Path, edition: Edition) -> Result<Pieces> {
    let folder = root().join(format!("target/split{}", edition.suffix()));
    let pieces = Pieces {
        first: folder.join("first.wasm"),
        parts: PartName::ALL.map(|part| folder.join(format!("{part:?}.wasm").to_lowercase())),
    };
    let own = root().join("xtask/src/interpreter/split");
    let stamp = files::stamp(&[interpreter, &list(), &own])?;
    if stamp.is_current(&folder) {
        return Ok(pieces);
    }
    fs::create_dir_all(&folder)?;
    let bytes = fs::read(interpreter)?;
    let module = Module::parse(&bytes)?;
    let first = list::first(&module, &fs::read_to_string(list())?)?;
    let homes = |function| {
        if edition == Edition::Dev || first.contains(&function) {
            Home::First
        } else {
            Home::Part(0)
        }
    };
    let made = split(
        &module,
        &Plan {
            homes: &homes,
            parts: u32::try_from(PartName::ALL.len())?,
            mark: &format!("build:{}", stamp.name()),
            stack: Some(Stack::find(&module, "run")?),
            keeps_names: edition == Edition::Dev,
        },
    )
    .context("the interpreter cannot be split")?;
    println!("{}", made.figures);
    ensure!(
        made.parts.len() == pieces.parts.len(),
        "each part has a name"
    );
    fs::write(&pieces.first, made.first)?;
    for (file, part) in pieces.parts.iter().zip(made.parts) {
        fs::write(file, part)?;
    }
    stamp.write(&folder)?;
    Ok(pieces)
}
