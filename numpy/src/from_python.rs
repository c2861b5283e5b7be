//! Arrays out of Python's objects.

use std::rc::Rc;

use num_complex::Complex64;
use num_traits::ToPrimitive;
use rustpython_vm::builtins::{
    PyBytes, PyComplex, PyDict, PyFloat, PyInt, PyList, PySet, PyStr, PyTuple,
};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::arr::{Arr, MOST_DIMENSIONS};
use crate::data::{Element, shape_text};
use crate::kind::Kind;
use crate::operators::is_python_number;
use crate::registry::{self, as_array};
use crate::scalar;

/// The kind that a single object has.
fn kind_of(object: &PyObject, vm: &VirtualMachine) -> Kind {
    if let Some(arr) = scalar::arr_of(object, vm) {
        return arr.kind;
    }
    let class = object.class();
    if class.is(vm.ctx.types.bool_type) {
        Kind::Bool
    } else if let Some(int) = object.downcast_ref::<PyInt>() {
        let int = int.as_bigint();
        if int.to_i64().is_some() {
            Kind::I64
        } else if int.to_u64().is_some() {
            Kind::U64
        } else {
            Kind::Object
        }
    } else if object.downcast_ref::<PyFloat>().is_some() {
        Kind::F64
    } else if object.downcast_ref::<PyComplex>().is_some() {
        Kind::C128
    } else if let Some(text) = object.downcast_ref::<PyStr>() {
        Kind::Str(text.as_wtf8().code_points().count() as u32)
    } else {
        Kind::Object
    }
}

/// The elements of something that arrays take elements of.
fn elements(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Vec<PyObjectRef>>> {
    if let Some(list) = object.downcast_ref::<PyList>() {
        return Ok(Some(list.borrow_vec().to_vec()));
    }
    if let Some(tuple) = object.downcast_ref::<PyTuple>() {
        return Ok(Some(tuple.as_slice().to_vec()));
    }
    if let Some(array) = as_array(object) {
        let arr = array.arr();
        return Ok(if arr.ndim() == 0 {
            None
        } else {
            let row = |index| {
                let view = arr.at_axis(0, index);
                if view.ndim() == 0 {
                    registry::element(&view, view.offset, vm)
                } else {
                    registry::array_object(view, None, vm)
                }
            };
            Some((0..arr.shape[0]).map(row).collect::<PyResult<_>>()?)
        });
    }
    if is_python_number(object, vm)
        || object.downcast_ref::<PyFloat>().is_some()
        || object.downcast_ref::<PyStr>().is_some()
        || object.downcast_ref::<PyBytes>().is_some()
        || object.downcast_ref::<PyDict>().is_some()
        || object.downcast_ref::<PySet>().is_some()
        || scalar::arr_of(object, vm).is_some()
    {
        return Ok(None);
    }
    // Sequences of any other class, and classes that say how they become arrays.
    if let Some(method) = vm.get_attribute_opt(object, "__array__")?
        && !object.class().is(vm.ctx.types.type_type)
    {
        let result = method.call((), vm)?;
        if as_array(&result).is_none() {
            return Err(vm.new_value_error("object __array__ method not producing an array"));
        }
        return elements(&result, vm);
    }
    let class = object.class();
    let has = |name| class.has_attr(vm.ctx.intern_str(name));
    if has("__len__") && has("__getitem__") && !has("keys") {
        return object.try_to_value::<Vec<PyObjectRef>>(vm).map(Some);
    }
    Ok(None)
}

struct Found {
    shape: Vec<usize>,
    leaves: Vec<PyObjectRef>,
    is_ragged: bool,
}

/// How deep the elements nest with the same lengths.
fn shape_of(rows: &[PyObjectRef], shape: &mut Vec<usize>, vm: &VirtualMachine) -> PyResult<()> {
    shape.push(rows.len());
    if shape.len() > MOST_DIMENSIONS {
        return Err(vm.new_value_error(
            "setting an array element with a sequence. The requested array would exceed the maximum number of dimension of 64.",
        ));
    }
    if let Some(first) = rows.first()
        && let Some(inner) = elements(first, vm)?
    {
        shape_of(&inner, shape, vm)?;
    }
    Ok(())
}

/// Gathers the elements; what nests otherwise than the first ones do makes the shape shorter.
fn gather(
    rows: Vec<PyObjectRef>,
    depth: usize,
    found: &mut Found,
    vm: &VirtualMachine,
) -> PyResult<()> {
    for row in rows {
        if depth == found.shape.len() {
            if elements(&row, vm)?.is_some() {
                found.is_ragged = true;
            }
            found.leaves.push(row);
            continue;
        }
        match elements(&row, vm)? {
            Some(inner) if inner.len() == found.shape[depth] => {
                gather(inner, depth + 1, found, vm)?;
            }
            _ => {
                found.shape.truncate(depth);
                found.is_ragged = true;
                return Ok(());
            }
        }
        if found.is_ragged && depth > found.shape.len() {
            return Ok(());
        }
    }
    Ok(())
}

/// An object as an array: of the kind that is asked for, or of the one that holds all its elements. An array stays what
/// it is if it has the kind.
pub fn array(object: &PyObject, kind: Option<Kind>, vm: &VirtualMachine) -> PyResult<Arr> {
    if let Some(array) = as_array(object) {
        let arr = array.arr();
        return match kind {
            Some(kind) => arr.cast(kind, vm),
            None => Ok(arr),
        };
    }
    if let Some(arr) = scalar::arr_of(object, vm) {
        return arr.cast(kind.unwrap_or(arr.kind), vm);
    }
    if object.downcast_ref::<PyList>().is_none()
        && object.downcast_ref::<PyTuple>().is_none()
        && !is_python_number(object, vm)
        && let Some(method) = vm.get_attribute_opt(object, "__array__")?
        && !object.class().is(vm.ctx.types.type_type)
    {
        let result = method.call((), vm)?;
        let Some(array) = as_array(&result) else {
            return Err(vm.new_value_error("object __array__ method not producing an array"));
        };
        let arr = array.arr();
        return arr.cast(kind.unwrap_or(arr.kind), vm);
    }
    let Some(rows) = elements(object, vm)? else {
        let own = kind_of(object, vm);
        let kind = match kind {
            Some(Kind::Str(0)) => Kind::Str(length_of(object, vm)?),
            Some(kind) => kind,
            None => own,
        };
        let arr = Arr::zeros(kind, &[], vm)?;
        set_object(&arr, 0, object, vm)?;
        return Ok(arr);
    };
    let mut shape = Vec::new();
    shape_of(&rows, &mut shape, vm)?;
    let mut found = Found {
        shape,
        leaves: Vec::new(),
        is_ragged: false,
    };
    gather(rows.clone(), 1, &mut found, vm)?;
    if found.is_ragged {
        if kind != Some(Kind::Object) {
            return Err(vm.new_value_error(format!(
                "setting an array element with a sequence. The requested array has an inhomogeneous shape after {} \
                 dimensions. The detected shape was {} + inhomogeneous part.",
                found.shape.len(),
                shape_text(&found.shape),
            )));
        }
        found.leaves.clear();
        found.is_ragged = false;
        gather(rows, 1, &mut found, vm)?;
    }
    let kind = match kind {
        Some(Kind::Str(0)) => {
            let mut longest = 1;
            for leaf in &found.leaves {
                longest = longest.max(length_of(leaf, vm)?);
            }
            Kind::Str(longest)
        }
        Some(kind) => kind,
        None => found
            .leaves
            .iter()
            .map(|leaf| kind_of(leaf, vm))
            .reduce(Kind::promoted)
            .unwrap_or(Kind::F64),
    };
    let kind = if kind == Kind::Str(0) {
        Kind::Str(1)
    } else {
        kind
    };
    let arr = Arr::zeros(kind, &found.shape, vm)?;
    for (at, leaf) in found.leaves.iter().enumerate() {
        set_object(&arr, at, leaf, vm)?;
    }
    Ok(arr)
}

fn length_of(object: &PyObject, vm: &VirtualMachine) -> PyResult<u32> {
    Ok((object.str(vm)?.as_wtf8().code_points().count() as u32).max(1))
}

fn out_of_bounds(object: &PyObject, kind: Kind, vm: &VirtualMachine) -> PyResult<()> {
    let text = object.str(vm)?;
    Err(vm.new_overflow_error(format!(
        "Python integer {text} out of bounds for {}",
        kind.name()
    )))
}

fn to_float(object: &PyObject, vm: &VirtualMachine) -> PyResult<f64> {
    if let Some(value) = scalar::plain_float(object) {
        return Ok(value);
    }
    if vm.is_none(object) {
        // NumPy takes None for a number that is missing.
        return Ok(f64::NAN);
    }
    let float = registry::helper("to_float", vm)?.call((object.to_owned(),), vm)?;
    Ok(float.try_float(vm)?.to_f64())
}

/// Writes an object to a place of an array, as a value of the array's kind.
pub fn set_object(arr: &Arr, at: usize, object: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    macro_rules! put {
        ($type:ty, $value:expr) => {{
            let value: $type = $value;
            <$type>::set(&<$type>::slots(&arr.data)[at], value);
            Ok(())
        }};
    }
    macro_rules! int {
        ($type:ty, $to:ident) => {{
            if let Some(int) = object.downcast_ref::<PyInt>() {
                return match int.as_bigint().$to() {
                    Some(value) => put!($type, value),
                    None => out_of_bounds(object, arr.kind, vm),
                };
            }
            if let Some(own) = single(object, vm)? {
                let value = own.cast(arr.kind, vm)?;
                return arr.viewed(Vec::new(), Vec::new(), at).assign(&value, vm);
            }
            let int = registry::helper("to_int", vm)?
                .call((object.to_owned(),), vm)?
                .try_int(vm)?;
            match int.as_bigint().$to() {
                Some(value) => put!($type, value),
                None => out_of_bounds(int.as_object(), arr.kind, vm),
            }
        }};
    }
    match arr.kind {
        Kind::Bool => put!(bool, object.to_owned().try_to_bool(vm)?),
        Kind::I8 => int!(i8, to_i8),
        Kind::I16 => int!(i16, to_i16),
        Kind::I32 => int!(i32, to_i32),
        Kind::I64 => int!(i64, to_i64),
        Kind::U8 => int!(u8, to_u8),
        Kind::U16 => int!(u16, to_u16),
        Kind::U32 => int!(u32, to_u32),
        Kind::U64 => int!(u64, to_u64),
        Kind::F32 => put!(f32, to_float(object, vm)? as f32),
        Kind::F64 => put!(f64, to_float(object, vm)?),
        Kind::C128 => {
            let value = if let Some(value) = object.downcast_ref::<PyComplex>() {
                value.as_complex()
            } else if object.downcast_ref::<PyStr>().is_some() {
                let complex = vm
                    .ctx
                    .types
                    .complex_type
                    .as_object()
                    .call((object.to_owned(),), vm)?;
                complex
                    .try_complex(vm)?
                    .map_or(Complex64::default(), |value| value.0)
            } else if let Some((value, _)) = object.to_owned().try_complex(vm)? {
                value
            } else {
                Complex64::new(to_float(object, vm)?, 0.0)
            };
            put!(Complex64, value)
        }
        Kind::Str(length) => {
            let text = object.str(vm)?.to_string_lossy().into_owned();
            let cut = text
                .char_indices()
                .nth(length as usize)
                .map_or(&*text, |(end, _)| &text[..end]);
            // Zeros at the end are what fills the place up.
            put!(Rc<str>, Rc::from(cut.trim_end_matches('\0')))
        }
        Kind::Object => put!(PyObjectRef, object.to_owned()),
    }
}

/// One of our numbers, or a float of Python's, as an array without dimensions.
fn single(object: &PyObject, vm: &VirtualMachine) -> PyResult<Option<Arr>> {
    if let Some(array) = as_array(object) {
        let arr = array.arr();
        if arr.ndim() > 0 {
            return Err(vm.new_value_error("setting an array element with a sequence."));
        }
        return Ok(Some(arr));
    }
    if let Some(arr) = scalar::arr_of(object, vm) {
        return Ok(Some(arr).filter(|arr| arr.kind.is_number()));
    }
    let Some(float) = object.downcast_ref::<PyFloat>() else {
        return Ok(None);
    };
    let value = float.to_f64();
    if value.is_nan() {
        return Err(vm.new_value_error("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(vm.new_overflow_error("cannot convert float infinity to integer"));
    }
    Ok(Some(Arr::single(Kind::F64, value)))
}
