//! The scripts of `www/`, bundled for pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::assets::{Asset, folder_of};
use super::entries::NODE_FOLDER;
use super::package::Metafile;
use crate::interpreter::exceptions::{self, Replacement};
use crate::interpreter::wasm::Edition;
use crate::{npm, root, tool};

/// Modules of `www/` that pages load by name; they import the others.
const MODULES: [&str; 4] = [
    "www/garter.js",
    "www/hints.js",
    "www/scripts.js",
    "www/snippet.js",
];

/// The scripts are read by browsers that are too old for them as well, down to Safari 15, so that they can say it.
const TARGET: &str = "--target=es2022,safari15";

/// What `www/snippet.js` loads when it is needed, and what it calls it.
const PARTS: [(&str, &str); 4] = [
    ("program", "www/snippet/program.js"),
    ("editing", "www/snippet/editing.js"),
    ("exercise", "www/exercise/exercise.js"),
    ("lesson", "www/exercise/lesson.js"),
];

/// Scripts that pages load with a plain tag: from `file://`, browsers load no modules.
const SCRIPTS: [&str; 2] = ["www/elements.js", "www/playground.js"];

/// Scripts for Node.js: the command `garter`, and the thread of one interpreter.
const FOR_NODE: [&str; 2] = ["www/node/garter.js", "www/node/thread.js"];

/// Modules for pages that the command writes into packages; no other page loads them.
const FOR_PACKAGES: [&str; 1] = ["www/scorm.js"];

/// Bundles the scripts of `www/` for pages and for Node.js, into the edition's folder; returns what went into
/// them.
pub fn bundle(
    edition: Edition,
    others: &BTreeMap<&str, Asset>,
    assets: &BTreeMap<&str, Asset>,
    interpreter: &Path,
) -> Result<BTreeSet<PathBuf>> {
    let made = root()
        .join("target")
        .join(format!("bundle{}", edition.suffix()));
    fs::create_dir_all(&made)?;
    let manifest = made.join("assets.js");
    // From `file://` no part can be loaded later: scripts hold all of them.
    let manifest_of_scripts = made.join("assets-and-parts.js");
    let site = folder_of(edition);
    let without_exceptions = exceptions::replacements(&fs::read(interpreter)?)?;
    let tell = |manifest: &Path, parts: &BTreeMap<&str, String>| -> Result<()> {
        let text = listing(others, assets, &without_exceptions, parts)?;
        Ok(fs::write(manifest, text)?)
    };
    let metafiles = ["parts", "modules", "scripts", "node", "packages"]
        .map(|name| made.join(format!("{name}.json")));
    let bundle = |metafile: &Path, folder: &Path, manifest: &Path| {
        let mut command = npm::program("esbuild");
        command
            .args(["--bundle", TARGET, "--charset=utf8"])
            .arg(match edition {
                Edition::Shipped => "--minify",
                Edition::Dev => "--sourcemap",
            })
            .arg("--log-level=warning")
            .arg(format!("--outdir={}", folder.display()))
            .args(["--loader:.css=text", "--external:./chunk-*"])
            .arg(format!("--alias:garter:assets={}", manifest.display()))
            .arg(format!("--metafile={}", metafile.display()));
        command
    };
    let modules = |metafile: &Path| {
        let mut command = bundle(metafile, &site, &manifest);
        command.args(["--format=esm", "--define:BASE=import.meta.url"]);
        command
    };
    tell(&manifest, &BTreeMap::new())?;
    tool::run(
        modules(&metafiles[0])
            .args(PARTS.map(|(_, file)| file))
            .args(["--splitting", "--entry-names=chunk-[name]-[hash]"])
            .arg("--chunk-names=chunk-[hash]"),
    )?;
    tell(&manifest, &parts(&metafiles[0])?)?;
    let sources = PARTS.map(|(name, file)| (name, root().join(file).display().to_string()));
    tell(&manifest_of_scripts, &sources.into())?;
    // Each in one file: whatever else a page loads beside it is one more way to and fro.
    tool::run(modules(&metafiles[1]).args(MODULES))?;
    // A script knows its address only while it starts.
    tool::run(
        bundle(&metafiles[2], &site, &manifest_of_scripts)
            .args(SCRIPTS)
            .args(["--format=iife", "--define:BASE=garterBase"])
            .arg("--define:import.meta.url=garterBase")
            .arg("--banner:js=var garterBase=document.currentScript.src||document.baseURI;"),
    )?;
    let node = site.join(NODE_FOLDER);
    tool::run(
        bundle(&metafiles[3], &node, &manifest)
            .args(FOR_NODE)
            .args(["--format=esm", "--platform=node"])
            .args(["--splitting", "--chunk-names=part-[hash]"])
            .arg("--define:BASE=import.meta.url"),
    )?;
    tool::run(
        bundle(&metafiles[4], &node, &manifest)
            .args(FOR_PACKAGES)
            .arg("--format=esm"),
    )?;
    let mut made_of = BTreeSet::new();
    for metafile in metafiles {
        made_of.extend(Metafile::read(&metafile)?);
    }
    Ok(made_of)
}

/// The module `garter:assets`: what the scripts know of the build's output.
pub fn listing(
    others: &BTreeMap<&str, Asset>,
    assets: &BTreeMap<&str, Asset>,
    without_exceptions: &[Replacement],
    parts: &BTreeMap<&str, String>,
) -> Result<String> {
    // Bundlers know a file's address by this form.
    let addresses: Vec<String> = assets
        .values()
        .chain(others.values())
        .map(|Asset { path, .. }| {
            format!("\"{path}\": () => new URL(\"./{path}\", import.meta.url),\n")
        })
        .collect();
    let parts: Vec<String> = parts
        .iter()
        .map(|(name, path)| {
            let file = if path.starts_with('/') {
                path.clone()
            } else {
                format!("./{path}")
            };
            format!("{name}: {{ path: {path:?}, load: () => import({file:?}) }},\n")
        })
        .collect();
    let others: String = others
        .iter()
        .map(|(name, asset)| {
            Ok(format!(
                "export const {name} = {};\n",
                serde_json::to_string(asset)?
            ))
        })
        .collect::<Result<_>>()?;
    Ok(format!(
        "{others}export const assets = {};\n\
         export const withoutExceptions = {};\n\
         export const addresses = {{\n{}}};\nexport const parts = {{\n{}}};\n",
        serde_json::to_string(assets)?,
        serde_json::to_string(without_exceptions)?,
        addresses.concat(),
        parts.concat(),
    ))
}

/// What the files of the parts are called, from what the bundler says of its output.
fn parts(listing: &Path) -> Result<BTreeMap<&'static str, String>> {
    let listing: serde_json::Value = serde_json::from_slice(&fs::read(listing)?)?;
    let outputs = listing["outputs"]
        .as_object()
        .context("the bundler names no output")?;
    PARTS
        .into_iter()
        .map(|(name, file)| {
            let path = outputs
                .iter()
                .find(|(_, output)| output["entryPoint"] == file)
                .map(|(path, _)| path)
                .with_context(|| format!("the bundler made nothing of {file}"))?;
            let path = Path::new(path).file_name().context("a script has a name")?;
            Ok((name, path.to_string_lossy().into_owned()))
        })
        .collect()
}
