//! Eigenvalues and singular values.

use num_complex::Complex64;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::walk::count_work;

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
