//! Calling universal functions: which loop, which kinds, where the results go.

mod plan;

use std::rc::Rc;

use rustpython_vm::builtins::PyTuple;
use rustpython_vm::{PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::arr::{Arr, broadcast_shape, not_broadcast};
use crate::data::Element;
use crate::from_python::set_object;
use crate::kind::Kind;
use crate::loops::run::NEGATIVE_POWER;
use crate::loops::{Op, objects};
use crate::operand::Operand;
use crate::registry::{self, as_array, handle};
use crate::walk::walk;
pub use plan::{Inner, Plan, common, has_no_loop, plan};
use plan::{plan_for, shown};

/// How a function is called beside its inputs.
#[derive(Default)]
pub struct Call {
    pub out: Vec<Option<PyObjectRef>>,
    /// Where there is to be a result.
    pub mask: Option<Arr>,
    pub kind: Option<Kind>,
    pub casting: Option<String>,
    /// An operator of a scalar has another name in warnings.
    pub is_operator: bool,
}

/// The shape of the result of two operands.
pub fn shape_of(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<usize>> {
    let (a, b) = (Operand::of(a, vm)?.arr, Operand::of(b, vm)?.arr);
    let shapes = [&a.shape[..], &b.shape[..]];
    broadcast_shape(&shapes).ok_or_else(|| vm.new_value_error(not_broadcast(&shapes)))
}

/// An operand as an array of the kind that a loop takes.
fn prepared(operand: &Operand, kind: Kind, vm: &VirtualMachine) -> PyResult<Arr> {
    if operand.arr.kind == kind || matches!((operand.arr.kind, kind), (Kind::Str(_), Kind::Str(_)))
    {
        return Ok(operand.arr.clone());
    }
    if operand.weak == 1 && kind.is_integer() {
        let arr = Arr::zeros(kind, &[], vm)?;
        set_object(&arr, 0, &operand.object, vm)?;
        return Ok(arr);
    }
    if operand.arr.kind == Kind::Object && kind == Kind::Bool {
        let arr = Arr::zeros(kind, &operand.arr.shape, vm)?;
        operand.arr.cast_into(&arr, vm)?;
        return Ok(arr);
    }
    operand.arr.cast(kind, vm)
}

/// Runs an inner loop over views of one shape; `views` has inputs first, then outputs.
pub fn run(
    inner: Inner,
    op: Op,
    views: &[&Arr],
    mask: Option<&Arr>,
    name: &str,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let shape = &views[views.len() - op.arity().1].shape;
    let shape = if views[0].size() > shape.iter().product::<usize>() {
        &views[0].shape
    } else {
        shape
    };
    let mut all: Vec<_> = views
        .iter()
        .map(|view| (&view.strides, view.offset))
        .collect();
    let data: Vec<_> = views.iter().map(|view| &*view.data).collect();
    if let Some(mask) = mask {
        all.push((&mask.strides, mask.offset));
    }
    let mut flags = 0;
    walk(shape, &all, true, vm, &mut |at, step, n| {
        let Some(mask) = mask else {
            flags |= run_once(inner, views, &data, at, step, n, vm)?;
            return Ok(());
        };
        let slots = bool::slots(&mask.data);
        let last = views.len();
        for index in 0..n as isize {
            if slots[(at[last] as isize + index * step[last]) as usize].get() {
                let at: Vec<_> = (0..last)
                    .map(|view| (at[view] as isize + index * step[view]) as usize)
                    .collect();
                flags |= run_once(inner, views, &data, &at, &step[..last], 1, vm)?;
            }
        }
        Ok(())
    })?;
    if flags & NEGATIVE_POWER != 0 {
        return Err(vm.new_value_error("Integers to negative integer powers are not allowed."));
    }
    handle(flags, name, vm)
}

fn run_once(
    inner: Inner,
    views: &[&Arr],
    data: &[&crate::data::Data],
    at: &[usize],
    step: &[isize],
    n: usize,
    vm: &VirtualMachine,
) -> PyResult<u8> {
    let places = |view: usize| {
        (0..n as isize).map(move |index| (at[view] as isize + index * step[view]) as usize)
    };
    match inner {
        Inner::Native(inner) => return Ok(inner.run(data, at, step, n)),
        Inner::Texts => {
            let [a, b, o] = [0, 1, 2].map(|view| Rc::<str>::slots(data[view]));
            for ((i, j), k) in places(0).zip(places(1)).zip(places(2)) {
                let text = objects::joined(&a[i].borrow(), &b[j].borrow());
                Rc::<str>::set(&o[k], text);
            }
        }
        Inner::Objects(op) => {
            let (inputs, _) = op.arity();
            for index in 0..n as isize {
                let here = |view: usize| (at[view] as isize + index * step[view]) as usize;
                let a = registry::python_element(views[0], here(0), vm);
                if op == Op::Divmod {
                    let pair = vm._divmod(&a, &registry::python_element(views[1], here(1), vm))?;
                    let pair = pair
                        .downcast_ref::<PyTuple>()
                        .map(|pair| pair.as_slice().to_vec());
                    for (value, view) in pair.unwrap_or_default().iter().zip(2..) {
                        set_object(views[view], here(view), value, vm)?;
                    }
                    continue;
                }
                let value = if inputs == 1 {
                    objects::one(op, a, vm)?
                } else {
                    objects::two(op, a, registry::python_element(views[1], here(1), vm), vm)?
                };
                set_object(views[inputs], here(inputs), &value, vm)?;
            }
        }
    }
    Ok(0)
}

/// Whether an input lies where an output is written, in another order.
fn is_in_the_way(input: &Arr, output: &Arr) -> bool {
    Rc::ptr_eq(&input.data, &output.data)
        && (input.offset != output.offset
            || input.strides != output.strides
            || input.shape != output.shape)
}

/// Calls a universal function.
pub fn call(op: Op, inputs: &[PyObjectRef], call: Call, vm: &VirtualMachine) -> PyResult {
    let operands = inputs
        .iter()
        .map(|input| Operand::of(input, vm))
        .collect::<PyResult<Vec<_>>>()?;
    let plan = plan_for(op, &operands, &call, vm)?;
    let (_, outputs) = op.arity();
    let mut shapes: Vec<&[usize]> = operands
        .iter()
        .map(|operand| &operand.arr.shape[..])
        .collect();
    if let Some(mask) = &call.mask {
        shapes.push(&mask.shape);
    }
    let shape =
        broadcast_shape(&shapes).ok_or_else(|| vm.new_value_error(not_broadcast(&shapes)))?;

    let mut results = Vec::with_capacity(outputs);
    let mut given = Vec::with_capacity(outputs);
    for output in 0..outputs {
        let kind = match (plan.outputs[output], plan.inner) {
            (Kind::Str(_), Inner::Texts) => Kind::Str(
                operands
                    .iter()
                    .map(|operand| operand.arr.kind.text_length())
                    .sum(),
            ),
            (Kind::Str(_), _) => operands
                .iter()
                .map(|operand| operand.arr.kind)
                .reduce(Kind::promoted)
                .unwrap_or(Kind::Str(1)),
            (kind, _) => kind,
        };
        let Some(out) = call.out.get(output).cloned().flatten() else {
            results.push(Arr::zeros(kind, &shape, vm)?);
            given.push(None);
            continue;
        };
        let Some(array) = as_array(&out) else {
            return Err(vm.new_type_error("return arrays must be of ArrayType"));
        };
        array.writable(vm)?;
        let target = array.arr();
        if broadcast_shape(&[&target.shape, &shape]).is_none_or(|both| both != target.shape)
            || target.shape.len() < shape.len()
        {
            let text = if broadcast_shape(&[&target.shape, &shape]).is_some() {
                format!(
                    "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
                    crate::data::shape_text(&target.shape).replace(", ", ","),
                    crate::data::shape_text(&shape).replace(", ", ","),
                )
            } else {
                shapes.push(&target.shape);
                not_broadcast(&shapes)
            };
            return Err(vm.new_value_error(text));
        }
        let rule = call.casting.as_deref().unwrap_or("same_kind");
        if !kind.can_cast(target.kind, rule) {
            return Err(vm.new_exception_msg(
                registry::helper("UFuncOutputCastingError", vm)?.downcast().unwrap_or_else(|_| vm.ctx.exceptions.type_error.to_owned()),
                format!(
                    "Cannot cast ufunc '{}' output from dtype('{}') to dtype('{}') with casting rule '{rule}'",
                    op.name(), shown(kind), shown(target.kind),
                )
                .into(),
            ));
        }
        // What the mask leaves out stays as it was.
        let result = if target.kind == kind {
            target
        } else if call.mask.is_some() {
            target.cast(kind, vm)?
        } else {
            Arr::zeros(kind, &target.shape, vm)?
        };
        results.push(result);
        given.push(Some(out));
    }
    let full = results[0].shape.clone();

    let mut views = Vec::new();
    for (index, operand) in operands.iter().enumerate() {
        let mut arr = prepared(operand, plan.inputs[index], vm)?;
        arr = arr
            .broadcast(&full)
            .ok_or_else(|| vm.new_value_error(not_broadcast(&shapes)))?;
        if results.iter().any(|result| is_in_the_way(&arr, result))
            && full.iter().product::<usize>() > 1
        {
            arr = arr.copied(vm)?;
        }
        views.push(arr);
    }
    let mask = match call.mask {
        Some(mask) => mask.cast(Kind::Bool, vm)?.broadcast(&full),
        None => None,
    };
    let all: Vec<&Arr> = views.iter().chain(&results).collect();
    let is_scalar = call.is_operator
        && operands
            .iter()
            .all(|operand| operand.arr.ndim() == 0 && as_array(&operand.object).is_none());
    let name = if is_scalar {
        format!("scalar {}", op.name())
    } else {
        op.name().to_owned()
    };
    run(plan.inner, op, &all, mask.as_ref(), &name, vm)?;

    let mut objects = Vec::with_capacity(outputs);
    for (result, given) in results.into_iter().zip(given) {
        objects.push(match given {
            None => registry::result_object(result, vm)?,
            Some(out) => {
                if let Some(array) = as_array(&out) {
                    let target = array.arr();
                    if !Rc::ptr_eq(&target.data, &result.data) {
                        result.cast_into(&target, vm)?;
                    }
                }
                out
            }
        });
    }
    if objects.len() == 1 {
        Ok(objects.remove(0))
    } else {
        Ok(vm.ctx.new_tuple(objects).into())
    }
}
