//! The interpreter with a mark for each function, which the function sets when it is called: which of them a
//! program needs is read there (`xtask/src/interpreter/split/record.js`).

use anyhow::Result;
use wasm_encoder::{CodeSection, MemorySection, Module as Encoded, SectionId};
use wasmparser::{BinaryReader, FunctionBody};

use super::module::Module;
use super::write::{copy, memory_type, signed};

const PAGE_BYTES: u64 = 65_536;

/// A module that marks what it calls.
pub struct Marking {
    pub module: Vec<u8>,
    /// Where the marks are in its memory: a byte for each function that is not imported. No allocator knows of
    /// the place.
    pub marks: u64,
}

/// Makes one of a module.
///
/// # Errors
/// The module is not valid.
pub fn marking(module: &Module) -> Result<Marking> {
    let marks = module.memory.initial * PAGE_BYTES;
    let mut memory = memory_type(&module.memory);
    memory.minimum += (module.bodies.len() as u64).div_ceil(PAGE_BYTES);
    let mut memories = MemorySection::new();
    memories.memory(memory);

    let mut code = CodeSection::new();
    for (body, address) in module.bodies.iter().zip(marks..) {
        let function = FunctionBody::new(BinaryReader::new(body.bytes, 0));
        let start = function
            .get_binary_reader_for_operators()?
            .original_position();
        let mut marked = body.bytes[..start].to_vec();
        // i32.const ADDRESS, i32.const 1, i32.store8 without an offset
        marked.push(0x41);
        signed(&mut marked, u32::try_from(address)?);
        marked.extend([0x41, 1, 0x3a, 0, 0]);
        marked.extend(&body.bytes[start..]);
        code.raw(&marked);
    }

    use SectionId::{
        Code, Data, DataCount, Element, Export, Function, Global, Import, Memory, Start, Table,
        Type,
    };
    let mut encoded = Encoded::new();
    for id in [
        Type, Import, Function, Table, Memory, Global, Export, Start, Element, DataCount, Code,
        Data,
    ] {
        match id {
            Memory => {
                encoded.section(&memories);
            }
            Code => {
                encoded.section(&code);
            }
            _ => copy(&mut encoded, module, id),
        }
    }
    Ok(Marking {
        module: encoded.finish(),
        marks,
    })
}
