//! The program's stack and its variables, as variables of WebAssembly.

use rustpython_vm::accelerator::{Kind, Place};
use rustpython_vm::builtins::{PyBool, PyFloat, PyInt};
use rustpython_vm::{AsObject, PyObject};

use super::compiler::{Compiler, Number, Value};
use super::seen::Seen;

impl Number {
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Int(_) => Kind::Int,
            Self::Float(_) => Kind::Float,
            Self::Bool(_) => Kind::Bool,
            Self::None => Kind::None,
        }
    }

    pub(super) fn bits(self) -> u64 {
        match self {
            Self::Int(value) => value.cast_unsigned(),
            Self::Float(value) => value.to_bits(),
            Self::Bool(value) => value.into(),
            Self::None => 0,
        }
    }

    pub(super) fn is_none(self) -> bool {
        matches!(self, Self::None)
    }

    fn seen(self) -> Seen {
        match self {
            Self::Int(_) => Seen::Int,
            Self::Float(_) => Seen::Float,
            Self::Bool(_) => Seen::Bool,
            Self::None => Seen::None,
        }
    }
}

impl Compiler<'_> {
    /// The type of a value so many below the uppermost one, if it is a value of a variable's kind.
    pub(super) fn seen(&self, depth: usize) -> Option<Seen> {
        let at = self.state.stack.len().checked_sub(depth + 1)?;
        match &self.state.stack[at] {
            Value::Here(seen) | Value::Local(_, seen) => Some(seen.clone()),
            Value::Number(number, _) => Some(number.seen()),
            _ => None,
        }
    }

    /// The number that lies so many below the uppermost value, if that is known.
    pub(super) fn number(&self, depth: usize) -> Option<i64> {
        let at = self.state.stack.len().checked_sub(depth + 1)?;
        match self.state.stack[at] {
            Value::Number(Number::Int(value), _) => Some(value),
            _ => None,
        }
    }

    /// Puts the value at a height on WebAssembly's stack.
    pub(super) fn push(&mut self, height: usize) {
        match self.state.stack[height].clone() {
            Value::Here(seen) => {
                let local = self.height(height, &seen);
                self.code.get(local);
            }
            Value::Local(index, seen) => {
                let local = self.variable(Place::Local(index), &seen);
                self.code.get(local);
            }
            Value::Number(Number::Int(value), _) => self.code.i64(value),
            Value::Number(Number::Float(value), _) => self.code.f64(value),
            Value::Number(Number::Bool(value), _) => self.code.i32(value.into()),
            Value::Number(Number::None, _) => self.code.i32(0),
            _ => unreachable!("it has no type"),
        }
    }

    pub(super) fn push_top(&mut self, depth: usize) {
        self.push(self.state.stack.len() - 1 - depth);
    }

    /// Takes the value on WebAssembly's stack as the uppermost one.
    pub(super) fn put(&mut self, seen: Seen) {
        let local = self.height(self.state.stack.len(), &seen);
        self.code.set(local);
        self.state.stack.push(Value::Here(seen));
    }

    /// Puts the value on WebAssembly's stack in the place of so many.
    pub(super) fn finish(&mut self, operands: usize, seen: Seen) {
        let height = self.state.stack.len() - operands;
        self.state.stack.truncate(height);
        self.put(seen);
    }

    /// Puts all values but so many of the uppermost ones where they belong when a block ends.
    pub(super) fn settle(&mut self, except: usize) {
        for height in 0..self.state.stack.len() - except {
            let seen = match &self.state.stack[height] {
                Value::Local(_, seen) => seen.clone(),
                Value::Number(number, _) => number.seen(),
                _ => continue,
            };
            self.push(height);
            let local = self.height(height, &seen);
            self.code.set(local);
            self.state.stack[height] = Value::Here(seen);
        }
    }

    pub(super) fn has_local(&self, index: u32) -> Option<()> {
        self.state.variables.get(&Place::Local(index)).map(|_| ())
    }

    pub(super) fn load_local(&mut self, index: u32) -> Option<()> {
        let seen = self.state.variables.get(&Place::Local(index))?.clone();
        self.state.stack.push(Value::Local(index, seen));
        Some(())
    }

    pub(super) fn store(&mut self, place: Place) -> Option<()> {
        let seen = self.seen(0)?;
        // Values that were read from the variable stay what they were.
        if let Place::Local(index) = place {
            for height in 0..self.state.stack.len() - 1 {
                if let Value::Local(other, seen) = &self.state.stack[height]
                    && *other == index
                {
                    let seen = seen.clone();
                    self.push(height);
                    let local = self.height(height, &seen);
                    self.code.set(local);
                    self.state.stack[height] = Value::Here(seen);
                }
            }
        }
        self.push_top(0);
        let local = self.variable(place, &seen);
        self.code.set(local);
        self.state.variables.insert(place, seen);
        self.state.stack.pop();
        Some(())
    }

    pub(super) fn load_constant(&mut self, index: u32) {
        let constant: &PyObject = self.hot.code.constants[index.into()].as_object();
        let value = match number_of(constant, self) {
            Some(number) => Value::Number(number, Some(index)),
            None => Value::Constant(index),
        };
        self.state.stack.push(value);
    }

    pub(super) fn swap(&mut self, depth: usize) -> Option<()> {
        let high = self.state.stack.len() - 1;
        let low = self.state.stack.len().checked_sub(depth)?;
        let (above, below) = (
            self.state.stack[high].clone(),
            self.state.stack[low].clone(),
        );
        let moves =
            |value: &Value| !matches!(value, Value::Range | Value::List(_) | Value::Iterator);
        if !moves(&above) || !moves(&below) {
            return None;
        }
        if let Value::Here(seen) = &below {
            let kept = self.scratch(0, self.type_of(seen));
            self.push(low);
            self.code.set(kept);
        }
        if let Value::Here(seen) = &above {
            self.push(high);
            let local = self.height(low, seen);
            self.code.set(local);
        }
        if let Value::Here(seen) = &below {
            let kept = self.scratch(0, self.type_of(seen));
            self.code.get(kept);
            let local = self.height(high, seen);
            self.code.set(local);
        }
        self.state.stack[high] = below;
        self.state.stack[low] = above;
        Some(())
    }
}

fn number_of(object: &PyObject, compiler: &Compiler<'_>) -> Option<Number> {
    let vm = compiler.vm;
    if vm.is_none(object) {
        Some(Number::None)
    } else if object.downcast_ref_if_exact::<PyBool>(vm).is_some() {
        Some(Number::Bool(object.is(&vm.ctx.true_value)))
    } else if let Some(float) = object.downcast_ref_if_exact::<PyFloat>(vm) {
        Some(Number::Float(float.to_f64()))
    } else {
        let int = object.downcast_ref_if_exact::<PyInt>(vm)?;
        int.try_to_primitive::<i64>(vm).ok().map(Number::Int)
    }
}

impl Compiler<'_> {
    pub(super) fn number_at(&self, object: &PyObject) -> Option<Number> {
        number_of(object, self)
    }
}
