//! Calling universal functions: which loop, which kinds, where the results go.

use std::rc::Rc;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::arr::{Arr, broadcast_shape, not_broadcast};
use crate::data::Element;
use crate::from_python::{Operand, set_object};
use crate::kind::Kind;
use crate::loops::run::{Loop, NEGATIVE_POWER};
use crate::loops::{self, Op, objects};
use crate::registry::{self, as_array, handle};
use crate::walk::walk;

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

/// What runs for each element.
#[derive(Clone, Copy)]
pub enum Inner {
    Native(Loop),
    Objects(Op),
    Texts,
}

/// The kinds with which a function runs.
pub struct Plan {
    pub inner: Inner,
    pub inputs: [Kind; 2],
    pub outputs: [Kind; 2],
}

/// The kind of several operands together, where Python's numbers take the kind of the others.
pub fn common(operands: &[&Operand]) -> Kind {
    let strong = operands
        .iter()
        .filter(|operand| operand.weak == 0)
        .map(|operand| operand.arr.kind);
    let weak = operands
        .iter()
        .map(|operand| operand.weak)
        .max()
        .unwrap_or(0);
    let Some(strong) = strong.reduce(Kind::promoted) else {
        return operands
            .iter()
            .map(|operand| operand.arr.kind)
            .reduce(Kind::promoted)
            .unwrap_or(Kind::F64);
    };
    match weak {
        1 if strong == Kind::Bool => Kind::I64,
        2 if strong == Kind::Bool || strong.is_integer() => Kind::F64,
        3 if strong.is_number() => Kind::C128,
        1..=3 if matches!(strong, Kind::Str(_)) => Kind::Object,
        _ => strong,
    }
}

/// No loop takes these kinds.
fn no_loop(op: Op, vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_type_error(format!(
        "ufunc '{}' not supported for the input types, and the inputs could not be safely coerced to any supported \
         types according to the casting rule ''safe''",
        op.name()
    ))
}

/// Whether this error says that no loop takes these kinds.
pub fn has_no_loop(error: &PyBaseExceptionRef, vm: &VirtualMachine) -> bool {
    error.fast_isinstance(vm.ctx.exceptions.type_error)
        && error.as_object().str(vm).is_ok_and(|text| {
            let text = text.to_string_lossy();
            text.contains("did not contain a loop")
                || text.contains("not supported for the input types")
        })
}

/// The shape of the result of two operands.
pub fn shape_of(a: &PyObject, b: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<usize>> {
    let (a, b) = (Operand::of(a, vm)?.arr, Operand::of(b, vm)?.arr);
    let shapes = [&a.shape[..], &b.shape[..]];
    broadcast_shape(&shapes).ok_or_else(|| vm.new_value_error(not_broadcast(&shapes)))
}

fn is_comparison(op: Op) -> bool {
    matches!(
        op,
        Op::Equal | Op::NotEqual | Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual
    )
}

/// The kind over which a function runs, given that of its inputs.
fn loop_kind(op: Op, kind: Kind, vm: &VirtualMachine) -> PyResult<Kind> {
    let is_whole = kind == Kind::Bool || kind.is_integer();
    Ok(match op {
        Op::Subtract if kind == Kind::Bool => {
            return Err(vm.new_type_error(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, \
                 or the logical_xor function instead.",
            ));
        }
        Op::Negative if kind == Kind::Bool => {
            return Err(vm.new_type_error(
                "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the \
                 logical_not function instead.",
            ));
        }
        Op::FloorDivide
        | Op::Remainder
        | Op::Power
        | Op::Divmod
        | Op::Fmod
        | Op::LeftShift
        | Op::RightShift
        | Op::Square
        | Op::Reciprocal
        | Op::Conjugate
            if kind == Kind::Bool =>
        {
            Kind::I8
        }
        Op::LogicalAnd | Op::LogicalOr | Op::LogicalXor | Op::LogicalNot if kind.is_number() => {
            Kind::Bool
        }
        Op::FloatPower if kind.is_number() => {
            if kind == Kind::C128 {
                kind
            } else {
                Kind::F64
            }
        }
        Op::Logaddexp
        | Op::Logaddexp2
        | Op::Arctan2
        | Op::Hypot
        | Op::Copysign
        | Op::Nextafter
        | Op::Heaviside
        | Op::Ldexp
        | Op::Fabs
        | Op::Sqrt
        | Op::Cbrt
        | Op::Exp
        | Op::Exp2
        | Op::Expm1
        | Op::Log
        | Op::Log2
        | Op::Log10
        | Op::Log1p
        | Op::Sin
        | Op::Cos
        | Op::Tan
        | Op::Arcsin
        | Op::Arccos
        | Op::Arctan
        | Op::Sinh
        | Op::Cosh
        | Op::Tanh
        | Op::Arcsinh
        | Op::Arccosh
        | Op::Arctanh
        | Op::Degrees
        | Op::Radians
        | Op::Rad2deg
        | Op::Deg2rad
        | Op::Rint
        | Op::Isnan
        | Op::Isinf
        | Op::Isfinite
        | Op::Signbit
        | Op::Spacing
        | Op::Modf
        | Op::Frexp
        | Op::Divide
            if is_whole =>
        {
            // There is no float of 16 bits, which NumPy takes for integers of 8.
            if kind.item_bytes() == 2 && op != Op::Divide {
                Kind::F32
            } else {
                Kind::F64
            }
        }
        _ => kind,
    })
}

/// The kinds of the outputs.
fn output_kinds(op: Op, kind: Kind) -> [Kind; 2] {
    let one = match op {
        _ if is_comparison(op) => Kind::Bool,
        Op::LogicalNot | Op::LogicalAnd | Op::LogicalOr | Op::LogicalXor
            if kind != Kind::Object =>
        {
            Kind::Bool
        }
        Op::Isnan | Op::Isinf | Op::Isfinite | Op::Signbit => Kind::Bool,
        Op::Absolute if kind == Kind::C128 => Kind::F64,
        Op::BitwiseCount => Kind::U8,
        _ => kind,
    };
    [one, if op == Op::Frexp { Kind::I32 } else { one }]
}

/// Chooses the loop for inputs of a kind.
pub fn plan(op: Op, kind: Kind, vm: &VirtualMachine) -> PyResult<Plan> {
    let kind = loop_kind(op, kind, vm)?;
    let outputs = output_kinds(op, kind);
    if kind == Kind::Object {
        return Ok(Plan {
            inner: Inner::Objects(op),
            inputs: [kind; 2],
            outputs,
        });
    }
    if let (Op::Add, Kind::Str(_)) = (op, kind) {
        return Ok(Plan {
            inner: Inner::Texts,
            inputs: [kind; 2],
            outputs,
        });
    }
    let Some(inner) = loops::find(op, kind) else {
        return Err(no_loop(op, vm));
    };
    let second = if op == Op::Ldexp { Kind::I64 } else { kind };
    Ok(Plan {
        inner: Inner::Native(inner),
        inputs: [kind, second],
        outputs,
    })
}

/// The plan for operands.
fn plan_for(op: Op, operands: &[Operand], call: &Call, vm: &VirtualMachine) -> PyResult<Plan> {
    let all: Vec<_> = operands.iter().collect();
    let takes = if op == Op::Ldexp { &all[..1] } else { &all[..] };
    let mut kind = common(takes);
    let has_text = takes
        .iter()
        .any(|operand| matches!(operand.arr.kind, Kind::Str(_)));
    if has_text
        && !takes
            .iter()
            .all(|operand| matches!(operand.arr.kind, Kind::Str(_) | Kind::Object))
    {
        let names: Vec<_> = takes
            .iter()
            .map(|operand| format!("dtype('{}')", shown(operand.arr.kind)))
            .collect();
        let text = format!(
            "ufunc '{}' did not contain a loop with signature matching types ({}) -> None",
            op.name(),
            names.join(", ")
        );
        let class = registry::helper("UFuncNoLoopError", vm)?.downcast();
        let class = class.unwrap_or_else(|_| vm.ctx.exceptions.type_error.to_owned());
        return Err(vm.new_exception_msg(class, text.into()));
    }
    if let Some(asked) = call.kind {
        kind = asked;
    }
    // A comparison with an integer that the kind cannot hold has an answer all the same.
    if is_comparison(op) && kind.is_integer() {
        let fits = |operand: &&Operand| {
            operand.weak != 1
                || Arr::zeros(kind, &[], vm)
                    .and_then(|arr| set_object(&arr, 0, &operand.object, vm))
                    .is_ok()
        };
        if !takes.iter().all(fits) {
            kind = Kind::Object;
        }
    }
    plan(op, kind, vm)
}

fn shown(kind: Kind) -> String {
    if let Kind::Str(_) = kind {
        kind.code()
    } else {
        kind.name()
    }
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
