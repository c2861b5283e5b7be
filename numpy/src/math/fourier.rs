//! The discrete Fourier transform of any length.

use std::f64::consts::PI;

use num_complex::Complex64;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::walk::count_work;

fn turn(numerator: usize, denominator: usize, sign: f64) -> Complex64 {
    // Exact at the quarters of the circle.
    let eighths = 8 * (numerator % denominator);
    match (eighths / denominator, eighths % denominator) {
        (0, 0) => Complex64::new(1.0, 0.0),
        (2, 0) => Complex64::new(0.0, sign),
        (4, 0) => Complex64::new(-1.0, 0.0),
        (6, 0) => Complex64::new(0.0, -sign),
        _ => {
            let (sin, cos) =
                (2.0 * PI * (numerator % denominator) as f64 / denominator as f64).sin_cos();
            Complex64::new(cos, sign * sin)
        }
    }
}

/// Transforms one row; `sign` is -1 forwards and 1 backwards. Nothing is scaled.
pub fn transform(row: &[Complex64], sign: f64, vm: &VirtualMachine) -> PyResult<Vec<Complex64>> {
    let n = row.len();
    count_work(8 * n, vm)?;
    if n <= 1 {
        return Ok(row.to_vec());
    }
    let factor = (2..=5)
        .find(|factor| n.is_multiple_of(*factor))
        .or_else(|| (7..=64).find(|factor| n.is_multiple_of(*factor)));
    match factor {
        Some(factor) => by_factor(row, factor, sign, vm),
        None if n <= 64 => by_factor(row, n, sign, vm),
        None => by_convolution(row, sign, vm),
    }
}

/// Divides the row into `factor` rows, and puts their transforms together.
fn by_factor(
    row: &[Complex64],
    factor: usize,
    sign: f64,
    vm: &VirtualMachine,
) -> PyResult<Vec<Complex64>> {
    let n = row.len();
    let length = n / factor;
    let mut parts = Vec::with_capacity(factor);
    for start in 0..factor {
        let part: Vec<_> = row.iter().skip(start).step_by(factor).copied().collect();
        parts.push(transform(&part, sign, vm)?);
    }
    let roots: Vec<_> = (0..n).map(|k| turn(k, n, sign)).collect();
    Ok((0..n)
        .map(|k| {
            (0..factor)
                .map(|part| parts[part][k % length] * roots[part * k % n])
                .sum()
        })
        .collect())
}

/// A prime length, as a convolution of a length that divides well (Bluestein's method).
fn by_convolution(row: &[Complex64], sign: f64, vm: &VirtualMachine) -> PyResult<Vec<Complex64>> {
    let n = row.len();
    let length = (2 * n - 1).next_power_of_two();
    let chirp: Vec<_> = (0..n)
        .map(|k| turn((k as u64 * k as u64 % (2 * n as u64)) as usize, 2 * n, sign))
        .collect();
    let mut a = vec![Complex64::default(); length];
    let mut b = vec![Complex64::default(); length];
    for k in 0..n {
        a[k] = row[k] * chirp[k];
        b[k] = chirp[k].conj();
        b[(length - k) % length] = chirp[k].conj();
    }
    let (a, b) = (transform(&a, -1.0, vm)?, transform(&b, -1.0, vm)?);
    let product: Vec<_> = a.iter().zip(&b).map(|(a, b)| a * b).collect();
    let back = transform(&product, 1.0, vm)?;
    Ok((0..n).map(|k| back[k] * chirp[k] / length as f64).collect())
}
