//! `target/types`: what scripts import that is made from something else. `tsc` and the bundler need it.

use std::fs;

use anyhow::Result;
use garter::protocol::{Delivery, FrameMessage, PageMessage, WorkerMessage, WorkerRequest, facts};
use ts_rs::TS;

use super::texts;
use crate::root;

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
    let cases = fs::read_to_string(root().join("www/exercise/cases.py"))?;
    let script = format!(
        "// Written by xtask/src/site/types.rs: www/exercise/cases.py.\n\n\
         /** @type {{string}} */\nconst cases = {};\nexport default cases;\n",
        serde_json::to_string(&cases)?
    );
    fs::write(folder.join("exercise-cases.js"), script)?;
    texts::write(&root().join("www/texts"), &folder)
}
