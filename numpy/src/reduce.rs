//! `reduce`, `accumulate` and `at` of universal functions.

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::arr::Arr;
use crate::from_python::set_object;
use crate::kind::Kind;
use crate::loops::Op;
use crate::ufunc::{Inner, Plan, plan, run};

/// The kind in which a reduction computes.
fn kind_of(op: Op, kind: Kind, asked: Option<Kind>) -> Kind {
    if let Some(asked) = asked {
        return asked;
    }
    match op {
        Op::Add | Op::Multiply if kind == Kind::Bool || kind.is_signed() => Kind::I64,
        Op::Add | Op::Multiply if kind.is_unsigned() => Kind::U64,
        Op::LogicalAnd | Op::LogicalOr | Op::LogicalXor if kind != Kind::Object => Kind::Bool,
        _ => kind,
    }
}

/// What a reduction of nothing gives, as a number of Python's.
fn identity(op: Op) -> Option<i64> {
    match op {
        Op::Add
        | Op::BitwiseOr
        | Op::BitwiseXor
        | Op::LogicalOr
        | Op::LogicalXor
        | Op::Hypot
        | Op::Gcd => Some(0),
        Op::Multiply | Op::LogicalAnd => Some(1),
        Op::BitwiseAnd => Some(-1),
        _ => None,
    }
}

/// Whether a value may be counted twice, so that the first can be the beginning.
fn is_idempotent(op: Op) -> bool {
    matches!(op, Op::Maximum | Op::Minimum | Op::Fmax | Op::Fmin)
}

/// How an array is reduced.
pub struct Reduction<'a> {
    pub op: Op,
    pub axes: &'a [usize],
    pub keeps: bool,
    pub kind: Option<Kind>,
    pub initial: Option<PyObjectRef>,
    pub mask: Option<&'a Arr>,
}

fn checked(op: Op, kind: Kind, vm: &VirtualMachine) -> PyResult<Plan> {
    if op.arity() != (2, 1) {
        return Err(vm.new_value_error(format!(
            "reduce only supported for binary functions, and {} is none",
            op.name()
        )));
    }
    let plan = plan(op, kind, vm)?;
    if plan.outputs[0] != plan.inputs[0] && kind != Kind::Object {
        return Err(vm.new_type_error(format!(
            "the resolved dtypes are not compatible with {}.reduce: its results are of another kind than its inputs",
            op.name()
        )));
    }
    Ok(plan)
}

/// Reduces axes to one value each.
pub fn reduce(arr: &Arr, how: &Reduction<'_>, vm: &VirtualMachine) -> PyResult<Arr> {
    let op = how.op;
    let kind = kind_of(op, arr.kind, how.kind);
    let plan = checked(op, kind, vm)?;
    let arr = arr.cast(plan.inputs[0], vm)?;
    let kind = arr.kind;
    let mut kept: Vec<usize> = arr.shape.clone();
    for &axis in how.axes {
        kept[axis] = 1;
    }
    let result = Arr::zeros(kind, &kept, vm)?;
    let count: usize = how.axes.iter().map(|&axis| arr.shape[axis]).product();
    let mut rest = vec![arr.clone()];
    let begins_with_first = how.initial.is_none()
        && (identity(op).is_none()
            || (kind == Kind::Object && count > 0 && how.mask.is_none())
            || matches!(kind, Kind::Str(_)));
    if begins_with_first {
        if how.mask.is_some() {
            return Err(vm.new_value_error(format!(
                "reduction operation '{}' does not have an identity, so to use a where mask one has to specify 'initial'",
                op.name()
            )));
        }
        if count == 0 && result.size() > 0 {
            return Err(vm.new_value_error(format!(
                "zero-size array to reduction operation {} which has no identity",
                op.name()
            )));
        }
        let mut first = arr.clone();
        for &axis in how.axes {
            first = first.sliced(axis, 0, 1.min(arr.shape[axis]));
        }
        if result.size() > 0 {
            result.assign(&first, vm)?;
        }
        if !is_idempotent(op) {
            // What is left of the first axis behind the first index, then of the second one, and so on.
            rest.clear();
            let mut corner = arr.clone();
            for &axis in how.axes {
                if corner.shape[axis] > 0 {
                    rest.push(corner.sliced(axis, 1, corner.shape[axis]));
                    corner = corner.sliced(axis, 0, 1);
                }
            }
            rest.reverse();
        }
    } else {
        let start = match (&how.initial, identity(op)) {
            (Some(initial), _) => initial.clone(),
            (None, Some(0)) if op == Op::Add && kind.is_float() && count > 0 => {
                vm.ctx.new_float(-0.0).into()
            }
            (None, number) => vm.ctx.new_int(number.unwrap_or(0)).into(),
        };
        let value = if op == Op::BitwiseAnd && kind.is_unsigned() && how.initial.is_none() {
            let zero = Arr::zeros(kind, &[], vm)?;
            let ones = Arr::zeros(kind, &[], vm)?;
            let invert = crate::ufunc::plan(Op::Invert, kind, vm)?;
            run(
                invert.inner,
                Op::Invert,
                &[&zero, &ones],
                None,
                "invert",
                vm,
            )?;
            ones
        } else {
            let value = Arr::zeros(kind, &[], vm)?;
            set_object(&value, 0, &start, vm)?;
            value
        };
        if let Some(value) = value.broadcast(&kept) {
            result.assign(&value, vm)?;
        }
    }
    for part in rest {
        fold(op, plan.inner, &result, &part, how.mask, vm)?;
    }
    if how.keeps {
        return Ok(result);
    }
    let left = (0..arr.ndim()).filter(|axis| !how.axes.contains(axis));
    let shape: Vec<_> = left.map(|axis| arr.shape[axis]).collect();
    result.reshaped(&shape, vm)
}

/// Folds an array into one that is 1 long where it is reduced.
fn fold(
    op: Op,
    inner: Inner,
    result: &Arr,
    arr: &Arr,
    mask: Option<&Arr>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let Some(total) = result.broadcast(&arr.shape) else {
        return Ok(());
    };
    let mask = match mask {
        Some(mask) => {
            let mask = mask.cast(Kind::Bool, vm)?;
            let text = || crate::arr::not_broadcast(&[&arr.shape, &mask.shape]);
            Some(
                mask.broadcast(&arr.shape)
                    .ok_or_else(|| vm.new_value_error(text()))?,
            )
        }
        None => None,
    };
    run(
        inner,
        op,
        &[&total, arr, &total],
        mask.as_ref(),
        "reduce",
        vm,
    )
}

/// All values on the way of a reduction along an axis.
pub fn accumulate(
    op: Op,
    arr: &Arr,
    axis: usize,
    kind: Option<Kind>,
    vm: &VirtualMachine,
) -> PyResult<Arr> {
    let plan = checked(op, kind_of(op, arr.kind, kind), vm)?;
    let arr = arr.cast(plan.inputs[0], vm)?;
    let result = Arr::zeros(arr.kind, &arr.shape, vm)?;
    let length = arr.shape[axis];
    if arr.size() == 0 {
        return Ok(result);
    }
    result
        .sliced(axis, 0, 1)
        .assign(&arr.sliced(axis, 0, 1), vm)?;
    let before = result.sliced(axis, 0, length - 1);
    let after = result.sliced(axis, 1, length);
    run(
        plan.inner,
        op,
        &[&before, &arr.sliced(axis, 1, length), &after],
        None,
        "accumulate",
        vm,
    )?;
    Ok(result)
}

/// Applies a function to some places of an array one after the other, so that a place may come up several times.
pub fn at(
    op: Op,
    target: &Arr,
    places: &[usize],
    values: Option<&Arr>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let plan = plan(op, target.kind, vm)?;
    let values = values
        .map(|values| values.cast(plan.inputs[1], vm))
        .transpose()?;
    let mut from = values.as_ref().map(Arr::offsets);
    for &place in places {
        let here = target.viewed(Vec::new(), Vec::new(), place);
        let mut views = vec![&here];
        let value;
        if let (Some(values), Some(from)) = (&values, &mut from) {
            value = values.viewed(Vec::new(), Vec::new(), from.next().unwrap_or(0));
            views.push(&value);
        }
        let result = Arr::zeros(plan.outputs[0], &[], vm)?;
        views.push(&result);
        run(plan.inner, op, &views, None, op.name(), vm)?;
        result.cast_into(&here, vm)?;
    }
    Ok(())
}
