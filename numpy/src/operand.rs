//! An argument of a universal function.

use rustpython_vm::builtins::{PyFloat, PyList, PyRange, PyStr, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::arr::Arr;
use crate::from_python::array;
use crate::kind::Kind;
use crate::operators::is_python_number;
use crate::registry::as_array;
use crate::scalar;

/// An argument of a universal function.
pub struct Operand {
    pub arr: Arr,
    /// A number of Python's, which takes the kind of the arrays that it meets: 1 for an integer, 2 for a float, 3
    /// for a complex number.
    pub weak: u8,
    pub object: PyObjectRef,
}

impl Operand {
    pub fn of(object: &PyObject, vm: &VirtualMachine) -> PyResult<Self> {
        let arr = array(object, None, vm)?;
        let class = object.class();
        let weak = if !is_python_number(object, vm) || arr.kind == Kind::Bool {
            0
        } else if class.is(vm.ctx.types.float_type) {
            2
        } else if class.is(vm.ctx.types.complex_type) {
            3
        } else {
            1
        };
        Ok(Self {
            arr,
            weak,
            object: object.to_owned(),
        })
    }

    /// Whether operators know what to do with an object without asking it.
    pub fn is_known(object: &PyObject, vm: &VirtualMachine) -> bool {
        is_python_number(object, vm)
            || as_array(object).is_some()
            || scalar::arr_of(object, vm).is_some()
            || object.downcast_ref::<PyList>().is_some()
            || object.downcast_ref::<PyTuple>().is_some()
            || object.downcast_ref::<PyStr>().is_some()
            || object.downcast_ref::<PyFloat>().is_some()
            || object.downcast_ref::<PyRange>().is_some()
            || vm.is_none(object)
    }
}
