//! `numpy.ufunc`.

use rustpython_vm::builtins::PyTuple;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::types::{Callable, Representable};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass,
};

use crate::arr::Arr;
use crate::dtype::optional;
use crate::from_python::array;
use crate::index::{self, Selection};
use crate::loops::Op;
use crate::reduce::{self, Reduction};
use crate::registry::{array_object, as_array, helper, result_object};
use crate::ufunc::{Call, call};

/// A universal function as an object.
#[pyclass(module = "numpy", name = "ufunc")]
#[derive(Debug, PyPayload)]
pub struct Ufunc(pub Op);

/// Takes an argument that may be given by name.
fn take(args: &mut FuncArgs, name: &str, vm: &VirtualMachine) -> Option<PyObjectRef> {
    args.kwargs
        .swap_remove(name)
        .filter(|value| !vm.is_none(value))
}

/// An argument that says where there is to be a result.
fn mask(args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<Option<Arr>> {
    match take(args, "where", vm) {
        Some(value) if !value.is(&vm.ctx.true_value) => array(&value, None, vm).map(Some),
        _ => Ok(None),
    }
}

fn nothing_left(op: Op, args: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
    match args.kwargs.keys().next() {
        Some(name) => Err(vm.new_type_error(format!(
            "{}() got an unexpected keyword argument '{name}'",
            op.name()
        ))),
        None => Ok(()),
    }
}

impl Callable for Ufunc {
    type Args = FuncArgs;

    fn call(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let op = zelf.0;
        let (inputs, outputs) = op.arity();
        let given = args.args.len();
        if given < inputs || given > inputs + outputs {
            let (least, most) = (inputs, inputs + outputs);
            return Err(vm.new_type_error(format!(
                "{}() takes from {least} to {most} positional arguments but {given} were given",
                op.name()
            )));
        }
        let mut out: Vec<_> = args
            .args
            .split_off(inputs)
            .into_iter()
            .map(|out| Some(out).filter(|out| !vm.is_none(out)))
            .collect();
        if let Some(named) = take(&mut args, "out", vm) {
            out = match named.downcast_ref::<PyTuple>() {
                Some(tuple) => tuple
                    .as_slice()
                    .iter()
                    .map(|out| Some(out.clone()).filter(|out| !vm.is_none(out)))
                    .collect(),
                None => vec![Some(named)],
            };
        }
        let mask = mask(&mut args, vm)?;
        let kind = match take(&mut args, "dtype", vm) {
            Some(dtype) => optional(&dtype, vm)?,
            None => None,
        };
        let casting = take(&mut args, "casting", vm)
            .map(|rule| rule.str(vm))
            .transpose()?;
        let casting = casting.map(|rule| rule.to_string_lossy().into_owned());
        take(&mut args, "order", vm);
        take(&mut args, "subok", vm);
        nothing_left(op, &args, vm)?;
        for input in &args.args {
            if as_array(input).is_none()
                && let Some(method) = vm.get_attribute_opt(input, "__array_ufunc__")?
                && !vm.is_none(&method)
            {
                let own: PyObjectRef = zelf.to_owned().into();
                let mut all = vec![own, vm.ctx.new_str("__call__").into()];
                all.extend(args.args.iter().cloned());
                return method.call(FuncArgs::from(all), vm);
            }
        }
        let how = Call {
            out,
            mask,
            kind,
            casting,
            is_operator: false,
        };
        // A quick way for the most common case: numbers need no name for warnings but their own.
        call(
            op,
            &args.args,
            Call {
                is_operator: false,
                ..how
            },
            vm,
        )
    }
}

/// An axis of an argument; negative ones count from the last.
pub fn axis_of(axis: isize, ndim: usize, vm: &VirtualMachine) -> PyResult<usize> {
    let counted = if axis < 0 { axis + ndim as isize } else { axis };
    if counted < 0 || counted >= ndim as isize {
        let class = helper("AxisError", vm)?;
        let error = class.call((vm.ctx.new_int(axis), vm.ctx.new_int(ndim)), vm)?;
        return Err(error
            .downcast()
            .unwrap_or_else(|_| vm.new_value_error("axis is out of bounds")));
    }
    Ok(counted as usize)
}

fn axes_of(object: Option<&PyObject>, ndim: usize, vm: &VirtualMachine) -> PyResult<Vec<usize>> {
    let Some(object) = object else {
        return Ok((0..ndim).collect());
    };
    if vm.is_none(object) {
        return Ok((0..ndim).collect());
    }
    let axes = match object.downcast_ref::<PyTuple>() {
        Some(tuple) => tuple.as_slice().to_vec(),
        None => vec![object.to_owned()],
    };
    let mut found = Vec::new();
    for axis in axes {
        let axis = axis.try_index(vm)?.try_to_primitive::<isize>(vm)?;
        if ndim == 0 && (axis == 0 || axis == -1) {
            continue;
        }
        let axis = axis_of(axis, ndim, vm)?;
        if found.contains(&axis) {
            return Err(vm.new_value_error("duplicate value in 'axis'"));
        }
        found.push(axis);
    }
    Ok(found)
}

/// Writes a result to the array that was given for it.
fn finish(result: Arr, out: Option<PyObjectRef>, keeps: bool, vm: &VirtualMachine) -> PyResult {
    let Some(out) = out else {
        return if keeps {
            array_object(result, None, vm)
        } else {
            result_object(result, vm)
        };
    };
    let out = match out.downcast_ref::<PyTuple>() {
        Some(tuple) if tuple.len() == 1 => tuple.as_slice()[0].clone(),
        _ => out,
    };
    let Some(array) = as_array(&out) else {
        return Err(vm.new_type_error("output must be an array"));
    };
    array.writable(vm)?;
    let target = array.arr();
    if target.shape != result.shape {
        return Err(vm.new_value_error(format!(
            "output parameter for reduction operation has the wrong shape: {} instead of {}",
            crate::data::shape_text(&target.shape),
            crate::data::shape_text(&result.shape),
        )));
    }
    result.cast_into(&target, vm)?;
    Ok(out)
}

#[pyclass(with(Callable, Representable))]
impl Ufunc {
    #[pygetset]
    fn __name__(zelf: &Py<Self>) -> &'static str {
        zelf.0.name()
    }

    #[pygetset]
    fn nin(zelf: &Py<Self>) -> usize {
        zelf.0.arity().0
    }

    #[pygetset]
    fn nout(zelf: &Py<Self>) -> usize {
        zelf.0.arity().1
    }

    #[pygetset]
    fn nargs(zelf: &Py<Self>) -> usize {
        zelf.0.arity().0 + zelf.0.arity().1
    }

    /// `reduce(array, axis=0, dtype=None, out=None, keepdims=False, initial=…, where=True)`
    #[pymethod]
    fn reduce(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        let op = zelf.0;
        let positional = [
            "array", "axis", "dtype", "out", "keepdims", "initial", "where",
        ];
        for (name, value) in positional.iter().zip(args.args.drain(..)) {
            args.kwargs.insert((*name).to_owned().into(), value);
        }
        let Some(object) = args.kwargs.swap_remove("array") else {
            return Err(vm.new_type_error("reduce() missing required argument 'array'"));
        };
        let arr = array(&object, None, vm)?;
        let axis = args
            .kwargs
            .swap_remove("axis")
            .unwrap_or_else(|| vm.ctx.new_int(0).into());
        let mut axes = axes_of(Some(&axis), arr.ndim(), vm)?;
        axes.sort_unstable();
        let kind = match take(&mut args, "dtype", vm) {
            Some(dtype) => optional(&dtype, vm)?,
            None => None,
        };
        let out = take(&mut args, "out", vm);
        let keeps = match take(&mut args, "keepdims", vm) {
            Some(keeps) => keeps.try_to_bool(vm)?,
            None => false,
        };
        let initial = take(&mut args, "initial", vm);
        let mask = mask(&mut args, vm)?;
        nothing_left(op, &args, vm)?;
        let how = Reduction {
            op,
            axes: &axes,
            keeps,
            kind,
            initial,
            mask: mask.as_ref(),
        };
        let result = reduce::reduce(&arr, &how, vm)?;
        finish(result, out, keeps && arr.ndim() > 0, vm)
    }

    #[pymethod]
    fn accumulate(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult {
        for (name, value) in ["array", "axis", "dtype", "out"]
            .iter()
            .zip(args.args.drain(..))
        {
            args.kwargs.insert((*name).to_owned().into(), value);
        }
        let Some(object) = args.kwargs.swap_remove("array") else {
            return Err(vm.new_type_error("accumulate() missing required argument 'array'"));
        };
        let arr = array(&object, None, vm)?;
        if arr.ndim() == 0 {
            return Err(vm.new_type_error("cannot accumulate on a scalar"));
        }
        let axis = match take(&mut args, "axis", vm) {
            Some(axis) => axis.try_index(vm)?.try_to_primitive::<isize>(vm)?,
            None => 0,
        };
        let axis = axis_of(axis, arr.ndim(), vm)?;
        let kind = match take(&mut args, "dtype", vm) {
            Some(dtype) => optional(&dtype, vm)?,
            None => None,
        };
        let out = take(&mut args, "out", vm);
        nothing_left(zelf.0, &args, vm)?;
        finish(
            reduce::accumulate(zelf.0, &arr, axis, kind, vm)?,
            out,
            false,
            vm,
        )
    }

    #[pymethod]
    fn outer(
        zelf: rustpython_vm::PyRef<Ufunc>,
        a: PyObjectRef,
        b: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let (first, second) = (array(&a, None, vm)?, array(&b, None, vm)?);
        let mut shape = first.shape.clone();
        shape.resize(first.ndim() + second.ndim(), 1);
        let first = array_object(first.reshaped(&shape, vm)?, None, vm)?;
        let second = array_object(second, None, vm)?;
        call(zelf.0, &[first, second], Call::default(), vm)
    }

    #[pymethod]
    fn at(zelf: &Py<Self>, mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let mut next = || {
            args.take_positional()
                .ok_or_else(|| vm.new_type_error("at() needs an array and indices"))
        };
        let (target, index) = (next()?, next()?);
        let values = args.take_positional();
        let Some(object) = as_array(&target) else {
            return Err(vm.new_type_error("first operand must be array"));
        };
        object.writable(vm)?;
        let arr = object.arr();
        let (places, shape) = match index::select(&arr, &index, vm)? {
            Selection::View(view, _) => (view.offsets().collect(), view.shape),
            Selection::Places(places, shape) => (places, shape),
        };
        let values = match values {
            Some(values) => {
                let values = array(&values, None, vm)?;
                let text = || crate::arr::not_broadcast(&[&values.shape, &shape]);
                Some(
                    values
                        .broadcast(&shape)
                        .ok_or_else(|| vm.new_value_error(text()))?,
                )
            }
            None => None,
        };
        reduce::at(zelf.0, &arr, &places, values.as_ref(), vm)
    }
}

impl Representable for Ufunc {
    fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
        Ok(format!("<ufunc '{}'>", zelf.0.name()))
    }
}
