//! What `+`, `<` and `-` do with arrays and scalars.

use rustpython_vm::builtins::{PyBool, PyBytes, PyFloat, PyInt, PyList, PyRange, PyStr, PyTuple};
use rustpython_vm::function::{Either, PyComparisonValue};
use rustpython_vm::protocol::PyNumberMethods;
use rustpython_vm::types::PyComparisonOp;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::loops::Op;
use crate::operand::Operand;
use crate::registry;
use crate::scalar::{self, Scalar, plain_float};
use crate::ufunc::{self, Call};

/// Whether this is a list, or something else whose elements an array takes.
pub fn is_list(object: &PyObject, _vm: &VirtualMachine) -> bool {
    object.downcast_ref::<PyList>().is_some()
        || object.downcast_ref::<PyTuple>().is_some()
        || object.downcast_ref::<PyRange>().is_some()
}

/// Whether an operator leaves the work to the other operand: a class of somebody's with operators of its own.
fn leaves_it(own: &PyObject, other: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    if Operand::is_known(other, vm) {
        return Ok(false);
    }
    match vm.get_attribute_opt(other, "__array_ufunc__")? {
        Some(ufunc) => Ok(vm.is_none(&ufunc)),
        None => Ok(registry::as_array(own).is_none()),
    }
}

fn is_ours(object: &PyObject, vm: &VirtualMachine) -> bool {
    registry::as_array(object).is_some() || scalar::arr_of(object, vm).is_some()
}

/// `a op b`, of which at least one is ours.
pub fn binary(op: Op, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if let Some(value) = quick(op, a, b) {
        return registry::float_object(value, vm);
    }
    let (own, other) = if is_ours(a, vm) { (a, b) } else { (b, a) };
    if leaves_it(own, other, vm)? {
        return Ok(vm.ctx.not_implemented());
    }
    if op == Op::Multiply && is_repeated(own, other, vm) {
        let times = to_index(own, vm)?;
        return vm._mul(other, &times);
    }
    ufunc::call(
        op,
        &[a.to_owned(), b.to_owned()],
        Call {
            is_operator: true,
            ..Call::default()
        },
        vm,
    )
}

/// Whether a product is a sequence of Python's and how often it is there: `"-" * np.int64(3)`.
fn is_repeated(own: &PyObject, other: &PyObject, vm: &VirtualMachine) -> bool {
    let is_sequence = other.downcast_ref::<PyStr>().is_some()
        || other.downcast_ref::<PyBytes>().is_some()
        || other.downcast_ref::<PyList>().is_some()
        || other.downcast_ref::<PyTuple>().is_some();
    is_sequence
        && registry::as_array(own).is_none()
        && scalar::arr_of(own, vm).is_some_and(|arr| arr.kind.is_integer())
}

/// Sums and products of doubles that are nothing special.
fn quick(op: Op, a: &PyObject, b: &PyObject) -> Option<f64> {
    if a.downcast_ref::<PyFloat>().is_none() && b.downcast_ref::<PyFloat>().is_none() {
        return None;
    }
    let (a, b) = (plain_float(a)?, plain_float(b)?);
    let value = match op {
        Op::Add => a + b,
        Op::Subtract => a - b,
        Op::Multiply => a * b,
        Op::Divide if b != 0.0 => a / b,
        _ => return None,
    };
    value.is_finite().then_some(value)
}

fn unary(op: Op, a: &PyObject, vm: &VirtualMachine) -> PyResult {
    ufunc::call(
        op,
        &[a.to_owned()],
        Call {
            is_operator: true,
            ..Call::default()
        },
        vm,
    )
}

fn in_place(op: Op, a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    let Some(array) = registry::as_array(a) else {
        return binary(op, a, b, vm);
    };
    if leaves_it(a, b, vm)? {
        return Ok(vm.ctx.not_implemented());
    }
    if array.writable(vm).is_err() {
        return Err(vm.new_value_error("output array is read-only"));
    }
    let call = Call {
        out: vec![Some(a.to_owned())],
        ..Call::default()
    };
    ufunc::call(op, &[a.to_owned(), b.to_owned()], call, vm)
}

/// `a ** b`, where small exponents have quicker functions.
fn power(a: &PyObject, b: &PyObject, modulus: &PyObject, vm: &VirtualMachine) -> PyResult {
    if !vm.is_none(modulus) {
        return Ok(vm.ctx.not_implemented());
    }
    binary(Op::Power, a, b, vm)
}

fn matmul(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult {
    if leaves_it(a, b, vm)? && leaves_it(b, a, vm)? {
        return Ok(vm.ctx.not_implemented());
    }
    registry::helper("matmul", vm)?.call((a.to_owned(), b.to_owned()), vm)
}

fn truth(a: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
    let arr = Operand::of(a, vm)?.arr;
    match arr.size() {
        1 => registry::python_element(&arr, arr.offsets().next().unwrap_or(0), vm).try_to_bool(vm),
        0 => Err(vm.new_value_error(
            "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.",
        )),
        _ => Err(vm.new_value_error(
            "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
        )),
    }
}

/// The only element as a number of Python's.
fn only(a: &PyObject, vm: &VirtualMachine) -> PyResult {
    let arr = Operand::of(a, vm)?.arr;
    if arr.size() != 1 || (arr.ndim() > 0 && registry::as_array(a).is_none()) {
        return Err(
            vm.new_type_error("only 0-dimensional arrays can be converted to Python scalars")
        );
    }
    if arr.ndim() > 0 {
        return Err(
            vm.new_type_error("only 0-dimensional arrays can be converted to Python scalars")
        );
    }
    Ok(registry::python_element(&arr, arr.offset, vm))
}

fn to_index(a: &PyObject, vm: &VirtualMachine) -> PyResult {
    let arr = Operand::of(a, vm)?.arr;
    if arr.ndim() > 0 || !arr.kind.is_integer() {
        let text = if registry::as_array(a).is_some() {
            "only integer scalar arrays can be converted to a scalar index".to_owned()
        } else {
            format!(
                "'{}' object cannot be interpreted as an integer",
                a.class().slot_name()
            )
        };
        return Err(vm.new_type_error(text));
    }
    Ok(registry::python_element(&arr, arr.offset, vm))
}

/// The operators of arrays and scalars.
pub static NUMBER: PyNumberMethods = PyNumberMethods {
    add: Some(|a, b, vm| binary(Op::Add, a, b, vm)),
    subtract: Some(|a, b, vm| binary(Op::Subtract, a, b, vm)),
    multiply: Some(|a, b, vm| binary(Op::Multiply, a, b, vm)),
    remainder: Some(|a, b, vm| binary(Op::Remainder, a, b, vm)),
    divmod: Some(|a, b, vm| binary(Op::Divmod, a, b, vm)),
    power: Some(power),
    negative: Some(|a, vm| unary(Op::Negative, a.obj, vm)),
    positive: Some(|a, vm| unary(Op::Positive, a.obj, vm)),
    absolute: Some(|a, vm| unary(Op::Absolute, a.obj, vm)),
    boolean: Some(|a, vm| truth(a.obj, vm)),
    invert: Some(|a, vm| unary(Op::Invert, a.obj, vm)),
    lshift: Some(|a, b, vm| binary(Op::LeftShift, a, b, vm)),
    rshift: Some(|a, b, vm| binary(Op::RightShift, a, b, vm)),
    and: Some(|a, b, vm| binary(Op::BitwiseAnd, a, b, vm)),
    xor: Some(|a, b, vm| binary(Op::BitwiseXor, a, b, vm)),
    or: Some(|a, b, vm| binary(Op::BitwiseOr, a, b, vm)),
    int: Some(|a, vm| Ok(only(a.obj, vm)?.try_int(vm)?.into())),
    float: Some(|a, vm| {
        let value = only(a.obj, vm)?;
        let float = registry::helper("to_float", vm)?;
        float.call((value,), vm)
    }),
    inplace_add: Some(|a, b, vm| in_place(Op::Add, a, b, vm)),
    inplace_subtract: Some(|a, b, vm| in_place(Op::Subtract, a, b, vm)),
    inplace_multiply: Some(|a, b, vm| in_place(Op::Multiply, a, b, vm)),
    inplace_remainder: Some(|a, b, vm| in_place(Op::Remainder, a, b, vm)),
    inplace_power: Some(|a, b, _modulus, vm| in_place(Op::Power, a, b, vm)),
    inplace_lshift: Some(|a, b, vm| in_place(Op::LeftShift, a, b, vm)),
    inplace_rshift: Some(|a, b, vm| in_place(Op::RightShift, a, b, vm)),
    inplace_and: Some(|a, b, vm| in_place(Op::BitwiseAnd, a, b, vm)),
    inplace_xor: Some(|a, b, vm| in_place(Op::BitwiseXor, a, b, vm)),
    inplace_or: Some(|a, b, vm| in_place(Op::BitwiseOr, a, b, vm)),
    floor_divide: Some(|a, b, vm| binary(Op::FloorDivide, a, b, vm)),
    true_divide: Some(|a, b, vm| binary(Op::Divide, a, b, vm)),
    inplace_floor_divide: Some(|a, b, vm| in_place(Op::FloorDivide, a, b, vm)),
    inplace_true_divide: Some(|a, b, vm| in_place(Op::Divide, a, b, vm)),
    index: Some(|a, vm| to_index(a.obj, vm)),
    matrix_multiply: Some(matmul),
    inplace_matrix_multiply: None,
};

/// `a < b` and its like: a result for each element.
pub fn compare(
    a: &PyObject,
    b: &PyObject,
    op: PyComparisonOp,
    vm: &VirtualMachine,
) -> PyResult<Either<PyObjectRef, PyComparisonValue>> {
    let function = match op {
        PyComparisonOp::Lt => Op::Less,
        PyComparisonOp::Le => Op::LessEqual,
        PyComparisonOp::Gt => Op::Greater,
        PyComparisonOp::Ge => Op::GreaterEqual,
        PyComparisonOp::Eq => Op::Equal,
        _ => Op::NotEqual,
    };
    let not_ours = Ok(Either::B(PyComparisonValue::NotImplemented));
    if leaves_it(a, b, vm)? {
        return not_ours;
    }
    let is_scalar = registry::as_array(a).is_none();
    if is_scalar && vm.is_none(b) {
        return not_ours;
    }
    let result = ufunc::call(
        function,
        &[a.to_owned(), b.to_owned()],
        Call {
            is_operator: true,
            ..Call::default()
        },
        vm,
    );
    match result {
        Err(error)
            if matches!(function, Op::Equal | Op::NotEqual) && ufunc::has_no_loop(&error, vm) =>
        {
            // Texts and numbers are never equal.
            let shape = ufunc::shape_of(a, b, vm)?;
            let unequal = function == Op::NotEqual;
            let values = crate::arr::Arr::of(
                crate::kind::Kind::Bool,
                vec![unequal; shape.iter().product()],
            );
            let arr = values.reshaped(&shape, vm)?;
            registry::result_object(arr, vm).map(Either::A)
        }
        result => result.map(Either::A),
    }
}

/// Whether an object is a number of Python's own class.
pub fn is_python_number(object: &PyObject, vm: &VirtualMachine) -> bool {
    object.class().is(vm.ctx.types.int_type)
        || object.class().is(vm.ctx.types.float_type)
        || object.downcast_ref::<PyBool>().is_some()
        || object.class().is(vm.ctx.types.complex_type)
        || (object.downcast_ref::<PyInt>().is_some() && object.downcast_ref::<Scalar>().is_none())
}
