//! The module `_numpy`: what the Python half of numpy is made over.

mod bytes;
mod linear;

use rustpython_vm::builtins::PyModuleDef;
use rustpython_vm::{Context, PyObjectRef, PyResult, VirtualMachine};

use crate::arr::Arr;
use crate::from_python;
use crate::registry::array_object;

/// The module, to be added to an interpreter.
pub fn module_def(context: &Context) -> &'static PyModuleDef {
    _numpy::module_def(context)
}

/// The array behind an object of ours.
fn arr(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Arr> {
    from_python::array(object, None, vm)
}

fn object(arr: Arr, vm: &VirtualMachine) -> PyResult {
    array_object(arr, None, vm)
}

#[rustpython_vm::pymodule(with(linear::_linear, bytes::_bytes))]
mod _numpy {
    use rustpython_vm::builtins::PyTypeRef;
    use rustpython_vm::{PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

    use super::{arr, object};
    use crate::arr::{Arr, broadcast_shape, not_broadcast};
    use crate::data::Element;
    use crate::dtype::{kind_of, named, optional};
    use crate::from_python;
    use crate::function::axis_of;
    use crate::kind::Kind;
    use crate::loops::Op;
    use crate::operand::Operand;
    use crate::registry::{self, Handling, as_array, result_object};
    use crate::{index, product, sorting, ufunc};

    /// Arrays, kinds, universal functions, random bits; scalars, doubles and complex numbers among them.
    #[pyattr]
    fn classes(vm: &VirtualMachine) -> PyObjectRef {
        use rustpython_vm::class::PyClassImpl;
        let context = &vm.ctx;
        let classes = vec![
            crate::array::NdArray::make_static_type().into(),
            crate::dtype::DType::make_static_type().into(),
            crate::function::Ufunc::make_static_type().into(),
            crate::math::random::Bits::make_static_type().into(),
            crate::scalar::Scalar::make_static_type().into(),
            crate::scalar::Float64::make_static_type().into(),
            crate::scalar::Complex128::make_static_type().into(),
        ];
        context.new_tuple(classes).into()
    }

    fn optional_kind(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Option<Kind>> {
        optional(object, vm)
    }

    /// Tells the native half of the classes of scalars, that of arrays, and the module of helpers.
    #[pyfunction]
    fn register(scalars: Vec<PyTypeRef>, array: PyTypeRef, helpers: PyObjectRef) {
        registry::register(scalars, array, helpers);
    }

    /// All universal functions.
    #[pyfunction]
    fn ufuncs(vm: &VirtualMachine) -> PyObjectRef {
        let functions = Op::ALL
            .iter()
            .map(|&op| crate::function::Ufunc(op).into_pyobject(vm))
            .collect();
        vm.ctx.new_list(functions).into()
    }

    /// An object as an array; an array of the kind stays the same object.
    #[pyfunction]
    fn asarray(value: PyObjectRef, dtype: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let kind = optional_kind(&dtype, vm)?;
        if let Some(array) = as_array(&value)
            && kind.is_none_or(|kind| array.arr().kind == kind)
        {
            return Ok(value);
        }
        object(from_python::array(&value, kind, vm)?, vm)
    }

    #[pyfunction]
    fn zeros(shape: Vec<usize>, dtype: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let kind = kind_of(&dtype, vm)?;
        let kind = if kind == Kind::Str(0) {
            Kind::Str(1)
        } else {
            kind
        };
        object(Arr::zeros(kind, &shape, vm)?, vm)
    }

    /// So many numbers from `start`, `step` apart.
    #[pyfunction]
    fn steps(start: f64, step: f64, count: usize, vm: &VirtualMachine) -> PyResult {
        let arr = Arr::zeros(Kind::F64, &[count], vm)?;
        for (number, slot) in f64::slots(&arr.data).iter().enumerate() {
            slot.set(start + number as f64 * step);
        }
        object(arr, vm)
    }

    #[pyfunction]
    fn int_steps(start: i64, step: i64, count: usize, vm: &VirtualMachine) -> PyResult {
        let arr = Arr::zeros(Kind::I64, &[count], vm)?;
        for (number, slot) in i64::slots(&arr.data).iter().enumerate() {
            slot.set(start.wrapping_add(step.wrapping_mul(number as i64)));
        }
        object(arr, vm)
    }

    /// The kind that objects have together; names of kinds count as arrays of theirs.
    #[pyfunction]
    fn result_type(
        objects: Vec<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<crate::dtype::DType> {
        let mut operands = Vec::with_capacity(objects.len());
        for value in &objects {
            let is_plain = as_array(value).is_some()
                || (Operand::is_known(value, vm)
                    && value
                        .downcast_ref::<rustpython_vm::builtins::PyStr>()
                        .is_none());
            let kind = if is_plain { None } else { named(value, vm)? };
            operands.push(match kind {
                Some(kind) => {
                    let arr = Arr::zeros(kind, &[], vm)?;
                    Operand {
                        arr,
                        weak: 0,
                        object: value.clone(),
                    }
                }
                None => Operand::of(value, vm)?,
            });
        }
        Ok(crate::dtype::DType(ufunc::common(
            &operands.iter().collect::<Vec<_>>(),
        )))
    }

    #[pyfunction]
    fn promote_types(
        a: PyObjectRef,
        b: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<crate::dtype::DType> {
        Ok(crate::dtype::DType(
            kind_of(&a, vm)?.promoted(kind_of(&b, vm)?),
        ))
    }

    #[pyfunction]
    fn can_cast(
        from: PyObjectRef,
        to: PyObjectRef,
        rule: String,
        vm: &VirtualMachine,
    ) -> PyResult<bool> {
        Ok(kind_of(&from, vm)?.can_cast(kind_of(&to, vm)?, &rule))
    }

    #[pyfunction]
    fn is_scalar(value: PyObjectRef, vm: &VirtualMachine) -> bool {
        crate::operators::is_python_number(&value, vm)
            || crate::scalar::arr_of(&value, vm).is_some()
    }

    #[pyfunction]
    fn is_list(value: PyObjectRef, vm: &VirtualMachine) -> bool {
        crate::operators::is_list(&value, vm)
    }

    /// The shape that all these broadcast to.
    #[pyfunction]
    fn broadcast(shapes: Vec<Vec<usize>>, vm: &VirtualMachine) -> PyResult {
        let shapes: Vec<&[usize]> = shapes.iter().map(Vec::as_slice).collect();
        match broadcast_shape(&shapes) {
            Some(shape) => Ok(vm
                .ctx
                .new_tuple(
                    shape
                        .into_iter()
                        .map(|n| vm.ctx.new_int(n).into())
                        .collect(),
                )
                .into()),
            None => Err(vm.new_value_error(format!(
                "shape mismatch: objects cannot be broadcast to a single shape.  {}",
                not_broadcast(&shapes)
            ))),
        }
    }

    /// The element of `a` where the condition is true, else that of `b`.
    #[pyfunction]
    fn choose(
        condition: PyObjectRef,
        a: PyObjectRef,
        b: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let condition = from_python::array(&condition, Some(Kind::Bool), vm)?;
        let (first, second) = (Operand::of(&a, vm)?, Operand::of(&b, vm)?);
        let kind = ufunc::common(&[&first, &second]);
        let shapes = [
            &condition.shape[..],
            &first.arr.shape[..],
            &second.arr.shape[..],
        ];
        let shape =
            broadcast_shape(&shapes).ok_or_else(|| vm.new_value_error(not_broadcast(&shapes)))?;
        let result = Arr::zeros(kind, &shape, vm)?;
        let stretched = |arr: &Arr| {
            arr.broadcast(&shape)
                .ok_or_else(|| vm.new_value_error(not_broadcast(&shapes)))
        };
        let (condition, first, second) = (
            stretched(&condition)?,
            stretched(&first.arr.cast(kind, vm)?)?,
            stretched(&second.arr.cast(kind, vm)?)?,
        );
        let truths = bool::slots(&condition.data);
        crate::data::for_kind!(kind, T => {
            let (x, y, z) = (T::slots(&first.data), T::slots(&second.data), T::slots(&result.data));
            for (((at, i), j), slot) in condition.offsets().zip(first.offsets()).zip(second.offsets()).zip(z) {
                T::set(slot, if truths[at].get() { T::get(&x[i]) } else { T::get(&y[j]) });
            }
        });
        crate::walk::count_work(4 * result.size(), vm)?;
        object(result, vm)
    }

    /// For each axis, the indices of what is true.
    #[pyfunction]
    fn true_places(mask: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let mask = from_python::array(&mask, Some(Kind::Bool), vm)?;
        let places = index::true_places(&mask, vm)?;
        let arrays = places
            .into_iter()
            .map(|places| object(Arr::of(Kind::I64, places), vm))
            .collect::<PyResult<_>>()?;
        Ok(vm.ctx.new_tuple(arrays).into())
    }

    /// Sorts the rows of the last axis of an array where they are.
    #[pyfunction]
    fn sort(value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        sorting::sort(&arr(&value, vm)?, vm)
    }

    #[pyfunction]
    fn argsort(value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        object(sorting::argsort(&arr(&value, vm)?, vm)?, vm)
    }

    #[pyfunction]
    fn search(
        sorted: PyObjectRef,
        values: PyObjectRef,
        behind: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        result_object(
            sorting::search(&arr(&sorted, vm)?, &arr(&values, vm)?, behind, vm)?,
            vm,
        )
    }

    /// For each row of the last axis, the index of its largest or smallest value.
    #[pyfunction]
    fn extreme(value: PyObjectRef, largest: bool, vm: &VirtualMachine) -> PyResult {
        result_object(sorting::extreme(&arr(&value, vm)?, largest, vm)?, vm)
    }

    /// The product of two matrices of one kind.
    #[pyfunction]
    fn matmul(a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        object(product::matmul(&arr(&a, vm)?, &arr(&b, vm)?, vm)?, vm)
    }

    #[pyfunction]
    fn axis(axis: isize, ndim: usize, vm: &VirtualMachine) -> PyResult<usize> {
        axis_of(axis, ndim, vm)
    }

    /// The fewest digits that tell a number of 32 bits from all others, as in `1.5e-7`.
    #[pyfunction]
    fn digits_32(value: f64) -> String {
        format!("{:e}", value as f32)
    }

    /// How division by zero, overflow and invalid values are handled: `ignore`, `warn` or `raise`.
    #[pyfunction]
    fn handling(vm: &VirtualMachine) -> PyObjectRef {
        let name = |handling| match handling {
            Handling::Ignore => "ignore",
            Handling::Warn => "warn",
            Handling::Raise => "raise",
        };
        let names = registry::handling().map(|handling| vm.ctx.new_str(name(handling)).into());
        vm.ctx.new_tuple(names.to_vec()).into()
    }

    #[pyfunction]
    fn set_handling(names: Vec<String>, vm: &VirtualMachine) -> PyResult<()> {
        let mut new = registry::handling();
        for (slot, name) in new.iter_mut().zip(&names) {
            *slot = match &**name {
                "ignore" => Handling::Ignore,
                "warn" => Handling::Warn,
                "raise" => Handling::Raise,
                _ => {
                    return Err(vm.new_value_error(format!(
                        "errors are handled by 'ignore', 'warn' or 'raise', not by '{name}'"
                    )));
                }
            };
        }
        registry::set_handling(new);
        Ok(())
    }

    /// The words of a seed sequence.
    #[pyfunction]
    fn seed_words(entropy: Vec<u32>, count: usize, vm: &VirtualMachine) -> PyObjectRef {
        let words = crate::math::source::seeds(&entropy, count);
        vm.ctx
            .new_list(
                words
                    .into_iter()
                    .map(|word| vm.ctx.new_int(word).into())
                    .collect(),
            )
            .into()
    }

    /// A source of random bits: PCG64, or MT19937 from a number or a sequence of numbers.
    #[pyfunction]
    fn bits(
        entropy: Vec<u32>,
        is_pcg: bool,
        is_sequence: bool,
        vm: &VirtualMachine,
    ) -> PyObjectRef {
        crate::math::random::Bits::new(&entropy, is_pcg, is_sequence).into_pyobject(vm)
    }

    /// The sum of doubles as NumPy forms it.
    #[pyfunction]
    fn sum(value: PyRef<crate::array::NdArray>, vm: &VirtualMachine) -> PyResult<f64> {
        Ok(product::sum(&value.arr().cast(Kind::F64, vm)?))
    }
}
