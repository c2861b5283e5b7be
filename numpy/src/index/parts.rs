//! The parts of an index: integers, slices, arrays.

use rustpython_vm::builtins::{PySlice, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

use crate::arr::Arr;
use crate::from_python::array;
use crate::kind::Kind;
use crate::operators::is_python_number;
use crate::registry::as_array;

/// A part of an index.
pub(super) enum Part {
    Integer(PyObjectRef),
    Slice(PyObjectRef),
    NewAxis,
    Ellipsis,
    Array(Arr),
}

pub(super) fn bad_index(vm: &VirtualMachine) -> rustpython_vm::builtins::PyBaseExceptionRef {
    vm.new_index_error(
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid \
         indices",
    )
}

pub(super) fn parts(index: &PyObject, arr: &Arr, vm: &VirtualMachine) -> PyResult<Vec<Part>> {
    let items = match index.downcast_ref::<PyTuple>() {
        Some(tuple) => tuple.as_slice().to_vec(),
        None => vec![index.to_owned()],
    };
    let mut parts = Vec::with_capacity(items.len());
    let mut used = 0;
    for item in items {
        let part = if vm.is_none(&item) {
            Part::NewAxis
        } else if item.is(&vm.ctx.ellipsis) {
            Part::Ellipsis
        } else if item.downcast_ref::<PySlice>().is_some() {
            used += 1;
            Part::Slice(item)
        } else if item.class().is(vm.ctx.types.int_type) {
            used += 1;
            Part::Integer(item)
        } else {
            let is_list = as_array(&item).is_none() && !is_python_number(&item, vm);
            let mut found = match array(&item, None, vm) {
                Err(error) if is_list && error.fast_isinstance(vm.ctx.exceptions.value_error) => {
                    return Err(bad_index(vm));
                }
                found => found?,
            };
            if is_list && found.size() == 0 && found.kind == Kind::F64 {
                found = Arr::zeros(Kind::I64, &found.shape, vm)?;
            }
            if found.kind == Kind::Bool {
                used += found.ndim();
                Part::Array(found)
            } else if found.kind.is_integer() {
                used += 1;
                if found.ndim() == 0 {
                    Part::Integer(crate::registry::python_element(&found, found.offset, vm))
                } else {
                    Part::Array(found.cast(Kind::I64, vm)?)
                }
            } else if is_list || found.ndim() == 0 {
                return Err(bad_index(vm));
            } else {
                return Err(vm.new_index_error(
                    "arrays used as indices must be of integer (or boolean) type",
                ));
            }
        };
        parts.push(part);
    }
    if used > arr.ndim() {
        return Err(vm.new_index_error(format!(
            "too many indices for array: array is {}-dimensional, but {used} were indexed",
            arr.ndim()
        )));
    }
    let ellipses = parts
        .iter()
        .filter(|part| matches!(part, Part::Ellipsis))
        .count();
    if ellipses > 1 {
        return Err(vm.new_index_error("an index can only have a single ellipsis ('...')"));
    }
    if ellipses == 0 {
        parts.push(Part::Ellipsis);
    }
    // The ellipsis stands for all axes that the others leave.
    let mut filled = Vec::with_capacity(arr.ndim());
    let whole: PyObjectRef = PySlice {
        start: None,
        stop: vm.ctx.none(),
        step: None,
    }
    .into_pyobject(vm);
    for part in parts {
        if let Part::Ellipsis = part {
            filled.extend((used..arr.ndim()).map(|_| Part::Slice(whole.clone())));
        } else {
            filled.push(part);
        }
    }
    Ok(filled)
}
