//! `numpy.dtype`.

use rustpython_vm::builtins::{PyStr, PyType, PyTypeRef};
use rustpython_vm::common::hash::PyHash;
use rustpython_vm::function::{FuncArgs, PyComparisonValue};
use rustpython_vm::types::{Comparable, Constructor, Hashable, PyComparisonOp, Representable};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass,
};

use crate::kind::Kind;
use crate::registry;

/// The kind of an array's elements, as an object.
#[pyclass(module = "numpy", name = "dtype")]
#[derive(Clone, Copy, Debug, PyPayload)]
pub struct DType(pub Kind);

/// Kinds of NumPy's that are none of ours.
const NOT_HERE: [&str; 10] = [
    "float16",
    "half",
    "complex64",
    "longdouble",
    "datetime",
    "timedelta",
    "float128",
    "complex256",
    "M8",
    "m8",
];

/// The kind that an object names, if it names one.
pub fn named(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Kind>> {
    if let Some(dtype) = object.downcast_ref::<DType>() {
        return Ok(Some(dtype.0));
    }
    if let Some(text) = object.downcast_ref::<PyStr>() {
        let text = text.to_string_lossy();
        if let Some(kind) = Kind::named(&text) {
            return Ok(Some(kind));
        }
        if NOT_HERE.iter().any(|name| {
            text.trim_start_matches(['<', '>', '=', '|'])
                .starts_with(name)
        }) || matches!(
            &*text,
            "e" | "F" | "g" | "G" | "f2" | "<f2" | "c8" | "<c8" | "f16" | "S" | "V"
        ) || text.starts_with(['>', 'S'])
        {
            return Err(vm.new_type_error(format!(
                "data type '{text}' is not part of numpy here: there are bool, int8 to int64, uint8 to uint64, float32, \
                 float64, complex128, str and object"
            )));
        }
        return Err(vm.new_type_error(format!("data type '{text}' not understood")));
    }
    let types = &vm.ctx.types;
    for (class, kind) in [
        (types.int_type, Kind::I64),
        (types.float_type, Kind::F64),
        (types.bool_type, Kind::Bool),
        (types.complex_type, Kind::C128),
        (types.str_type, Kind::Str(0)),
        (types.object_type, Kind::Object),
    ] {
        if object.is(class) {
            return Ok(Some(kind));
        }
    }
    if object.downcast_ref::<PyType>().is_some() {
        if let Some(kind) = registry::kind_of_class(object) {
            return Ok(Some(kind));
        }
        // Classes without an own kind stand for the one of their family.
        let family = registry::helper("kind_of_class", vm)?.call((object.to_owned(),), vm)?;
        return if vm.is_none(&family) {
            Ok(None)
        } else {
            named(&family, vm)
        };
    }
    match vm.get_attribute_opt(object, "dtype")? {
        Some(dtype) if dtype.downcast_ref::<DType>().is_some() => named(&dtype, vm),
        _ => Ok(None),
    }
}

/// The kind that an object names; `None` names doubles.
pub fn kind_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Kind> {
    if vm.is_none(object) {
        return Ok(Kind::F64);
    }
    if let Some(kind) = named(object, vm)? {
        return Ok(kind);
    }
    if object.downcast_ref::<PyType>().is_some() {
        return Ok(Kind::Object);
    }
    let text = object.repr(vm)?;
    Err(vm.new_type_error(format!("Cannot interpret '{text}' as a data type")))
}

/// The kind that an argument names, which may be `None`.
pub fn optional(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Kind>> {
    if vm.is_none(object) {
        Ok(None)
    } else {
        kind_of(object, vm).map(Some)
    }
}

#[pyclass(with(Constructor, Representable, Comparable, Hashable))]
impl DType {
    #[pygetset]
    fn name(zelf: &Py<Self>) -> String {
        zelf.0.name()
    }

    #[pygetset]
    fn kind(zelf: &Py<Self>) -> String {
        zelf.0.family().to_string()
    }

    #[pygetset]
    fn char(zelf: &Py<Self>) -> String {
        zelf.0.letter().to_string()
    }

    #[pygetset]
    fn itemsize(zelf: &Py<Self>) -> usize {
        zelf.0.item_bytes()
    }

    #[pygetset]
    fn alignment(zelf: &Py<Self>) -> usize {
        zelf.0.item_bytes().clamp(1, 8)
    }

    #[pygetset]
    fn str(zelf: &Py<Self>) -> String {
        zelf.0.code()
    }

    #[pygetset]
    fn num(zelf: &Py<Self>) -> usize {
        [0, 1, 3, 5, 7, 2, 4, 6, 8, 11, 12, 15, 19, 17][zelf.0.index()]
    }

    #[pygetset(name = "type")]
    fn class(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        registry::class_of_kind(zelf.0, vm)
    }

    #[pygetset]
    fn byteorder(zelf: &Py<Self>) -> &'static str {
        if zelf.0.item_bytes() == 1 || zelf.0 == Kind::Object {
            "|"
        } else {
            "="
        }
    }

    #[pygetset]
    fn shape(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.empty_tuple.clone().into()
    }

    #[pygetset]
    fn fields(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pygetset]
    fn names(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        vm.ctx.none()
    }

    #[pygetset]
    fn isnative(_zelf: &Py<Self>) -> bool {
        true
    }

    #[pygetset]
    fn hasobject(zelf: &Py<Self>) -> bool {
        zelf.0 == Kind::Object
    }

    #[pymethod]
    fn __str__(zelf: &Py<Self>) -> String {
        if let Kind::Str(_) = zelf.0 {
            zelf.0.code()
        } else {
            zelf.0.name()
        }
    }

    #[pymethod]
    fn __reduce__(zelf: rustpython_vm::PyRef<DType>, vm: &VirtualMachine) -> PyObjectRef {
        let args = vm.ctx.new_tuple(vec![vm.ctx.new_str(zelf.0.code()).into()]);
        vm.ctx
            .new_tuple(vec![zelf.class().to_owned().into(), args.into()])
            .into()
    }
}

impl Constructor for DType {
    type Args = FuncArgs;

    fn slot_new(_class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let Some(object) = args.args.first() else {
            return Err(vm.new_type_error("dtype() missing required argument 'dtype' (pos 1)"));
        };
        Ok(DType(kind_of(object, vm)?).into_pyobject(vm))
    }

    fn py_new(_class: &Py<PyType>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<Self> {
        Err(vm.new_type_error("dtype() takes one argument"))
    }
}

impl Representable for DType {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(match zelf.0 {
            Kind::Str(_) => format!("dtype('{}')", zelf.0.code()),
            Kind::Object => "dtype('O')".to_owned(),
            kind => format!("dtype('{}')", kind.name()),
        })
    }
}

impl Comparable for DType {
    fn cmp(
        zelf: &Py<Self>,
        other: &PyObject,
        op: PyComparisonOp,
        vm: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        op.eq_only(|| {
            let other = if vm.is_none(other) {
                None
            } else {
                named(other, vm).ok().flatten()
            };
            Ok(PyComparisonValue::Implemented(other == Some(zelf.0)))
        })
    }
}

impl Hashable for DType {
    fn hash(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<PyHash> {
        let length = if let Kind::Str(length) = zelf.0 {
            length
        } else {
            0
        };
        Ok(PyHash::from(zelf.0.index() as u32) + 1000 * PyHash::from(length))
    }
}
