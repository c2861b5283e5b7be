//! Calls of functions that are known.

use rustpython_vm::bytecode::Instruction;
use rustpython_vm::{AsObject, PyObject};

use super::compiler::{Compiler, Number, Value};
use super::helper::Helper;
use super::region::Step;
use super::seen::Seen;
use super::wasm::{Type, op};

/// Functions of `math` that take a float, answer a float, and do nothing else.
const OF_MATH: [&str; 19] = [
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "log", "log2",
    "log10", "fabs", "degrees", "radians", "cbrt", "expm1", "log1p",
];

/// An integer of a range has 32 bits: RustPython's iterators have no more where addresses have.
const RANGE: i64 = 1 << 31;

/// What compiled code can call.
#[derive(Clone, Copy, PartialEq)]
enum Callable {
    Range,
    Append,
    Len,
    Abs,
    Least { greatest: bool },
    Int,
    Float,
    Sqrt,
    Floor { up: bool },
    OfMath,
    Random,
}

impl Compiler<'_> {
    /// What a known object is, if compiled code can call it.
    fn callable(&self, object: &PyObject) -> Option<Callable> {
        let vm = self.vm;
        let types = &vm.ctx.types;
        if object.is(types.range_type) {
            return Some(Callable::Range);
        } else if object.is(types.int_type) {
            return Some(Callable::Int);
        } else if object.is(types.float_type) {
            return Some(Callable::Float);
        }
        let append = types.list_type.get_attr(vm.ctx.intern_str("append"));
        if append.is_some_and(|append| append.is(object)) {
            return Some(Callable::Append);
        }
        if !object.class().is(types.builtin_function_or_method_type) {
            return None;
        }
        let text = |name: &'static str| {
            let value = object.get_attr(name, vm).ok()?;
            Some(
                value
                    .downcast_ref::<rustpython_vm::builtins::PyStr>()?
                    .to_string(),
            )
        };
        // The only native function of this name changes nothing but the state of its generator.
        if text("__qualname__").is_some_and(|name| name == "Random.random") {
            return Some(Callable::Random);
        }
        let (module, name) = (text("__module__")?, text("__name__")?);
        Some(match (module.as_str(), name.as_str()) {
            ("builtins", "len") => Callable::Len,
            ("builtins", "abs") => Callable::Abs,
            ("builtins", "min") => Callable::Least { greatest: false },
            ("builtins", "max") => Callable::Least { greatest: true },
            ("math", "sqrt") => Callable::Sqrt,
            ("math", "floor") => Callable::Floor { up: false },
            ("math", "ceil") => Callable::Floor { up: true },
            ("math", name) if OF_MATH.contains(&name) => Callable::OfMath,
            _ => return None,
        })
    }

    pub(super) fn call(&mut self, count: usize, following: Option<&Step>) -> Option<()> {
        let (_, object) = self.known(count + 1)?;
        let address = core::ptr::from_ref(object) as usize;
        let callable = self.callable(object)?;
        let base = self.state.stack.len() - count - 2;
        let has_self = !matches!(self.state.stack[base + 1], Value::Null);
        if has_self != (callable == Callable::Append) {
            return None;
        }
        match (callable, count) {
            (Callable::Append, 1) => {
                let (Seen::List(_), item) = (self.seen(1)?, self.seen(0)?) else {
                    return None;
                };
                self.push_top(1);
                self.push_bits(0, &item);
                self.helper(Helper::AppendToList);
                self.state.stack.truncate(base);
                self.state.stack.push(Value::Number(Number::None, None));
            }
            (Callable::Range, 1..=3) => {
                // Only a loop does not see that there is no range.
                if !matches!(following?.op, Instruction::GetIter) {
                    return None;
                }
                self.range(count, base)?;
            }
            (Callable::Len, 1) => {
                let seen = self.seen(0)?;
                if !matches!(seen, Seen::List(_) | Seen::Tuple(_) | Seen::Str) {
                    return None;
                }
                self.push_top(0);
                self.length(&seen)?;
                self.finish(3, Seen::Int);
            }
            (Callable::Abs, 1) => self.absolute()?,
            (Callable::Least { greatest }, 2) => self.least(greatest)?,
            (Callable::Int, 1) => self.whole(None)?,
            (Callable::Floor { up }, 1) => self.whole(Some(up))?,
            (Callable::Float, 1) => {
                let seen = self.seen(0)?;
                if !matches!(seen, Seen::Int | Seen::Float) {
                    return None;
                }
                self.push_as(0, &seen, Type::F64);
                self.finish(3, Seen::Float);
            }
            (Callable::Sqrt, 1) => {
                let seen = self.seen(0)?;
                if !matches!(seen, Seen::Int | Seen::Float) {
                    return None;
                }
                let value = self.scratch(1, Type::F64);
                self.push_as(0, &seen, Type::F64);
                self.code.tee(value);
                self.code.f64(0.0);
                // What is not a number is left to the interpreter as well.
                self.code.ops(&[op::F64_GE, op::I32_EQZ]);
                self.guard();
                self.code.get(value);
                self.code.op(op::F64_SQRT);
                self.finish(3, Seen::Float);
            }
            (Callable::OfMath, 1) => {
                let seen = self.seen(0)?;
                if !matches!(seen, Seen::Int | Seen::Float) {
                    return None;
                }
                self.push_address(address);
                self.push_bits(0, &seen);
                self.code.i32(Seen::Float.kind() as i32);
                self.helper(Helper::CallWithOne);
                self.code.op(op::I32_EQZ);
                self.guard();
                self.result(Type::F64);
                self.finish(3, Seen::Float);
            }
            (Callable::Random, 0) => {
                self.push_address(address);
                self.helper(Helper::Random);
                self.finish(2, Seen::Float);
            }
            _ => return None,
        }
        Some(())
    }

    fn push_address(&mut self, address: usize) {
        if self.target.pointer == Type::I64 {
            self.code.i64(i64::try_from(address).expect("an address"));
        } else {
            let address = u32::try_from(address).expect("addresses have 32 bits");
            self.code.i32(address.cast_signed());
        }
    }

    /// `range(…)`, as the iterator over it that a loop makes next.
    fn range(&mut self, count: usize, base: usize) -> Option<()> {
        let all: Vec<_> = (0..count)
            .map(|depth| self.seen(depth))
            .collect::<Option<_>>()?;
        if !all.iter().all(|seen| matches!(seen, Seen::Int)) {
            return None;
        }
        let constant_step = if count == 3 { self.number(0) } else { Some(1) };
        if constant_step == Some(0) {
            return None;
        }
        let [start, behind, step] = [1, 2, 3].map(|number| self.scratch(number, Type::I64));
        for depth in 0..count {
            self.push_top(depth);
            self.code.set(
                [start, behind, step][match count {
                    1 => 1,
                    count => count - 1 - depth,
                }],
            );
        }
        if count == 1 {
            self.code.i64(0);
            self.code.set(start);
        }
        if count < 3 {
            self.code.i64(1);
            self.code.set(step);
        }
        for value in [start, behind, step] {
            self.code.get(value);
            self.code.i64(RANGE);
            self.code.op(op::I64_ADD);
            self.code.i64(2 * RANGE);
            self.code.ops(&[op::I64_LT_U, op::I32_EQZ]);
            self.guard();
        }
        let is_down = constant_step.is_some_and(|step| step < 0);
        if constant_step.is_none() {
            self.code.get(step);
            self.code.i64(0);
            self.code.op(op::I64_LE_S);
            self.guard();
        }
        let [next, left, by] = [0, 1, 2].map(|part| self.height_part_of(base, part));
        let (from, to) = if is_down {
            (behind, start)
        } else {
            (start, behind)
        };
        // How many there are: the distance, divided by the step and rounded up.
        self.code.get(to);
        self.code.get(from);
        self.code.op(op::I64_SUB);
        self.code.get(step);
        if is_down {
            self.code.i64(-1);
            self.code.op(op::I64_MUL);
        }
        self.code.tee(left);
        self.code.op(op::I64_ADD);
        self.code.i64(1);
        self.code.op(op::I64_SUB);
        self.code.get(left);
        self.code.op(op::I64_DIV_S);
        self.code.i64(0);
        self.code.get(to);
        self.code.get(from);
        self.code.op(op::I64_GT_S);
        self.code.op(op::SELECT);
        self.code.set(left);
        self.code.get(start);
        self.code.set(next);
        self.code.get(step);
        self.code.set(by);
        self.state.stack.truncate(base);
        self.state.stack.push(Value::Range);
        Some(())
    }

    fn absolute(&mut self) -> Option<()> {
        match self.seen(0)? {
            Seen::Float => {
                self.push_top(0);
                self.code.op(op::F64_ABS);
                self.finish(3, Seen::Float);
            }
            Seen::Int => {
                let value = self.scratch(1, Type::I64);
                self.push_top(0);
                self.code.tee(value);
                self.code.i64(i64::MIN);
                self.code.op(op::I64_EQ);
                self.guard();
                self.code.i64(0);
                self.code.get(value);
                self.code.op(op::I64_SUB);
                self.code.get(value);
                self.code.get(value);
                self.code.i64(0);
                self.code.ops(&[op::I64_LT_S, op::SELECT]);
                self.finish(3, Seen::Int);
            }
            _ => return None,
        }
        Some(())
    }

    /// `min` and `max` of two numbers of one type: the first, unless the second is less or greater.
    fn least(&mut self, greatest: bool) -> Option<()> {
        let (kind, compare) = match (self.seen(1)?, self.seen(0)?) {
            (Seen::Int, Seen::Int) => (Seen::Int, [op::I64_LT_S, op::I64_GT_S]),
            (Seen::Float, Seen::Float) => (Seen::Float, [op::F64_LT, op::F64_GT]),
            _ => return None,
        };
        self.push_top(0);
        self.push_top(1);
        self.push_top(0);
        self.push_top(1);
        self.code.op(compare[usize::from(greatest)]);
        self.code.op(op::SELECT);
        self.finish(4, kind);
        Some(())
    }

    /// `int`, `math.floor` and `math.ceil`.
    fn whole(&mut self, round: Option<bool>) -> Option<()> {
        match self.seen(0)? {
            Seen::Int => {
                self.push_top(0);
                self.finish(3, Seen::Int);
            }
            Seen::Float => {
                let value = self.scratch(1, Type::F64);
                self.push_top(0);
                match round {
                    Some(true) => self.code.op(op::F64_CEIL),
                    Some(false) => self.code.op(op::F64_FLOOR),
                    None => {}
                }
                self.code.tee(value);
                self.code.op(op::F64_ABS);
                self.code.f64(9.0e18);
                self.code.ops(&[op::F64_LT, op::I32_EQZ]);
                self.guard();
                self.code.get(value);
                self.code.op(op::I64_TRUNC_F64_S);
                self.finish(3, Seen::Int);
            }
            _ => return None,
        }
        Some(())
    }
}
