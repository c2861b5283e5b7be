//! A module as the splitter sees it: its functions, what they call, and where they stand in the table.

use std::collections::HashMap;
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, Name,
    NameSectionReader, Operator, OperatorsReader, Parser, Payload, RefType, TableInit, TableType,
    TypeRef, ValType,
};

/// The table that function pointers index.
pub const POINTERS: u32 = 0;

/// What is read of a module. Functions have the indices that the module gives them: first those that it
/// imports.
pub struct Module<'a> {
    pub bytes: &'a [u8],
    /// The parameters of each type of function.
    pub parameters: Vec<usize>,
    /// The functions that are imported, and the types of all functions.
    pub imported: usize,
    pub types: Vec<u32>,
    pub bodies: Vec<Body<'a>>,
    pub names: HashMap<u32, &'a str>,
    pub exports: Vec<(&'a str, ExternalKind, u32)>,
    pub start: Option<u32>,
    pub tables: Vec<TableType>,
    pub globals: Vec<wasmparser::GlobalType>,
    pub memory: wasmparser::MemoryType,
    pub segments: Vec<Segment>,
    /// What memory begins with: pieces, and where they lie.
    pub data: Vec<(u32, &'a [u8])>,
    /// Where the bodies of the sections lie that a first module takes over as they are, by their number.
    pub sections: HashMap<u8, Range<usize>>,
    /// Sections with names of their own, such as the names of functions.
    pub custom: Vec<(&'a str, &'a [u8])>,
}

/// The text of a function, with what another place of it would change.
pub struct Body<'a> {
    pub bytes: &'a [u8],
    /// The calls in it: where each stands in `bytes`, and whom it calls.
    pub calls: Vec<(Range<usize>, u32)>,
    /// Whether it catches exceptions. Engines that do not know them get such functions with some bytes
    /// replaced (`xtask/src/interpreter/exceptions.rs`), and only in the first module.
    pub catches: bool,
    /// Its numbers that are no less than [`LEAST_ADDRESS`].
    pub numbers: Vec<u32>,
}

/// Below it is the stack: the linker puts no constant there.
const LEAST_ADDRESS: u32 = 1 << 16;

/// A piece of a table that is filled when the module starts.
pub struct Segment {
    pub table: u32,
    pub start: u32,
    pub functions: Vec<u32>,
}

impl<'a> Module<'a> {
    /// Reads a module.
    ///
    /// # Errors
    /// It is not valid, or it uses what a compiled interpreter does not.
    pub fn parse(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Self {
            bytes,
            parameters: Vec::new(),
            imported: 0,
            types: Vec::new(),
            bodies: Vec::new(),
            names: HashMap::new(),
            exports: Vec::new(),
            start: None,
            tables: Vec::new(),
            globals: Vec::new(),
            memory: wasmparser::MemoryType {
                memory64: false,
                shared: false,
                initial: 0,
                maximum: None,
                page_size_log2: None,
            },
            segments: Vec::new(),
            data: Vec::new(),
            sections: HashMap::new(),
            custom: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            if let Some((id, range)) = payload.as_section() {
                module.sections.insert(id, range);
            }
            module.take(payload)?;
        }
        Ok(module)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                for kind in types.into_iter_err_on_gc_types() {
                    self.parameters.push(kind?.params().len());
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let TypeRef::Func(kind) = import?.ty else {
                        bail!("the interpreter imports something else than functions");
                    };
                    self.types.push(kind);
                    self.imported += 1;
                }
            }
            Payload::FunctionSection(kinds) => {
                for kind in kinds {
                    self.types.push(kind?);
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    let table = table?;
                    ensure!(
                        matches!(table.init, TableInit::RefNull),
                        "a table of the interpreter begins with something in it"
                    );
                    self.tables.push(table.ty);
                }
            }
            Payload::MemorySection(memories) => {
                ensure!(memories.count() == 1, "the interpreter has one memory");
                for memory in memories {
                    self.memory = memory?;
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    self.exports.push((export.name, export.kind, export.index));
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(segments) => {
                for segment in segments {
                    let segment = segment?;
                    let ElementKind::Active {
                        table_index,
                        offset_expr,
                    } = segment.kind
                    else {
                        bail!("a table of the interpreter is filled while it runs");
                    };
                    self.segments.push(Segment {
                        table: table_index.unwrap_or_default(),
                        start: constant(&offset_expr)?,
                        functions: functions(segment.items)?,
                    });
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(Body::parse(&body)?),
            Payload::DataSection(pieces) => {
                for piece in pieces {
                    let piece = piece?;
                    let DataKind::Active { offset_expr, .. } = piece.kind else {
                        bail!("memory of the interpreter is filled while it runs");
                    };
                    self.data.push((constant(&offset_expr)?, piece.data));
                }
            }
            Payload::TagSection(_) => bail!("the interpreter has exceptions of its own"),
            Payload::CustomSection(section) => {
                if section.name() == "name" {
                    self.take_names(NameSectionReader::new(wasmparser::BinaryReader::new(
                        section.data(),
                        section.data_offset(),
                    )))?;
                }
                self.custom.push((section.name(), section.data()));
            }
            _ => {}
        }
        Ok(())
    }

    fn take_names(&mut self, names: NameSectionReader<'a>) -> Result<()> {
        for names in names {
            if let Name::Function(names) = names? {
                for naming in names {
                    let naming = naming?;
                    self.names.insert(naming.index, naming.name);
                }
            }
        }
        Ok(())
    }

    /// The body of a function; `None` if it is imported.
    pub fn body(&self, function: u32) -> Option<&Body<'a>> {
        self.bodies
            .get((function as usize).checked_sub(self.imported)?)
    }

    /// The functions with bodies.
    pub fn own(&self) -> impl Iterator<Item = u32> {
        let range = self.imported..self.types.len();
        range.map(|index| u32::try_from(index).expect("indices have 32 bits"))
    }

    /// The body of a section, if the module has it.
    pub fn section(&self, id: u8) -> Option<&'a [u8]> {
        self.sections
            .get(&id)
            .map(|range| &self.bytes[range.clone()])
    }

    /// What memory begins with, from its first byte on.
    pub fn memory(&self) -> Vec<u8> {
        let end = self
            .data
            .iter()
            .map(|(start, piece)| *start as usize + piece.len());
        let mut memory = vec![0; end.max().unwrap_or_default()];
        for (start, piece) in &self.data {
            let start = *start as usize;
            memory[start..start + piece.len()].copy_from_slice(piece);
        }
        memory
    }

    /// The function that is exported with this name.
    ///
    /// # Errors
    /// There is none.
    pub fn exported(&self, name: &str) -> Result<u32> {
        let export = self
            .exports
            .iter()
            .find(|(own, kind, _)| *own == name && *kind == ExternalKind::Func);
        let (_, _, index) = export.with_context(|| format!("the interpreter exports no {name}"))?;
        Ok(*index)
    }
}

impl<'a> Body<'a> {
    fn parse(body: &FunctionBody<'a>) -> Result<Self> {
        let start = body.range().start;
        let mut calls = Vec::new();
        let mut catches = false;
        let mut numbers = Vec::new();
        let mut locals = body.get_locals_reader()?;
        for _ in 0..locals.get_count() {
            let (_, kind) = locals.read()?;
            catches |= kind == ValType::Ref(RefType::EXNREF);
        }
        let mut operators = OperatorsReader::new(locals.get_binary_reader());
        while !operators.eof() {
            let (operator, at) = operators.read_with_offset()?;
            match operator {
                Operator::Call { function_index } => {
                    let range = at - start..operators.original_position() - start;
                    calls.push((range, function_index));
                }
                Operator::I32Const { value } if value.cast_unsigned() >= LEAST_ADDRESS => {
                    numbers.push(value.cast_unsigned());
                }
                Operator::TryTable { .. } | Operator::ThrowRef => catches = true,
                Operator::RefFunc { .. } | Operator::ReturnCall { .. } => {
                    bail!("the splitter does not know what to do with {operator:?}")
                }
                _ => {}
            }
        }
        Ok(Self {
            bytes: body.as_bytes(),
            calls,
            catches,
            numbers,
        })
    }
}

/// The value of an expression that has nothing to compute.
pub fn constant(expression: &ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("a piece of a table or of memory begins at {other:?}"),
    }
}

fn functions(items: ElementItems) -> Result<Vec<u32>> {
    match items {
        ElementItems::Functions(functions) => {
            Ok(functions.into_iter().collect::<Result<_, _>>()?)
        }
        ElementItems::Expressions(_, expressions) => expressions
            .into_iter()
            .map(
                |expression| match expression?.get_operators_reader().read()? {
                    Operator::RefFunc { function_index } => Ok(function_index),
                    other => bail!("a table of the interpreter holds {other:?}"),
                },
            )
            .collect(),
    }
}
