//! The interpreter, set up: its module runs once while Garter is built, and what its memory then
//! holds becomes the memory that every worker begins with. (What Wizer does for `WASI` modules:
//! <https://github.com/bytecodealliance/wizer>.)

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, FunctionBuilder, FunctionKind, GlobalKind, Module, ModuleConfig,
};

use super::wasm::{self, Edition, LINKED_STACK_BYTES};
use super::{memory as image, packs, split};
use crate::{files, root, tool};

const SCRIPT: &str = "xtask/src/interpreter/preset.mjs";

/// Functions that only the set-up calls, by the end of their names: they are a twentieth of the
/// module, and done.
const SET_UP: [&str; 7] = [
    "::TypeZoo>::init",
    "::TypeZoo>::extend",
    "::ExceptionZoo>::init",
    "::ExceptionZoo>::extend",
    "::Context>::init_genesis",
    "::ConstName>::new",
    "::InterpreterBuilder>::build",
];

const PAGE_BYTES: usize = 65_536;

/// The worker's module with its memory as it is when the module has set up the interpreter, and, where
/// readers get it, without what has done its work by then.
pub fn set_up(worker: &wasm::Module, edition: Edition) -> Result<PathBuf> {
    // It is run as it was before it was bound.
    let wasm::Module {
        compiled,
        wasm,
        glue,
    } = worker;
    let folder = root().join(format!("target/preset{}", edition.suffix()));
    let own = root().join("xtask/src/interpreter/preset.rs");
    let core = packs::folder().join("core.pack");
    let stamp = files::stamp(&[compiled, wasm, glue, &core, &own, &root().join(SCRIPT)])?;
    let result = folder.join("interpreter.wasm");
    if stamp.is_current(&folder) {
        return Ok(result);
    }
    println!("Setting up the interpreter");
    fs::create_dir_all(&folder)?;
    let memory = folder.join("memory.bin");
    tool::run(
        Command::new("node")
            .arg(root().join(SCRIPT))
            .args([compiled, &core, &memory]),
    )
    .context("the interpreter cannot be set up")?;

    let mut module = parse(wasm)?;
    if edition == Edition::Shipped {
        keep_exports(&mut module, &fs::read_to_string(glue)?);
        for name in SET_UP {
            empty(&mut module, name)?;
        }
        walrus::passes::gc::run(&mut module);
    }

    let mut memory = fs::read(memory)?;
    // The stack is at the bottom. Nothing is on it any more.
    ensure!(
        has_global(&module, LINKED_STACK_BYTES),
        "the linker has not put the stack where it was"
    );
    memory[..LINKED_STACK_BYTES as usize].fill(0);
    fill(&mut module, &memory)?;
    module.emit_wasm_file(&result)?;
    stamp.write(&folder)?;
    Ok(result)
}

/// Names stay: which functions come first is known by them.
fn parse(wasm: &Path) -> Result<Module> {
    ModuleConfig::new()
        .generate_producers_section(false)
        .parse_file(wasm)
}

/// Keeps the exports that the glue calls, and the one that the splitter looks for. The others are the build's own,
/// and those of crates that can be used from C: nobody calls them, and they would all have to be in the first module.
fn keep_exports(module: &mut Module, glue: &str) {
    let is_called = |name: &str| {
        let call = format!("wasm.{name}");
        let mut calls = glue.match_indices(&call);
        let goes_on = |next: char| next.is_alphanumeric() || next == '_';
        calls.any(|(at, _)| !glue[at + call.len()..].starts_with(goes_on))
    };
    let others: Vec<_> = module
        .exports
        .iter()
        .filter(|export| export.name != split::LOADER && !is_called(&export.name))
        .map(walrus::Export::id)
        .collect();
    for export in others {
        module.exports.delete(export);
    }
}

/// Whether a global, such as the stack pointer, begins with this value.
fn has_global(module: &Module, value: u32) -> bool {
    module.globals.iter().any(|global| {
        matches!(global.kind, GlobalKind::Local(ConstExpr::Value(Value::I32(start))) if u32::try_from(start) == Ok(value))
    })
}

/// Makes `memory` what the module begins with.
fn fill(module: &mut Module, memory: &[u8]) -> Result<()> {
    let old: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in old {
        module.data.delete(id);
    }
    let Some(target) = module.memories.iter_mut().next() else {
        bail!("the module has no memory");
    };
    target.initial = u64::try_from(memory.len().div_ceil(PAGE_BYTES))?;
    target.data_segments.clear();
    let target = target.id();
    for (offset, piece) in image::pieces(memory) {
        let offset = ConstExpr::Value(Value::I32(offset.cast_signed()));
        let kind = DataKind::Active {
            memory: target,
            offset,
        };
        let id = module.data.add(kind, piece.to_vec());
        module.memories.get_mut(target).data_segments.insert(id);
    }
    Ok(())
}

/// Takes a function's body away: whoever calls it traps.
fn empty(module: &mut Module, name: &str) -> Result<()> {
    let found = module.funcs.iter().find(|function| {
        let named = function.name.as_ref();
        named.is_some_and(|full| full.ends_with(name))
    });
    let Some(function) = found else {
        bail!("there is no function {name}: has RustPython changed how it sets up?");
    };
    let (id, kind) = (function.id(), function.ty());
    let (parameters, results) = module.types.params_results(kind);
    let (parameters, results) = (parameters.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let arguments = parameters
        .iter()
        .map(|&kind| module.locals.add(kind))
        .collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    Ok(())
}
