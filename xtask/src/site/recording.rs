//! `./garter split`: which functions of the interpreter come first.
//!
//! Programs run in Node, as the command `garter` runs them, in an interpreter that counts the calls of its
//! functions. What they have called is the list that the splitter reads. It is part of the repository, so that no build
//! depends on a recording, and each change of it is seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use garter::protocol::PartName;

use super::assets::Asset;
use super::frame::Additions;
use super::{bundle, others, types};
use crate::interpreter::exceptions;
use crate::interpreter::split::{Module, build, counting, list};
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
const LEAST_PROGRAMS: usize = 24;

/// A function that one program calls so often comes first: a call of another module takes two nanoseconds more.
const MANY_CALLS: u32 = 50_000;

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
    let counting = counting(&module)?;

    let folder = root().join("target/recording");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let (calls, node) = (folder.join("calls"), folder.join("node"));
    for folder in [&folder.join("assets"), &calls, &node] {
        fs::create_dir_all(folder)?;
    }
    let hook = fs::read_to_string(root().join(HOOK))?
        .replace("FOLDER", &serde_json::to_string(&calls)?)
        .replace("COUNTERS", &counting.counters.to_string())
        .replace("FUNCTIONS", &module.bodies.len().to_string());
    let additions = Additions {
        prelude: "",
        worker: &hook,
    };
    let assets = assets(&folder, &counting.module)?;
    let others = others(&folder, &page, &worker, &additions)?;
    let manifest = folder.join("assets.js");
    let replaced = exceptions::replacements(&counting.module)?;
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

    let names = called(&module, &calls)?;
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
    for name in PartName::ALL.map(PartName::name) {
        let empty = Asset::write(site, name, "wasm", b"\0asm\x01\0\0\0")?;
        assets.insert(name, empty);
    }
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
        let bytes = fs::read(&file)?;
        let (calls, rest) = bytes.as_chunks();
        ensure!(
            calls.len() == module.bodies.len() && rest.is_empty(),
            "each function has a counter"
        );
        let is_always = file.extension().is_some_and(|kind| kind == "always");
        for (function, calls) in module.own().zip(calls) {
            let calls = u32::from_le_bytes(*calls);
            let weight = match calls {
                0 => 0,
                MANY_CALLS.. => LEAST_PROGRAMS,
                _ if is_always => LEAST_PROGRAMS,
                _ => 1,
            };
            *counts.entry(function).or_default() += weight;
        }
    }
    counts.retain(|_, count| *count >= LEAST_PROGRAMS);
    let names = counts
        .keys()
        .filter_map(|function| module.names.get(function));
    Ok(names.map(|name| list::stable(name)).collect())
}
