//! Writes modules of WebAssembly: the few instructions and sections that units are made of.
//!
//! The crate `wasm-encoder` does the same in 8 KB (brotli), which every reader would download; this is 1.

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(super) enum Type {
    I32 = 0x7f,
    I64 = 0x7e,
    F64 = 0x7c,
}

/// A function's parameters and its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signature {
    pub(super) parameters: Vec<Type>,
    pub(super) result: Option<Type>,
}

/// Instructions without an immediate, by their names in the specification.
pub(super) mod op {
    pub(crate) const UNREACHABLE: u8 = 0x00;
    pub(crate) const ELSE: u8 = 0x05;
    pub(crate) const END: u8 = 0x0b;
    pub(crate) const SELECT: u8 = 0x1b;
    pub(crate) const I32_EQZ: u8 = 0x45;
    pub(crate) const I64_EQZ: u8 = 0x50;
    pub(crate) const I64_EQ: u8 = 0x51;
    pub(crate) const I64_NE: u8 = 0x52;
    pub(crate) const I64_LT_S: u8 = 0x53;
    pub(crate) const I64_LT_U: u8 = 0x54;
    pub(crate) const I64_GT_S: u8 = 0x55;
    pub(crate) const I64_GT_U: u8 = 0x56;
    pub(crate) const I64_LE_S: u8 = 0x57;
    pub(crate) const I64_GE_S: u8 = 0x59;
    pub(crate) const F64_EQ: u8 = 0x61;
    pub(crate) const F64_NE: u8 = 0x62;
    pub(crate) const F64_LT: u8 = 0x63;
    pub(crate) const F64_GT: u8 = 0x64;
    pub(crate) const F64_LE: u8 = 0x65;
    pub(crate) const F64_GE: u8 = 0x66;
    pub(crate) const I32_AND: u8 = 0x71;
    pub(crate) const I32_OR: u8 = 0x72;
    pub(crate) const I32_XOR: u8 = 0x73;
    pub(crate) const I64_ADD: u8 = 0x7c;
    pub(crate) const I64_SUB: u8 = 0x7d;
    pub(crate) const I64_MUL: u8 = 0x7e;
    pub(crate) const I64_DIV_S: u8 = 0x7f;
    pub(crate) const I64_AND: u8 = 0x83;
    pub(crate) const I64_OR: u8 = 0x84;
    pub(crate) const I64_XOR: u8 = 0x85;
    pub(crate) const I64_SHL: u8 = 0x86;
    pub(crate) const I64_SHR_S: u8 = 0x87;
    pub(crate) const F64_ABS: u8 = 0x99;
    pub(crate) const F64_NEG: u8 = 0x9a;
    pub(crate) const F64_CEIL: u8 = 0x9b;
    pub(crate) const F64_FLOOR: u8 = 0x9c;
    pub(crate) const F64_SQRT: u8 = 0x9f;
    pub(crate) const F64_ADD: u8 = 0xa0;
    pub(crate) const F64_SUB: u8 = 0xa1;
    pub(crate) const F64_MUL: u8 = 0xa2;
    pub(crate) const F64_DIV: u8 = 0xa3;
    pub(crate) const I32_WRAP_I64: u8 = 0xa7;
    pub(crate) const I64_EXTEND_I32_U: u8 = 0xad;
    pub(crate) const I64_TRUNC_F64_S: u8 = 0xb0;
    pub(crate) const F64_CONVERT_I64_S: u8 = 0xb9;
    pub(crate) const I64_REINTERPRET_F64: u8 = 0xbd;
    pub(crate) const F64_REINTERPRET_I64: u8 = 0xbf;
}

fn unsigned(bytes: &mut Vec<u8>, mut value: u32) {
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            bytes.push(byte);
            return;
        }
        bytes.push(byte | 0x80);
    }
}

fn signed(bytes: &mut Vec<u8>, mut value: i64) {
    loop {
        let byte = (value & 0x7f).to_le_bytes()[0];
        value >>= 7;
        let is_last = (value == 0 && byte & 0x40 == 0) || (value == -1 && byte & 0x40 != 0);
        if is_last {
            bytes.push(byte);
            return;
        }
        bytes.push(byte | 0x80);
    }
}

fn length(count: usize) -> u32 {
    u32::try_from(count).expect("a unit is small")
}

/// The instructions of a function.
#[derive(Default)]
pub(super) struct Code {
    bytes: Vec<u8>,
    /// How many blocks are open.
    pub(super) depth: u32,
}

impl Code {
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn op(&mut self, op: u8) {
        if op == op::END {
            self.depth -= 1;
        }
        self.bytes.push(op);
    }

    pub(super) fn ops(&mut self, ops: &[u8]) {
        for &op in ops {
            self.op(op);
        }
    }

    fn index(&mut self, op: u8, index: u32) {
        self.bytes.push(op);
        unsigned(&mut self.bytes, index);
    }

    /// Opens a block that answers nothing; `br` leaves it.
    pub(super) fn block(&mut self) {
        self.open(0x02, 0x40);
    }

    /// Opens a block that answers a value.
    pub(super) fn block_of(&mut self, result: Type) {
        self.open(0x02, result as u8);
    }

    /// Opens a loop; `br` begins it anew.
    pub(super) fn begin_loop(&mut self) {
        self.open(0x03, 0x40);
    }

    pub(super) fn begin_if(&mut self) {
        self.open(0x04, 0x40);
    }

    fn open(&mut self, op: u8, kind: u8) {
        self.bytes.extend([op, kind]);
        self.depth += 1;
    }

    /// Jumps to the block that was the `level`th to be opened.
    pub(super) fn br(&mut self, level: u32) {
        let depth = self.depth - level;
        self.index(0x0c, depth);
    }

    pub(super) fn get(&mut self, local: u32) {
        self.index(0x20, local);
    }

    pub(super) fn set(&mut self, local: u32) {
        self.index(0x21, local);
    }

    pub(super) fn tee(&mut self, local: u32) {
        self.index(0x22, local);
    }

    pub(super) fn get_global(&mut self, global: u32) {
        self.index(0x23, global);
    }

    pub(super) fn set_global(&mut self, global: u32) {
        self.index(0x24, global);
    }

    pub(super) fn call(&mut self, function: u32) {
        self.index(0x10, function);
    }

    pub(super) fn i32(&mut self, value: i32) {
        self.bytes.push(0x41);
        signed(&mut self.bytes, value.into());
    }

    pub(super) fn i64(&mut self, value: i64) {
        self.bytes.push(0x42);
        signed(&mut self.bytes, value);
    }

    pub(super) fn f64(&mut self, value: f64) {
        self.bytes.push(0x44);
        self.bytes.extend(value.to_bits().to_le_bytes());
    }

    /// Loads what lies so many bytes behind the address on the stack.
    pub(super) fn load(&mut self, what: Type, offset: u32) {
        let op = match what {
            Type::I32 => 0x28,
            Type::I64 => 0x29,
            Type::F64 => 0x2b,
        };
        self.bytes.extend([op, 3]);
        if what == Type::I32 {
            *self.bytes.last_mut().expect("it was just written") = 2;
        }
        unsigned(&mut self.bytes, offset);
    }

    /// Stores an `i64` or `f64` so many bytes behind the address below it on the stack.
    pub(super) fn store(&mut self, what: Type, offset: u32) {
        let op = match what {
            Type::I32 => 0x36,
            Type::I64 => 0x37,
            Type::F64 => 0x39,
        };
        self.bytes
            .extend([op, if what == Type::I32 { 2 } else { 3 }]);
        unsigned(&mut self.bytes, offset);
    }
}

/// A module with one function, which takes an address and answers a number.
pub(super) struct Module {
    /// The functions that it imports, as `h0`, `h1` and so on.
    pub(super) imports: Vec<Signature>,
    /// The types of its function's local variables behind the parameter.
    pub(super) locals: Vec<Type>,
    pub(super) code: Code,
    /// What its one global variable begins with, if it has one.
    pub(super) global: Option<i32>,
}

impl Module {
    /// The bytes of the module. It imports the memory as `m`, and exports the function as `f`.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut types: Vec<Signature> = vec![Signature {
            parameters: vec![Type::I32],
            result: Some(Type::I32),
        }];
        let mut imports = Vec::new();
        unsigned(&mut imports, length(self.imports.len() + 1));
        import(&mut imports, "m", &[0x02, 0x00, 0x00]);
        for (index, signature) in self.imports.iter().enumerate() {
            let number = types.iter().position(|known| known == signature);
            let number = number.unwrap_or_else(|| {
                types.push(signature.clone());
                types.len() - 1
            });
            let mut kind = vec![0x00];
            unsigned(&mut kind, length(number));
            import(&mut imports, &format!("h{index}"), &kind);
        }
        let mut all = b"\0asm\x01\0\0\0".to_vec();
        section(&mut all, 1, &type_section(&types));
        section(&mut all, 2, &imports);
        section(&mut all, 3, &[1, 0]);
        if let Some(value) = self.global {
            let mut globals = vec![1, Type::I32 as u8, 0x01, 0x41];
            signed(&mut globals, value.into());
            globals.push(op::END);
            section(&mut all, 6, &globals);
        }
        let mut exports = vec![1, 1, b'f', 0x00];
        unsigned(&mut exports, length(self.imports.len()));
        section(&mut all, 7, &exports);
        let mut body = Vec::new();
        unsigned(&mut body, length(self.locals.len()));
        for &local in &self.locals {
            body.extend([1, local as u8]);
        }
        body.extend(&self.code.bytes);
        body.push(op::END);
        let mut code = vec![1];
        unsigned(&mut code, length(body.len()));
        code.extend(body);
        section(&mut all, 10, &code);
        all
    }
}

fn type_section(types: &[Signature]) -> Vec<u8> {
    let mut bytes = Vec::new();
    unsigned(&mut bytes, length(types.len()));
    for signature in types {
        bytes.push(0x60);
        unsigned(&mut bytes, length(signature.parameters.len()));
        bytes.extend(signature.parameters.iter().map(|&kind| kind as u8));
        bytes.push(signature.result.is_some().into());
        bytes.extend(signature.result.map(|kind| kind as u8));
    }
    bytes
}

fn import(bytes: &mut Vec<u8>, name: &str, kind: &[u8]) {
    bytes.extend([1, b'i']);
    unsigned(bytes, length(name.len()));
    bytes.extend(name.as_bytes());
    bytes.extend(kind);
}

fn section(bytes: &mut Vec<u8>, id: u8, content: &[u8]) {
    bytes.push(id);
    unsigned(bytes, length(content.len()));
    bytes.extend(content);
}
