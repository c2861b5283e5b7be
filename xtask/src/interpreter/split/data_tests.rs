//! Constants of small modules: which part brings them, and what stands in memory when.

use std::borrow::Cow;

use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, ImportSection, Instruction, MemArg,
    Module as Encoded, NameMap, NameSection, TypeSection, ValType,
};
use wasmparser::Validator;

use super::linked::{Constant, Linked, Reader, origins};
use super::tests::{VARIABLE_OF_32_BITS, in_node, memory, table};
use super::{Home, LOADER, Module, Plan, split};

/// The functions, by their indices; the import is the first.
const FIRST: u32 = 2;
const LAST: u32 = 4;
const NAMES: [&str; 4] = ["load", "stays", "first::reads", "part::reads"];

/// Where the constants begin. Each has 32 bytes, and each of its words is its number and once more.
const START: u32 = 1 << 16;
const BYTES: u32 = 32;

/// Which constant is which.
const OF_FIRST: u32 = 0;
const OF_PART: u32 = 1;
const OF_BOTH: u32 = 2;
/// Only `OF_PART` has its address.
const BEHIND: u32 = 3;
/// Its address stands in a variable.
const POINTED: u32 = 4;
/// Nobody reads it.
const UNREAD: u32 = 5;

/// Behind all constants.
const VARIABLE: u32 = START + (UNREAD + 1) * BYTES;

fn place(constant: u32) -> u32 {
    START + constant * BYTES
}

/// `first()` adds what the first module reads, and `last()` what `part` reads.
fn sample() -> Vec<u8> {
    use Instruction::{Call, End, I32Add, I32Const, I32Load, LocalGet};
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], []);
    types.ty().function([], [ValType::I32]);
    let mut imports = ImportSection::new();
    imports.import("page", "load", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    functions.function(0).function(1).function(1).function(1);
    let tables = table(1);
    let memories = memory(2);
    let mut globals = GlobalSection::new();
    globals.global(VARIABLE_OF_32_BITS, &ConstExpr::i32_const(0));
    let mut exports = ExportSection::new();
    exports.export(LOADER, ExportKind::Func, 1);
    exports.export("first", ExportKind::Func, FIRST);
    exports.export("last", ExportKind::Func, LAST);
    exports.export("memory", ExportKind::Memory, 0);

    let reads = |constants: &[u32]| {
        let mut body = vec![I32Const(0)];
        for constant in constants {
            body.extend([
                I32Const(place(*constant).cast_signed()),
                I32Load(MemArg {
                    offset: 0,
                    align: 2,
                    memory_index: 0,
                }),
                I32Add,
            ]);
        }
        body
    };
    let mut code = CodeSection::new();
    for body in [
        vec![LocalGet(0), Call(0)],
        reads(&[OF_FIRST, OF_BOTH]),
        reads(&[OF_PART, OF_BOTH, POINTED]),
        vec![Call(LAST - 1)],
    ] {
        let mut function = Function::new([]);
        for instruction in &body {
            function.instruction(instruction);
        }
        function.instruction(&End);
        code.function(&function);
    }
    let mut data = DataSection::new();
    let mut memory: Vec<u8> = (1_u32..7)
        .flat_map(|number| [number; (BYTES / 4) as usize])
        .flat_map(u32::to_le_bytes)
        .collect();
    memory.extend(place(POINTED).to_le_bytes());
    data.active(0, &ConstExpr::i32_const(START.cast_signed()), memory);
    let mut names = NameSection::new();
    let mut map = NameMap::new();
    for (name, index) in NAMES.iter().zip(0..) {
        map.append(index, name);
    }
    map.append(LAST, "last");
    names.functions(&map);
    let mut segments = NameMap::new();
    segments.append(0, ".rodata");
    names.data(&segments);

    let mut module = Encoded::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&tables)
        .section(&memories)
        .section(&globals)
        .section(&exports)
        .section(&code)
        .section(&data)
        .section(&names);
    module.finish()
}

/// What a linker would have told of it.
fn linked() -> Linked {
    let readers = [
        vec![Reader::Function(1)],
        vec![Reader::Function(2)],
        vec![Reader::Function(1), Reader::Function(2)],
        vec![Reader::Constant(OF_PART as usize)],
        vec![Reader::Function(2)],
        // Of a function that is not there any more.
        vec![Reader::Function(4)],
    ];
    Linked {
        functions: ["stays", "first::reads", "part::reads", "last", "gone"]
            .map(str::to_owned)
            .into(),
        constants: (0..)
            .zip(readers)
            .map(|(number, readers)| Constant {
                place: place(number)..place(number) + BYTES,
                readers,
            })
            .collect(),
    }
}

#[test]
fn a_part_brings_the_constants_that_only_it_reads() {
    let bytes = sample();
    let module = Module::parse(&bytes).expect("it is a module");
    let homes = |function| {
        if function == LAST - 1 {
            Home::Part(0)
        } else {
            Home::First
        }
    };
    let linked = linked();
    let plan = Plan {
        homes: &homes,
        parts: 1,
        mark: "build:1",
        stack: None,
        linked: Some(&linked),
        keeps_names: false,
    };
    let split = split(&module, &plan).expect("it can be split");
    for module in split.parts.iter().chain([&split.first]) {
        Validator::new().validate_all(module).expect("it is valid");
    }
    assert_eq!(split.figures.constants, [2 * BYTES as usize]);
    let action = format!(
        "const at = (constant) => new Uint32Array(exports.memory.buffer)[({START} + constant * {BYTES}) / 4];
         const there = () => [0, 1, 2, 3, 4, 5].map(at).join('');
         return [exports.first(), there(), exports.last(), there(), loaded];"
    );
    // What nobody reads is nowhere, and what a variable may point to has stayed.
    assert_eq!(
        in_node("constants", &split, &action),
        r#"[4,"103056",10,"123456",[0]]"#
    );
}

#[test]
fn what_the_linker_tells_is_read() {
    // A symbol for each constant but the unread one, and who holds their addresses.
    let symbols = [OF_FIRST, OF_PART, OF_BOTH, BEHIND, POINTED];
    let mut linking = vec![2, 8];
    let mut table = vec![u8::try_from(symbols.len()).expect("few")];
    for symbol in symbols {
        // Data, local, a name of one letter; the segment, where in it, and how long.
        let start = u8::try_from(symbol * BYTES).expect("near");
        table.extend([1, 2, 1, b'a' + u8::try_from(symbol).expect("few"), 0]);
        leb(&mut table, start.into());
        leb(&mut table, BYTES);
    }
    leb(&mut linking, u32::try_from(table.len()).expect("short"));
    linking.extend(table);

    let bytes = sample();
    let code = payload(&bytes, 10);
    let data = payload(&bytes, 11);
    let mut in_code = Vec::new();
    for symbol in symbols {
        let mut number = vec![0x41];
        super::code::signed(&mut number, place(symbol));
        for (at, found) in code.windows(number.len()).enumerate() {
            if found == number {
                in_code.push((4, at + 1, symbol));
            }
        }
    }
    // In OF_PART stands the address of BEHIND. The memory is the last of the section.
    let memory = data.len() - (VARIABLE - START + 4) as usize;
    let in_data = vec![(5, memory + BYTES as usize, BEHIND)];
    let mut module = bytes.clone();
    for (name, content) in [
        ("linking", linking),
        ("reloc.CODE", relocations(7, &in_code)),
        ("reloc.DATA", relocations(8, &in_data)),
    ] {
        let section = CustomSection {
            name: Cow::Borrowed(name),
            data: Cow::Owned(content),
        };
        wasm_encoder::Section::append_to(&section, &mut module);
    }
    let told = Linked::read(&module).expect("it can be read");
    let wanted = linked();
    for (constant, expected) in told.constants.iter().zip(&wanted.constants) {
        assert_eq!(constant.place, expected.place);
        let names = |linked: &Linked, readers: &[Reader]| -> Vec<String> {
            let named = readers.iter().map(|reader| match reader {
                Reader::Function(function) => linked.functions[*function].clone(),
                Reader::Constant(constant) => format!("constant {constant}"),
                Reader::Variable => "a variable".to_owned(),
            });
            named.collect()
        };
        assert_eq!(
            names(&told, &constant.readers),
            names(&wanted, &expected.readers)
        );
    }
    assert!(Linked::read(&bytes).is_err(), "nothing is told");
}

fn payload(module: &[u8], id: u8) -> Vec<u8> {
    let module = Module::parse(module).expect("it is a module");
    module.section(id).expect("it is there").to_vec()
}

/// A section of relocations: kind, place, symbol; no addend.
fn relocations(section: u8, entries: &[(u8, usize, u32)]) -> Vec<u8> {
    let mut content = vec![section, u8::try_from(entries.len()).expect("few")];
    for (kind, at, symbol) in entries {
        content.push(*kind);
        leb(&mut content, u32::try_from(*at).expect("near"));
        leb(&mut content, *symbol);
        content.push(0);
    }
    content
}

fn leb(bytes: &mut Vec<u8>, value: u32) {
    super::code::unsigned(bytes, value);
}

#[test]
fn the_linkers_map_names_the_file_of_each_function() {
    let map = "    Addr      Off     Size Out     In      Symbol
       -       10       20 CODE
       -       12        8         /lib/libsome.rlib(abc-some.o):(some_open)
       -       12        8                 some_open
       -       1a        8         /deps/garter.lto.o:(_RNvC3foo3bar)
       -       1a        8                 foo::bar
  400000       40       20 .rodata
  400000       40       20         /lib/libsome.rlib(abc-some.o):(.L.str)
";
    let origins = origins(map).expect("it is a map");
    assert_eq!(
        origins.get("some_open").map(String::as_str),
        Some("/lib/libsome.rlib(abc-some.o)")
    );
    assert_eq!(origins.len(), 2);
    assert!(super::linked::origins("something else").is_err());
}
