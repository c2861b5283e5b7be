//! The sandbox frame's document and its policy: what `SECURITY.md` rests on.

use std::fs;

use anyhow::{Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::templates::{filled, www};
use crate::interpreter::wasm::Module;

/// What the scripts of the frame hold besides: nothing, where readers get it.
#[derive(Default)]
pub struct Additions<'a> {
    /// The scripts of the frame and of the worker begin with it.
    pub prelude: &'a str,
    /// Stands in the worker between the module's glue and our script.
    pub worker: &'a str,
}

/// The frame, with the fence around it. The worker's script is part of it: its policy lets it fetch
/// nothing, and takes no script from the page.
pub fn frame(page: &Module, worker: &Module, additions: &Additions) -> Result<String> {
    let glue = |module: &Module| Ok::<_, anyhow::Error>(fs::read_to_string(&module.glue)?);
    let script = [
        additions.prelude.to_owned(),
        // The glue of wasm-bindgen asks for its address, and fails where it has none.
        "Object.defineProperty(document, 'currentScript', { value: null });".to_owned(),
        glue(page)?,
        www("sandbox/both/mailbox.js")?,
        www("sandbox/both/collect.js")?,
        www("sandbox/frame/frame.js")?,
    ]
    .join("\n");
    let worker_script = [
        additions.prelude.to_owned(),
        www("sandbox/worker/jspi.js")?,
        www("sandbox/worker/past.js")?,
        glue(worker)?,
        additions.worker.to_owned(),
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
