//! Linear algebra over dense matrices, row after row in one vector.

use num_complex::Complex64;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::walk::count_work;

/// What matrices are made of.
pub trait Field:
    Copy
    + std::ops::Add<Output = Self>
    + std::ops::Sub<Output = Self>
    + std::ops::Mul<Output = Self>
    + std::ops::Div<Output = Self>
    + std::ops::Neg<Output = Self>
{
    const ZERO: Self;
    const ONE: Self;
    fn size(self) -> f64;
    fn conj(self) -> Self;
    fn real(value: f64) -> Self;
}

impl Field for f64 {
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;
    fn size(self) -> f64 {
        self.abs()
    }
    fn conj(self) -> Self {
        self
    }
    fn real(value: f64) -> Self {
        value
    }
}

impl Field for Complex64 {
    const ZERO: Self = Self::new(0.0, 0.0);
    const ONE: Self = Self::new(1.0, 0.0);
    fn size(self) -> f64 {
        self.norm()
    }
    fn conj(self) -> Self {
        Self::conj(&self)
    }
    fn real(value: f64) -> Self {
        Self::new(value, 0.0)
    }
}

/// Triangles of a square matrix with its rows exchanged.
pub struct Triangles<T> {
    pub matrix: Vec<T>,
    pub rows: Vec<usize>,
    /// Whether the rows were exchanged an odd number of times.
    pub is_odd: bool,
    /// Whether a pivot is zero.
    pub is_singular: bool,
}

pub fn triangles<T: Field>(
    mut matrix: Vec<T>,
    n: usize,
    vm: &VirtualMachine,
) -> PyResult<Triangles<T>> {
    let mut rows: Vec<usize> = (0..n).collect();
    let (mut is_odd, mut is_singular) = (false, false);
    for column in 0..n {
        let mut pivot = column;
        for row in column + 1..n {
            if matrix[row * n + column].size() > matrix[pivot * n + column].size() {
                pivot = row;
            }
        }
        if matrix[pivot * n + column].size() == 0.0 {
            is_singular = true;
            continue;
        }
        if pivot != column {
            for k in 0..n {
                matrix.swap(pivot * n + k, column * n + k);
            }
            rows.swap(pivot, column);
            is_odd = !is_odd;
        }
        let top = matrix[column * n + column];
        for row in column + 1..n {
            let factor = matrix[row * n + column] / top;
            matrix[row * n + column] = factor;
            for k in column + 1..n {
                let part = factor * matrix[column * n + k];
                matrix[row * n + k] = matrix[row * n + k] - part;
            }
            count_work(n, vm)?;
        }
    }
    Ok(Triangles {
        matrix,
        rows,
        is_odd,
        is_singular,
    })
}

impl<T: Field> Triangles<T> {
    /// The solutions of so many columns.
    pub fn solve(
        &self,
        right: &[T],
        n: usize,
        columns: usize,
        vm: &VirtualMachine,
    ) -> PyResult<Vec<T>> {
        let mut x: Vec<T> = self
            .rows
            .iter()
            .flat_map(|&row| right[row * columns..][..columns].iter().copied())
            .collect();
        for row in 0..n {
            for k in 0..row {
                let factor = self.matrix[row * n + k];
                for column in 0..columns {
                    let part = factor * x[k * columns + column];
                    x[row * columns + column] = x[row * columns + column] - part;
                }
            }
            count_work(n * columns, vm)?;
        }
        for row in (0..n).rev() {
            for k in row + 1..n {
                let factor = self.matrix[row * n + k];
                for column in 0..columns {
                    let part = factor * x[k * columns + column];
                    x[row * columns + column] = x[row * columns + column] - part;
                }
            }
            for column in 0..columns {
                x[row * columns + column] = x[row * columns + column] / self.matrix[row * n + row];
            }
            count_work(n * columns, vm)?;
        }
        Ok(x)
    }

    pub fn determinant(&self, n: usize) -> T {
        let product = (0..n).fold(T::ONE, |product, k| product * self.matrix[k * n + k]);
        if self.is_odd { -product } else { product }
    }
}

/// `Q` (m by k) and `R` (k by n) of an m by n matrix, by reflections; k is m if `full`, else the smaller side.
pub fn orthogonal<T: Field>(
    mut a: Vec<T>,
    m: usize,
    n: usize,
    full: bool,
    vm: &VirtualMachine,
) -> PyResult<(Vec<T>, Vec<T>, usize)> {
    let least = m.min(n);
    let k = if full { m } else { least };
    let mut reflectors: Vec<(Vec<T>, f64)> = Vec::with_capacity(least);
    for column in 0..least {
        let mut v: Vec<T> = (column..m).map(|row| a[row * n + column]).collect();
        let norm = v.iter().map(|x| x.size().powi(2)).sum::<f64>().sqrt();
        let rest = v[1..].iter().map(|x| x.size()).sum::<f64>();
        if norm == 0.0 || rest == 0.0 {
            reflectors.push((Vec::new(), 0.0));
            continue;
        }
        let head = v[0];
        let phase = if head.size() == 0.0 {
            T::ONE
        } else {
            head / T::real(head.size())
        };
        v[0] = head + phase * T::real(norm);
        let square = v.iter().map(|x| x.size().powi(2)).sum::<f64>();
        for other in column..n {
            let dot = v.iter().enumerate().fold(T::ZERO, |sum, (i, x)| {
                sum + x.conj() * a[(column + i) * n + other]
            });
            let scale = dot * T::real(2.0 / square);
            for (i, x) in v.iter().enumerate() {
                a[(column + i) * n + other] = a[(column + i) * n + other] - *x * scale;
            }
            count_work(m, vm)?;
        }
        reflectors.push((v, square));
    }
    let mut q = vec![T::ZERO; m * k];
    for i in 0..k {
        q[i * k + i] = T::ONE;
    }
    for (column, (v, square)) in reflectors.iter().enumerate().rev() {
        for other in 0..k {
            let dot = v.iter().enumerate().fold(T::ZERO, |sum, (i, x)| {
                sum + x.conj() * q[(column + i) * k + other]
            });
            let scale = dot * T::real(2.0 / square.max(f64::MIN_POSITIVE));
            for (i, x) in v.iter().enumerate() {
                q[(column + i) * k + other] = q[(column + i) * k + other] - *x * scale;
            }
            count_work(m, vm)?;
        }
    }
    let mut r = vec![T::ZERO; k * n];
    for row in 0..k.min(m) {
        for column in row..n {
            r[row * n + column] = a[row * n + column];
        }
    }
    Ok((q, r, k))
}

/// The lower triangle `L` with `L Lᴴ` the matrix; `None` if there is none.
pub fn cholesky<T: Field>(a: &[T], n: usize, vm: &VirtualMachine) -> PyResult<Option<Vec<T>>> {
    let mut l = vec![T::ZERO; n * n];
    for row in 0..n {
        for column in 0..=row {
            let sum = (0..column).fold(a[row * n + column], |sum, k| {
                sum - l[row * n + k] * l[column * n + k].conj()
            });
            if row == column {
                let square = if (sum + sum.conj()).size() == (sum.size() * 2.0) {
                    sum.size()
                } else {
                    f64::NAN
                };
                let is_positive = (sum - T::real(square)).size() <= square * 1e-8;
                if !is_positive || square <= 0.0 || square.is_nan() {
                    return Ok(None);
                }
                l[row * n + row] = T::real(square.sqrt());
            } else {
                l[row * n + column] = sum / l[column * n + column];
            }
        }
        count_work(n * n, vm)?;
    }
    Ok(Some(l))
}
