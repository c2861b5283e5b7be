//! The module `_numpy`: what the Python half of numpy is made over.

use rustpython_vm::Context;
use rustpython_vm::builtins::PyModuleDef;

/// The module, to be added to an interpreter.
pub fn module_def(context: &Context) -> &'static PyModuleDef {
    _numpy::module_def(context)
}

#[rustpython_vm::pymodule]
mod _numpy {
    use num_complex::Complex64;
    use rustpython_vm::builtins::PyTypeRef;
    use rustpython_vm::{PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

    use crate::arr::{Arr, broadcast_shape, not_broadcast};
    use crate::data::Element;
    use crate::dtype::{kind_of, named, optional};
    use crate::from_python::{self, Operand};
    use crate::function::axis_of;
    use crate::kind::Kind;
    use crate::loops::Op;
    use crate::math::{fourier, linear};
    use crate::registry::{self, Handling, array_object, as_array, result_object};
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

    /// The array behind an object of ours.
    fn arr(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Arr> {
        from_python::array(object, None, vm)
    }

    fn object(arr: Arr, vm: &VirtualMachine) -> PyResult {
        array_object(arr, None, vm)
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
        let words = crate::math::random::seeds(&entropy, count);
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

    /// Fourier transforms of the rows of the last axis.
    #[pyfunction]
    fn transform(value: PyObjectRef, sign: f64, vm: &VirtualMachine) -> PyResult {
        let value = from_python::array(&value, Some(Kind::C128), vm)?.contiguous(vm)?;
        let values: Vec<Complex64> = value.values();
        let length = value.shape.last().copied().unwrap_or(1).max(1);
        let mut all = Vec::with_capacity(values.len());
        for row in values.chunks(length) {
            all.extend(fourier::transform(row, sign, vm)?);
        }
        let result = Arr::of(Kind::C128, all);
        object(result.reshaped(&value.shape, vm)?, vm)
    }

    fn matrix<T: linear::Field + Element>(
        values: Vec<T>,
        kind: Kind,
        shape: &[usize],
        vm: &VirtualMachine,
    ) -> PyResult {
        object(Arr::of(kind, values).reshaped(shape, vm)?, vm)
    }

    /// A matrix of doubles or complex numbers as its elements, with its sides.
    macro_rules! over_field {
        ($arr:expr, $T:ident, $kind:ident => $body:expr) => {
            if $arr.kind == Kind::C128 {
                type $T = Complex64;
                let $kind = Kind::C128;
                $body
            } else {
                type $T = f64;
                let $kind = Kind::F64;
                $body
            }
        };
    }

    /// The solution of a linear system; `None` if the matrix is singular. Both are of one kind, and have two axes.
    #[pyfunction]
    fn solve(a: PyObjectRef, b: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (a, b) = (arr(&a, vm)?, arr(&b, vm)?);
        let (n, columns) = (a.shape[0], b.shape[1]);
        over_field!(a, T, kind => {
            let triangles = linear::triangles::<T>(a.values(), n, vm)?;
            if triangles.is_singular {
                return Ok(vm.ctx.none());
            }
            let right: Vec<T> = b.values();
            matrix::<T>(triangles.solve(&right, n, columns, vm)?, kind, &[n, columns], vm)
        })
    }

    /// The determinant as an array without dimensions; also its diagonal and the sign of the exchange of rows.
    #[pyfunction]
    fn det(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let a = arr(&a, vm)?;
        let n = a.shape[0];
        over_field!(a, T, kind => {
            let triangles = linear::triangles::<T>(a.values(), n, vm)?;
            let diagonal: Vec<T> = (0..n).map(|k| triangles.matrix[k * n + k]).collect();
            let det = result_object(Arr::single(kind, triangles.determinant(n)), vm)?;
            let sign = vm.ctx.new_int(if triangles.is_odd { -1 } else { 1 });
            Ok(vm.ctx.new_tuple(vec![det, object(Arr::of(kind, diagonal), vm)?, sign.into()]).into())
        })
    }

    #[pyfunction]
    fn qr(a: PyObjectRef, full: bool, vm: &VirtualMachine) -> PyResult {
        let a = arr(&a, vm)?;
        let (m, n) = (a.shape[0], a.shape[1]);
        over_field!(a, T, kind => {
            let (q, r, k) = linear::orthogonal::<T>(a.values(), m, n, full, vm)?;
            let pair = vec![matrix(q, kind, &[m, k], vm)?, matrix(r, kind, &[k, n], vm)?];
            Ok(vm.ctx.new_tuple(pair).into())
        })
    }

    /// `None` if the matrix is not positive definite.
    #[pyfunction]
    fn cholesky(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let a = arr(&a, vm)?;
        let n = a.shape[0];
        over_field!(a, T, kind => match linear::cholesky::<T>(&a.values::<T>(), n, vm)? {
            Some(l) => matrix(l, kind, &[n, n], vm),
            None => Ok(vm.ctx.none()),
        })
    }

    #[pyfunction]
    fn symmetric(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let a = arr(&a, vm)?;
        let n = a.shape[0];
        let (values, vectors) = linear::symmetric(a.values(), n, vm)?;
        let pair = vec![
            object(Arr::of(Kind::F64, values), vm)?,
            matrix(vectors, Kind::F64, &[n, n], vm)?,
        ];
        Ok(vm.ctx.new_tuple(pair).into())
    }

    /// `None` if the eigenvalues are not found.
    #[pyfunction]
    fn eigen(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let a = arr(&a, vm)?.cast(Kind::C128, vm)?;
        let n = a.shape[0];
        let Some((values, vectors)) = linear::eigen(&a.values::<Complex64>(), n, vm)? else {
            return Ok(vm.ctx.none());
        };
        let pair = vec![
            object(Arr::of(Kind::C128, values), vm)?,
            matrix(vectors, Kind::C128, &[n, n], vm)?,
        ];
        Ok(vm.ctx.new_tuple(pair).into())
    }

    /// Of a matrix with at least as many rows as columns.
    #[pyfunction]
    fn singular(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let a = arr(&a, vm)?;
        let (m, n) = (a.shape[0], a.shape[1]);
        let (u, values, vt) = linear::singular(a.values(), m, n, vm)?;
        let all = vec![
            matrix(u, Kind::F64, &[m, n], vm)?,
            object(Arr::of(Kind::F64, values), vm)?,
            matrix(vt, Kind::F64, &[n, n], vm)?,
        ];
        Ok(vm.ctx.new_tuple(all).into())
    }

    /// The elements as bytes of a machine whose lowest byte comes first.
    #[pyfunction]
    fn to_bytes(value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let value = arr(&value, vm)?;
        let mut bytes: Vec<u8> = Vec::new();
        if bytes
            .try_reserve_exact(value.size() * value.kind.item_bytes())
            .is_err()
        {
            return Err(vm.new_memory_error("there is no memory for the bytes of the array"));
        }
        macro_rules! numbers {
            ($type:ty) => {
                for number in value.values::<$type>() {
                    bytes.extend(number.to_le_bytes());
                }
            };
        }
        match value.kind {
            Kind::Bool => bytes.extend(value.values::<bool>().into_iter().map(u8::from)),
            Kind::I8 => numbers!(i8),
            Kind::I16 => numbers!(i16),
            Kind::I32 => numbers!(i32),
            Kind::I64 => numbers!(i64),
            Kind::U8 => numbers!(u8),
            Kind::U16 => numbers!(u16),
            Kind::U32 => numbers!(u32),
            Kind::U64 => numbers!(u64),
            Kind::F32 => numbers!(f32),
            Kind::F64 => numbers!(f64),
            Kind::C128 => {
                for number in value.values::<Complex64>() {
                    bytes.extend(number.re.to_le_bytes());
                    bytes.extend(number.im.to_le_bytes());
                }
            }
            Kind::Str(length) => {
                for text in value.values::<std::rc::Rc<str>>() {
                    let characters = text.chars().map(u32::from).chain(std::iter::repeat(0));
                    bytes.extend(characters.take(length as usize).flat_map(u32::to_le_bytes));
                }
            }
            Kind::Object => {
                return Err(vm.new_value_error(
                    "objects have no bytes that mean anything outside of the program",
                ));
            }
        }
        Ok(vm.ctx.new_bytes(bytes).into())
    }

    /// Elements out of such bytes.
    #[pyfunction]
    fn from_bytes(
        bytes: rustpython_vm::function::ArgBytesLike,
        dtype: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let kind = kind_of(&dtype, vm)?;
        let bytes = bytes.borrow_buf();
        let size = kind.item_bytes().max(1);
        if bytes.len() % size != 0 {
            return Err(vm.new_value_error("buffer size must be a multiple of element size"));
        }
        macro_rules! numbers {
            ($type:ty) => {{
                let number =
                    |chunk: &[u8]| <$type>::from_le_bytes(chunk.try_into().unwrap_or_default());
                Arr::of(
                    kind,
                    bytes.chunks_exact(size).map(number).collect::<Vec<$type>>(),
                )
            }};
        }
        let arr = match kind {
            Kind::Bool => Arr::of(
                kind,
                bytes.iter().map(|&byte| byte != 0).collect::<Vec<bool>>(),
            ),
            Kind::I8 => numbers!(i8),
            Kind::I16 => numbers!(i16),
            Kind::I32 => numbers!(i32),
            Kind::I64 => numbers!(i64),
            Kind::U8 => numbers!(u8),
            Kind::U16 => numbers!(u16),
            Kind::U32 => numbers!(u32),
            Kind::U64 => numbers!(u64),
            Kind::F32 => numbers!(f32),
            Kind::F64 => numbers!(f64),
            Kind::C128 => {
                let part = |chunk: &[u8]| f64::from_le_bytes(chunk.try_into().unwrap_or_default());
                let number = |chunk: &[u8]| Complex64::new(part(&chunk[..8]), part(&chunk[8..]));
                Arr::of(
                    kind,
                    bytes.chunks_exact(size).map(number).collect::<Vec<_>>(),
                )
            }
            Kind::Str(_) => {
                let text = |chunk: &[u8]| {
                    let characters = chunk
                        .chunks_exact(4)
                        .map(|c| u32::from_le_bytes(c.try_into().unwrap_or_default()));
                    let text: String = characters.filter_map(char::from_u32).collect();
                    std::rc::Rc::<str>::from(text.trim_end_matches('\0'))
                };
                Arr::of(kind, bytes.chunks_exact(size).map(text).collect::<Vec<_>>())
            }
            Kind::Object => return Err(vm.new_value_error("objects cannot be made out of bytes")),
        };
        object(arr, vm)
    }

    /// The sum of doubles as NumPy forms it.
    #[pyfunction]
    fn sum(value: PyRef<crate::array::NdArray>) -> f64 {
        product::sum(&value.arr())
    }
}
