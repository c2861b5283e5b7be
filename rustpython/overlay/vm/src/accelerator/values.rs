//! How values of Python lie in 64 bits.

use crate::{
    AsObject, PyObject, PyObjectRef, VirtualMachine,
    builtins::{PyFloat, PyInt, PyList, PyStr, PyTuple},
};

/// What a value is, and how it lies in 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u32)]
pub enum Kind {
    /// An exact `int` that fits into a signed machine word, as that.
    Int,
    /// An exact `float`, as its bits.
    Float,
    /// 0 or 1.
    Bool,
    None,
    /// The address of an exact `list`, which somebody else keeps.
    List,
    Tuple,
    Str,
}

impl Kind {
    pub(crate) const fn from_number(number: u32) -> Self {
        match number {
            0 => Self::Int,
            1 => Self::Float,
            2 => Self::Bool,
            4 => Self::List,
            5 => Self::Tuple,
            6 => Self::Str,
            _ => Self::None,
        }
    }

    /// Whether it is the address of an object.
    pub const fn is_object(self) -> bool {
        matches!(self, Self::List | Self::Tuple | Self::Str)
    }
}

fn address(object: &PyObject) -> u64 {
    core::ptr::from_ref(object) as usize as u64
}

/// The 64 bits of an object, if it is of this kind.
#[inline]
pub(crate) fn unbox(object: &PyObject, kind: Kind, vm: &VirtualMachine) -> Option<u64> {
    match kind {
        Kind::Int => {
            let int = object.downcast_ref_if_exact::<PyInt>(vm)?;
            Some(int.try_to_i64_fast()? as u64)
        }
        Kind::Float => Some(
            object
                .downcast_ref_if_exact::<PyFloat>(vm)?
                .to_f64()
                .to_bits(),
        ),
        Kind::Bool => {
            if object.is(&vm.ctx.true_value) {
                Some(1)
            } else {
                object.is(&vm.ctx.false_value).then_some(0)
            }
        }
        Kind::None => vm.is_none(object).then_some(0),
        Kind::List => {
            object.downcast_ref_if_exact::<PyList>(vm)?;
            Some(address(object))
        }
        Kind::Tuple => {
            object.downcast_ref_if_exact::<PyTuple>(vm)?;
            Some(address(object))
        }
        Kind::Str => {
            object.downcast_ref_if_exact::<PyStr>(vm)?;
            Some(address(object))
        }
    }
}

/// Whether an object already is what the 64 bits stand for.
#[inline]
pub(crate) fn holds(object: &PyObject, kind: Kind, bits: u64, vm: &VirtualMachine) -> bool {
    unbox(object, kind, vm) == Some(bits)
}

/// The object that the 64 bits stand for.
#[inline]
pub(crate) fn box_value(kind: Kind, bits: u64, vm: &VirtualMachine) -> PyObjectRef {
    match kind {
        Kind::Int => vm.ctx.new_int(bits as i64).into(),
        Kind::Float => vm.ctx.new_float(f64::from_bits(bits)).into(),
        Kind::Bool => vm.ctx.new_bool(bits != 0).into(),
        Kind::None => vm.ctx.none(),
        Kind::List | Kind::Tuple | Kind::Str => {
            // SAFETY: while a unit runs nobody frees an object.
            unsafe { &*(bits as usize as *const PyObject) }.to_owned()
        }
    }
}

/// Whether an object is one that units have no addresses of, and that runs no code when it goes.
pub(super) fn is_number(object: &PyObject, vm: &VirtualMachine) -> bool {
    let types = &vm.ctx.types;
    let class = object.class();
    class.is(types.int_type)
        || class.is(types.float_type)
        || class.is(types.bool_type)
        || class.is(types.none_type)
}

/// Whether an object runs no code when it goes, and takes nothing else along.
pub(crate) fn is_simple(object: &PyObject, vm: &VirtualMachine) -> bool {
    is_number(object, vm) || object.class().is(vm.ctx.types.str_type)
}
