//! The interpreter with a counter for each function, which counts its calls: which of them a program needs, and how
//! often, is read there (`xtask/src/interpreter/split/hook.js`).

use anyhow::Result;
use wasm_encoder::{CodeSection, MemorySection, Module as Encoded, SectionId};
use wasmparser::{BinaryReader, FunctionBody};

use super::code::{I32_ADD, I32_CONST, I32_LOAD, I32_STORE, signed};
use super::module::Module;
use super::write::{copy, memory_type};

const PAGE_BYTES: u64 = 65_536;

/// A module that counts its calls.
pub struct Counting {
    pub module: Vec<u8>,
    /// Where the counters are in its memory: four bytes for each function that is not imported. No allocator knows
    /// of the place.
    pub counters: u64,
}

const COUNTER_BYTES: u64 = 4;

/// Makes one of a module.
///
/// # Errors
/// The module is not valid.
pub fn counting(module: &Module) -> Result<Counting> {
    let counters = module.memory.initial * PAGE_BYTES;
    let mut memory = memory_type(&module.memory);
    let bytes = module.bodies.len() as u64 * COUNTER_BYTES;
    memory.minimum += bytes.div_ceil(PAGE_BYTES);
    let mut memories = MemorySection::new();
    memories.memory(memory);

    let mut code = CodeSection::new();
    for (body, address) in module.bodies.iter().zip((counters..).step_by(4)) {
        let function = FunctionBody::new(BinaryReader::new(body.bytes, 0));
        let start = function
            .get_binary_reader_for_operators()?
            .original_position();
        let mut counted = body.bytes[..start].to_vec();
        // The address to store to, and the one to load from. The alignment is 2^2 bytes, the offset 0.
        for _ in 0..2 {
            counted.push(I32_CONST);
            signed(&mut counted, u32::try_from(address)?);
        }
        counted.extend([I32_LOAD, 2, 0, I32_CONST, 1, I32_ADD, I32_STORE, 2, 0]);
        counted.extend(&body.bytes[start..]);
        code.raw(&counted);
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
    Ok(Counting {
        module: encoded.finish(),
        counters,
    })
}
