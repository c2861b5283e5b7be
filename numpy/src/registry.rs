//! What the Python half tells the native half when it is imported: its classes, and how errors of floating point
//! are to be handled.

use std::cell::{Cell, RefCell};

use rustpython_vm::builtins::PyComplex;
use rustpython_vm::builtins::{PyFloat, PyStr, PyTypeRef};
use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use crate::arr::Arr;
use crate::array::NdArray;
use crate::data::Element;
use crate::kind::{ALL, Kind};
use crate::loops::run::{DIVIDE, INVALID, OVERFLOW};
use crate::scalar::{Number, Scalar};

#[derive(Default)]
struct Registry {
    scalars: Vec<PyTypeRef>,
    array: Option<PyTypeRef>,
    helpers: Option<PyObjectRef>,
}

/// How an error of floating point is handled, as `errstate` names it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Handling {
    Ignore,
    Warn,
    Raise,
}

thread_local! {
    static REGISTRY: RefCell<Registry> = RefCell::default();
    /// For division by zero, overflow and invalid values.
    static HANDLING: Cell<[Handling; 3]> = const { Cell::new([Handling::Warn; 3]) };
}

/// Begins with the classes of an import. `helpers` is the module whose functions the native half calls.
pub fn register(scalars: Vec<PyTypeRef>, array: PyTypeRef, helpers: PyObjectRef) {
    let registry = Registry {
        scalars,
        array: Some(array),
        helpers: Some(helpers),
    };
    // What was there may run Python code when it goes.
    let _old = REGISTRY.replace(registry);
    HANDLING.set([Handling::Warn; 3]);
}

/// Forgets the classes: they must not outlive their interpreter.
pub fn forget() {
    let _old = REGISTRY.take();
    HANDLING.set([Handling::Warn; 3]);
}

fn missing(vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    vm.new_import_error(
        "numpy is not set up: import numpy, not _numpy",
        vm.ctx.new_utf8_str("_numpy"),
    )
}

fn scalar_class(kind: Kind, vm: &VirtualMachine) -> PyResult<PyTypeRef> {
    REGISTRY
        .with_borrow(|registry| registry.scalars.get(kind.index()).cloned())
        .ok_or_else(|| missing(vm))
}

/// The kind whose scalars have this class, or a class below it.
pub fn kind_of_class(class: &PyObject) -> Option<Kind> {
    REGISTRY.with_borrow(|registry| {
        let exact = registry.scalars.iter().position(|known| known.is(class));
        exact.map(|index| ALL[index])
    })
}

/// The class of a kind's scalars.
pub fn class_of_kind(kind: Kind, vm: &VirtualMachine) -> PyResult {
    Ok(scalar_class(kind, vm)?.into())
}

/// A function of the Python half.
pub fn helper(name: &'static str, vm: &VirtualMachine) -> PyResult {
    let helpers = REGISTRY.with_borrow(|registry| registry.helpers.clone());
    helpers.ok_or_else(|| missing(vm))?.get_attr(name, vm)
}

/// An array as an object, with the object whose memory it shows.
pub fn array_object(arr: Arr, base: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
    let class = REGISTRY
        .with_borrow(|registry| registry.array.clone())
        .ok_or_else(|| missing(vm))?;
    Ok(NdArray::new(arr, base)
        .into_ref_with_type(vm, class)?
        .into())
}

/// An array as an object, or its only element if it has no dimensions.
pub fn result_object(arr: Arr, vm: &VirtualMachine) -> PyResult {
    if arr.ndim() == 0 {
        element(&arr, arr.offset, vm)
    } else {
        array_object(arr, None, vm)
    }
}

/// A double as `numpy.float64`.
pub fn float_object(value: f64, vm: &VirtualMachine) -> PyResult {
    Ok(PyFloat::from(value)
        .into_ref_with_type(vm, scalar_class(Kind::F64, vm)?)?
        .into())
}

fn number_object(kind: Kind, value: Number, vm: &VirtualMachine) -> PyResult {
    Ok(Scalar { kind, value }
        .into_ref_with_type(vm, scalar_class(kind, vm)?)?
        .into())
}

/// An element as a scalar of NumPy's.
pub fn element(arr: &Arr, at: usize, vm: &VirtualMachine) -> PyResult {
    macro_rules! get {
        ($type:ty) => {
            <$type>::get(&<$type>::slots(&arr.data)[at])
        };
    }
    let value = match arr.kind {
        Kind::Bool => Number::Bool(get!(bool)),
        Kind::I8 => Number::Int(get!(i8).into()),
        Kind::I16 => Number::Int(get!(i16).into()),
        Kind::I32 => Number::Int(get!(i32).into()),
        Kind::I64 => Number::Int(get!(i64)),
        Kind::U8 => Number::Uint(get!(u8).into()),
        Kind::U16 => Number::Uint(get!(u16).into()),
        Kind::U32 => Number::Uint(get!(u32).into()),
        Kind::U64 => Number::Uint(get!(u64)),
        Kind::F32 => Number::Float(get!(f32)),
        Kind::F64 => return float_object(get!(f64), vm),
        Kind::C128 => {
            let class = scalar_class(Kind::C128, vm)?;
            let value = get!(num_complex::Complex64);
            return Ok(PyComplex::from(value).into_ref_with_type(vm, class)?.into());
        }
        Kind::Str(_) => {
            let class = scalar_class(arr.kind, vm)?;
            let text = get!(std::rc::Rc<str>);
            return Ok(PyStr::from(&*text).into_ref_with_type(vm, class)?.into());
        }
        Kind::Object => return Ok(get!(PyObjectRef)),
    };
    number_object(arr.kind, value, vm)
}

/// An element as Python's own number, text or object.
pub fn python_element(arr: &Arr, at: usize, vm: &VirtualMachine) -> PyObjectRef {
    macro_rules! int {
        ($type:ty) => {
            vm.ctx
                .new_int(<$type>::get(&<$type>::slots(&arr.data)[at]))
                .into()
        };
    }
    match arr.kind {
        Kind::Bool => vm
            .ctx
            .new_bool(bool::get(&bool::slots(&arr.data)[at]))
            .into(),
        Kind::I8 => int!(i8),
        Kind::I16 => int!(i16),
        Kind::I32 => int!(i32),
        Kind::I64 => int!(i64),
        Kind::U8 => int!(u8),
        Kind::U16 => int!(u16),
        Kind::U32 => int!(u32),
        Kind::U64 => int!(u64),
        Kind::F32 => vm
            .ctx
            .new_float(f64::from(f32::get(&f32::slots(&arr.data)[at])))
            .into(),
        Kind::F64 => vm
            .ctx
            .new_float(f64::get(&f64::slots(&arr.data)[at]))
            .into(),
        Kind::C128 => vm
            .ctx
            .new_complex(num_complex::Complex64::get(
                &num_complex::Complex64::slots(&arr.data)[at],
            ))
            .into(),
        Kind::Str(_) => vm
            .ctx
            .new_str(&*std::rc::Rc::<str>::get(
                &std::rc::Rc::<str>::slots(&arr.data)[at],
            ))
            .into(),
        Kind::Object => PyObjectRef::get(&PyObjectRef::slots(&arr.data)[at]),
    }
}

/// Handles what a loop has noticed of floating point.
pub fn handle(flags: u8, name: &str, vm: &VirtualMachine) -> PyResult<()> {
    let texts = [
        (DIVIDE, "divide by zero"),
        (OVERFLOW, "overflow"),
        (INVALID, "invalid value"),
    ];
    for ((flag, text), handling) in texts.into_iter().zip(HANDLING.get()) {
        if flags & flag == 0 || handling == Handling::Ignore {
            continue;
        }
        let text = format!("{text} encountered in {name}");
        if handling == Handling::Raise {
            return Err(vm.new_exception_msg(
                vm.ctx.exceptions.floating_point_error.to_owned(),
                text.into(),
            ));
        }
        rustpython_vm::warn::warn(
            vm.ctx.new_str(text).into(),
            Some(vm.ctx.exceptions.runtime_warning.to_owned()),
            1,
            None,
            vm,
        )?;
    }
    Ok(())
}

/// Sets how errors are handled, and returns how they were.
pub fn set_handling(handling: [Handling; 3]) -> [Handling; 3] {
    HANDLING.replace(handling)
}

pub fn handling() -> [Handling; 3] {
    HANDLING.get()
}

/// A reference to an array, if it is one.
pub fn as_array(object: &PyObject) -> Option<&Py<NdArray>> {
    object.downcast_ref::<NdArray>()
}
