//! The two wasm modules: the controller for the frame, and the interpreter for the worker.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{patched, sqlite};
use crate::{files, root, tool};

const TARGET: &str = "wasm32-unknown-unknown";

/// The stack that is linked into the module: the part that `src/worker/slice.rs` lets Python's calls use, and
/// room for code that does not measure its stack, such as the parser.
pub const LINKED_STACK_BYTES: u32 = 4 << 20;

/// The rooms that become wasm modules, named like their feature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Frame,
    Worker,
}

/// For whom a module is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// For readers: small and fast.
    Shipped,
    /// For developers of Garter: compiled fast, with the names of functions, and with a controller that
    /// answers the debug page.
    Dev,
}

impl Edition {
    /// What the names of folders end with.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Shipped => "",
            Self::Dev => "-dev",
        }
    }
}

/// A wasm module and the script that loads it.
pub struct Module {
    /// As the compiler has written it, with its exports by name and nothing of JavaScript.
    pub compiled: PathBuf,
    pub wasm: PathBuf,
    pub glue: PathBuf,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Worker => "worker",
        }
    }

    /// The profile of `Cargo.toml`.
    fn profile(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (_, Edition::Dev) => "wasm-dev",
            (Self::Frame, Edition::Shipped) => "wasm-frame",
            (Self::Worker, Edition::Shipped) => "wasm",
        }
    }

    fn features(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (Self::Frame, Edition::Dev) => "frame,debug",
            _ => self.name(),
        }
    }

    /// Builds the module.
    pub fn build(self, edition: Edition) -> Result<Module> {
        let name = self.name();
        let profile = self.profile(edition);
        let target = root().join("target/wasm");
        println!("Building src/{name} for WebAssembly");
        let mut command = patched::cargo("rustc")?;
        command
            .args(["--package", "garter", "--lib", "--crate-type", "cdylib"])
            .args(["--profile", profile, "--target", TARGET])
            .args([
                "--no-default-features",
                "--features",
                self.features(edition),
            ])
            .arg("--target-dir")
            .arg(target.join(name));
        if self == Self::Worker {
            sqlite::prepare(&mut command)?;
            command.args([
                "--",
                "-C",
                &format!("link-arg=-zstack-size={LINKED_STACK_BYTES}"),
            ]);
            if edition == Edition::Shipped {
                // The splitter has to know whose data is where, and from which file functions come.
                command.args(["-C", "link-arg=--emit-relocs", "-C"]);
                command.arg(format!("link-arg=--Map={}", map().display()));
            }
        }
        tool::run(&mut command)?;
        let built = target
            .join(name)
            .join(TARGET)
            .join(profile)
            .join("garter.wasm");
        // The preset finds functions by their names, and takes those away where readers get the module.
        let keeps_names = self == Self::Worker || edition == Edition::Dev;
        let folder = target.join(format!("{name}-bound{}", edition.suffix()));
        bind(&built, &folder, keeps_names)
    }
}

/// Where the linker says from which file each function of the interpreter comes.
pub fn map() -> PathBuf {
    root().join("target/wasm/worker/link.map")
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
            .remove_name_section(!keeps_names)
            .remove_producers_section(true)
            .generate(folder)
            .with_context(|| format!("wasm-bindgen cannot read {}", wasm.display()))?;
        stamp.write(folder)?;
    }
    Ok(module)
}
