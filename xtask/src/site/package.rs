//! The npm package: what makes one of `pkg/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::entries::{ENTRIES, NODE_FOLDER};
use super::{declarations, licences};
use crate::{files, root};

/// What sites that show snippets do not need: how the files' names begin.
const ELSEWHERE: [&str; 9] = [
    "assets/gallery-",
    // For pages from `file://`, which have no use for modules.
    "elements.",
    "gallery.",
    "icon",
    "index.html",
    "manifest.",
    "offline.",
    "playground.",
    "service-worker.",
];

const DESCRIPTION: &str = "Python that runs in the reader's own page, in a sandbox";

/// Completes the folder: the package's own files, and `files.json`, which lists what a site that
/// shows snippets copies. `made_of` lists what the scripts were bundled from.
pub fn complete(folder: &Path, made_of: &BTreeSet<PathBuf>) -> Result<()> {
    fs::copy(root().join("LICENSE"), folder.join("LICENSE"))?;
    let packages = made_of.iter().filter_map(|file| package_of(file)).collect();
    fs::write(folder.join("LICENCES.txt"), licences::collect(&packages)?)?;
    let mut needed = Vec::new();
    for file in files::below(folder)? {
        let path = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        if path.starts_with(&format!("{NODE_FOLDER}/")) {
            continue;
        }
        let is_compressed = [".br", ".gz"].iter().any(|end| path.ends_with(end));
        if !is_compressed && !ELSEWHERE.iter().any(|start| path.starts_with(start)) {
            needed.push(path);
        }
    }
    files::write_json(&folder.join("files.json"), &json!(needed))?;
    fs::copy(
        root().join("integrations/npm/README.md"),
        folder.join("README.md"),
    )?;
    declarations::write(&folder.join("types"))?;
    let packed: Vec<&str> = ["files.json", "types", NODE_FOLDER]
        .into_iter()
        .chain(needed.iter().map(String::as_str))
        .collect();
    Ok(fs::write(folder.join("package.json"), manifest(&packed)?)?)
}

/// What stands behind a name that programs import. The order counts: the first that fits is taken.
#[derive(Serialize)]
#[serde(untagged)]
enum Export {
    Typed { types: String, default: String },
    File(&'static str),
}

/// `package.json`.
fn manifest(packed: &[&str]) -> Result<String> {
    #[derive(Serialize)]
    struct Manifest<'a> {
        name: &'a str,
        version: &'a str,
        description: &'a str,
        license: &'a str,
        keywords: [&'a str; 5],
        r#type: &'a str,
        bin: BTreeMap<&'a str, String>,
        engines: BTreeMap<&'a str, &'a str>,
        exports: BTreeMap<String, Export>,
        files: &'a [&'a str],
    }
    let mut exports: BTreeMap<String, Export> = ENTRIES
        .into_iter()
        .map(|entry| {
            let name = match entry {
                "garter" => ".".to_owned(),
                other => format!("./{other}"),
            };
            let export = Export::Typed {
                types: format!("./types/www/{entry}.d.ts"),
                default: format!("./{entry}.js"),
            };
            (name, export)
        })
        .collect();
    // For whoever serves the files.
    exports.insert("./*".to_owned(), Export::File("./*"));
    Ok(serde_json::to_string_pretty(&Manifest {
        name: "garter",
        version: env!("CARGO_PKG_VERSION"),
        description: DESCRIPTION,
        license: env!("CARGO_PKG_LICENSE"),
        keywords: ["python", "rustpython", "wasm", "sandbox", "custom-element"],
        r#type: "module",
        bin: BTreeMap::from([("garter", format!("{NODE_FOLDER}/garter.js"))]),
        engines: BTreeMap::from([("node", ">=20.12")]),
        exports,
        files: packed,
    })?)
}

/// What esbuild says of a bundle.
#[derive(Deserialize)]
pub struct Metafile {
    inputs: serde_json::Map<String, serde_json::Value>,
}

impl Metafile {
    /// The files that were bundled.
    pub fn read(file: &Path) -> Result<impl Iterator<Item = PathBuf>> {
        let meta: Self = serde_json::from_slice(&fs::read(file)?)?;
        Ok(meta.inputs.into_iter().map(|(file, _)| file.into()))
    }
}

/// The folder of the npm package that a file belongs to.
fn package_of(file: &Path) -> Option<PathBuf> {
    let mut parts = file.components();
    if parts.next()?.as_os_str() != "node_modules" {
        return None;
    }
    let scope = parts.next()?;
    let mut folder = root().join("node_modules").join(scope);
    if scope.as_os_str().to_string_lossy().starts_with('@') {
        folder.push(parts.next()?);
    }
    Some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_belong_to_packages() {
        for (file, package) in [
            ("node_modules/style-mod/src/style-mod.js", Some("style-mod")),
            (
                "node_modules/@lezer/common/dist/index.js",
                Some("@lezer/common"),
            ),
            ("www/garter.js", None),
        ] {
            let expected = package.map(|name| root().join("node_modules").join(name));
            assert_eq!(package_of(Path::new(file)), expected);
        }
    }
}
