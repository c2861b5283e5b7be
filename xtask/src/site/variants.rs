//! `pkg/` with other beginnings of the sandbox's scripts, for tests and benchmarks.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::folder;
use super::frame::{Additions, frame};
use crate::interpreter::wasm::{Edition, Target};
use crate::{files, root};

/// How `pkg/` is written once more, for tests and benchmarks: the scripts of the frame and of the
/// worker begin with something else.
#[derive(Clone, Copy)]
pub enum Variant {
    /// A browser that cannot switch stacks.
    Older,
    /// All loops are compiled, at their second turn.
    Eager,
    /// The same, in a page that forbids a worker to compile.
    Forbidden,
    /// Loops that take long are compiled.
    Compiled,
    /// A worker's clock stands still, so that no time slice ends.
    Unsliced,
}

impl Variant {
    fn name(self) -> &'static str {
        match self {
            Self::Older => "older",
            Self::Eager => "eager",
            Self::Forbidden => "forbidden",
            Self::Compiled => "compiled",
            Self::Unsliced => "unsliced",
        }
    }

    fn prelude(self) -> &'static str {
        match self {
            Self::Older => "delete WebAssembly.Suspending; delete WebAssembly.promising;",
            Self::Eager => "self.garterAccelerator = 2;",
            Self::Forbidden => {
                "self.garterAccelerator = 2;
                if (!self.document) WebAssembly.Module = new Proxy(WebAssembly.Module, {
                    construct() { throw new WebAssembly.CompileError('a policy forbids it'); },
                });"
            }
            Self::Compiled => "self.garterAccelerator = 1;",
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
        let html = frame(
            &Target::Frame.build(Edition::Shipped)?,
            &Target::Worker.build(Edition::Shipped)?,
            &Additions {
                prelude: self.prelude(),
                worker: "",
            },
        )?;
        for file in files::below(&folder())? {
            let copy = target.join(file.strip_prefix(folder())?);
            fs::create_dir_all(copy.parent().expect("a file lies in a folder"))?;
            let name = file
                .file_name()
                .expect("a file has a name")
                .to_string_lossy();
            // The document's compressed twins are left out: a server would send them in its place.
            if !(name.starts_with("frame-") && name.contains(".html")) {
                fs::copy(&file, &copy)?;
            } else if name.ends_with(".html") {
                fs::write(&copy, &html)?;
            }
        }
        Ok(target)
    }
}
