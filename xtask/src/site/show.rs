//! The document in which a program's HTML is shown, and its policy.

use std::fs;

use anyhow::{Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::templates::filled;
use crate::{npm, root, tool};

/// The document in which HTML is shown that a program has written.
pub fn show() -> Result<String> {
    let made = root().join("target/show.js");
    tool::run(
        npm::program("esbuild")
            .args(["--bundle", "--format=iife", "--minify", "--target=es2022"])
            .args(["--charset=utf8", "--log-level=warning", "www/show/show.js"])
            .arg(format!("--outfile={}", made.display())),
    )?;
    let script = fs::read_to_string(made)?;
    ensure!(
        !script.contains("</script") && !script.contains("<!--"),
        "the script of www/show contains what would end it in show.html"
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
