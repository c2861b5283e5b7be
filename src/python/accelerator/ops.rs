//! Instructions on numbers and variables.

use rustpython_vm::accelerator::Place;
use rustpython_vm::bytecode::Instruction;

use super::compiler::{Compiler, Number, Value};
use super::helper::Helper;
use super::region::Step;
use super::seen::Seen;
use super::wasm::{Type, op};

/// Up to this, a float tells integers apart.
const EXACT: i64 = 1 << 53;

impl Compiler<'_> {
    /// Compiles an instruction, and perhaps the one that follows; answers how many. `None` leaves it to the
    /// interpreter: nothing has been compiled of it then.
    #[expect(clippy::too_many_lines, reason = "a table of instructions")]
    pub(super) fn instruction(&mut self, following: Option<&Step>) -> Option<usize> {
        let arg = self.step.arg;
        if self.target.left_out.contains(&self.step.op.into()) {
            return None;
        }
        match self.step.op {
            Instruction::Nop
            | Instruction::NotTaken
            | Instruction::JumpForward { .. }
            | Instruction::JumpBackward { .. }
            | Instruction::JumpBackwardNoInterrupt { .. }
            | Instruction::ForIter { .. } => {}
            Instruction::LoadFast { .. }
            | Instruction::LoadFastBorrow { .. }
            | Instruction::LoadFastCheck { .. } => self.load_local(arg)?,
            Instruction::LoadFastLoadFast { .. }
            | Instruction::LoadFastBorrowLoadFastBorrow { .. } => {
                self.has_local(arg & 15)?;
                self.load_local(arg >> 4)?;
                self.load_local(arg & 15)?;
            }
            Instruction::StoreFast { .. } => self.store(Place::Local(arg))?,
            Instruction::StoreFastStoreFast { .. } => {
                self.seen(1)?;
                self.seen(0)?;
                self.store(Place::Local(arg >> 4))?;
                self.store(Place::Local(arg & 15))?;
            }
            Instruction::StoreFastLoadFast { .. } => {
                self.seen(0)?;
                if arg >> 4 != arg & 15 {
                    self.has_local(arg & 15)?;
                }
                self.store(Place::Local(arg >> 4))?;
                self.load_local(arg & 15)?;
            }
            Instruction::StoreName { .. } if self.hot.is_module => self.store(Place::Name(arg))?,
            Instruction::StoreGlobal { .. } => self.store(Place::Name(arg))?,
            Instruction::LoadName { .. } if self.hot.is_module => self.load_global(arg)?,
            Instruction::LoadGlobal { .. } => {
                self.load_global(arg >> 1)?;
                if arg & 1 != 0 {
                    self.state.stack.push(Value::Null);
                }
            }
            Instruction::LoadConst { .. }
            | Instruction::LoadConstMortal
            | Instruction::LoadConstImmortal => self.load_constant(arg),
            Instruction::LoadSmallInt { .. } => {
                let number = Number::Int(arg.into());
                self.state.stack.push(Value::Number(number, None));
            }
            Instruction::PushNull => self.state.stack.push(Value::Null),
            Instruction::PopTop | Instruction::PopIter | Instruction::EndFor => {
                if matches!(self.state.stack.last()?, Value::Iterator) {
                    return None;
                }
                self.state.stack.pop();
            }
            Instruction::Copy { .. } => {
                let from = self.state.stack.len().checked_sub(arg as usize)?;
                let value = self.state.stack[from].clone();
                match value {
                    Value::Here(seen) => {
                        self.push(from);
                        self.put(seen);
                    }
                    Value::Range | Value::List(_) | Value::Iterator => return None,
                    value => self.state.stack.push(value),
                }
            }
            Instruction::Swap { .. } => self.swap(arg as usize)?,
            Instruction::ToBool => self.truth()?,
            Instruction::UnaryNot => {
                let Seen::Bool = self.seen(0)? else {
                    return None;
                };
                self.push_top(0);
                self.code.op(op::I32_EQZ);
                self.finish(1, Seen::Bool);
            }
            Instruction::UnaryNegative => self.negate()?,
            Instruction::UnaryInvert => {
                let Seen::Int = self.seen(0)? else {
                    return None;
                };
                self.push_top(0);
                self.code.i64(-1);
                self.code.op(op::I64_XOR);
                self.finish(1, Seen::Int);
            }
            Instruction::PopJumpIfFalse { .. } | Instruction::PopJumpIfTrue { .. } => {
                let Seen::Bool = self.seen(0)? else {
                    return None;
                };
            }
            Instruction::PopJumpIfNone { .. } | Instruction::PopJumpIfNotNone { .. } => {
                self.seen(0)?;
            }
            Instruction::CompareOp { .. } => self.compare(arg >> 5)?,
            Instruction::BinaryOp { .. } if arg == 26 => self.subscribe()?,
            Instruction::BinaryOp { .. } if arg < 26 => self.operate(arg % 13)?,
            _ => return self.other_instruction(following),
        }
        Some(1)
    }

    fn truth(&mut self) -> Option<()> {
        match self.seen(0)? {
            Seen::Bool => return Some(()),
            Seen::Int => {
                self.push_top(0);
                self.code.ops(&[op::I64_EQZ, op::I32_EQZ]);
            }
            Seen::Float => {
                self.push_top(0);
                self.code.f64(0.0);
                self.code.op(op::F64_NE);
            }
            Seen::None => self.code.i32(0),
            seen => {
                self.push_top(0);
                self.length(&seen)?;
                self.code.ops(&[op::I64_EQZ, op::I32_EQZ]);
            }
        }
        self.finish(1, Seen::Bool);
        Some(())
    }

    fn negate(&mut self) -> Option<()> {
        match self.seen(0)? {
            Seen::Int => {
                self.push_top(0);
                self.code.i64(i64::MIN);
                self.code.op(op::I64_EQ);
                self.guard();
                self.code.i64(0);
                self.push_top(0);
                self.code.op(op::I64_SUB);
                self.finish(1, Seen::Int);
            }
            Seen::Float => {
                self.push_top(0);
                self.code.op(op::F64_NEG);
                self.finish(1, Seen::Float);
            }
            _ => return None,
        }
        Some(())
    }

    /// Puts two numbers into variables as integers, or as floats if one of them is one.
    fn operands(&mut self) -> Option<(Type, u32, u32)> {
        let types = [self.seen(1)?, self.seen(0)?];
        let is_number = |seen: &Seen| matches!(seen, Seen::Int | Seen::Float | Seen::Bool);
        if !types.iter().all(is_number) {
            return None;
        }
        let kind = if types.iter().any(|seen| matches!(seen, Seen::Float)) {
            Type::F64
        } else {
            Type::I64
        };
        let places = [self.scratch(1, kind), self.scratch(2, kind)];
        for (index, seen) in types.iter().enumerate() {
            self.push_as(1 - index, seen, kind);
            self.code.set(places[index]);
        }
        Some((kind, places[0], places[1]))
    }

    /// Puts a number on WebAssembly's stack as an integer or a float.
    pub(super) fn push_as(&mut self, depth: usize, seen: &Seen, kind: Type) {
        match (seen, kind) {
            (Seen::Bool, Type::I64) => {
                self.push_top(depth);
                self.code.op(op::I64_EXTEND_I32_U);
            }
            (Seen::Bool, Type::F64) => {
                self.push_top(depth);
                self.code
                    .ops(&[op::I64_EXTEND_I32_U, op::F64_CONVERT_I64_S]);
            }
            (Seen::Int, Type::F64) => {
                if self
                    .number(depth)
                    .is_none_or(|value| value.unsigned_abs() > 1 << 53)
                {
                    self.push_top(depth);
                    self.leave_unless_exact();
                }
                self.push_top(depth);
                self.code.op(op::F64_CONVERT_I64_S);
            }
            _ => self.push_top(depth),
        }
    }

    /// Leaves the unit unless the integer on the stack is a float as well.
    pub(super) fn leave_unless_exact(&mut self) {
        self.code.i64(EXACT);
        self.code.op(op::I64_ADD);
        self.code.i64(2 * EXACT);
        self.code.op(op::I64_GT_U);
        self.guard();
    }

    fn compare(&mut self, operator: u32) -> Option<()> {
        if let (Seen::Str, Seen::Str) = (self.seen(1)?, self.seen(0)?) {
            if operator != 2 && operator != 3 {
                return None;
            }
            self.push_top(1);
            self.push_top(0);
            self.helper(Helper::IsEqualStr);
            if operator == 3 {
                self.code.op(op::I32_EQZ);
            }
            self.finish(2, Seen::Bool);
            return Some(());
        }
        let ints = [
            op::I64_LT_S,
            op::I64_LE_S,
            op::I64_EQ,
            op::I64_NE,
            op::I64_GT_S,
            op::I64_GE_S,
        ];
        let floats = [
            op::F64_LT,
            op::F64_LE,
            op::F64_EQ,
            op::F64_NE,
            op::F64_GT,
            op::F64_GE,
        ];
        let operator = operator as usize;
        let (int, float) = (*ints.get(operator)?, *floats.get(operator)?);
        let (kind, left, right) = self.operands()?;
        self.code.get(left);
        self.code.get(right);
        self.code.op(if kind == Type::F64 { float } else { int });
        self.finish(2, Seen::Bool);
        Some(())
    }

    fn operate(&mut self, operator: u32) -> Option<()> {
        if let (Seen::Bool, Seen::Bool) = (self.seen(1)?, self.seen(0)?) {
            let bits = match operator {
                1 => op::I32_AND,
                7 => op::I32_OR,
                12 => op::I32_XOR,
                _ => return None,
            };
            self.push_top(1);
            self.push_top(0);
            self.code.op(bits);
            self.finish(2, Seen::Bool);
            return Some(());
        }
        if operator == 4 {
            return None;
        }
        if operator == 8 && self.number(0) == Some(2) {
            let top = self.state.stack.len() - 1;
            if let Some(Seen::Int) = self.seen(1) {
                // A product is the same, and quicker.
                let (_, left, _) = self.operands()?;
                self.multiply(left, left);
                self.finish(2, Seen::Int);
                return Some(());
            }
            debug_assert!(top > 0);
        }
        let is_float = matches!(self.seen(1)?, Seen::Float) || matches!(self.seen(0)?, Seen::Float);
        let takes_floats = matches!(operator, 0 | 2 | 5 | 6 | 8 | 10 | 11);
        if is_float && !takes_floats {
            return None;
        }
        let (kind, left, right) = self.operands()?;
        let seen = match kind {
            Type::F64 => {
                self.float_operation(operator, left, right);
                Seen::Float
            }
            _ if operator == 11 => {
                self.divide_ints(left, right);
                Seen::Float
            }
            _ => {
                self.int_operation(operator, left, right);
                Seen::Int
            }
        };
        self.finish(2, seen);
        Some(())
    }
}
