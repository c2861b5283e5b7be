//! Blocks of the program as blocks of WebAssembly, by the tree of what comes before what.

use rustpython_vm::bytecode::Instruction;

use super::compiler::{Compiler, Refused, State, Value};
use super::region::End;
use super::seen::Seen;
use super::wasm::{Type, op};
use rustpython_vm::AsObject;

impl Compiler<'_> {
    /// Compiles a block, and those that are only come to by way of it.
    pub(super) fn tree(&mut self, block: u32) -> Result<(), Refused> {
        let Some(state) = self.states.get(&block).cloned() else {
            // All ways to it have been cut off.
            self.code.op(op::UNREACHABLE);
            return Ok(());
        };
        let merges = self.region.merges.get(&block).cloned().unwrap_or_default();
        let is_header = self.region.headers.contains(&block);
        if is_header {
            self.code.begin_loop();
            self.levels.insert(block, self.code.depth);
        }
        for &merge in &merges {
            self.code.block();
            self.levels.insert(merge, self.code.depth);
        }
        self.state = state;
        self.block(block)?;
        for &merge in merges.iter().rev() {
            self.code.op(op::END);
            self.tree(merge)?;
        }
        if is_header {
            self.code.op(op::END);
            self.code.op(op::UNREACHABLE);
        }
        Ok(())
    }

    fn block(&mut self, start: u32) -> Result<(), Refused> {
        let block = &self.region.blocks[&start];
        let is_first = start as usize == self.hot.header;
        let mut place = 0;
        while let Some(&step) = block.steps.get(place) {
            if self.code.len() > self.target.most_bytes {
                return Err(Refused);
            }
            self.step = step;
            let following = block.steps.get(place + 1);
            match self.instruction(following) {
                Some(steps) => place += steps,
                None if is_first => return Err(Refused),
                None => {
                    self.leave(step.start, true);
                    return Ok(());
                }
            }
        }
        match block.end {
            End::To(target) => {
                self.settle(0);
                self.go_to(target)?;
            }
            End::Branch(taken, otherwise) => {
                if let Some(is_taken) = self.condition() {
                    self.state.stack.pop();
                    self.settle(0);
                    self.go_to(if is_taken { taken } else { otherwise })?;
                } else {
                    self.settle(1);
                    let value = self.state.stack.len() - 1;
                    self.push(value);
                    if matches!(self.step.op, Instruction::PopJumpIfFalse { .. }) {
                        self.code.op(op::I32_EQZ);
                    }
                    self.state.stack.pop();
                    self.fork(taken, otherwise)?;
                }
            }
            End::Next(more, end) => self.next(more, end)?,
            End::Nowhere => self.leave(self.step.start, true),
        }
        Ok(())
    }

    /// Whether a conditional jump is taken, if that is known. `None` is for a truth value on the stack.
    fn condition(&self) -> Option<bool> {
        let is_none = match self.state.stack.last() {
            Some(Value::Here(seen) | Value::Local(_, seen)) => matches!(seen, Seen::None),
            Some(Value::Number(number, _)) => number.is_none(),
            _ => false,
        };
        match self.step.op {
            Instruction::PopJumpIfNone { .. } => Some(is_none),
            Instruction::PopJumpIfNotNone { .. } => Some(!is_none),
            _ => None,
        }
    }

    /// Goes to one of two blocks, by the number on the stack.
    fn fork(&mut self, one: u32, other: u32) -> Result<(), Refused> {
        let state = self.state.clone();
        self.code.begin_if();
        self.go_to(one)?;
        self.code.op(op::ELSE);
        self.state = state;
        self.go_to(other)?;
        self.code.op(op::END);
        self.code.op(op::UNREACHABLE);
        Ok(())
    }

    /// Goes to a block, whose values are at their places.
    fn go_to(&mut self, target: u32) -> Result<(), Refused> {
        let step = self.step;
        let Some(&place) = self.region.order.get(&target) else {
            self.leave(target, false);
            return Ok(());
        };
        if let Some(state) = self.states.get(&target) {
            if !fits(&self.state, state) {
                self.leave(target, true);
                return Ok(());
            }
        } else {
            self.states.insert(target, self.state.clone());
        }
        let is_merge = (self.region.merges.values()).any(|merges| merges.contains(&target));
        let is_back = self.levels.contains_key(&target)
            && self.region.headers.contains(&target)
            && place <= self.place_of_current();
        if is_back {
            self.comes_back |= target as usize == self.hot.header;
            self.count_turn(target);
            self.code.br(self.levels[&target]);
        } else if is_merge {
            self.code.br(self.levels[&target]);
        } else {
            self.tree(target)?;
        }
        self.step = step;
        Ok(())
    }

    fn place_of_current(&self) -> usize {
        let blocks = &self.region.blocks;
        let block = blocks.range(..=self.step.start).next_back();
        block.map_or(0, |(start, _)| self.region.order[start])
    }

    /// Takes the next value of the iterator on top of the stack.
    fn next(&mut self, more: u32, end: u32) -> Result<(), Refused> {
        self.settle(0);
        let Some(height) = self.state.stack.len().checked_sub(1) else {
            // The iterator of a loop around this one.
            self.leave(self.step.start, false);
            return Ok(());
        };
        let is_own = matches!(self.state.stack[height], Value::Iterator);
        // What an item of a list probably is.
        let list = match &self.state.stack[height] {
            Value::Iterator if self.own_is_list() => Some(self.own_item()),
            Value::Iterator | Value::Range => None,
            Value::List(seen) => Some(seen.item(None)),
            _ => {
                self.leave(self.step.start, true);
                return Ok(());
            }
        };
        let state = self.state.clone();
        // Whether there is another one.
        if list.is_some() {
            let (sequence, position) = self.list_at(height);
            self.code.get(position);
            self.code.get(sequence);
            self.helper(super::helper::Helper::LengthOfList);
            self.code.op(op::I64_LT_S);
        } else {
            let left = self.height_part_of(height, 1);
            self.code.get(left);
            self.code.ops(&[op::I64_EQZ, op::I32_EQZ]);
        }
        self.code.begin_if();
        if let Some(item) = list {
            let item = item.ok_or(Refused)?;
            let (sequence, position) = self.list_at(height);
            self.code.get(sequence);
            self.code.get(position);
            self.code.i32(item.kind() as i32);
            self.helper(super::helper::Helper::ItemOfList);
            self.code.op(op::I32_EQZ);
            self.guard();
            self.code.get(position);
            self.code.i64(1);
            self.code.op(op::I64_ADD);
            self.code.set(position);
            self.take_result(item);
        } else {
            let [next, left, step] = [0, 1, 2].map(|part| self.height_part_of(height, part));
            let value = self.height(height + 1, &Seen::Int);
            self.code.get(next);
            self.code.set(value);
            self.code.get(next);
            self.code.get(step);
            self.code.op(op::I64_ADD);
            self.code.set(next);
            self.code.get(left);
            self.code.i64(1);
            self.code.op(op::I64_SUB);
            self.code.set(left);
            self.state.stack.push(Value::Here(Seen::Int));
        }
        self.go_to(more)?;
        self.code.op(op::ELSE);
        self.state = state;
        if is_own {
            // The interpreter ends its own iterators.
            self.leave(self.step.start, false);
        } else {
            self.go_to(end)?;
        }
        self.code.op(op::END);
        self.code.op(op::UNREACHABLE);
        Ok(())
    }

    fn own_is_list(&self) -> bool {
        let types = &self.vm.ctx.types;
        (self.hot.top).is_some_and(|top| top.class().is(types.list_iterator_type))
    }

    /// What an item of the loop's own list probably is.
    fn own_item(&self) -> Option<Seen> {
        let list = rustpython_vm::accelerator::list_of(self.hot.top?)?;
        Seen::of(&list, self.vm)?.item(None)
    }

    pub(super) fn height_part_of(&mut self, height: usize, part: u8) -> u32 {
        self.height_part(height, part, Type::I64)
    }

    pub(super) fn list_at(&mut self, height: usize) -> (u32, u32) {
        (
            self.height_part(height, 0, self.target.pointer),
            self.height_part(height, 1, Type::I64),
        )
    }
}

/// Whether what is known where a way comes from is what was known where it leads to.
fn fits(from: &State, to: &State) -> bool {
    from.stack.len() == to.stack.len()
        && from.stack.iter().zip(&to.stack).all(|pair| match pair {
            (Value::Here(one), Value::Here(other)) => one.kind() == other.kind(),
            (Value::Constant(one), Value::Constant(other))
            | (Value::Known(one), Value::Known(other)) => one == other,
            (Value::Null, Value::Null)
            | (Value::Iterator, Value::Iterator)
            | (Value::Range, Value::Range)
            | (Value::List(_), Value::List(_)) => true,
            _ => false,
        })
        && from.variables.len() == to.variables.len()
        && from.variables.iter().all(|(place, seen)| {
            to.variables
                .get(place)
                .is_some_and(|other| other.kind() == seen.kind())
        })
}
