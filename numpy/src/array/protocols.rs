//! What `len`, `[]`, operators and loops do with an array.

use rustpython_vm::builtins::PySequenceIterator;
use rustpython_vm::function::{Either, PyComparisonValue};
use rustpython_vm::protocol::{PyMappingMethods, PyNumberMethods, PySequenceMethods};
use rustpython_vm::types::{AsMapping, AsNumber, AsSequence, Comparable, Iterable, PyComparisonOp};
use rustpython_vm::{Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

use super::{NdArray, get, length, set};
use crate::operators::{self, NUMBER};

impl AsMapping for NdArray {
    fn as_mapping() -> &'static PyMappingMethods {
        static AS_MAPPING: PyMappingMethods = PyMappingMethods {
            length: Some(|mapping, vm| length(NdArray::mapping_downcast(mapping), vm)),
            subscript: Some(|mapping, index, vm| {
                get(NdArray::mapping_downcast(mapping), index, vm)
            }),
            ass_subscript: Some(|mapping, index, value, vm| {
                set(NdArray::mapping_downcast(mapping), index, value, vm)
            }),
        };
        &AS_MAPPING
    }
}

impl AsSequence for NdArray {
    fn as_sequence() -> &'static PySequenceMethods {
        static AS_SEQUENCE: PySequenceMethods = PySequenceMethods {
            length: Some(|sequence, vm| length(NdArray::sequence_downcast(sequence), vm)),
            item: Some(|sequence, index, vm| {
                let index: PyObjectRef = vm.ctx.new_int(index).into();
                get(NdArray::sequence_downcast(sequence), &index, vm)
            }),
            contains: Some(|sequence, value, vm| {
                let zelf: PyObjectRef = NdArray::sequence_downcast(sequence).to_owned().into();
                let equal = zelf.rich_compare(value.to_owned(), PyComparisonOp::Eq, vm)?;
                crate::registry::helper("any_true", vm)?
                    .call((equal,), vm)?
                    .try_to_bool(vm)
            }),
            ..PySequenceMethods::NOT_IMPLEMENTED
        };
        &AS_SEQUENCE
    }
}

impl AsNumber for NdArray {
    fn as_number() -> &'static PyNumberMethods {
        &NUMBER
    }
}

impl Comparable for NdArray {
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

impl Iterable for NdArray {
    fn iter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult {
        if zelf.arr.borrow().ndim() == 0 {
            return Err(vm.new_type_error("iteration over a 0-d array"));
        }
        Ok(PySequenceIterator::new(zelf.into(), vm)?.into_pyobject(vm))
    }
}
