//! The compiler's state: what it knows at a place of the program, and the ways out of the unit.

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};

use rustpython_vm::accelerator::{
    Exit, Found, Held, HeldIterator, HotLoop, Known, MOST_VALUES, Place, TURNS, Unit,
};
use rustpython_vm::bytecode::Instruction;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};

use super::helper::Helper;
use super::region::{Region, Step};
use super::seen::Seen;
use super::target::Target;
use super::wasm::{Code, Module, Type, op};

/// A constant number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Int(i64),
    Float(f64),
    Bool(bool),
    None,
}

/// A value on the stack.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// It lies in the WebAssembly variable for its height.
    Here(Seen),
    /// It is what a local variable of the frame has.
    Local(u32, Seen),
    /// It is a constant, with its number among the code's if it has one.
    Number(Number, Option<u32>),
    /// A constant that is not a number.
    Constant(u32),
    Known(u32),
    Null,
    /// The iterator that lay there when the unit was entered.
    Iterator,
    /// An iterator over a range: its state lies in the three variables for its height.
    Range,
    /// An iterator over a list: the list and the position lie in variables for its height.
    List(Seen),
}

/// What is known at a place.
#[derive(Clone)]
pub(super) struct State {
    pub(super) stack: Vec<Value>,
    /// The variables that are in variables of WebAssembly.
    pub(super) variables: HashMap<Place, Seen>,
}

/// What a variable of WebAssembly is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Purpose {
    Variable(Place, Type),
    /// The value at a height of the stack. Iterators have several.
    Height(usize, u8, Type),
    /// For as long as an instruction takes.
    Scratch(u8, Type),
}

/// Why a loop is not compiled.
pub(super) struct Refused;

pub(super) struct Compiler<'a> {
    pub(super) hot: &'a HotLoop<'a>,
    pub(super) vm: &'a VirtualMachine,
    pub(super) target: Target,
    pub(super) region: &'a Region,
    pub(super) code: Code,
    pub(super) state: State,
    /// What is known where a block begins.
    pub(super) states: HashMap<u32, State>,
    /// How many blocks were open when the one was opened that is left to come to a block.
    pub(super) levels: HashMap<u32, u32>,
    pub(super) helpers: Vec<Helper>,
    pub(super) known: Vec<Known>,
    /// The instruction that is being compiled.
    pub(super) step: Step,
    pub(super) places: HashMap<Purpose, u32>,
    locals: Vec<Type>,
    pub(super) exits: Vec<Exit>,
    /// Whether a way leads back to the beginning of the loop.
    pub(super) comes_back: bool,
    assigned: BTreeSet<u64>,
    assigned_places: Vec<Place>,
}

/// The parameter: where the values lie.
pub(super) const BASE: u32 = 0;
/// How many turns may be taken.
pub(super) const LEFT: u32 = 1;
/// The open block that is left with the number of an exit.
pub(super) const LEAVE: u32 = 1;

fn id(place: Place) -> u64 {
    match place {
        Place::Local(index) => index.into(),
        Place::Name(index) => 1 << 32 | u64::from(index),
    }
}

impl<'a> Compiler<'a> {
    pub(super) fn new(
        hot: &'a HotLoop<'a>,
        vm: &'a VirtualMachine,
        target: Target,
        region: &'a Region,
    ) -> Self {
        let header = u32::try_from(hot.header).unwrap_or_default();
        Self {
            hot,
            vm,
            target,
            region,
            code: Code::default(),
            state: State {
                stack: vec![],
                variables: HashMap::new(),
            },
            states: HashMap::new(),
            levels: HashMap::new(),
            helpers: vec![],
            known: vec![],
            step: region.blocks[&header].steps[0],
            places: HashMap::new(),
            locals: vec![Type::I64],
            exits: vec![],
            comes_back: false,
            assigned: BTreeSet::new(),
            assigned_places: vec![],
        }
    }

    /// Compiles the loop: the bytes of a module and what has to be known of it.
    pub(super) fn compile(
        mut self,
        run: impl FnOnce(&[u8], &[Helper]) -> Option<usize>,
    ) -> Option<Unit> {
        let mut places = Vec::new();
        for block in self.region.blocks.values() {
            for step in &block.steps {
                self.find_variables(step, &mut places);
            }
        }
        self.code.block_of(Type::I32);
        self.code.get(BASE);
        self.code.load(Type::I64, 8 * u32::try_from(TURNS).ok()?);
        self.code.set(LEFT);
        let mut entry = Vec::new();
        let mut overwritten = Vec::new();
        for place in places {
            let object = self.object_in(place);
            match object.as_ref().map(|object| Seen::of(object, self.vm)) {
                Some(Some(seen)) => {
                    let local = self.variable(place, &seen);
                    self.load_entry(local, self.type_of(&seen));
                    entry.push(Held {
                        place,
                        kind: seen.kind(),
                        value: local,
                    });
                    self.state.variables.insert(place, seen);
                }
                _ if !self.is_assigned(place) => {}
                // What lies there has to go when the program says so, and may run code then.
                Some(None) => return None,
                // Names come into a module in the order in which they are set.
                None if matches!(place, Place::Name(_)) => return None,
                None => overwritten.push(place),
            }
        }
        let header = u32::try_from(self.hot.header).ok()?;
        let first = self.region.blocks[&header].steps[0];
        let mut iterator = None;
        if matches!(first.op, Instruction::ForIter { .. }) {
            iterator = Some(self.enter_iterator(self.hot.top?)?);
            self.state.stack.push(Value::Iterator);
        }
        self.states.insert(header, self.state.clone());
        self.tree(header).ok()?;
        if !self.comes_back {
            // Each turn would leave the unit.
            return None;
        }
        // Nothing comes here.
        self.code.op(op::UNREACHABLE);
        self.code.op(op::END);
        self.store_all();
        if self.locals.len() + 1 >= MOST_VALUES || self.code.len() > self.target.most_bytes {
            return None;
        }
        let module = Module {
            imports: (self.helpers.iter())
                .map(|helper| helper.signature(self.target.pointer))
                .collect(),
            locals: self.locals,
            code: self.code,
            global: self.target.shaky.map(|(seed, _)| seed),
        };
        let code_handle = run(&module.bytes(), &self.helpers)?;
        Some(Unit {
            code: self.hot.code.to_owned(),
            code_handle,
            height: 0,
            is_module: false,
            entry,
            iterator,
            known: self.known,
            overwritten,
            assigned: self.assigned_places,
            exits: self.exits,
            outer_jump: None,
            entered: Cell::new(0),
            refused: Cell::new(0),
            early: Cell::new(0),
            turns: Cell::new(0),
        })
    }

    fn object_in(&self, place: Place) -> Option<PyObjectRef> {
        match place {
            Place::Local(index) => self.hot.locals.get(index as usize)?.clone(),
            Place::Name(name) => {
                let name = self.hot.code.names[name as usize];
                self.hot.globals.get_item_opt(name, self.vm).ok()?
            }
        }
    }

    /// Notes which variables an instruction looks at or changes.
    fn find_variables(&mut self, step: &Step, places: &mut Vec<Place>) {
        let arg = step.arg;
        let (looked_at, changed) = match step.op {
            Instruction::LoadFast { .. }
            | Instruction::LoadFastBorrow { .. }
            | Instruction::LoadFastCheck { .. } => (vec![Place::Local(arg)], vec![]),
            Instruction::LoadFastLoadFast { .. }
            | Instruction::LoadFastBorrowLoadFastBorrow { .. } => {
                (vec![Place::Local(arg >> 4), Place::Local(arg & 15)], vec![])
            }
            Instruction::StoreFast { .. } => (vec![], vec![Place::Local(arg)]),
            Instruction::StoreFastStoreFast { .. } => {
                (vec![], vec![Place::Local(arg >> 4), Place::Local(arg & 15)])
            }
            Instruction::StoreFastLoadFast { .. } => {
                (vec![Place::Local(arg & 15)], vec![Place::Local(arg >> 4)])
            }
            Instruction::LoadGlobal { .. } => (vec![Place::Name(arg >> 1)], vec![]),
            Instruction::LoadName { .. } if self.hot.is_module => (vec![Place::Name(arg)], vec![]),
            Instruction::StoreName { .. } if self.hot.is_module => (vec![], vec![Place::Name(arg)]),
            Instruction::StoreGlobal { .. } => (vec![], vec![Place::Name(arg)]),
            _ => return,
        };
        for place in looked_at.into_iter().chain(changed.iter().copied()) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        for place in changed {
            if self.assigned.insert(id(place)) {
                self.assigned_places.push(place);
            }
        }
    }

    pub(super) fn is_assigned(&self, place: Place) -> bool {
        self.assigned.contains(&id(place))
    }

    fn load_entry(&mut self, local: u32, kind: Type) {
        self.code.get(BASE);
        self.code.load(
            if kind == Type::F64 {
                Type::F64
            } else {
                Type::I64
            },
            8 * local,
        );
        if kind == Type::I32 {
            self.code.op(op::I32_WRAP_I64);
        }
        self.code.set(local);
    }

    fn enter_iterator(&mut self, top: &PyObject) -> Option<HeldIterator> {
        if top.class().is(self.vm.ctx.types.range_iterator_type) {
            let [next, left, step] = [0, 1, 2].map(|part| self.height_part(0, part, Type::I64));
            for local in [next, left, step] {
                self.load_entry(local, Type::I64);
            }
            return Some(HeldIterator::Range { next, left, step });
        }
        if top.class().is(self.vm.ctx.types.list_iterator_type) {
            let list = self.height_part(0, 0, self.target.pointer);
            let position = self.height_part(0, 1, Type::I64);
            self.load_entry(list, self.target.pointer);
            self.load_entry(position, Type::I64);
            return Some(HeldIterator::List { list, position });
        }
        None
    }

    pub(super) fn type_of(&self, seen: &Seen) -> Type {
        match seen {
            Seen::Int => Type::I64,
            Seen::Float => Type::F64,
            Seen::Bool | Seen::None => Type::I32,
            Seen::Str | Seen::List(_) | Seen::Tuple(_) => self.target.pointer,
        }
    }

    fn place(&mut self, purpose: Purpose, kind: Type) -> u32 {
        if let Some(&local) = self.places.get(&purpose) {
            return local;
        }
        self.locals.push(kind);
        let local = u32::try_from(self.locals.len()).expect("there are few");
        self.places.insert(purpose, local);
        local
    }

    pub(super) fn variable(&mut self, place: Place, seen: &Seen) -> u32 {
        let kind = self.type_of(seen);
        self.place(Purpose::Variable(place, kind), kind)
    }

    pub(super) fn height(&mut self, height: usize, seen: &Seen) -> u32 {
        let kind = self.type_of(seen);
        self.height_part(height, 0, kind)
    }

    pub(super) fn height_part(&mut self, height: usize, part: u8, kind: Type) -> u32 {
        self.place(Purpose::Height(height, part, kind), kind)
    }

    pub(super) fn scratch(&mut self, number: u8, kind: Type) -> u32 {
        self.place(Purpose::Scratch(number, kind), kind)
    }

    /// The index of a known object.
    pub(super) fn know(&mut self, object: &PyObject, found: Found) -> u32 {
        let same = |known: &Known| match (known.found, found) {
            (Found::Name(one), Found::Name(other)) => one == other,
            (Found::Always, Found::Always) => known.object.is(object),
            _ => false,
        };
        let place = self.known.iter().position(same).unwrap_or_else(|| {
            self.known.push(Known {
                object: object.to_owned(),
                found,
            });
            self.known.len() - 1
        });
        u32::try_from(place).expect("there are few")
    }

    pub(super) fn helper(&mut self, helper: Helper) {
        let place = self.helpers.iter().position(|&one| one == helper);
        let place = place.unwrap_or_else(|| {
            self.helpers.push(helper);
            self.helpers.len() - 1
        });
        self.code.call(u32::try_from(place).expect("there are few"));
    }
}
