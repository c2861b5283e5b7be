//! `target/types`: what scripts import that is made from something else. `tsc` and the bundler need it.

use std::fs;

use anyhow::{Context, Result};
use garter::protocol::{Delivery, FrameMessage, PageMessage, WorkerMessage, WorkerRequest, facts};
use ts_rs::TS;

use super::texts;
use crate::root;

/// The Python part of exercises, each file after those that it uses.
const PYTHON: [&str; 8] = [
    "facts",
    "asserts",
    "blocks",
    "mistakes",
    "examples",
    "names",
    "unittests",
    "running",
];

/// Writes the declarations of all messages and of what they carry, the facts that scripts share with
/// Rust, the Python part of exercises, and the lists of the languages.
pub fn write() -> Result<()> {
    let folder = root().join("target/types");
    let config = ts_rs::Config::new().with_out_dir(&folder);
    PageMessage::export_all(&config)?;
    Delivery::export_all(&config)?;
    FrameMessage::export_all(&config)?;
    WorkerRequest::export_all(&config)?;
    WorkerMessage::export_all(&config)?;
    facts::write(&folder)?;
    // Scripts are checked and tested without a bundler, which would import it as a text.
    let mut python = String::new();
    for name in PYTHON {
        let file = root().join(format!("www/exercise/python/{name}.py"));
        python.push_str(&fs::read_to_string(&file).with_context(|| file.display().to_string())?);
        python.push_str("\n\n");
    }
    let script = format!(
        "// Written by xtask/src/site/types.rs: www/exercise/python.\n\n\
         /** @type {{string}} */\nconst python = {};\nexport default python;\n",
        serde_json::to_string(&python)?
    );
    fs::write(folder.join("exercise-python.js"), script)?;
    texts::write(&root().join("www/texts"), &folder)
}
