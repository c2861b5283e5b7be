//! Splits the interpreter that the build has set up, and keeps what came of it.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use garter::protocol::PartName;

use super::{Home, Linked, Module, Plan, Stack, data, linked, list, parts, split};
use crate::interpreter::wasm::{self, Edition};
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

/// Splits the interpreter, which is made of what the compiler has written; whoever changes Garter gets all of it in the first module, with its names.
///
/// # Errors
/// The module is not as the splitter knows it.
pub fn build(interpreter: &Path, compiled: &Path, edition: Edition) -> Result<Pieces> {
    let folder = root().join(format!("target/split{}", edition.suffix()));
    let pieces = Pieces {
        first: folder.join("first.wasm"),
        parts: PartName::ALL.map(|part| folder.join(format!("{}.wasm", part.name()))),
    };
    let own = root().join("xtask/src/interpreter/split");
    let stamp = files::stamp(&[interpreter, &list(), &own])?;
    if stamp.is_current(&folder) {
        return Ok(pieces);
    }
    fs::create_dir_all(&folder)?;
    let bytes = fs::read(interpreter)?;
    let module = Module::parse(&bytes)?;
    let division = match edition {
        Edition::Shipped => Some(Division::new(&module, compiled)?),
        Edition::Dev => None,
    };
    let homes = |function| {
        division
            .as_ref()
            .map_or(Home::First, |division| division.home(function))
    };
    let made = split(
        &module,
        &Plan {
            homes: &homes,
            parts: u32::try_from(PartName::ALL.len())?,
            mark: &format!("build:{}", stamp.name()),
            stack: Some(Stack::find(&module, "run")?),
            linked: division.as_ref().map(|division| &division.linked),
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

/// What goes where for readers.
struct Division {
    first: HashSet<u32>,
    named: HashMap<u32, Home>,
    linked: Linked,
}

impl Division {
    fn new(module: &Module, compiled: &Path) -> Result<Self> {
        let first = list::first(module, &fs::read_to_string(list())?)?;
        let map = fs::read_to_string(wasm::map()).context("the linker has written no map")?;
        let named = parts::named(module, &first, &linked::origins(&map)?);
        let linked = Linked::read(&fs::read(compiled)?)
            .context("what the linker has told of the interpreter cannot be read")?;
        Ok(Self {
            first,
            named,
            linked,
        })
    }

    fn home(&self, function: u32) -> Home {
        if self.first.contains(&function) {
            return Home::First;
        }
        self.named.get(&function).copied().unwrap_or(data::COMMON)
    }
}
