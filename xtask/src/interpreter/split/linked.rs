//! What the linker has told of a module: which constants lie where, who reads them, and from which file functions come.
//!
//! `--emit-relocs` leaves in the module where each address stands in it, and of which symbol it is the address. That is
//! exact, where a number in the code that looks like an address says nothing of which constant it was made.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    BinaryReader, DataKind, KnownCustom, Linking, LinkingSectionReader, Name, Parser, Payload,
    RelocSectionReader, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

use super::module::constant;

/// The segment that no program writes to.
const READ_ONLY: &str = ".rodata";

/// A module as the linker has written it.
#[derive(Default)]
pub struct Linked {
    /// The functions' names, in the form that wasm-bindgen gives them.
    pub functions: Vec<String>,
    /// In the order of their addresses; none overlaps another.
    pub constants: Vec<Constant>,
}

/// A constant in memory, or several that overlap: the linker lets a text end in the middle of another.
pub struct Constant {
    pub place: Range<u32>,
    /// Who holds an address of it.
    pub readers: Vec<Reader>,
}

/// Who holds an address.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// By its number in [`Linked::functions`].
    Function(usize),
    /// By its number in [`Linked::constants`].
    Constant(usize),
    /// Memory that programs write to.
    Variable,
}

/// What is read of a module before it is put together.
#[derive(Default)]
struct Raw<'a> {
    imported: u32,
    bodies: Vec<Range<usize>>,
    code: usize,
    data: usize,
    /// Where each piece of memory lies in memory, and in the file.
    segments: Vec<(u32, Range<usize>)>,
    segment_names: HashMap<u32, &'a str>,
    names: HashMap<u32, &'a str>,
    symbols: Vec<SymbolInfo<'a>>,
    in_code: Vec<RelocationEntry>,
    in_data: Vec<RelocationEntry>,
}

impl Linked {
    /// Reads a module that was linked with `--emit-relocs`.
    ///
    /// # Errors
    /// It was not, or it is not valid.
    pub fn read(compiled: &[u8]) -> Result<Self> {
        let raw = Raw::read(compiled)?;
        if raw.symbols.is_empty() || raw.in_code.is_empty() {
            bail!("the linker has told nothing of the module's symbols");
        }
        let mut linked = Self {
            functions: raw.functions(),
            constants: raw.constants(),
        };
        for entry in raw.in_code.iter().filter(|entry| is_address(entry)) {
            let at = raw.code + entry.offset as usize;
            let function = raw.bodies.partition_point(|body| body.end <= at);
            linked.read_by(&raw, entry, Reader::Function(function));
        }
        for entry in raw.in_data.iter().filter(|entry| is_address(entry)) {
            let holder = raw
                .address(raw.data + entry.offset as usize)
                .and_then(|address| linked.at(address))
                .map_or(Reader::Variable, Reader::Constant);
            linked.read_by(&raw, entry, holder);
        }
        for constant in &mut linked.constants {
            constant.readers.sort_unstable();
            constant.readers.dedup();
        }
        Ok(linked)
    }

    /// The number of the constant that lies at this address.
    pub fn at(&self, address: u32) -> Option<usize> {
        let at = self
            .constants
            .partition_point(|constant| constant.place.end <= address);
        let constant = self.constants.get(at)?;
        constant.place.contains(&address).then_some(at)
    }

    fn read_by(&mut self, raw: &Raw, entry: &RelocationEntry, reader: Reader) {
        if let Some(constant) = raw
            .place(entry.index)
            .and_then(|place| self.at(place.start))
            && reader != Reader::Constant(constant)
        {
            self.constants[constant].readers.push(reader);
        }
    }
}

impl<'a> Raw<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut raw = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        raw.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => raw.code = range.start,
                Payload::CodeSectionEntry(body) => raw.bodies.push(body.range()),
                Payload::DataSection(segments) => {
                    raw.data = segments.range().start;
                    for segment in segments {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else {
                            bail!("memory of the interpreter is filled while it runs");
                        };
                        let range = segment.range.end - segment.data.len()..segment.range.end;
                        raw.segments.push((constant(&offset_expr)?, range));
                    }
                }
                Payload::CustomSection(section) => {
                    let reader = BinaryReader::new(section.data(), section.data_offset());
                    match section.name() {
                        "reloc.CODE" => raw.in_code = relocations(reader)?,
                        "reloc.DATA" => raw.in_data = relocations(reader)?,
                        "linking" => raw.take_symbols(LinkingSectionReader::new(reader)?)?,
                        _ => {
                            if let KnownCustom::Name(names) = section.as_known() {
                                raw.take_names(names)?;
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(raw)
    }

    fn take_symbols(&mut self, section: LinkingSectionReader<'a>) -> Result<()> {
        for subsection in section.subsections() {
            if let Linking::SymbolTable(symbols) = subsection? {
                self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
            }
        }
        Ok(())
    }

    fn take_names(&mut self, names: wasmparser::NameSectionReader<'a>) -> Result<()> {
        for names in names {
            let (map, names) = match names? {
                Name::Function(names) => (&mut self.names, names),
                Name::Data(names) => (&mut self.segment_names, names),
                _ => continue,
            };
            for naming in names {
                let naming = naming?;
                map.insert(naming.index, naming.name);
            }
        }
        Ok(())
    }

    fn functions(&self) -> Vec<String> {
        let indices = (self.imported..).take(self.bodies.len());
        indices
            .map(|index| {
                let name = self.names.get(&index).copied().unwrap_or_default();
                demangled(name)
            })
            .collect()
    }

    /// Where a symbol lies; `None` if it is no constant.
    fn place(&self, symbol: u32) -> Option<Range<u32>> {
        let SymbolInfo::Data {
            symbol: Some(symbol),
            ..
        } = self.symbols.get(symbol as usize)?
        else {
            return None;
        };
        if self.segment_names.get(&symbol.index) != Some(&READ_ONLY) {
            return None;
        }
        let (start, _) = self.segments.get(symbol.index as usize)?;
        let start = start + symbol.offset;
        Some(start..start + symbol.size)
    }

    fn constants(&self) -> Vec<Constant> {
        let count = u32::try_from(self.symbols.len()).expect("symbols have indices of 32 bits");
        let mut places: Vec<Range<u32>> = (0..count)
            .filter_map(|symbol| self.place(symbol))
            .filter(|place| !place.is_empty())
            .collect();
        places.sort_unstable_by_key(|place| (place.start, place.end));
        let mut constants: Vec<Constant> = Vec::new();
        for place in places {
            match constants.last_mut() {
                Some(last) if place.start < last.place.end => {
                    last.place.end = last.place.end.max(place.end);
                }
                _ => constants.push(Constant {
                    place,
                    readers: Vec::new(),
                }),
            }
        }
        constants
    }

    /// The address of what lies here in the file.
    fn address(&self, at: usize) -> Option<u32> {
        let (start, range) = self
            .segments
            .iter()
            .find(|(_, range)| range.contains(&at))?;
        Some(start + u32::try_from(at - range.start).ok()?)
    }
}

fn relocations(reader: BinaryReader) -> Result<Vec<RelocationEntry>> {
    let section = RelocSectionReader::new(reader)?;
    Ok(section.entries().into_iter().collect::<Result<_, _>>()?)
}

fn is_address(entry: &RelocationEntry) -> bool {
    use RelocationType::{
        MemoryAddrI32, MemoryAddrLeb, MemoryAddrLocrelI32, MemoryAddrRelSleb, MemoryAddrSleb,
    };
    matches!(
        entry.ty,
        MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32 | MemoryAddrRelSleb | MemoryAddrLocrelI32
    )
}

/// A name as wasm-bindgen writes it, with the hashes of crates.
fn demangled(name: &str) -> String {
    rustc_demangle::try_demangle(name).map_or_else(|_| name.to_owned(), |name| name.to_string())
}

/// From which file each function comes, by its name, as the linker has listed it (`--Map`).
///
/// # Errors
/// It is not the list of a linker that is known.
pub fn origins(map: &str) -> Result<BTreeMap<String, String>> {
    let mut lines = map.lines();
    let head = lines.next().unwrap_or_default();
    let start = head
        .find("In")
        .filter(|_| head.contains("Symbol"))
        .context("the linker's map begins in an unknown way")?;
    let mut origins = BTreeMap::new();
    let mut is_code = false;
    for line in lines {
        let Some(rest) = line.get(start.saturating_sub(8)..) else {
            continue;
        };
        let text = rest.trim_start();
        if !rest.starts_with(' ') {
            is_code = text == "CODE";
        } else if is_code && let Some((file, name)) = text.rsplit_once(":(") {
            origins.insert(demangled(name.trim_end_matches(')')), file.to_owned());
        }
    }
    Ok(origins)
}
