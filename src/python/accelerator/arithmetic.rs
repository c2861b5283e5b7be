//! Operations of two numbers, which lie in variables. The result is on WebAssembly's stack.

use super::compiler::Compiler;
use super::helper::Helper;
use super::wasm::{Type, op};

impl Compiler<'_> {
    pub(super) fn int_operation(&mut self, operator: u32, left: u32, right: u32) {
        match operator {
            0 | 10 => self.add_or_subtract(operator == 0, left, right),
            1 => self.simple(op::I64_AND, left, right),
            7 => self.simple(op::I64_OR, left, right),
            12 => self.simple(op::I64_XOR, left, right),
            5 => self.multiply(left, right),
            2 => self.divide_down(left, right, false),
            6 => self.divide_down(left, right, true),
            3 => self.shift_left(left, right),
            9 => self.shift_right(left, right),
            _ => {
                self.code.get(left);
                self.code.get(right);
                self.helper(Helper::PowerOfInt);
                self.code.op(op::I32_EQZ);
                self.guard();
                self.result(Type::I64);
            }
        }
    }

    fn simple(&mut self, operation: u8, left: u32, right: u32) {
        self.code.get(left);
        self.code.get(right);
        self.code.op(operation);
    }

    fn add_or_subtract(&mut self, adds: bool, left: u32, right: u32) {
        let result = self.scratch(3, Type::I64);
        self.simple(if adds { op::I64_ADD } else { op::I64_SUB }, left, right);
        self.code.set(result);
        // The sign of a sum is wrong if both of its terms have the other one.
        self.code.get(left);
        self.code.get(result);
        self.code.op(op::I64_XOR);
        self.code.get(if adds { right } else { left });
        self.code.get(if adds { result } else { right });
        self.code.ops(&[op::I64_XOR, op::I64_AND]);
        self.code.i64(0);
        self.code.op(op::I64_LT_S);
        self.guard();
        self.code.get(result);
    }

    /// Whether an integer has more than 32 bits, as a number on the stack.
    fn is_large(&mut self, value: u32) {
        self.code.get(value);
        self.code.i64(1 << 31);
        self.code.op(op::I64_ADD);
        self.code.i64(1 << 32);
        self.code.ops(&[op::I64_LT_U, op::I32_EQZ]);
    }

    pub(super) fn multiply(&mut self, left: u32, right: u32) {
        let result = self.scratch(3, Type::I64);
        self.simple(op::I64_MUL, left, right);
        self.code.set(result);
        self.is_large(left);
        self.is_large(right);
        self.code.op(op::I32_OR);
        self.code.begin_if();
        // The product by 0 or -1 cannot be checked by a division.
        self.code.get(left);
        self.code.i64(1);
        self.code.op(op::I64_ADD);
        self.code.i64(2);
        self.code.op(op::I64_LT_U);
        self.guard();
        self.code.get(result);
        self.code.get(left);
        self.code.op(op::I64_DIV_S);
        self.code.get(right);
        self.code.op(op::I64_NE);
        self.guard();
        self.code.op(op::END);
        self.code.get(result);
    }

    /// `//` and `%`, which round down.
    fn divide_down(&mut self, left: u32, right: u32, wants_remainder: bool) {
        let (quotient, remainder) = (self.scratch(3, Type::I64), self.scratch(4, Type::I64));
        // There is no quotient by 0, and that of the least number by -1 is too large.
        self.code.get(right);
        self.code.i64(1);
        self.code.op(op::I64_ADD);
        self.code.i64(2);
        self.code.op(op::I64_LT_U);
        self.guard();
        self.simple(op::I64_DIV_S, left, right);
        self.code.tee(quotient);
        self.code.get(right);
        self.code.op(op::I64_MUL);
        self.code.set(remainder);
        self.code.get(left);
        self.code.get(remainder);
        self.code.op(op::I64_SUB);
        self.code.set(remainder);
        // The result for a quotient that is rounded up, then that for the other one.
        if wants_remainder {
            self.code.get(remainder);
            self.code.get(right);
            self.code.op(op::I64_ADD);
            self.code.get(remainder);
        } else {
            self.code.get(quotient);
            self.code.i64(1);
            self.code.op(op::I64_SUB);
            self.code.get(quotient);
        }
        self.code.get(remainder);
        self.code.ops(&[op::I64_EQZ, op::I32_EQZ]);
        self.code.get(remainder);
        self.code.get(right);
        self.code.op(op::I64_XOR);
        self.code.i64(0);
        self.code.ops(&[op::I64_LT_S, op::I32_AND, op::SELECT]);
    }

    /// Leaves the unit unless an integer is less than 63 and not negative.
    fn leave_unless_shift(&mut self, count: u32) {
        self.code.get(count);
        self.code.i64(63);
        self.code.ops(&[op::I64_LT_U, op::I32_EQZ]);
        self.guard();
    }

    fn shift_left(&mut self, left: u32, right: u32) {
        let result = self.scratch(3, Type::I64);
        self.leave_unless_shift(right);
        self.simple(op::I64_SHL, left, right);
        self.code.tee(result);
        self.code.get(right);
        self.code.op(op::I64_SHR_S);
        self.code.get(left);
        self.code.op(op::I64_NE);
        self.guard();
        self.code.get(result);
    }

    fn shift_right(&mut self, left: u32, right: u32) {
        self.leave_unless_shift(right);
        self.simple(op::I64_SHR_S, left, right);
    }

    /// `/` of integers.
    pub(super) fn divide_ints(&mut self, left: u32, right: u32) {
        self.code.get(right);
        self.code.op(op::I64_EQZ);
        self.guard();
        for value in [left, right] {
            self.code.get(value);
            self.leave_unless_exact();
        }
        for value in [left, right] {
            self.code.get(value);
            self.code.op(op::F64_CONVERT_I64_S);
        }
        self.code.op(op::F64_DIV);
    }

    pub(super) fn float_operation(&mut self, operator: u32, left: u32, right: u32) {
        if matches!(operator, 2 | 6 | 11) {
            self.code.get(right);
            self.code.f64(0.0);
            self.code.op(op::F64_EQ);
            self.guard();
        }
        match operator {
            0 => self.simple(op::F64_ADD, left, right),
            10 => self.simple(op::F64_SUB, left, right),
            5 => self.simple(op::F64_MUL, left, right),
            11 => self.simple(op::F64_DIV, left, right),
            2 | 6 => {
                self.code.get(left);
                self.code.get(right);
                self.helper(if operator == 2 {
                    Helper::FloorDivide
                } else {
                    Helper::Remainder
                });
            }
            _ => {
                self.code.get(left);
                self.code.get(right);
                self.helper(Helper::PowerOfFloat);
                self.code.op(op::I32_EQZ);
                self.guard();
                self.result(Type::F64);
            }
        }
    }

    /// Puts the result of a helper on the stack.
    pub(super) fn result(&mut self, kind: Type) {
        if let Some(address) = self.target.result_address {
            self.code.i32(address);
            self.code
                .load(if kind == Type::I32 { Type::I64 } else { kind }, 0);
        } else {
            self.helper(Helper::Result);
            if kind == Type::F64 {
                self.code.op(op::F64_REINTERPRET_I64);
            }
        }
        if kind == Type::I32 {
            self.code.op(op::I32_WRAP_I64);
        }
    }
}
