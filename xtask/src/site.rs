//! `pkg/`: exactly what a user deploys.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::package::Metafile;
use crate::wasm::{Module, Room};
use crate::{compress, files, gallery, npm, offline, package, packs, preset, root, tool};

/// Modules of `www/` that pages load by name; they import the others.
const MODULES: [&str; 4] = [
    "www/garter.js",
    "www/hints.js",
    "www/scripts.js",
    "www/snippet.js",
];

/// What `www/snippet.js` loads when it is needed, and what it calls it.
const PARTS: [(&str, &str); 2] = [
    ("program", "www/snippet/program.js"),
    ("editing", "www/snippet/editing.js"),
];

/// Scripts that pages load with a plain tag: from `file://`, browsers load no modules.
const SCRIPTS: [&str; 1] = ["www/playground.js"];

/// What the playground consists of besides.
const PAGE: [&str; 7] = [
    "index.html",
    "www/playground/playground.css",
    "www/snippet.css",
    "www/playground/playground-controls.css",
    "www/output/terminal.css",
    "www/playground/gallery.css",
    "www/playground/offline.css",
];

/// How much time to spend on making files small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// A moment: for whoever tries a change.
    Quick,
    /// As much as it takes: for what is deployed.
    Full,
}

/// The folder that is deployed.
pub fn folder() -> PathBuf {
    root().join("pkg")
}

/// Builds everything.
pub fn build(effort: Effort) -> Result<()> {
    packs::build()?;
    npm::install()?;
    let mut worker = Room::Worker.build()?;
    let page = Room::Page.build()?;
    worker.wasm = preset::set_up(&worker.compiled, &worker.wasm)?;

    let stamp = files::stamp(&[
        &root().join("www"),
        &root().join("index.html"),
        &root().join("integrations/npm"),
        &root().join("LICENSE"),
        &root().join("package-lock.json"),
        &gallery::folder(),
        &packs::folder(),
        &worker.wasm,
        &page.wasm,
        &root().join("xtask/src"),
    ])?
    .with(match effort {
        Effort::Quick => "quick",
        Effort::Full => "full",
    });
    let marker = root().join("target/site");
    if stamp.is_current(&marker) && folder().exists() {
        return Ok(());
    }
    println!("Putting pkg/ together");
    if folder().exists() {
        fs::remove_dir_all(folder())?;
    }
    fs::create_dir_all(folder().join("assets"))?;
    let mut assets = BTreeMap::new();
    assets.insert(
        "interpreter",
        Asset::write("interpreter", "wasm", &fs::read(&worker.wasm)?)?,
    );
    for name in packs::NAMES {
        let pack = fs::read(packs::folder().join(format!("{name}.pack")))?;
        assets.insert(name, Asset::write(name, "pack", &pack)?);
    }
    let frame = frame(&page, &worker, "")?;
    let others = BTreeMap::from([
        ("frame", Asset::write("frame", "html", frame.as_bytes())?),
        (
            "controller",
            Asset::write("controller", "wasm", &fs::read(&page.wasm)?)?,
        ),
        ("show", Asset::write("show", "html", show()?.as_bytes())?),
        (
            "gallery",
            Asset::write("gallery", "json", gallery::json()?.as_bytes())?,
        ),
    ]);
    let made_of = bundle(&others, &assets)?;
    for file in PAGE {
        let name = Path::new(file).file_name().expect("a file has a name");
        fs::copy(root().join(file), folder().join(name))?;
    }
    match effort {
        Effort::Quick => offline::switch_off(&folder())?,
        Effort::Full => offline::switch_on(&folder(), &assets_in(&folder())?)?,
    }
    for file in files::below(&folder())? {
        compress::beside(&file, effort)?;
    }
    package::complete(&folder(), &made_of)?;
    for asset in assets
        .values()
        .chain([&others["controller"], &others["gallery"]])
    {
        asset.write_as_script()?;
    }
    fs::create_dir_all(&marker)?;
    stamp.write(&marker)
}

/// The assets in a folder like `pkg/`, by their paths.
pub fn assets_in(folder: &Path) -> Result<Vec<String>> {
    const TWINS: [&str; 3] = ["br", "gz", "js"];
    let mut assets = Vec::new();
    for file in files::below(&folder.join("assets"))? {
        let extension = file.extension().unwrap_or_default();
        if !TWINS.iter().any(|twin| extension == *twin) {
            assets.push(file.strip_prefix(folder)?.to_string_lossy().into_owned());
        }
    }
    Ok(assets)
}

/// How `pkg/` is written once more, for tests and benchmarks: the scripts of the frame and of the
/// worker begin with something else.
#[derive(Clone, Copy)]
pub enum Variant {
    /// A browser that cannot switch stacks.
    Older,
    /// A worker's clock stands still, so that no time slice ends.
    Unsliced,
}

impl Variant {
    fn name(self) -> &'static str {
        match self {
            Self::Older => "older",
            Self::Unsliced => "unsliced",
        }
    }

    fn prelude(self) -> &'static str {
        match self {
            Self::Older => "delete WebAssembly.Suspending; delete WebAssembly.promising;",
            Self::Unsliced => {
                "if (!self.document) Object.defineProperty(performance, 'now', { value: () => 0 });"
            }
        }
    }

    /// Writes it beside `pkg/`, and returns where.
    pub fn write(self) -> Result<PathBuf> {
        let target = root().join("target/variants").join(self.name());
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        let html = frame(&Room::Page.build()?, &Room::Worker.build()?, self.prelude())?;
        for file in files::below(&folder())? {
            let copy = target.join(file.strip_prefix(folder())?);
            fs::create_dir_all(copy.parent().expect("a file lies in a folder"))?;
            let name = file
                .file_name()
                .expect("a file has a name")
                .to_string_lossy();
            if !name.starts_with("frame-") {
                fs::copy(&file, &copy)?;
            } else if name.ends_with(".html") {
                fs::write(&copy, &html)?;
            }
        }
        Ok(target)
    }
}

/// A file whose name says what is in it, so that it can be cached for ever.
#[derive(serde::Serialize)]
struct Asset {
    path: String,
    bytes: usize,
}

impl Asset {
    fn write(name: &str, extension: &str, content: &[u8]) -> Result<Self> {
        let digest = Sha256::digest(content);
        let start = digest.first_chunk().expect("SHA-256 is longer than this");
        let hash = u64::from_be_bytes(*start);
        let path = format!("assets/{name}-{hash:016x}.{extension}");
        fs::write(folder().join(&path), content)?;
        Ok(Self {
            path,
            bytes: content.len(),
        })
    }

    /// Writes it once more as a script, which is all that a page from `file://` can load.
    fn write_as_script(&self) -> Result<()> {
        let compressed = fs::read(folder().join(format!("{}.gz", self.path)))?;
        let text = format!(
            "garterAsset({}, \"{}\");\n",
            serde_json::to_string(&self.path)?,
            BASE64.encode(compressed)
        );
        fs::write(folder().join(format!("{}.js", self.path)), text)?;
        Ok(())
    }
}

/// The frame, with the fence around it. The worker's script is part of it: its policy lets it fetch
/// nothing, and takes no script from the page. Both scripts begin with `prelude`.
fn frame(page: &Module, worker: &Module, prelude: &str) -> Result<String> {
    let glue = |module: &Module| Ok::<_, anyhow::Error>(fs::read_to_string(&module.glue)?);
    let script = [
        prelude.to_owned(),
        // The glue of wasm-bindgen asks for its address, and fails where it has none.
        "Object.defineProperty(document, 'currentScript', { value: null });".to_owned(),
        glue(page)?,
        www("sandbox/both/mailbox.js")?,
        www("sandbox/both/collect.js")?,
        www("sandbox/frame/frame.js")?,
    ]
    .join("\n");
    let worker_script = [
        prelude.to_owned(),
        www("sandbox/worker/jspi.js")?,
        glue(worker)?,
        www("sandbox/both/mailbox.js")?,
        www("sandbox/both/collect.js")?,
        www("sandbox/worker/worker.js")?,
    ]
    .join("\n");
    let fence = www("sandbox/frame/fence.js")?;
    for text in [&script, &worker_script, &fence] {
        ensure!(
            !text.contains("</script") && !text.contains("<!--"),
            "a script that becomes part of frame.html contains what would end it there"
        );
    }
    let [fence_hash, hash] =
        [&fence, &script].map(|text| BASE64.encode(Sha256::digest(text.as_bytes())));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{fence_hash}' 'sha256-{hash}' 'wasm-unsafe-eval'; \
         worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'; \
         require-trusted-types-for 'script'; trusted-types default"
    );
    let frame = filled(
        "sandbox/frame/frame.html",
        &[("worker", &worker_script), ("script", &script)],
    )?;
    let frame = frame.replace('&', "&amp;").replace('"', "&quot;");
    filled(
        "sandbox/frame/fence.html",
        &[("policy", &policy), ("frame", &frame), ("fence", &fence)],
    )
}

/// The document in which HTML is shown that a program has written.
fn show() -> Result<String> {
    let script = www("show/show.js")?;
    ensure!(
        !script.contains("</script") && !script.contains("<!--"),
        "www/show/show.js contains what would end it in show.html"
    );
    let hash = BASE64.encode(Sha256::digest(script.as_bytes()));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; img-src data:; \
         form-action 'none'; base-uri 'none'"
    );
    filled("show/show.html", &[("policy", &policy), ("script", &script)])
}

/// A page of `www/` with something in each of its places, which are named in their order.
fn filled(page: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut html = www(page)?;
    // The last place first, for what is filled in may look like one.
    for (name, value) in values.iter().rev() {
        let place = format!("{{{{{name}}}}}");
        let at = html
            .find(&place)
            .with_context(|| format!("www/{page} has no place for {place}"))?;
        html.replace_range(at..at + place.len(), value);
    }
    Ok(html)
}

fn www(name: &str) -> Result<String> {
    let path = root().join("www").join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// Bundles the scripts of `www/` for pages; returns what went into them.
fn bundle(
    others: &BTreeMap<&str, Asset>,
    assets: &BTreeMap<&str, Asset>,
) -> Result<BTreeSet<PathBuf>> {
    let manifest = root().join("target/assets.js");
    // Bundlers know a file's address by this form.
    let addresses: Vec<String> = assets
        .values()
        .chain(others.values())
        .map(|Asset { path, .. }| {
            format!("\"{path}\": () => new URL(\"./{path}\", import.meta.url),\n")
        })
        .collect();
    let tell = |parts: &BTreeMap<&str, String>| -> Result<()> {
        let parts: Vec<String> = parts
            .iter()
            .map(|(name, path)| {
                format!("{name}: {{ path: \"{path}\", load: () => import(\"./{path}\") }},\n")
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
        let text = format!(
            "{others}export const assets = {};\n\
             export const addresses = {{\n{}}};\nexport const parts = {{\n{}}};\n",
            serde_json::to_string(assets)?,
            addresses.concat(),
            parts.concat(),
        );
        Ok(fs::write(&manifest, text)?)
    };
    let metafiles =
        ["parts", "modules", "scripts"].map(|name| root().join(format!("target/{name}.json")));
    let bundle = |metafile: &Path| {
        let mut command = npm::program("esbuild");
        command
            .args(["--bundle", "--minify", "--target=es2022", "--charset=utf8"])
            .args(["--log-level=warning", "--outdir=pkg"])
            .args(["--loader:.css=text", "--external:./chunk-*"])
            .arg(format!("--alias:garter:assets={}", manifest.display()))
            .arg(format!("--metafile={}", metafile.display()));
        command
    };
    let modules = |metafile: &Path| {
        let mut command = bundle(metafile);
        command.args(["--format=esm", "--define:BASE=import.meta.url"]);
        command
    };
    tell(&BTreeMap::new())?;
    tool::run(
        modules(&metafiles[0])
            .args(PARTS.map(|(_, file)| file))
            .args(["--splitting", "--entry-names=chunk-[name]-[hash]"])
            .arg("--chunk-names=chunk-[hash]"),
    )?;
    tell(&parts(&metafiles[0])?)?;
    // Each in one file: whatever else a page loads beside it is one more way to and fro.
    tool::run(modules(&metafiles[1]).args(MODULES))?;
    // A script knows its address only while it starts.
    tool::run(
        bundle(&metafiles[2])
            .args(SCRIPTS)
            .args(["--format=iife", "--define:BASE=garterBase"])
            .arg("--define:import.meta.url=garterBase")
            .arg("--banner:js=var garterBase=document.currentScript.src||document.baseURI;"),
    )?;
    let mut made_of = BTreeSet::new();
    for metafile in metafiles {
        made_of.extend(Metafile::read(&metafile)?);
    }
    Ok(made_of)
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
            let path = path.strip_prefix("pkg/").unwrap_or(path);
            Ok((name, path.to_owned()))
        })
        .collect()
}
