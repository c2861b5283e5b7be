//! The scalars that arrays are made of. `float64`, `complex128` and `str_` are Python's own numbers and texts of
//! another class; all others have a payload of their own.

use num_complex::Complex64;
use num_traits::ToPrimitive;
use rustpython_vm::builtins::{PyComplex, PyFloat, PyInt, PyStr, PyType};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::{Either, FuncArgs, PyComparisonValue};
use rustpython_vm::protocol::PyNumberMethods;
use rustpython_vm::types::{AsNumber, Comparable, Constructor, Hashable, PyComparisonOp};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass,
};

use crate::arr::Arr;
use crate::kind::Kind;
use crate::operators::{self, NUMBER};
use crate::registry;

/// The value of a scalar.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    Bool(bool),
    Int(i64),
    Uint(u64),
    Float(f32),
}

/// A scalar that is no subclass of one of Python's numbers.
#[pyclass(module = "numpy", name = "_Scalar")]
#[derive(Debug, PyPayload)]
pub struct Scalar {
    pub kind: Kind,
    pub value: Number,
}

impl Scalar {
    pub fn arr(&self) -> Arr {
        let kind = self.kind;
        match self.value {
            Number::Bool(value) => Arr::single(kind, value),
            Number::Float(value) => Arr::single(kind, value),
            Number::Int(value) => match kind {
                Kind::I8 => Arr::single(kind, value as i8),
                Kind::I16 => Arr::single(kind, value as i16),
                Kind::I32 => Arr::single(kind, value as i32),
                _ => Arr::single(kind, value),
            },
            Number::Uint(value) => match kind {
                Kind::U8 => Arr::single(kind, value as u8),
                Kind::U16 => Arr::single(kind, value as u16),
                Kind::U32 => Arr::single(kind, value as u32),
                _ => Arr::single(kind, value),
            },
        }
    }

    fn python(&self, vm: &VirtualMachine) -> PyObjectRef {
        match self.value {
            Number::Bool(value) => vm.ctx.new_bool(value).into(),
            Number::Int(value) => vm.ctx.new_int(value).into(),
            Number::Uint(value) => vm.ctx.new_int(value).into(),
            Number::Float(value) => vm.ctx.new_float(f64::from(value)).into(),
        }
    }
}

/// The scalar behind an object as an array without dimensions, if it is one of NumPy's.
pub fn arr_of(object: &PyObject, vm: &VirtualMachine) -> Option<Arr> {
    if let Some(scalar) = object.downcast_ref::<Scalar>() {
        return Some(scalar.arr());
    }
    let class = object.class();
    if class.is(vm.ctx.types.float_type) || class.is(vm.ctx.types.int_type) {
        return None;
    }
    match registry::kind_of_class(class.as_object())? {
        Kind::F64 => Some(Arr::single(
            Kind::F64,
            object.downcast_ref::<PyFloat>()?.to_f64(),
        )),
        Kind::C128 => Some(Arr::single(
            Kind::C128,
            object.downcast_ref::<PyComplex>()?.as_complex(),
        )),
        Kind::Str(_) => {
            let text = object
                .downcast_ref::<PyStr>()?
                .to_string_lossy()
                .into_owned();
            let length = text.chars().count() as u32;
            Some(Arr::single(
                Kind::Str(length),
                std::rc::Rc::<str>::from(text),
            ))
        }
        _ => None,
    }
}

/// Makes the scalar of a class out of one value, or an array out of several.
fn construct(class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    // A class of a program's that is made of one of ours makes objects of ours.
    let own = class.mro_map_collect(|class| registry::kind_of_class(class.as_object()));
    let kind = own.into_iter().flatten().next();
    let kind = kind
        .ok_or_else(|| vm.new_type_error(format!("cannot create '{}' instances", class.name())))?;
    if args.args.len() > 1 || !args.kwargs.is_empty() {
        return Err(vm.new_type_error(format!("{} takes at most one argument", kind.name())));
    }
    let Some(value) = args.args.into_iter().next() else {
        return registry::result_object(Arr::zeros(kind, &[], vm)?, vm);
    };
    if kind == Kind::Bool && registry::as_array(&value).is_none() && !operators::is_list(&value, vm)
    {
        let value = value.try_to_bool(vm)?;
        return registry::result_object(Arr::single(kind, value), vm);
    }
    let arr = crate::from_python::array(&value, Some(kind), vm)?;
    registry::result_object(arr, vm)
}

#[pyclass(with(AsNumber, Comparable, Hashable, Constructor), flags(BASETYPE))]
impl Scalar {
    #[pymethod]
    fn __complex__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let real = zelf.python(vm).try_float(vm)?.to_f64();
        Ok(vm.ctx.new_complex(Complex64::new(real, 0.0)).into())
    }

    #[pymethod]
    fn item(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        zelf.python(vm)
    }
}

impl Constructor for Scalar {
    type Args = FuncArgs;

    fn slot_new(
        class: rustpython_vm::builtins::PyTypeRef,
        args: FuncArgs,
        vm: &VirtualMachine,
    ) -> PyResult {
        construct(&class, args, vm)
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Err(vm.new_type_error("use the class numpy gives"))
    }
}

impl AsNumber for Scalar {
    fn as_number() -> &'static PyNumberMethods {
        &NUMBER
    }
}

impl Hashable for Scalar {
    fn hash(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyHash> {
        zelf.python(vm).hash(vm)
    }
}

impl Comparable for Scalar {
    fn slot_richcompare(
        zelf: &PyObject,
        other: &PyObject,
        op: PyComparisonOp,
        vm: &VirtualMachine,
    ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
        operators::compare(zelf, other, op, vm)
    }

    fn cmp(
        _: &Py<Self>,
        _: &PyObject,
        _: PyComparisonOp,
        _: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        Ok(PyComparisonValue::NotImplemented)
    }
}

/// What `float64` has before `float`.
#[pyclass(module = "numpy", name = "_Float64", base = PyFloat)]
#[derive(Debug)]
#[repr(transparent)]
pub struct Float64(PyFloat);

#[pyclass(with(AsNumber, Comparable, Hashable, Constructor), flags(BASETYPE))]
impl Float64 {}

/// What `complex128` has before `complex`.
#[pyclass(module = "numpy", name = "_Complex128", base = PyComplex)]
#[derive(Debug)]
#[repr(transparent)]
pub struct Complex128(PyComplex);

#[pyclass(with(AsNumber, Comparable, Hashable, Constructor), flags(BASETYPE))]
impl Complex128 {}

macro_rules! like_python {
    ($class:ident, $python:ident) => {
        impl AsNumber for $class {
            fn as_number() -> &'static PyNumberMethods {
                &NUMBER
            }
        }

        impl Constructor for $class {
            type Args = FuncArgs;

            fn slot_new(
                class: rustpython_vm::builtins::PyTypeRef,
                args: FuncArgs,
                vm: &VirtualMachine,
            ) -> PyResult {
                construct(&class, args, vm)
            }

            fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
                Err(vm.new_type_error("use the class numpy gives"))
            }
        }

        impl Hashable for $class {
            fn slot_hash(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<PyHash> {
                let value = zelf
                    .downcast_ref::<$python>()
                    .ok_or_else(|| vm.new_type_error("no number"))?;
                <$python as Hashable>::hash(value, vm)
            }

            fn hash(_: &Py<Self>, _: &VirtualMachine) -> PyResult<PyHash> {
                Ok(0)
            }
        }

        impl Comparable for $class {
            fn slot_richcompare(
                zelf: &PyObject,
                other: &PyObject,
                op: PyComparisonOp,
                vm: &VirtualMachine,
            ) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
                operators::compare(zelf, other, op, vm)
            }

            fn cmp(
                _: &Py<Self>,
                _: &PyObject,
                _: PyComparisonOp,
                _: &VirtualMachine,
            ) -> PyResult<PyComparisonValue> {
                Ok(PyComparisonValue::NotImplemented)
            }
        }
    };
}

like_python!(Float64, PyFloat);
like_python!(Complex128, PyComplex);

/// A number of Python's or NumPy's as a double, without conversions of other objects.
pub fn plain_float(object: &PyObject) -> Option<f64> {
    if let Some(float) = object.downcast_ref::<PyFloat>() {
        return Some(float.to_f64());
    }
    if let Some(scalar) = object.downcast_ref::<Scalar>() {
        return match scalar.value {
            Number::Int(value) => Some(value as f64),
            _ => None,
        };
    }
    object
        .downcast_ref::<PyInt>()
        .and_then(|int| int.as_bigint().to_f64())
        .filter(|value| value.is_finite())
}
