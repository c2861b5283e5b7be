//! Small modules, split and run in Node.

use std::borrow::Cow;
use std::fs;
use std::process::Command;

use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction,
    MemorySection, MemoryType, Module as Encoded, RefType, TableSection, TableType, TypeSection,
    ValType,
};
use wasmparser::Validator;

use super::{Home, LOADER, Module, Plan, Split, Stack, split};
use crate::root;

const BINARY: u32 = 0;
const UNARY: u32 = 1;

/// The functions of the module below, by their indices; the import is the first.
const LOAD: u32 = 0;
const LOAD_PART: u32 = 1;
const GO: u32 = 2;
const ADD: u32 = 3;
const TWICE: u32 = 4;
const NEXT: u32 = 5;
const POINTED: u32 = 6;
const BY_POINTER: u32 = 7;

/// A global that may be set.
pub(super) const VARIABLE_OF_32_BITS: GlobalType = GlobalType {
    val_type: ValType::I32,
    mutable: true,
    shared: false,
};

/// One table of function pointers, with so many places.
pub(super) fn table(places: u64) -> TableSection {
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: places,
        maximum: Some(places),
        shared: false,
    });
    tables
}

/// One memory, with so many pages.
pub(super) fn memory(pages: u64) -> MemorySection {
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: pages,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    memories
}

/// `go(a, b)` is `add(a, b)`, which is `a + twice(b)`; `twice` counts its calls in a global and calls `next`, which
/// is 2 times its argument. `by_pointer(a, _)` calls what the table has at 1: `pointed`, which is `-a`.
fn sample() -> Vec<u8> {
    let mut types = TypeSection::new();
    types
        .ty()
        .function([ValType::I32, ValType::I32], [ValType::I32]);
    types.ty().function([ValType::I32], [ValType::I32]);
    types.ty().function([ValType::I32], []);
    let mut imports = ImportSection::new();
    imports.import("page", "load", EntityType::Function(2));
    let mut functions = FunctionSection::new();
    for kind in [2, BINARY, BINARY, UNARY, UNARY, UNARY, BINARY] {
        functions.function(kind);
    }
    let tables = table(2);
    let memories = memory(1);
    let mut globals = GlobalSection::new();
    globals.global(VARIABLE_OF_32_BITS, &ConstExpr::i32_const(0));
    let mut exports = ExportSection::new();
    exports.export(LOADER, ExportKind::Func, LOAD_PART);
    exports.export("go", ExportKind::Func, GO);
    exports.export("byPointer", ExportKind::Func, BY_POINTER);
    exports.export("calls", ExportKind::Global, 0);
    exports.export("memory", ExportKind::Memory, 0);
    let mut elements = ElementSection::new();
    let pointers = Elements::Functions(Cow::Owned(vec![POINTED]));
    elements.active(None, &ConstExpr::i32_const(1), pointers);
    let mut code = CodeSection::new();
    use Instruction::{
        Call, CallIndirect, End, GlobalGet, GlobalSet, I32Add, I32Const, I32Mul, I32Sub, LocalGet,
    };
    for body in [
        &[LocalGet(0), Call(LOAD)][..],
        &[LocalGet(0), LocalGet(1), Call(ADD)],
        &[LocalGet(0), LocalGet(1), Call(TWICE), I32Add],
        &[
            GlobalGet(0),
            I32Const(1),
            I32Add,
            GlobalSet(0),
            LocalGet(0),
            Call(NEXT),
        ],
        &[LocalGet(0), I32Const(2), I32Mul],
        &[I32Const(0), LocalGet(0), I32Sub],
        &[
            LocalGet(0),
            I32Const(1),
            CallIndirect {
                type_index: UNARY,
                table_index: 0,
            },
        ],
    ] {
        let mut function = Function::new([]);
        for instruction in body {
            function.instruction(instruction);
        }
        function.instruction(&End);
        code.function(&function);
    }
    let mut module = Encoded::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&tables);
    module
        .section(&memories)
        .section(&globals)
        .section(&exports)
        .section(&elements);
    module.section(&code);
    module.finish()
}

fn split_sample(homes: &dyn Fn(u32) -> Home, parts: u32, mark: &str) -> Split {
    let bytes = sample();
    let module = Module::parse(&bytes).expect("it is a module");
    let plan = Plan {
        homes,
        parts,
        mark,
        stack: None,
        linked: None,
        keeps_names: false,
    };
    let split = split(&module, &plan).expect("it can be split");
    for module in split.parts.iter().chain([&split.first]) {
        Validator::new().validate_all(module).expect("it is valid");
    }
    split
}

/// What `action` returns, with the first module's `exports` and the list `loaded` of the parts that were waited for.
pub fn in_node(name: &str, split: &Split, action: &str) -> String {
    let folder = root().join("target/split-tests").join(name);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("first.wasm"), &split.first).expect("written");
    for (part, at) in split.parts.iter().zip(0..) {
        fs::write(folder.join(format!("{at}.wasm")), part).expect("written");
    }
    let script = format!(
        "const module = (name) => new WebAssembly.Module(require('fs').readFileSync(name + '.wasm'));
         const loaded = [];
         const load = (part) => {{
             loaded.push(part);
             new WebAssembly.Instance(module(part), {{ first: exports }});
         }};
         const {{ exports }} = new WebAssembly.Instance(module('first'), {{ page: {{ load }} }});
         console.log(JSON.stringify((() => {{ {action} }})()));"
    );
    let output = Command::new("node")
        .current_dir(&folder)
        .args(["-e", &script])
        .output();
    let output = output.expect("Node runs");
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if text.is_empty() {
        return String::from_utf8_lossy(&output.stderr).into_owned();
    }
    text
}

fn home(part_of: &[(u32, u32)], function: u32) -> Home {
    let found = part_of.iter().find(|(own, _)| *own == function);
    found.map_or(Home::First, |(_, part)| Home::Part(*part))
}

const ACTION: &str = "return [exports.go(1, 10), exports.go(2, 20), exports.byPointer(5, 0), exports.calls.value, loaded];";

#[test]
fn a_module_does_the_same_wherever_its_functions_are() {
    type Place<'a> = (&'a str, &'a [(u32, u32)], &'a str);
    let places: [Place; 6] = [
        ("all-first", &[], "[]"),
        ("chain", &[(ADD, 0), (TWICE, 0), (NEXT, 0)], "[0]"),
        // From the part to the first module, and back.
        ("there-and-back", &[(ADD, 0), (NEXT, 0)], "[0]"),
        ("pointer", &[(POINTED, 0)], "[0]"),
        ("two-parts", &[(ADD, 0), (TWICE, 1), (POINTED, 1)], "[0,1]"),
        // An export cannot be in a part, whatever the plan says.
        (
            "exports-stay",
            &[(GO, 0), (LOAD_PART, 0), (BY_POINTER, 0)],
            "[]",
        ),
    ];
    for (name, part_of, loaded) in places {
        let split = split_sample(&|function| home(part_of, function), 2, "build:1");
        assert_eq!(
            in_node(name, &split, ACTION),
            format!("[21,42,-5,2,{loaded}]"),
            "{name}"
        );
    }
}

#[test]
fn after_a_part_has_come_nobody_waits_again() {
    let split = split_sample(
        &|function| home(&[(ADD, 0), (POINTED, 0)], function),
        1,
        "build:1",
    );
    let action = "load(0); return [exports.go(1, 10), exports.byPointer(5, 0), loaded];";
    assert_eq!(in_node("beforehand", &split, action), "[21,-5,[0]]");
}

#[test]
fn a_part_of_another_build_cannot_be_linked() {
    let homes = |function| home(&[(ADD, 0)], function);
    let mut split = split_sample(&homes, 1, "build:1");
    split.parts = split_sample(&homes, 1, "build:2").parts;
    let told = in_node("other-build", &split, ACTION);
    assert!(
        told.contains("LinkError") && told.contains("build:2"),
        "{told}"
    );
}

#[test]
fn a_plan_that_names_an_unknown_part_is_refused() {
    let bytes = sample();
    let module = Module::parse(&bytes).expect("it is a module");
    let plan = Plan {
        homes: &|_| Home::Part(3),
        parts: 1,
        mark: "build:1",
        stack: None,
        linked: None,
        keeps_names: false,
    };
    assert!(split(&module, &plan).is_err());
}

#[test]
fn a_counting_module_tells_what_was_called_and_how_often() {
    let bytes = sample();
    let module = Module::parse(&bytes).expect("it is a module");
    let counting = super::counting(&module).expect("its calls can be counted");
    Validator::new()
        .validate_all(&counting.module)
        .expect("it is valid");
    let split = Split {
        first: counting.module,
        parts: Vec::new(),
        figures: super::Figures::default(),
    };
    let action = format!(
        "const calls = () => [...new Uint32Array(exports.memory.buffer, {}, 7)].join('');
         return [exports.go(1, 10), calls(), exports.byPointer(5, 0), exports.go(2, 3), calls()];",
        counting.counters
    );
    assert_eq!(
        in_node("counting", &split, &action),
        r#"[21,"0111100",-5,8,"0222211"]"#
    );
}

/// The sample, and behind its counter the globals of a stack, and an export that can be suspended.
fn suspended_sample() -> Vec<u8> {
    use Instruction::{
        Call, Drop, End, GlobalGet, GlobalSet, I32Add, I32Const, LocalGet, LocalSet, LocalTee,
    };
    let mut types = TypeSection::new();
    types
        .ty()
        .function([ValType::I32, ValType::I32], [ValType::I32]);
    types.ty().function([ValType::I32], []);
    let mut imports = ImportSection::new();
    imports.import("page", "load", EntityType::Function(1));
    let mut functions = FunctionSection::new();
    functions.function(1).function(0).function(0);
    let tables = table(1);
    let memories = memory(1);
    let mut globals = GlobalSection::new();
    globals.global(VARIABLE_OF_32_BITS, &ConstExpr::i32_const(1000));
    globals.global(VARIABLE_OF_32_BITS, &ConstExpr::i32_const(0));
    let mut exports = ExportSection::new();
    exports.export(LOADER, ExportKind::Func, 1);
    exports.export("run", ExportKind::Func, 2);
    exports.export("pointer", ExportKind::Global, 0);
    exports.export("base", ExportKind::Global, 1);
    let mut code = CodeSection::new();
    let bodies: [(u32, &[Instruction]); 3] = [
        (0, &[LocalGet(0), Call(0)]),
        (
            2,
            &[
                GlobalGet(1),
                LocalSet(2),
                GlobalGet(0),
                LocalTee(3),
                GlobalSet(1),
                I32Const(500),
                GlobalSet(0),
                LocalGet(2),
                Drop,
                LocalGet(0),
                LocalGet(1),
                Call(3),
            ],
        ),
        (0, &[LocalGet(0), LocalGet(1), I32Add]),
    ];
    for (locals, body) in bodies {
        let mut function = Function::new([(locals, ValType::I32)]);
        for instruction in body {
            function.instruction(instruction);
        }
        function.instruction(&End);
        code.function(&function);
    }
    let mut module = Encoded::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&tables);
    module
        .section(&memories)
        .section(&globals)
        .section(&exports)
        .section(&code);
    module.finish()
}

#[test]
fn a_part_is_waited_for_on_a_stack_of_its_own() {
    let bytes = suspended_sample();
    let module = Module::parse(&bytes).expect("it is a module");
    let stack = Stack::find(&module, "run").expect("it can be suspended");
    assert_eq!(
        stack,
        Stack {
            pointer: 0,
            base: 1
        }
    );
    Stack::find(&module, LOADER).expect_err("it cannot be suspended");
    let plan = Plan {
        homes: &|function| home(&[(3, 0)], function),
        parts: 1,
        mark: "build:1",
        stack: Some(stack),
        linked: None,
        keeps_names: false,
    };
    let split = split(&module, &plan).expect("it can be split");
    Validator::new()
        .validate_all(&split.first)
        .expect("it is valid");
    let action = "
        const where = () => [exports.pointer.value, exports.base.value];
        const { Instance } = WebAssembly;
        WebAssembly.Instance = function (...words) { loaded.push(where()); return new Instance(...words); };
        return [exports.run(1, 10), where(), loaded];";
    // One page is the sample's own, and four are for the loader.
    assert_eq!(
        in_node("stack", &split, action),
        "[11,[500,1000],[0,[327680,0]]]"
    );
}
