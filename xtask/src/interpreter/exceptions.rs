//! The interpreter for engines that do not know WebAssembly's exceptions as they are now: Node.js 20 to 24, Chrome before
//! 137, Safari before 18.4.
//!
//! wasm-bindgen wraps each function that may suspend or be suspended, so that an exception leaves the stack
//! pointer as it was: the only places in the module that catch anything. Where stacks are not switched they
//! have nothing to do, because an exception ends the worker. Each of them is replaced by bytes of the same length
//! that catch nothing, by the command and by pages (`www/client/needs.js`). So nobody needs a second interpreter.

use anyhow::{Result, bail, ensure};
use serde::Serialize;
use wasmparser::{
    BlockType, Catch, FunctionBody, Operator, OperatorsReader, Parser, Payload, RefType, ValType,
};

/// Bytes that stand in the place of as many others.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Replacement {
    at: usize,
    bytes: Vec<u8>,
}

// https://webassembly.github.io/spec/core/binary/instructions.html
const UNREACHABLE: u8 = 0x00;
const NOP: u8 = 0x01;
const BLOCK: u8 = 0x02;
const TRY_TABLE: u8 = 0x1f;
const THROW_REF: u8 = 0x0a;
const EXNREF: u8 = 0x69;
/// A type that every engine knows, and that `exnref` can be replaced by where nothing is caught.
const EXTERNREF: u8 = 0x6f;

/// What has to be replaced in a module so that it catches nothing.
///
/// # Errors
/// The module catches something in another way than wasm-bindgen's wrappers do.
pub fn replacements(module: &[u8]) -> Result<Vec<Replacement>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::CodeSectionEntry(body) => of_function(module, &body, &mut found)?,
            Payload::TagSection(_) => bail!("the interpreter has exceptions of its own"),
            _ => {}
        }
    }
    Ok(found)
}

fn of_function(module: &[u8], body: &FunctionBody, found: &mut Vec<Replacement>) -> Result<()> {
    let byte = |at: usize, from: u8, to: u8| {
        ensure!(
            module[at] == from,
            "byte {at} of the interpreter is {:#x}, not {from:#x}",
            module[at]
        );
        Ok(Replacement {
            at,
            bytes: vec![to],
        })
    };
    let mut locals = body.get_locals_reader()?;
    for _ in 0..locals.get_count() {
        let (_, kind) = locals.read()?;
        if is_exnref(kind) {
            found.push(byte(locals.original_position() - 1, EXNREF, EXTERNREF)?);
        }
    }
    let mut operators = OperatorsReader::new(locals.get_binary_reader());
    while !operators.eof() {
        let (operator, at) = operators.read_with_offset()?;
        match operator {
            Operator::TryTable { try_table } => {
                ensure!(
                    matches!(try_table.catches[..], [Catch::AllRef { .. }]),
                    "the interpreter catches exceptions at byte {at}, and not all of them"
                );
                let length = operators.original_position() - at;
                found.push(block(&module[at..at + length], at)?);
            }
            Operator::Block {
                blockty: BlockType::Type(kind),
            } if is_exnref(kind) => {
                found.push(byte(at + 1, EXNREF, EXTERNREF)?);
            }
            Operator::ThrowRef => found.push(byte(at, THROW_REF, UNREACHABLE)?),
            Operator::Throw { .. } | Operator::Try { .. } | Operator::Rethrow { .. } => {
                bail!(
                    "the interpreter throws or catches at byte {at}, and not as wasm-bindgen does"
                )
            }
            _ => {}
        }
    }
    Ok(())
}

/// `try_table` with one catch becomes a block, which has as many labels.
fn block(try_table: &[u8], at: usize) -> Result<Replacement> {
    // The type of the block, the number of catches, their kind, and a label of one byte.
    let [TRY_TABLE, kind @ .., 1, 3, 0..=0x7f] = try_table else {
        bail!("try_table at byte {at} of the interpreter is encoded in an unknown way");
    };
    let mut bytes = vec![BLOCK];
    bytes.extend(kind);
    bytes.resize(try_table.len(), NOP);
    Ok(Replacement { at, bytes })
}

fn is_exnref(kind: ValType) -> bool {
    kind == ValType::Ref(RefType::EXNREF)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of one function without parameters and results.
    fn module(body: &[u8]) -> Vec<u8> {
        let length = |bytes: &[u8]| u8::try_from(bytes.len()).expect("it is short");
        let mut code = vec![1, length(body)];
        code.extend(body);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([1, 4, 1, 0x60, 0, 0]);
        module.extend([3, 2, 1, 0]);
        module.extend([10, length(&code)]);
        module.extend(code);
        module
    }

    fn replaced(module: &[u8]) -> Result<Vec<u8>> {
        let mut replaced = module.to_vec();
        for Replacement { at, bytes } in replacements(module)? {
            replaced[at..at + bytes.len()].copy_from_slice(&bytes);
        }
        Ok(replaced)
    }

    #[test]
    fn what_catches_becomes_a_block_of_the_same_length() {
        let before = [
            1, 1, EXNREF, // a local for the exception
            BLOCK, EXNREF, TRY_TABLE, 0x40, 1, 3, 0, NOP, 0x0b, 0x0c, 1, 0x0b, // the block
            0x21, 0, 0x20, 0, THROW_REF, 0x0b, // throws it again
        ];
        let after = [
            1,
            1,
            EXTERNREF, //
            BLOCK,
            EXTERNREF,
            BLOCK,
            0x40,
            NOP,
            NOP,
            NOP,
            NOP,
            0x0b,
            0x0c,
            1,
            0x0b, //
            0x21,
            0,
            0x20,
            0,
            UNREACHABLE,
            0x0b,
        ];
        assert_eq!(
            replaced(&module(&before)).expect("it is known"),
            module(&after)
        );
    }

    #[test]
    fn a_module_that_catches_nothing_stays_as_it_is() {
        assert_eq!(replacements(&module(&[0, NOP, 0x0b])).expect("nothing"), []);
    }

    #[test]
    fn what_is_caught_in_another_way_is_refused() {
        // `catch_all` without a reference.
        let body = [0, BLOCK, 0x40, TRY_TABLE, 0x40, 1, 2, 0, 0x0b, 0x0b, 0x0b];
        let error = replacements(&module(&body)).expect_err("it is refused");
        assert!(error.to_string().contains("not all of them"), "{error}");
    }
}
