//! The stack while a program waits for a part.
//!
//! wasm-bindgen suspends a program by moving what is on the stack aside, up to where the export was called. But the
//! parser runs on a stack of its own where a text nests deeply, and there is nothing that could be moved: so the
//! loader has its own stack, behind the memory that the allocator knows. Messages that are heard meanwhile use what is
//! left of that.

use anyhow::{Result, bail};
use wasmparser::{BinaryReader, FunctionBody, Operator};

use super::code::{
    CALL, END, GLOBAL_GET, GLOBAL_SET, I32_CONST, LOCAL_GET, LOCAL_SET, signed, unsigned,
};
use super::module::Module;

/// Pages of memory. What waits and what hears needs a tenth.
pub const PAGES: u64 = 4;

const PAGE_BYTES: u64 = 65_536;

/// The globals that say where the stack is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stack {
    pub pointer: u32,
    /// From where on the stack is moved aside; nothing is moved while it is 0.
    pub base: u32,
}

impl Stack {
    /// Finds them in the function that wasm-bindgen has put around an export that can be suspended.
    ///
    /// # Errors
    /// It looks different.
    pub fn find(module: &Module, export: &str) -> Result<Self> {
        let Some(body) = module.body(module.exported(export)?) else {
            bail!("{export} is imported");
        };
        let body = FunctionBody::new(BinaryReader::new(body.bytes, 0));
        let start: Vec<Operator> = body
            .get_operators_reader()?
            .into_iter()
            .take(4)
            .collect::<Result<_, _>>()?;
        let [
            Operator::GlobalGet { global_index: base },
            Operator::LocalSet { .. },
            Operator::GlobalGet {
                global_index: pointer,
            },
            Operator::LocalTee { .. },
        ] = start[..]
        else {
            bail!("wasm-bindgen lets {export} be suspended in an unknown way: {start:?}");
        };
        Ok(Self { pointer, base })
    }

    /// The body of a function that calls the loader on its own stack, at the end of a memory of so many pages.
    pub fn calling(self, loader: u32, pages: u64) -> Result<wasm_encoder::Function> {
        let top = u32::try_from((pages + PAGES) * PAGE_BYTES)?;
        // The parameter is the number of the part.
        let globals = [(self.pointer, 1), (self.base, 2)];
        let mut code = Vec::new();
        for (global, local) in globals {
            code.push(GLOBAL_GET);
            unsigned(&mut code, global);
            code.extend([LOCAL_SET, local]);
        }
        for (global, value) in [(self.pointer, top), (self.base, 0)] {
            code.push(I32_CONST);
            signed(&mut code, value);
            code.push(GLOBAL_SET);
            unsigned(&mut code, global);
        }
        code.extend([LOCAL_GET, 0, CALL]);
        unsigned(&mut code, loader);
        for (global, local) in globals {
            code.extend([LOCAL_GET, local, GLOBAL_SET]);
            unsigned(&mut code, global);
        }
        code.push(END);
        let mut function = wasm_encoder::Function::new([(2, wasm_encoder::ValType::I32)]);
        function.raw(code);
        Ok(function)
    }
}
