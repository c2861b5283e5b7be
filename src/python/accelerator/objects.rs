//! Instructions on sequences, and on names of the module.

use rustpython_vm::accelerator::{Found, Place};
use rustpython_vm::builtins::{PyModule, PyTuple};
use rustpython_vm::bytecode::{Instruction, oparg};
use rustpython_vm::{AsObject, PyObject};

use super::compiler::{Compiler, Number, Value};
use super::helper::Helper;
use super::region::Step;
use super::seen::Seen;
use super::wasm::{Type, op};

impl Compiler<'_> {
    pub(super) fn other_instruction(&mut self, following: Option<&Step>) -> Option<usize> {
        let arg = self.step.arg;
        match self.step.op {
            Instruction::LoadAttr { .. } => self.attribute(arg)?,
            Instruction::StoreSubscr => self.store_item()?,
            Instruction::GetIter => self.iterate()?,
            Instruction::UnpackSequence { .. } => self.unpack(arg as usize)?,
            Instruction::BuildTuple { .. } => {
                // `a, b, c, d = …` makes a tuple and takes it apart.
                let unpack = following?;
                if !matches!(unpack.op, Instruction::UnpackSequence { .. }) || unpack.arg != arg {
                    return None;
                }
                self.reverse(arg as usize)?;
                return Some(2);
            }
            Instruction::Call { .. } => self.call(arg as usize, following)?,
            Instruction::ListAppend { .. } => {
                let depth = arg as usize;
                let Seen::List(_) = self.seen(depth)? else {
                    return None;
                };
                let item = self.seen(0)?;
                self.push_top(depth);
                self.push_bits(0, &item);
                self.helper(Helper::AppendToList);
                self.state.stack.pop();
            }
            _ => return None,
        }
        Some(1)
    }

    /// What a name of the module or a builtin is.
    pub(super) fn load_global(&mut self, index: u32) -> Option<()> {
        if self.state.variables.contains_key(&Place::Name(index)) {
            let seen = self.state.variables[&Place::Name(index)].clone();
            let local = self.variable(Place::Name(index), &seen);
            self.code.get(local);
            self.put(seen);
            return Some(());
        }
        let name = self.hot.code.names[index as usize];
        let object = self.hot.global(name, self.vm)?;
        let class = object.class();
        let types = &self.vm.ctx.types;
        // Others may be what a program has made, and would live as long as the unit.
        if !(class.is(types.module_type)
            || class.is(types.builtin_function_or_method_type)
            || [types.range_type, types.int_type, types.float_type]
                .iter()
                .any(|class| object.is(*class)))
        {
            return None;
        }
        let known = self.know(&object, Found::Name(index));
        self.state.stack.push(Value::Known(known));
        Some(())
    }

    pub(super) fn known(&self, depth: usize) -> Option<(u32, &PyObject)> {
        let at = self.state.stack.len().checked_sub(depth + 1)?;
        match self.state.stack[at] {
            Value::Known(index) => Some((index, &self.known[index as usize].object)),
            _ => None,
        }
    }

    fn attribute(&mut self, arg: u32) -> Option<()> {
        let oparg = oparg::LoadAttr::from_u32(arg);
        let name = self.hot.code.names[oparg.name_idx() as usize];
        if let Some(Seen::List(_)) = self.seen(0) {
            if name.as_wtf8() != "append" || !oparg.is_method() {
                return None;
            }
            let append = (self.vm.ctx.types.list_type).get_attr(name)?;
            let known = self.know(&append, Found::Always);
            let list = self.state.stack.len() - 1;
            let seen = self.seen(0)?;
            self.push(list);
            let local = self.height(list + 1, &seen);
            self.code.set(local);
            self.state.stack[list] = Value::Known(known);
            self.state.stack.push(Value::Here(seen));
            return Some(());
        }
        let (module, object) = self.known(0)?;
        object.downcast_ref_if_exact::<PyModule>(self.vm)?;
        let object = object.dict()?.get_item_opt(name, self.vm).ok()??;
        let types = &self.vm.ctx.types;
        let value = match self.number_at(&object) {
            Some(Number::Float(_)) | None => {
                let is_number = self.number_at(&object).is_some();
                if !is_number && !object.class().is(types.builtin_function_or_method_type) {
                    return None;
                }
                let known = self.know(&object, Found::Attribute(module, name));
                match self.number_at(&object) {
                    // `math.pi`: the check of the known object is that of the number.
                    Some(number) if !oparg.is_method() => Value::Number(number, None),
                    Some(_) => return None,
                    None => Value::Known(known),
                }
            }
            Some(_) => return None,
        };
        self.state.stack.pop();
        self.state.stack.push(value);
        if oparg.is_method() {
            self.state.stack.push(Value::Null);
        }
        Some(())
    }

    /// The length of the sequence on WebAssembly's stack, which is there then.
    pub(super) fn length(&mut self, seen: &Seen) -> Option<()> {
        self.helper(match seen {
            Seen::List(_) => Helper::LengthOfList,
            Seen::Tuple(_) => Helper::LengthOfTuple,
            Seen::Str => Helper::LengthOfStr,
            _ => return None,
        });
        Some(())
    }

    /// Takes what a helper has found as the uppermost value.
    pub(super) fn take_result(&mut self, seen: Seen) {
        let kind = self.type_of(&seen);
        self.result(kind);
        self.put(seen);
    }

    /// Puts a value on WebAssembly's stack as its kind and its bits.
    pub(super) fn push_bits(&mut self, depth: usize, seen: &Seen) {
        self.code.i32(seen.kind() as i32);
        self.push_top(depth);
        match self.type_of(seen) {
            Type::I32 => self.code.op(op::I64_EXTEND_I32_U),
            Type::F64 => self.code.op(op::I64_REINTERPRET_F64),
            Type::I64 => {}
        }
    }

    /// `sequence[index]`.
    pub(super) fn subscribe(&mut self) -> Option<()> {
        let (sequence, Seen::Int) = (self.seen(1)?, self.seen(0)?) else {
            return None;
        };
        let at = self.number(0).and_then(|index| usize::try_from(index).ok());
        let item = sequence.item(at)?;
        self.push_top(1);
        self.push_top(0);
        if let Seen::Str = sequence {
            self.helper(Helper::ItemOfStr);
        } else {
            self.code.i32(item.kind() as i32);
            self.helper(if matches!(sequence, Seen::List(_)) {
                Helper::ItemOfList
            } else {
                Helper::ItemOfTuple
            });
        }
        self.code.op(op::I32_EQZ);
        self.guard();
        self.state.stack.truncate(self.state.stack.len() - 2);
        self.take_result(item);
        Some(())
    }

    /// `list[index] = value`.
    fn store_item(&mut self) -> Option<()> {
        let (item, Seen::List(_), Seen::Int) = (self.seen(2)?, self.seen(1)?, self.seen(0)?) else {
            return None;
        };
        self.push_top(1);
        self.push_top(0);
        self.push_bits(2, &item);
        self.helper(Helper::StoreInList);
        self.code.op(op::I32_EQZ);
        self.guard_after();
        self.state.stack.truncate(self.state.stack.len() - 3);
        Some(())
    }

    /// A guard of what has been done if it has not failed: it must not fail at random.
    fn guard_after(&mut self) {
        let shaky = self.target.shaky.take();
        self.guard();
        self.target.shaky = shaky;
    }

    fn iterate(&mut self) -> Option<()> {
        if let Some(Value::Range) = self.state.stack.last() {
            return Some(());
        }
        let seen @ Seen::List(_) = self.seen(0)? else {
            return None;
        };
        seen.item(None)?;
        let height = self.state.stack.len() - 1;
        self.push(height);
        let (list, position) = self.list_at(height);
        self.code.set(list);
        self.code.i64(0);
        self.code.set(position);
        self.state.stack[height] = Value::List(seen);
        Some(())
    }

    /// Turns the order of values around.
    fn reverse(&mut self, count: usize) -> Option<()> {
        if count > 8 {
            return None;
        }
        let first = self.state.stack.len().checked_sub(count)?;
        let seen: Vec<_> = (0..count)
            .map(|depth| self.seen(depth))
            .collect::<Option<_>>()?;
        for (depth, seen) in seen.iter().enumerate() {
            let kept = self.scratch(8 + u8::try_from(depth).ok()?, self.type_of(seen));
            self.push_top(depth);
            self.code.set(kept);
        }
        self.state.stack.truncate(first);
        for (depth, seen) in seen.into_iter().enumerate() {
            let kept = self.scratch(8 + u8::try_from(depth).ok()?, self.type_of(&seen));
            self.code.get(kept);
            self.put(seen);
        }
        Some(())
    }

    fn unpack(&mut self, count: usize) -> Option<()> {
        if let Some(&Value::Constant(index)) = self.state.stack.last() {
            let constant = self.hot.code.constants[index.into()].as_object();
            let tuple = constant.downcast_ref_if_exact::<PyTuple>(self.vm)?;
            if tuple.len() != count {
                return None;
            }
            let numbers: Vec<_> = (tuple.as_slice().iter())
                .map(|item| self.number_at(item))
                .collect::<Option<_>>()?;
            self.state.stack.pop();
            let numbers = numbers.into_iter().rev();
            (self.state.stack).extend(numbers.map(|number| Value::Number(number, None)));
            return Some(());
        }
        let sequence = self.seen(0)?;
        if !matches!(sequence, Seen::List(_) | Seen::Tuple(_)) || count > 8 {
            return None;
        }
        let items: Vec<_> = (0..count)
            .map(|index| sequence.item(Some(index)))
            .collect::<Option<_>>()?;
        self.push_top(0);
        self.length(&sequence)?;
        self.code.i64(i64::try_from(count).ok()?);
        self.code.op(op::I64_NE);
        self.guard();
        for (index, item) in items.iter().enumerate() {
            self.push_top(0);
            self.code.i64(i64::try_from(index).ok()?);
            self.code.i32(item.kind() as i32);
            self.helper(if matches!(sequence, Seen::List(_)) {
                Helper::ItemOfList
            } else {
                Helper::ItemOfTuple
            });
            self.code.op(op::I32_EQZ);
            self.guard();
            let kind = self.type_of(item);
            self.result(kind);
            let kept = self.scratch(8 + u8::try_from(index).ok()?, kind);
            self.code.set(kept);
        }
        self.state.stack.pop();
        for (index, item) in items.into_iter().enumerate().rev() {
            let kept = self.scratch(8 + u8::try_from(index).ok()?, self.type_of(&item));
            self.code.get(kept);
            self.put(item);
        }
        Some(())
    }
}
