//! What the compiler says of what it has made.

use core::cell::Cell;

use super::Kind;
use crate::{
    PyObjectRef, PyRef,
    builtins::{PyCode, PyStrInterned},
};

/// Where a variable lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Among the frame's local variables.
    Local(u32),
    /// In the module, with the name of this number among the code's.
    Name(u32),
}

/// A variable that a unit has a value of.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    pub place: Place,
    pub kind: Kind,
    /// The index of its value.
    pub value: u32,
}

/// The iterator of the loop, which lay on the stack when the unit was entered, and stays there.
#[derive(Clone, Copy, Debug)]
pub enum HeldIterator {
    /// Indices of the values that are next, how many are left, and the step.
    Range { next: u32, left: u32, step: u32 },
    /// Indices of the values that are the list and the position.
    List { list: u32, position: u32 },
}

/// What is to lie on the stack when a unit has been left.
#[derive(Clone, Copy, Debug)]
pub enum Item {
    Value {
        kind: Kind,
        value: u32,
    },
    /// What a local variable has then.
    Local(u32),
    Constant(u32),
    /// What these bits stand for.
    Number(Kind, u64),
    Null,
    /// One of the unit's known objects.
    Known(u32),
    /// An iterator over a range.
    Range {
        next: u32,
        left: u32,
        step: u32,
    },
    /// An iterator over a list.
    List {
        list: u32,
        position: u32,
    },
}

/// A way out of a unit.
#[derive(Debug)]
pub struct Exit {
    /// The index of the instruction to go on at.
    pub resume: u32,
    /// The variables that may have changed.
    pub held: Vec<Held>,
    pub items: Vec<Item>,
    /// Whether the unit would have gone on if a type or a value had been another one.
    pub is_early: bool,
}

/// How a known object has been found, which has to find it again whenever the unit is entered.
#[derive(Clone, Copy)]
pub enum Found {
    /// By a name of this number among the code's.
    Name(u32),
    /// As an attribute of a known module.
    Attribute(u32, &'static PyStrInterned),
    /// Nobody can change it.
    Always,
}

/// An object that a unit was compiled for.
pub struct Known {
    pub object: PyObjectRef,
    pub found: Found,
}

/// A loop that has been compiled.
pub struct Unit {
    pub code: PyRef<PyCode>,
    /// What the embedder runs it by.
    pub code_handle: usize,
    /// How many values lie on the stack when the loop begins.
    pub height: usize,
    /// Whether the names of its frame are those of the module.
    pub is_module: bool,
    /// The variables that it begins with.
    pub entry: Vec<Held>,
    pub iterator: Option<HeldIterator>,
    pub known: Vec<Known>,
    /// Variables that it may give a value, and that it does not look at before.
    pub overwritten: Vec<Place>,
    /// Those of `entry` that it may give another value.
    pub assigned: Vec<Place>,
    pub exits: Vec<Exit>,
    /// The index of the jump of the loop around this one, if there is one in this code.
    pub outer_jump: Option<usize>,
    pub entered: Cell<u32>,
    pub refused: Cell<u32>,
    pub early: Cell<u32>,
    /// How many turns it has taken.
    pub turns: Cell<u64>,
}
