//! Linear algebra and Fourier transforms for the Python half.

#[rustpython_vm::pymodule(sub)]
pub(super) mod _linear {
    use num_complex::Complex64;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    use crate::arr::Arr;
    use crate::data::Element;
    use crate::from_python;
    use crate::kind::Kind;
    use crate::math::{eigen, fourier, linear};
    use crate::module::{arr, object};
    use crate::registry::result_object;

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

    /// A matrix of doubles or complex numbers. The Python half has told in NumPy's words what is none; whoever calls
    /// these functions directly is told in these.
    fn sides(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<(Arr, usize, usize)> {
        let a = arr(value, vm)?;
        let &[m, n] = a.shape.as_slice() else {
            return Err(vm.new_value_error("the array is no matrix"));
        };
        let a = match a.kind {
            Kind::C128 | Kind::F64 => a,
            _ => a.cast(Kind::F64, vm)?,
        };
        Ok((a, m, n))
    }

    fn square(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<(Arr, usize)> {
        match sides(value, vm)? {
            (a, m, n) if m == n => Ok((a, n)),
            _ => Err(vm.new_value_error("the matrix is not square")),
        }
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
        let ((a, n), (b, rows, columns)) = (square(&a, vm)?, sides(&b, vm)?);
        if rows != n || a.kind != b.kind {
            return Err(vm.new_value_error("the matrices do not go together"));
        }
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
        let (a, n) = square(&a, vm)?;
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
        let (a, m, n) = sides(&a, vm)?;
        over_field!(a, T, kind => {
            let (q, r, k) = linear::orthogonal::<T>(a.values(), m, n, full, vm)?;
            let pair = vec![matrix(q, kind, &[m, k], vm)?, matrix(r, kind, &[k, n], vm)?];
            Ok(vm.ctx.new_tuple(pair).into())
        })
    }

    /// `None` if the matrix is not positive definite.
    #[pyfunction]
    fn cholesky(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (a, n) = square(&a, vm)?;
        over_field!(a, T, kind => match linear::cholesky::<T>(&a.values::<T>(), n, vm)? {
            Some(l) => matrix(l, kind, &[n, n], vm),
            None => Ok(vm.ctx.none()),
        })
    }

    #[pyfunction]
    fn symmetric(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (a, n) = square(&a, vm)?;
        let a = a.cast(Kind::F64, vm)?;
        let (values, vectors) = eigen::symmetric(a.values(), n, vm)?;
        let pair = vec![
            object(Arr::of(Kind::F64, values), vm)?,
            matrix(vectors, Kind::F64, &[n, n], vm)?,
        ];
        Ok(vm.ctx.new_tuple(pair).into())
    }

    /// `None` if the eigenvalues are not found.
    #[pyfunction]
    fn eigen(a: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let (a, n) = square(&a, vm)?;
        let a = a.cast(Kind::C128, vm)?;
        let Some((values, vectors)) = eigen::eigen(&a.values::<Complex64>(), n, vm)? else {
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
        let (a, m, n) = sides(&a, vm)?;
        let a = a.cast(Kind::F64, vm)?;
        if m < n {
            return Err(vm.new_value_error("the matrix has more columns than rows"));
        }
        let (u, values, vt) = eigen::singular(a.values(), m, n, vm)?;
        let all = vec![
            matrix(u, Kind::F64, &[m, n], vm)?,
            object(Arr::of(Kind::F64, values), vm)?,
            matrix(vt, Kind::F64, &[n, n], vm)?,
        ];
        Ok(vm.ctx.new_tuple(all).into())
    }
}
