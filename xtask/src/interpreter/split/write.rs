//! Writes the first module and the parts.

use std::borrow::Cow;
use std::collections::HashMap;

use anyhow::{Context, Result};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataCountSection, DataSection, ElementSection, Elements,
    EntityType, ExportKind, ExportSection, Function, FunctionSection, GlobalType, HeapType,
    ImportSection, MemorySection, MemoryType, Module as Encoded, RawSection, RefType, SectionId,
    StartSection, TableSection, TableType, ValType,
};
use wasmparser::ExternalKind;

use super::code::{CALL, CALL_INDIRECT, END, I32_CONST, LOCAL_GET, signed, unsigned};
use super::data::{Home, Moved};
use super::layout::{LOADER, Layout, Plan};
use super::module::{Body, Module, POINTERS};
use super::stack;
use crate::interpreter::memory::pieces;

/// The module that parts import from.
const FIRST: &str = "first";

/// New indices of functions, by their old ones.
type Indices = HashMap<u32, u32>;

/// The first module.
pub fn first(module: &Module, plan: &Plan, layout: &Layout) -> Result<Vec<u8>> {
    let imported = u32::try_from(module.imported)?;
    let stays = |function: &u32| layout.home(*function) == Home::First;
    let mut indices: Indices = (0..imported).map(|index| (index, index)).collect();
    let kept: Vec<u32> = module.own().filter(stays).collect();
    indices.extend(
        kept.iter()
            .copied()
            .chain(layout.stubs.iter().copied())
            .zip(imported..),
    );

    let mut encoded = Encoded::new();
    copy(&mut encoded, module, SectionId::Type);
    copy(&mut encoded, module, SectionId::Import);
    // What calls the loader on its own stack is behind all others.
    let caller = plan.stack.map(|_| &layout.loader);
    encoded.section(&functions(
        module,
        kept.iter().chain(&layout.stubs).chain(caller),
    ));

    let mut tables = TableSection::new();
    for (table, index) in module.tables.iter().zip(0..) {
        let more = if index == POINTERS {
            layout.added.len() as u64
        } else {
            0
        };
        tables.table(table_type(table, more)?);
    }
    encoded.section(&tables);
    let mut memory = memory_type(&module.memory);
    if plan.stack.is_some() {
        memory.minimum += stack::PAGES;
    }
    encoded.section(MemorySection::new().memory(memory));
    encoded.section(&globals(module)?);

    encoded.section(&exports(module, plan, &indices)?);
    if let Some(start) = module.start {
        encoded.section(&StartSection {
            function_index: indices[&start],
        });
    }

    encoded.section(&elements(module, layout, &indices));
    let memory = first_memory(layout);
    if module.section(SectionId::DataCount as u8).is_some() {
        let count = u32::try_from(memory.len())?;
        encoded.section(&DataCountSection { count });
    }

    let mut code = CodeSection::new();
    for function in &kept {
        code.raw(&moved(module, layout, *function, &indices)?);
    }
    let loader = indices[&layout.loader];
    let for_stubs = match plan.stack {
        Some(_) => imported + u32::try_from(kept.len() + layout.stubs.len())?,
        None => loader,
    };
    for function in &layout.stubs {
        code.function(&stub(module, layout, *function, for_stubs)?);
    }
    if let Some(stack) = plan.stack {
        code.function(&stack.calling(loader, module.memory.initial)?);
    }
    encoded.section(&code);
    encoded.section(&data(memory));
    if plan.keeps_names {
        for (name, data) in &module.custom {
            encoded.section(&CustomSection {
                name: Cow::Borrowed(name),
                data: Cow::Borrowed(data),
            });
        }
    }
    Ok(encoded.finish())
}

/// What the first module exports: what it always has, but for the loader, and what parts import.
fn exports(module: &Module, plan: &Plan, indices: &Indices) -> Result<ExportSection> {
    let mut exports = ExportSection::new();
    for &(name, kind, index) in &module.exports {
        // Nobody calls it but stubs.
        if name == LOADER {
            continue;
        }
        let (kind, index) = match kind {
            ExternalKind::Func => (ExportKind::Func, indices[&index]),
            ExternalKind::Table => (ExportKind::Table, index),
            ExternalKind::Memory => (ExportKind::Memory, index),
            ExternalKind::Global => (ExportKind::Global, index),
            other => anyhow::bail!("the interpreter exports a {other:?}"),
        };
        exports.export(name, kind, index);
    }
    for (name, kind, index) in shared(module)? {
        exports.export(&name, kind, index);
    }
    let mark = u32::try_from(module.globals.len())?;
    exports.export(plan.mark, ExportKind::Global, mark);
    Ok(exports)
}

/// What fills the tables of the first module: functions where they are, and stubs for those of parts.
fn elements(module: &Module, layout: &Layout, indices: &Indices) -> ElementSection {
    let mut elements = ElementSection::new();
    for segment in &module.segments {
        let there = segment
            .functions
            .iter()
            .map(|function| indices[function])
            .collect();
        fill(&mut elements, segment.table, segment.start, there);
    }
    if !layout.added.is_empty() {
        let there = layout
            .added
            .iter()
            .map(|function| indices[function])
            .collect();
        fill(
            &mut elements,
            POINTERS,
            layout.slots[&layout.added[0]],
            there,
        );
    }
    elements
}

/// A part.
pub fn part(module: &Module, plan: &Plan, layout: &Layout, part: u32) -> Result<Vec<u8>> {
    let home = Home::Part(part);
    let own: Vec<u32> = module
        .own()
        .filter(|function| layout.home(*function) == home)
        .collect();
    let indices: Indices = own.iter().copied().zip(0..).collect();

    let mut encoded = Encoded::new();
    copy(&mut encoded, module, SectionId::Type);
    let mut imports = ImportSection::new();
    for (name, kind, index) in shared(module)? {
        let index = index as usize;
        let kind = match kind {
            ExportKind::Table => {
                let more = if index == POINTERS as usize {
                    layout.added.len() as u64
                } else {
                    0
                };
                EntityType::Table(table_type(&module.tables[index], more)?)
            }
            ExportKind::Memory => EntityType::Memory(memory_type(&module.memory)),
            _ => EntityType::Global(global_type(&module.globals[index])?),
        };
        imports.import(FIRST, &name, kind);
    }
    // Behind the others, so that no index changes. A part of another build finds no such name.
    imports.import(FIRST, plan.mark, EntityType::Global(MARK));
    encoded.section(&imports);
    encoded.section(&functions(module, own.iter()));

    let mut elements = ElementSection::new();
    for (start, there) in runs(module, layout, home) {
        let there = there.iter().map(|function| indices[function]).collect();
        fill(&mut elements, POINTERS, start, there);
    }
    encoded.section(&elements);
    let mut code = CodeSection::new();
    for function in &own {
        code.raw(&moved(module, layout, *function, &indices)?);
    }
    encoded.section(&code);
    let own = layout.moved.iter().filter(|piece| piece.home == home);
    encoded.section(&data(own.map(|Moved { place, .. }| {
        let piece = &layout.memory[place.start as usize..place.end as usize];
        (place.start, piece)
    })));
    Ok(encoded.finish())
}

/// What memory begins with where no part is.
fn first_memory(layout: &Layout) -> Vec<(u32, Cow<'_, [u8]>)> {
    let mut memory = layout.memory.clone();
    for Moved { place, .. } in &layout.moved {
        memory[place.start as usize..place.end as usize].fill(0);
    }
    pieces(&memory)
        .into_iter()
        .map(|(start, piece)| (start, Cow::Owned(piece.to_vec())))
        .collect()
}

/// Pieces of memory, each with where it lies.
fn data<Piece: AsRef<[u8]>>(pieces: impl IntoIterator<Item = (u32, Piece)>) -> DataSection {
    let mut data = DataSection::new();
    for (start, piece) in pieces {
        let start = ConstExpr::i32_const(start.cast_signed());
        data.active(0, &start, piece.as_ref().iter().copied());
    }
    data
}

/// The pieces of the table that a part fills: each slot of its functions, also of those that stand in several.
fn runs(module: &Module, layout: &Layout, home: Home) -> Vec<(u32, Vec<u32>)> {
    let segments = module
        .segments
        .iter()
        .filter(|segment| segment.table == POINTERS);
    let old = segments.flat_map(|segment| (segment.start..).zip(segment.functions.iter().copied()));
    let added = layout
        .added
        .iter()
        .map(|function| (layout.slots[function], *function));
    let mut slots: Vec<(u32, u32)> = old
        .chain(added)
        .filter(|(_, function)| layout.home(*function) == home)
        .collect();
    slots.sort_unstable();
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, there)) if *start as usize + there.len() == slot as usize => {
                there.push(function);
            }
            _ => runs.push((slot, vec![function])),
        }
    }
    runs
}

/// A function's text in the module that these indices belong to.
fn moved(module: &Module, layout: &Layout, function: u32, indices: &Indices) -> Result<Vec<u8>> {
    let Body { bytes, calls, .. } = module.body(function).context("it has a body")?;
    let home = layout.home(function);
    let mut moved = Vec::with_capacity(bytes.len() + calls.len());
    let mut copied = 0;
    for (range, called) in calls {
        moved.extend(&bytes[copied..range.start]);
        copied = range.end;
        if layout.home(*called) == home {
            moved.push(CALL);
            unsigned(&mut moved, indices[called]);
        } else {
            through_slot(&mut moved, module, layout, *called);
        }
    }
    moved.extend(&bytes[copied..]);
    Ok(moved)
}

/// A call of what stands in the function's slot.
fn through_slot(code: &mut Vec<u8>, module: &Module, layout: &Layout, function: u32) {
    code.push(I32_CONST);
    signed(code, layout.slots[&function]);
    code.push(CALL_INDIRECT);
    unsigned(code, module.types[function as usize]);
    unsigned(code, POINTERS);
}

/// What stands in the slot of a function until its part is there.
fn stub(module: &Module, layout: &Layout, function: u32, loader: u32) -> Result<Function> {
    let Home::Part(part) = layout.home(function) else {
        anyhow::bail!("function {function} is in the first module");
    };
    let mut code = vec![I32_CONST];
    signed(&mut code, part);
    code.push(CALL);
    unsigned(&mut code, loader);
    let parameters = module.parameters[module.types[function as usize] as usize];
    for parameter in 0..u32::try_from(parameters)? {
        code.push(LOCAL_GET);
        unsigned(&mut code, parameter);
    }
    through_slot(&mut code, module, layout, function);
    code.push(END);
    let mut stub = Function::new([]);
    stub.raw(code);
    Ok(stub)
}

pub fn copy(encoded: &mut Encoded, module: &Module, id: SectionId) {
    if let Some(data) = module.section(id as u8) {
        encoded.section(&RawSection { id: id as u8, data });
    }
}

fn functions<'a>(module: &Module, functions: impl Iterator<Item = &'a u32>) -> FunctionSection {
    let mut section = FunctionSection::new();
    for function in functions {
        section.function(module.types[*function as usize]);
    }
    section
}

fn fill(elements: &mut ElementSection, table: u32, start: u32, functions: Vec<u32>) {
    let table = (table != POINTERS).then_some(table);
    let start = ConstExpr::i32_const(start.cast_signed());
    elements.active(table, &start, Elements::Functions(functions.into()));
}

/// What the first module exports for the parts, and they import, in the order of the indices.
fn shared(module: &Module) -> Result<Vec<(String, ExportKind, u32)>> {
    let kinds = [
        (ExportKind::Memory, 'm', 1),
        (ExportKind::Table, 't', module.tables.len()),
        (ExportKind::Global, 'g', module.globals.len()),
    ];
    let mut shared = Vec::new();
    for (kind, letter, count) in kinds {
        for index in 0..u32::try_from(count)? {
            shared.push((format!("part:{letter}{index}"), kind, index));
        }
    }
    Ok(shared)
}

const MARK: GlobalType = GlobalType {
    val_type: ValType::I32,
    mutable: false,
    shared: false,
};

/// The globals, and behind them the one whose name is the mark.
fn globals(module: &Module) -> Result<RawSection<'static>> {
    let old = module
        .section(SectionId::Global as u8)
        .context("the interpreter has globals")?;
    let mut reader = wasmparser::BinaryReader::new(old, 0);
    let count = reader.read_var_u32()?;
    let mut data = Vec::new();
    unsigned(&mut data, count + 1);
    data.extend(&old[reader.current_position()..]);
    // An `i32` that is not mutable, and 0.
    data.extend([0x7f, 0, I32_CONST, 0, END]);
    Ok(RawSection {
        id: SectionId::Global as u8,
        data: data.leak(),
    })
}

pub fn memory_type(memory: &wasmparser::MemoryType) -> MemoryType {
    MemoryType {
        minimum: memory.initial,
        maximum: memory.maximum,
        memory64: memory.memory64,
        shared: memory.shared,
        page_size_log2: memory.page_size_log2,
    }
}

fn table_type(table: &wasmparser::TableType, more: u64) -> Result<TableType> {
    Ok(TableType {
        element_type: ref_type(table.element_type)?,
        table64: table.table64,
        minimum: table.initial + more,
        maximum: table.maximum.map(|maximum| maximum + more),
        shared: table.shared,
    })
}

fn global_type(global: &wasmparser::GlobalType) -> Result<GlobalType> {
    let val_type = match global.content_type {
        wasmparser::ValType::I32 => ValType::I32,
        wasmparser::ValType::I64 => ValType::I64,
        wasmparser::ValType::F32 => ValType::F32,
        wasmparser::ValType::F64 => ValType::F64,
        wasmparser::ValType::V128 => ValType::V128,
        wasmparser::ValType::Ref(kind) => ValType::Ref(ref_type(kind)?),
    };
    Ok(GlobalType {
        val_type,
        mutable: global.mutable,
        shared: global.shared,
    })
}

fn ref_type(kind: wasmparser::RefType) -> Result<RefType> {
    let heap_type = match kind {
        wasmparser::RefType::FUNCREF => HeapType::FUNC,
        wasmparser::RefType::EXTERNREF => HeapType::EXTERN,
        other => anyhow::bail!("the interpreter holds {other:?}"),
    };
    Ok(RefType {
        nullable: true,
        heap_type,
    })
}
