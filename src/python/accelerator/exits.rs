//! The ways out of a unit.

use rustpython_vm::accelerator::{Exit, Held, Item};

use super::compiler::{BASE, Compiler, LEAVE, LEFT, Purpose, Value};
use super::wasm::{Type, op};

impl Compiler<'_> {
    /// A way out before an instruction, with what is known now.
    pub(super) fn exit(&mut self, resume: u32, is_early: bool) -> i32 {
        let mut held = Vec::new();
        let variables: Vec<_> = self.state.variables.clone().into_iter().collect();
        for (place, seen) in variables {
            if self.is_assigned(place) {
                let value = self.variable(place, &seen);
                held.push(Held {
                    place,
                    kind: seen.kind(),
                    value,
                });
            }
        }
        let stack = self.state.stack.clone();
        let mut items = Vec::new();
        for (height, value) in stack.iter().enumerate() {
            items.push(match value {
                Value::Iterator => continue,
                Value::Here(seen) => Item::Value {
                    kind: seen.kind(),
                    value: self.height(height, seen),
                },
                Value::Local(index, _) => Item::Local(*index),
                Value::Number(_, Some(index)) | Value::Constant(index) => Item::Constant(*index),
                Value::Number(number, None) => Item::Number(number.kind(), number.bits()),
                Value::Known(index) => Item::Known(*index),
                Value::Null => Item::Null,
                Value::Range => {
                    let [next, left, step] =
                        [0, 1, 2].map(|part| self.height_part(height, part, Type::I64));
                    Item::Range { next, left, step }
                }
                Value::List(_) => Item::List {
                    list: self.height_part(height, 0, self.target.pointer),
                    position: self.height_part(height, 1, Type::I64),
                },
            });
        }
        self.exits.push(Exit {
            resume,
            held,
            items,
            is_early,
        });
        i32::try_from(self.exits.len() - 1).expect("there are few")
    }

    /// Leaves the unit.
    pub(super) fn leave(&mut self, resume: u32, is_early: bool) {
        let exit = self.exit(resume, is_early);
        self.code.i32(exit);
        self.code.br(LEAVE);
    }

    /// Leaves the unit before the current instruction if the number on the stack is not zero.
    pub(super) fn guard(&mut self) {
        if let Some((_, one_in)) = self.target.shaky {
            self.shake(one_in);
        }
        self.code.begin_if();
        self.leave(self.step.start, true);
        self.code.op(op::END);
    }

    /// Lets a guard fail at random.
    fn shake(&mut self, one_in: i32) {
        const I32_SHL: u8 = 0x74;
        const I32_SHR_U: u8 = 0x76;
        const I32_REM_U: u8 = 0x70;
        for (by, shift) in [(13, I32_SHL), (17, I32_SHR_U), (5, I32_SHL)] {
            self.code.get_global(0);
            self.code.get_global(0);
            self.code.i32(by);
            self.code.op(shift);
            self.code.op(op::I32_XOR);
            self.code.set_global(0);
        }
        self.code.get_global(0);
        self.code.i32(one_in);
        self.code.ops(&[I32_REM_U, op::I32_EQZ, op::I32_OR]);
    }

    /// Counts a turn of a loop, and leaves the unit before an instruction if there are none left.
    pub(super) fn count_turn(&mut self, resume: u32) {
        self.code.get(LEFT);
        self.code.i64(1);
        self.code.op(op::I64_SUB);
        self.code.tee(LEFT);
        self.code.i64(0);
        self.code.op(op::I64_LE_S);
        self.code.begin_if();
        self.leave(resume, false);
        self.code.op(op::END);
    }

    /// Writes all variables to where the interpreter reads them. The number of the exit is on the stack.
    pub(super) fn store_all(&mut self) {
        let exit = self.scratch(0, Type::I32);
        self.code.set(exit);
        let places: Vec<_> = self
            .places
            .iter()
            .map(|(&purpose, &local)| (purpose, local))
            .collect();
        for (purpose, local) in places {
            let kind = match purpose {
                Purpose::Variable(_, kind) | Purpose::Height(_, _, kind) => kind,
                Purpose::Scratch(..) => continue,
            };
            self.code.get(BASE);
            self.code.get(local);
            if kind == Type::I32 {
                self.code.op(op::I64_EXTEND_I32_U);
            }
            let stored = if kind == Type::F64 {
                Type::F64
            } else {
                Type::I64
            };
            self.code.store(stored, 8 * local);
        }
        self.code.get(BASE);
        self.code.get(LEFT);
        self.code.store(Type::I64, 0);
        self.code.get(exit);
    }
}
