//! What the compiler knows of a value before the program goes on: its type, as it was seen.

use std::rc::Rc;

use rustpython_vm::accelerator::Kind;
use rustpython_vm::builtins::{PyBool, PyFloat, PyInt, PyList, PyStr, PyTuple};
use rustpython_vm::{PyObject, PyObjectRef, VirtualMachine};

/// How deep the compiler looks into lists of lists.
const MOST_DEPTH: u32 = 4;
/// How many items of a sequence it looks at.
const MOST_ITEMS: usize = 8;

/// The type of a value. What is said of the items of a sequence is a guess, which compiled code checks.
#[derive(Clone, Debug)]
pub(super) enum Seen {
    Int,
    Float,
    Bool,
    None,
    Str,
    List(Rc<[Option<Seen>]>),
    Tuple(Rc<[Option<Seen>]>),
}

impl Seen {
    /// What is seen of an object, if compiled code can have it.
    pub(super) fn of(object: &PyObject, vm: &VirtualMachine) -> Option<Self> {
        Self::at(object, MOST_DEPTH, vm)
    }

    fn at(object: &PyObject, depth: u32, vm: &VirtualMachine) -> Option<Self> {
        if object.downcast_ref_if_exact::<PyInt>(vm).is_some() {
            Some(Self::Int)
        } else if object.downcast_ref_if_exact::<PyFloat>(vm).is_some() {
            Some(Self::Float)
        } else if object.downcast_ref_if_exact::<PyBool>(vm).is_some() {
            Some(Self::Bool)
        } else if object.downcast_ref_if_exact::<PyStr>(vm).is_some() {
            Some(Self::Str)
        } else if vm.is_none(object) {
            Some(Self::None)
        } else if let Some(list) = object.downcast_ref_if_exact::<PyList>(vm) {
            Some(Self::List(Self::items(&list.borrow_vec(), depth, vm)))
        } else {
            let tuple = object.downcast_ref_if_exact::<PyTuple>(vm)?;
            Some(Self::Tuple(Self::items(tuple.as_slice(), depth, vm)))
        }
    }

    fn items(items: &[PyObjectRef], depth: u32, vm: &VirtualMachine) -> Rc<[Option<Self>]> {
        // Items of a long sequence are probably all of the type of the first.
        let known = match items.len() {
            _ if depth == 0 => 0,
            length if length > MOST_ITEMS => 1,
            length => length,
        };
        let items = items.iter().take(known);
        items.map(|item| Self::at(item, depth - 1, vm)).collect()
    }

    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Int => Kind::Int,
            Self::Float => Kind::Float,
            Self::Bool => Kind::Bool,
            Self::None => Kind::None,
            Self::Str => Kind::Str,
            Self::List(_) => Kind::List,
            Self::Tuple(_) => Kind::Tuple,
        }
    }

    /// What an item of the sequence probably is, at an index if that is known.
    pub(super) fn item(&self, index: Option<usize>) -> Option<Self> {
        match self {
            Self::List(items) => items
                .get(index.unwrap_or_default())
                .or(items.first())?
                .clone(),
            Self::Tuple(items) => items.get(index.unwrap_or_default())?.clone(),
            Self::Str => Some(Self::Str),
            _ => None,
        }
    }
}
