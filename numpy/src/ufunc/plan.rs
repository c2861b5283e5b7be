//! Which loop a universal function runs, and over which kinds.

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{AsObject, PyResult, VirtualMachine};

use super::Call;
use crate::arr::Arr;
use crate::from_python::set_object;
use crate::kind::Kind;
use crate::loops::run::Loop;
use crate::loops::{self, Op};
use crate::operand::Operand;
use crate::registry;

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
pub(super) fn plan_for(
    op: Op,
    operands: &[Operand],
    call: &Call,
    vm: &VirtualMachine,
) -> PyResult<Plan> {
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

pub(super) fn shown(kind: Kind) -> String {
    if let Kind::Str(_) = kind {
        kind.code()
    } else {
        kind.name()
    }
}
