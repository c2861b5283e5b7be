//! The operators of Python objects.

use std::rc::Rc;

use rustpython_vm::types::PyComparisonOp;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::Op;

/// What a function of two objects gives.
pub fn two(op: Op, a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let compare = |op| a.clone().rich_compare(b.clone(), op, vm);
    let choose = |op| {
        Ok(if a.rich_compare_bool(&b, op, vm)? {
            a.clone()
        } else {
            b.clone()
        })
    };
    match op {
        Op::Add => vm._add(&a, &b),
        Op::Subtract => vm._sub(&a, &b),
        Op::Multiply => vm._mul(&a, &b),
        Op::Divide => vm._truediv(&a, &b),
        Op::FloorDivide => vm._floordiv(&a, &b),
        Op::Remainder | Op::Fmod => vm._mod(&a, &b),
        Op::Power | Op::FloatPower => vm._pow(&a, &b, &vm.ctx.none()),
        Op::BitwiseAnd => vm._and(&a, &b),
        Op::BitwiseOr => vm._or(&a, &b),
        Op::BitwiseXor => vm._xor(&a, &b),
        Op::LeftShift => vm._lshift(&a, &b),
        Op::RightShift => vm._rshift(&a, &b),
        Op::Equal => compare(PyComparisonOp::Eq),
        Op::NotEqual => compare(PyComparisonOp::Ne),
        Op::Less => compare(PyComparisonOp::Lt),
        Op::LessEqual => compare(PyComparisonOp::Le),
        Op::Greater => compare(PyComparisonOp::Gt),
        Op::GreaterEqual => compare(PyComparisonOp::Ge),
        Op::Maximum | Op::Fmax => choose(PyComparisonOp::Ge),
        Op::Minimum | Op::Fmin => choose(PyComparisonOp::Le),
        Op::LogicalAnd => Ok(if a.clone().try_to_bool(vm)? { b } else { a }),
        Op::LogicalOr => Ok(if a.clone().try_to_bool(vm)? { a } else { b }),
        Op::Gcd | Op::Lcm | Op::Hypot => vm
            .import("math", 0)?
            .get_attr(op.name(), vm)?
            .call((a, b), vm),
        _ => Err(no_method(op, &a, vm)),
    }
}

/// What a function of one object gives: an operator, or the method of its name.
pub fn one(op: Op, a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    match op {
        Op::Negative => vm._neg(&a),
        Op::Positive => vm._pos(&a),
        Op::Absolute | Op::Fabs => vm._abs(&a),
        Op::Invert => vm._invert(&a),
        Op::Square => vm._mul(&a, &a),
        Op::Reciprocal => vm._truediv(vm.ctx.new_int(1).as_object(), &a),
        Op::LogicalNot => Ok(vm.ctx.new_bool(!a.try_to_bool(vm)?).into()),
        Op::Isnan => Ok(vm
            .ctx
            .new_bool(!a.rich_compare_bool(&a, PyComparisonOp::Eq, vm)?)
            .into()),
        Op::Floor | Op::Ceil | Op::Trunc => vm
            .import("math", 0)?
            .get_attr(op.name(), vm)?
            .call((a,), vm),
        Op::Sign => {
            let zero: PyObjectRef = vm.ctx.new_int(0).into();
            let above = i32::from(a.rich_compare_bool(&zero, PyComparisonOp::Gt, vm)?);
            let below = i32::from(a.rich_compare_bool(&zero, PyComparisonOp::Lt, vm)?);
            Ok(vm.ctx.new_int(above - below).into())
        }
        _ => match vm.get_attribute_opt(&a, op.name())? {
            Some(method) => method.call((), vm),
            None if matches!(op, Op::Conjugate) => Ok(a),
            None => Err(no_method(op, &a, vm)),
        },
    }
}

fn no_method(
    op: Op,
    a: &PyObjectRef,
    vm: &VirtualMachine,
) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let (name, class) = (op.name(), a.class().name().to_string());
    vm.new_type_error(format!("loop of ufunc does not support argument 0 of type {class} which has no callable {name} method"))
}

/// The concatenation of texts.
pub fn joined(a: &Rc<str>, b: &Rc<str>) -> Rc<str> {
    Rc::from(format!("{a}{b}"))
}
