//! The document in which a program's HTML is shown, and its policy.

use anyhow::{Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::templates::{filled, www};

/// The document in which HTML is shown that a program has written.
pub fn show() -> Result<String> {
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
    filled(
        "show/show.html",
        &[("policy", &policy), ("script", &script)],
    )
}
