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

/// Eigenvalues in ascending order and eigenvectors, in columns, of a symmetric matrix, by rotations.
pub fn symmetric(mut a: Vec<f64>, n: usize, vm: &VirtualMachine) -> PyResult<(Vec<f64>, Vec<f64>)> {
    let mut v = vec![0.0; n * n];
    for i in 0..n {
        v[i * n + i] = 1.0;
    }
    for _ in 0..100 {
        let off: f64 = (0..n)
            .flat_map(|i| (0..i).map(move |j| (i, j)))
            .map(|(i, j)| a[i * n + j].powi(2))
            .sum();
        let on: f64 = (0..n).map(|i| a[i * n + i].powi(2)).sum();
        if off <= on * 1e-34 || off.is_nan() {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                let apq = a[p * n + q];
                if apq == 0.0 {
                    continue;
                }
                let theta = (a[q * n + q] - a[p * n + p]) / (2.0 * apq);
                let t = theta.signum() / (theta.abs() + theta.hypot(1.0));
                let t = if theta == 0.0 { 1.0 } else { t };
                let c = 1.0 / t.hypot(1.0);
                let s = t * c;
                for k in 0..n {
                    let (x, y) = (a[k * n + p], a[k * n + q]);
                    (a[k * n + p], a[k * n + q]) = (c * x - s * y, s * x + c * y);
                }
                for k in 0..n {
                    let (x, y) = (a[p * n + k], a[q * n + k]);
                    (a[p * n + k], a[q * n + k]) = (c * x - s * y, s * x + c * y);
                }
                (a[p * n + q], a[q * n + p]) = (0.0, 0.0);
                for k in 0..n {
                    let (x, y) = (v[k * n + p], v[k * n + q]);
                    (v[k * n + p], v[k * n + q]) = (c * x - s * y, s * x + c * y);
                }
                count_work(3 * n, vm)?;
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| a[i * n + i].total_cmp(&a[j * n + j]));
    let values = order.iter().map(|&i| a[i * n + i]).collect();
    let mut vectors = vec![0.0; n * n];
    for (to, &from) in order.iter().enumerate() {
        // The sign that LAPACK's have most often: the last component is not negative.
        let last = (0..n)
            .rev()
            .map(|row| v[row * n + from])
            .find(|x| x.abs() > 1e-12)
            .unwrap_or(1.0);
        for row in 0..n {
            vectors[row * n + to] = v[row * n + from] * last.signum();
        }
    }
    Ok((values, vectors))
}

/// Eigenvalues and eigenvectors, in columns, of any square matrix; `None` if they are not found.
pub fn eigen(
    a: &[Complex64],
    n: usize,
    vm: &VirtualMachine,
) -> PyResult<Option<(Vec<Complex64>, Vec<Complex64>)>> {
    let mut h = a.to_vec();
    let mut z = vec![Complex64::ZERO; n * n];
    for i in 0..n {
        z[i * n + i] = Complex64::ONE;
    }
    // To Hessenberg form, by reflections.
    for column in 0..n.saturating_sub(2) {
        let mut v: Vec<Complex64> = (column + 1..n).map(|row| h[row * n + column]).collect();
        let norm = v.iter().map(Complex64::norm_sqr).sum::<f64>().sqrt();
        if norm == 0.0 || v[1..].iter().all(|x| x.norm() == 0.0) {
            continue;
        }
        let phase = if v[0].norm() == 0.0 {
            Complex64::ONE
        } else {
            v[0] / v[0].norm()
        };
        v[0] += phase * norm;
        let square = v.iter().map(Complex64::norm_sqr).sum::<f64>();
        for other in 0..n {
            let dot: Complex64 = v
                .iter()
                .enumerate()
                .map(|(i, x)| x.conj() * h[(column + 1 + i) * n + other])
                .sum();
            for (i, x) in v.iter().enumerate() {
                h[(column + 1 + i) * n + other] -= x * dot * (2.0 / square);
            }
        }
        for matrix in [&mut h, &mut z] {
            for row in 0..n {
                let dot: Complex64 = v
                    .iter()
                    .enumerate()
                    .map(|(i, x)| matrix[row * n + column + 1 + i] * x)
                    .sum();
                for (i, x) in v.iter().enumerate() {
                    matrix[row * n + column + 1 + i] -= dot * x.conj() * (2.0 / square);
                }
            }
        }
        count_work(n * n, vm)?;
    }
    if !triangular(&mut h, &mut z, n, vm)? {
        return Ok(None);
    }
    let values: Vec<Complex64> = (0..n).map(|i| h[i * n + i]).collect();
    // Eigenvectors of the triangle, from below, turned back.
    let scale = h
        .iter()
        .map(|x| x.norm())
        .fold(0.0, f64::max)
        .max(f64::MIN_POSITIVE);
    let mut vectors = vec![Complex64::ZERO; n * n];
    for k in 0..n {
        let mut x = vec![Complex64::ZERO; n];
        x[k] = Complex64::ONE;
        for row in (0..k).rev() {
            let sum: Complex64 = (row + 1..=k).map(|j| h[row * n + j] * x[j]).sum();
            let mut gap = values[k] - h[row * n + row];
            if gap.norm() < scale * f64::EPSILON {
                gap = Complex64::new(scale * f64::EPSILON, 0.0);
            }
            x[row] = sum / gap;
        }
        let mut full: Vec<Complex64> = (0..n)
            .map(|row| (0..=k).map(|j| z[row * n + j] * x[j]).sum())
            .collect();
        let norm = full.iter().map(Complex64::norm_sqr).sum::<f64>().sqrt();
        // The largest component is real.
        let largest = full.iter().copied().fold(Complex64::ZERO, |a, b| {
            if b.norm() > a.norm() * (1.0 + 1e-10) {
                b
            } else {
                a
            }
        });
        let turn = if largest.norm() == 0.0 {
            Complex64::ONE
        } else {
            largest.conj() / largest.norm()
        };
        for x in &mut full {
            *x = *x * turn / norm;
        }
        for (row, x) in full.into_iter().enumerate() {
            vectors[row * n + k] = x;
        }
        count_work(n * n, vm)?;
    }
    Ok(Some((values, vectors)))
}

/// Makes a Hessenberg matrix triangular, by steps of QR with shifts.
fn triangular(
    h: &mut [Complex64],
    z: &mut [Complex64],
    n: usize,
    vm: &VirtualMachine,
) -> PyResult<bool> {
    let mut end = n;
    let mut tries = 0;
    while end > 1 {
        let mut start = end - 1;
        while start > 0 {
            let near = h[(start - 1) * n + start - 1].norm() + h[start * n + start].norm();
            if h[start * n + start - 1].norm() <= f64::EPSILON * near.max(f64::MIN_POSITIVE) {
                h[start * n + start - 1] = Complex64::ZERO;
                break;
            }
            start -= 1;
        }
        if start == end - 1 {
            end -= 1;
            tries = 0;
            continue;
        }
        tries += 1;
        if tries > 300 || h.iter().any(|x| x.is_nan()) {
            return Ok(false);
        }
        // The eigenvalue of the last two rows that is nearer to the corner.
        let (a, b) = (h[(end - 2) * n + end - 2], h[(end - 2) * n + end - 1]);
        let (c, d) = (h[(end - 1) * n + end - 2], h[(end - 1) * n + end - 1]);
        let (half, product) = ((a + d) / 2.0, a * d - b * c);
        let root = (half * half - product).sqrt();
        let mut shift = if (half + root - d).norm() < (half - root - d).norm() {
            half + root
        } else {
            half - root
        };
        if tries % 11 == 10 {
            shift = Complex64::new(c.norm() + d.norm(), 0.0);
        }
        let mut rotations = Vec::with_capacity(end - start);
        for i in start..end {
            h[i * n + i] -= shift;
        }
        for k in start..end - 1 {
            let (x, y) = (h[k * n + k], h[(k + 1) * n + k]);
            let norm = x.norm().hypot(y.norm());
            let (c, s) = if norm == 0.0 {
                (Complex64::ONE, Complex64::ZERO)
            } else {
                (x / norm, y / norm)
            };
            for j in k..n {
                let (p, q) = (h[k * n + j], h[(k + 1) * n + j]);
                h[k * n + j] = c.conj() * p + s.conj() * q;
                h[(k + 1) * n + j] = c * q - s * p;
            }
            rotations.push((c, s));
        }
        for (k, &(c, s)) in (start..).zip(&rotations) {
            for (matrix, rows) in [(&mut *h, (k + 2).min(end)), (&mut *z, n)] {
                for i in 0..rows {
                    let (p, q) = (matrix[i * n + k], matrix[i * n + k + 1]);
                    matrix[i * n + k] = p * c + q * s;
                    matrix[i * n + k + 1] = q * c.conj() - p * s.conj();
                }
            }
        }
        for i in start..end {
            h[i * n + i] += shift;
        }
        count_work(n * (end - start), vm)?;
    }
    Ok(true)
}

/// `U` (m by k), singular values in descending order, and `Vᵀ` (k by n) of an m by n matrix, by rotations of its columns; m
/// is not below n, and k is n.
pub fn singular(
    mut a: Vec<f64>,
    m: usize,
    n: usize,
    vm: &VirtualMachine,
) -> PyResult<(Vec<f64>, Vec<f64>, Vec<f64>)> {
    let mut v = vec![0.0; n * n];
    for i in 0..n {
        v[i * n + i] = 1.0;
    }
    for _ in 0..100 {
        let mut is_done = true;
        for p in 0..n {
            for q in p + 1..n {
                let (mut alpha, mut beta, mut gamma) = (0.0, 0.0, 0.0);
                for row in 0..m {
                    let (x, y) = (a[row * n + p], a[row * n + q]);
                    alpha += x * x;
                    beta += y * y;
                    gamma += x * y;
                }
                count_work(m, vm)?;
                let gamma: f64 = gamma;
                let limit: f64 = alpha * beta;
                if gamma.abs() <= 1e-15 * limit.sqrt() || gamma.is_nan() {
                    continue;
                }
                is_done = false;
                let zeta: f64 = (beta - alpha) / (2.0 * gamma);
                let t = if zeta == 0.0 {
                    1.0
                } else {
                    zeta.signum() / (zeta.abs() + zeta.hypot(1.0))
                };
                let c = 1.0 / t.hypot(1.0);
                let s = t * c;
                for (matrix, rows) in [(&mut a, m), (&mut v, n)] {
                    for row in 0..rows {
                        let (x, y) = (matrix[row * n + p], matrix[row * n + q]);
                        (matrix[row * n + p], matrix[row * n + q]) = (c * x - s * y, s * x + c * y);
                    }
                }
            }
        }
        if is_done {
            break;
        }
    }
    let norms: Vec<f64> = (0..n)
        .map(|k| (0..m).map(|row| a[row * n + k].powi(2)).sum::<f64>().sqrt())
        .collect();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| norms[j].total_cmp(&norms[i]));
    let (mut u, mut vt) = (vec![0.0; m * n], vec![0.0; n * n]);
    for (to, &from) in order.iter().enumerate() {
        for row in 0..m {
            u[row * n + to] = if norms[from] > 0.0 {
                a[row * n + from] / norms[from]
            } else {
                0.0
            };
        }
        for row in 0..n {
            vt[to * n + row] = v[row * n + from];
        }
    }
    Ok((u, order.iter().map(|&k| norms[k]).collect(), vt))
}
