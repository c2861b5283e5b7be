//! Loops that have been compiled: how they are entered, and how they are left.

mod counting;

use super::*;
use crate::{
    accelerator::{
        self, Exit, Found, Held, HeldIterator, Item, Kind, Place, Unit, box_value, holds,
        is_simple, unbox,
    },
    embedder,
};

/// After so many times that the loop within it was entered, a loop is compiled at its next jump.
const INNER_ENTRIES: u32 = 16;

/// Of so many entries one may be in vain.
const MOST_IN_VAIN: u32 = 8;

/// A unit that has taken so many turns was not entered in vain, even if it is left early then: a loop may print now and
/// then.
const ENOUGH_TURNS: i32 = 64;

/// So many turns a loop has to take in its unit each time, on average: to enter and to leave one takes as long
/// as the interpreter does for some turns.
const LEAST_TURNS: u64 = 6;

impl ExecutingFrame<'_> {
    /// Goes through a loop that has been compiled for a jump, which has been done, as far as the unit
    /// does. The frame is then where the unit was left.
    #[inline(never)]
    pub(super) fn enter_loop(&mut self, jump: usize, vm: &VirtualMachine) {
        if accelerator::is_left_out() {
            return self.give_up(jump);
        }
        if Self::may_accelerate(vm) {
            // What is read before the unit runs is written behind it: another thread must not change it between.
            embedder::without_turns(|most| self.go_through(jump, most, vm));
        }
    }

    /// Answers how many turns it has taken.
    fn go_through(&mut self, jump: usize, most: i32, vm: &VirtualMachine) -> i32 {
        let unit = accelerator::unit(self.code.instructions.read_cache_ptr(jump + 1));
        let Some(unit) = unit.filter(|unit| core::ptr::eq(&*unit.code, self.code)) else {
            // A copy of the code that the unit was made for.
            self.give_up(jump);
            return 0;
        };
        // Code can be run with names that are not the module's.
        if unit.height != self.localsplus.stack_len()
            || unit.is_module != self.has_module_names()
            || self.builtins_dict.is_none()
            || !self.has_plain_globals()
        {
            return 0;
        }
        let patience = accelerator::settings().patience;
        let values = accelerator::values();
        if !self.load(&unit, values, vm) {
            unit.refused.set(unit.refused.get() + 1);
            if patience > 0 && unit.refused.get() > patience + unit.entered.get() / MOST_IN_VAIN {
                self.give_up_version(jump);
            }
            return 0;
        }
        unit.entered.set(unit.entered.get() + 1);
        if unit.entered.get() == INNER_ENTRIES
            && let Some(outer) = unit.outer_jump
            && matches!(
                self.code.instructions.read_op(outer),
                Instruction::JumpBackward { .. }
            )
        {
            // SAFETY: it is a jump, too.
            unsafe { (self.code.instructions).write_adaptive_counter(outer + 1, 1) };
        }
        let (number, turns) = accelerator::run(&unit, values, most, vm);
        let exit = &unit.exits[number];
        unit.turns.set(unit.turns.get() + turns as u64);
        if exit.is_early && turns < ENOUGH_TURNS {
            unit.early.set(unit.early.get() + 1);
        }
        if patience > 0 {
            let entered = unit.entered.get();
            if unit.early.get() > patience + entered / MOST_IN_VAIN {
                self.give_up_version(jump);
            } else if entered >= 4 * patience && unit.turns.get() < u64::from(entered) * LEAST_TURNS
            {
                self.give_up(jump);
            }
        }
        self.leave(&unit, exit, values, vm);
        turns
    }

    /// Gives a unit the values that it begins with, if all is as it was compiled for.
    fn load(&self, unit: &Unit, values: *mut u64, vm: &VirtualMachine) -> bool {
        // SAFETY: a unit has no more values than there is room for.
        let set = |index: u32, value: u64| unsafe { *values.add(index as usize) = value };
        for known in &unit.known {
            let is_same = match known.found {
                Found::Always => true,
                Found::Name(name) => self
                    .global(name, vm)
                    .is_some_and(|object| object.is(&known.object)),
                Found::Attribute(module, name) => {
                    let module = &unit.known[module as usize].object;
                    let dict = module.dict();
                    dict.and_then(|dict| dict.get_item_opt(name, vm).ok()?)
                        .is_some_and(|object| object.is(&known.object))
                }
            };
            if !is_same {
                return false;
            }
        }
        if !unit.overwritten.iter().all(|&place| {
            let old = self.variable(place, vm);
            match place {
                Place::Local(_) => old.is_none_or(|old| is_simple(&old, vm)),
                // A new name would come in its turn.
                Place::Name(_) => old.is_some_and(|old| is_simple(&old, vm)),
            }
        }) {
            return false;
        }
        for held in &unit.entry {
            let object = self.variable(held.place, vm);
            let Some(bits) = object
                .as_ref()
                .and_then(|object| unbox(object, held.kind, vm))
            else {
                return false;
            };
            set(held.value, bits);
        }
        // What the unit puts another object in the place of must not go with that: besides the variables that
        // may do so, somebody else has a reference.
        let replaceable = || {
            let held = unit.entry.iter().filter(|held| {
                matches!(held.kind, Kind::List | Kind::Tuple) && unit.assigned.contains(&held.place)
            });
            held.filter_map(|held| self.variable(held.place, vm))
        };
        for object in replaceable() {
            let variables = replaceable().filter(|other| other.is(&object)).count();
            if object.strong_count() < variables + 2 {
                return false;
            }
        }
        match unit.iterator {
            None => true,
            Some(HeldIterator::Range { next, left, step }) => {
                let iterator = self
                    .top_value()
                    .downcast_ref_if_exact::<PyRangeIterator>(vm);
                let Some(iterator) = iterator else {
                    return false;
                };
                let state = iterator.state();
                set(next, state.0 as u64);
                set(left, state.1);
                set(step, state.2 as u64);
                true
            }
            Some(HeldIterator::List { list, position }) => {
                let iterator = self.top_value().downcast_ref_if_exact::<PyListIterator>(vm);
                let Some((address, at)) = iterator.and_then(|iterator| iterator.state()) else {
                    return false;
                };
                // SAFETY: the iterator keeps its list.
                if unbox(unsafe { &*address }, Kind::List, vm).is_none() {
                    return false;
                }
                set(list, address as usize as u64);
                set(position, at as u64);
                true
            }
        }
    }

    /// What a name of the code means in the module.
    fn global(&self, name: u32, vm: &VirtualMachine) -> Option<PyObjectRef> {
        let name = self.code.names[name as usize];
        let builtins = self.builtins_dict.map(|dict| &**dict);
        accelerator::find_global(self.globals, builtins, name, vm)
    }

    fn variable(&self, place: Place, vm: &VirtualMachine) -> Option<PyObjectRef> {
        match place {
            Place::Local(index) => self.localsplus.fastlocals()[index as usize].clone(),
            Place::Name(name) => {
                let name = self.code.names[name as usize];
                self.globals.get_item_opt(name, vm).ok()?
            }
        }
    }

    /// Makes the frame what it would be if the interpreter had come to where a unit was left.
    fn leave(&mut self, unit: &Unit, exit: &Exit, values: *mut u64, vm: &VirtualMachine) {
        // SAFETY: a unit has no more values than there is room for.
        let get = |index: u32| unsafe { *values.add(index as usize) };
        match unit.iterator {
            None => {}
            Some(HeldIterator::Range { left, .. }) => {
                // SAFETY: it was one when the unit was entered, and lies where it lay.
                let iterator: &Py<PyRangeIterator> =
                    unsafe { self.top_value().downcast_unchecked_ref() };
                iterator.set_left(get(left));
            }
            Some(HeldIterator::List { position, .. }) => {
                // SAFETY: as above.
                let iterator: &Py<PyListIterator> =
                    unsafe { self.top_value().downcast_unchecked_ref() };
                iterator.set_position(get(position) as usize);
            }
        }
        // All of them go when the frame is whole.
        let mut old = Vec::new();
        for &held in &exit.held {
            self.write_back(held, get(held.value), &mut old, vm);
        }
        for &item in &exit.items {
            let object = match item {
                Item::Value { kind, value } => box_value(kind, get(value), vm),
                Item::Local(index) => {
                    let local = self.localsplus.fastlocals()[index as usize].clone();
                    local.expect("a unit has read it")
                }
                Item::Number(kind, bits) => box_value(kind, bits, vm),
                Item::Constant(index) => self.code.constants[index.into()].clone().into(),
                Item::Known(index) => unit.known[index as usize].object.clone(),
                Item::Null => {
                    self.push_null();
                    continue;
                }
                Item::Range { next, left, step } => {
                    let range = PyRangeIterator::new(get(next) as i64, get(left), get(step) as i64);
                    range.into_pyobject(vm)
                }
                Item::List { list, position } => {
                    let list = box_value(Kind::List, get(list), vm);
                    // SAFETY: it is of that kind.
                    let list: PyRef<PyList> = unsafe { list.downcast_unchecked() };
                    PyListIterator::new(list, get(position) as usize).into_pyobject(vm)
                }
            };
            self.push_value(object);
        }
        self.lasti.store(exit.resume, Relaxed);
        drop(old);
    }

    /// Gives a variable the value that a unit has for it, unless it has that already: a number that
    /// nobody has changed stays the same object.
    fn write_back(
        &mut self,
        held: Held,
        bits: u64,
        old: &mut Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) {
        match held.place {
            Place::Local(index) => {
                let slot = &mut self.localsplus.fastlocals_mut()[index as usize];
                if !(slot.as_ref()).is_some_and(|object| holds(object, held.kind, bits, vm)) {
                    old.extend(slot.replace(box_value(held.kind, bits, vm)));
                }
            }
            Place::Name(name) => {
                let before = self.variable(held.place, vm);
                if !(before.as_ref()).is_some_and(|object| holds(object, held.kind, bits, vm)) {
                    old.extend(before);
                    let name = self.code.names[name as usize];
                    let value = box_value(held.kind, bits, vm);
                    // A dict with names for keys takes one more without calling anybody.
                    let _ = self.globals.set_item(name, value, vm);
                }
            }
        }
    }
}
