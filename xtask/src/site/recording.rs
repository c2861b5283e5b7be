//! `./garter split`: which functions of the interpreter come first.
//!
//! Programs run in Node, as the command `garter` runs them, in an interpreter that marks the functions that are
//! called. What they have called is the list that the splitter reads. It is part of the repository, so that no build
//! depends on a recording, and each change of it is seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use super::assets::Asset;
use super::frame::Additions;
use super::{bundle, others, types};
use crate::interpreter::exceptions;
use crate::interpreter::split::{Module, build, list, marking};
use crate::interpreter::wasm::{Edition, Target};
use crate::interpreter::{packs, preset};
use crate::{files, npm, root, tool};

/// What stands in the worker between the glue and our script.
const HOOK: &str = "xtask/src/interpreter/split/hook.js";
/// What runs the programs.
const SCRIPT: &str = "xtask/src/interpreter/split/record.js";
/// The thread of one interpreter.
const THREAD: &str = "www/node/thread.js";

/// So many programs of those that may wait for the part have to call a function for it to come first. There are
/// seventy.
const LEAST_PROGRAMS: usize = 12;

/// Records, and writes the list.
///
/// # Errors
/// A program does not end as it should.
pub fn record() -> Result<()> {
    packs::build()?;
    npm::install()?;
    types::write()?;
    let worker = Target::Worker.build(Edition::Shipped)?;
    let page = Target::Frame.build(Edition::Shipped)?;
    let bytes = fs::read(preset::set_up(&worker, Edition::Shipped)?)?;
    let module = Module::parse(&bytes)?;
    let marking = marking(&module)?;

    let folder = root().join("target/recording");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let (marks, node) = (folder.join("marks"), folder.join("node"));
    for folder in [&folder.join("assets"), &marks, &node] {
        fs::create_dir_all(folder)?;
    }
    let hook = fs::read_to_string(root().join(HOOK))?
        .replace("FOLDER", &serde_json::to_string(&marks)?)
        .replace("MARKS", &marking.marks.to_string())
        .replace("FUNCTIONS", &module.bodies.len().to_string());
    let additions = Additions {
        prelude: "",
        worker: &hook,
    };
    let assets = assets(&folder, &marking.module)?;
    let others = others(&folder, &page, &worker, &additions)?;
    let manifest = folder.join("assets.js");
    let replaced = exceptions::replacements(&marking.module)?;
    fs::write(
        &manifest,
        bundle::listing(&others, &assets, &replaced, &BTreeMap::new())?,
    )?;
    tool::run(
        npm::program("esbuild")
            .args([
                "--bundle",
                "--target=es2022",
                "--log-level=warning",
                "--format=esm",
            ])
            .args(["--platform=node", "--entry-names=[name]"])
            .arg("--define:BASE=import.meta.url")
            .arg(format!("--alias:garter:assets={}", manifest.display()))
            .arg(format!("--outdir={}", node.display()))
            .args([SCRIPT, THREAD]),
    )?;
    tool::run(Command::new("node").arg(node.join("record.js")).arg(root()))?;

    let names = called(&module, &marks)?;
    ensure!(
        names.len() > 500,
        "a program calls more than {} functions",
        names.len()
    );
    fs::write(build::list(), list::listing(&names))?;
    println!("{} functions come first", names.len());
    Ok(())
}

/// What the frame asks for: all of the interpreter is in its first module.
fn assets(site: &Path, interpreter: &[u8]) -> Result<BTreeMap<&'static str, Asset>> {
    let mut assets = BTreeMap::new();
    assets.insert(
        "interpreter",
        Asset::write(site, "interpreter", "wasm", interpreter)?,
    );
    assets.insert(
        "later",
        Asset::write(site, "later", "wasm", b"\0asm\x01\0\0\0")?,
    );
    for name in packs::NAMES {
        let pack = fs::read(packs::folder().join(format!("{name}.pack")))?;
        assets.insert(name, Asset::write(site, name, "pack", &pack)?);
    }
    Ok(assets)
}

/// The names of the functions that come first.
fn called(module: &Module, folder: &Path) -> Result<BTreeSet<String>> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for file in files::below(folder)? {
        let marks = fs::read(&file)?;
        ensure!(
            marks.len() == module.bodies.len(),
            "each function has a mark"
        );
        let is_always = file.extension().is_some_and(|kind| kind == "always");
        let weight = if is_always { LEAST_PROGRAMS } else { 1 };
        for (function, mark) in module.own().zip(marks) {
            *counts.entry(function).or_default() += weight * usize::from(mark);
        }
    }
    counts.retain(|_, count| *count >= LEAST_PROGRAMS);
    let names = counts
        .keys()
        .filter_map(|function| module.names.get(function));
    Ok(names.map(|name| list::stable(name)).collect())
}
