//! The two wasm modules: the controller for the frame, and the interpreter for the worker.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{files, root, rustpython, tool};

const TARGET: &str = "wasm32-unknown-unknown";

/// The interpreter's stack: what `src/worker/slice.rs` lets Python's calls use, and room for what
/// does not ask, such as the parser.
pub const STACK_BYTES: u32 = 4 << 20;

/// The rooms that become wasm modules, named like their feature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Room {
    Page,
    Worker,
}

/// A wasm module and the script that loads it.
pub struct Module {
    /// As the compiler has written it, with its exports by name and nothing of JavaScript.
    pub compiled: PathBuf,
    pub wasm: PathBuf,
    pub glue: PathBuf,
}

impl Room {
    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Worker => "worker",
        }
    }

    /// The profile of `Cargo.toml`.
    fn profile(self) -> &'static str {
        match self {
            Self::Page => "wasm-page",
            Self::Worker => "wasm",
        }
    }

    /// Builds the module.
    pub fn build(self) -> Result<Module> {
        let name = self.name();
        let target = root().join("target/wasm");
        println!("Building src/{name} for WebAssembly");
        let mut command = rustpython::cargo("rustc")?;
        command
            .args(["--package", "garter", "--lib", "--crate-type", "cdylib"])
            .args(["--profile", self.profile(), "--target", TARGET])
            .args(["--no-default-features", "--features", name])
            .arg("--target-dir")
            .arg(target.join(name));
        if self == Self::Worker {
            command.args(["--", "-C", &format!("link-arg=-zstack-size={STACK_BYTES}")]);
        }
        tool::run(&mut command)?;
        let built = target
            .join(name)
            .join(TARGET)
            .join(self.profile())
            .join("garter.wasm");
        let keeps_names = self == Self::Worker;
        bind(&built, &target.join(format!("{name}-bound")), keeps_names)
    }
}

/// Writes the glue between the module and JavaScript.
fn bind(wasm: &Path, folder: &Path, keeps_names: bool) -> Result<Module> {
    let module = Module {
        compiled: wasm.to_owned(),
        wasm: folder.join("garter_bg.wasm"),
        glue: folder.join("garter.js"),
    };
    let stamp = files::stamp(&[wasm])?.with(if keeps_names { "named" } else { "" });
    if !stamp.is_current(folder) {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        Bindgen::new()
            .input_path(wasm)
            .no_modules(true)?
            .typescript(false)
            // The preset finds functions by their names, and takes those away.
            .remove_name_section(!keeps_names)
            .remove_producers_section(true)
            .generate(folder)
            .with_context(|| format!("wasm-bindgen cannot read {}", wasm.display()))?;
        stamp.write(folder)?;
    }
    Ok(module)
}
