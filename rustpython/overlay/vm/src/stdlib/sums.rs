//! `sum` of numbers without an object for each partial sum.
//!
//! As CPython does it: exact integers are added as machine words, then floats and complex numbers
//! with Neumaier's compensation (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation
//! endlicher Summen", 1974). The first element that does not fit goes on in the general way.

use crate::{
    AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyComplex, PyFloat, PyInt},
    function::ArgIterable,
};
use num_complex::Complex64;
use num_traits::ToPrimitive;

/// A sum of floats, and what its roundings have lost.
#[derive(Clone, Copy)]
struct Compensated {
    sum: f64,
    lost: f64,
}

impl Compensated {
    const fn new(sum: f64) -> Self {
        Self { sum, lost: 0.0 }
    }

    fn add(&mut self, value: f64) {
        let sum = self.sum + value;
        self.lost += if self.sum.abs() >= value.abs() {
            (self.sum - sum) + value
        } else {
            (value - sum) + self.sum
        };
        self.sum = sum;
    }

    /// The sign of a zero and an infinite sum stay as they are.
    fn value(self) -> f64 {
        if self.lost != 0.0 && self.lost.is_finite() {
            self.sum + self.lost
        } else {
            self.sum
        }
    }
}

enum Sum {
    Int(i64),
    Float(Compensated),
    Complex(Compensated, Compensated),
    Object(PyObjectRef),
}

impl Sum {
    fn of(object: PyObjectRef, vm: &VirtualMachine) -> Self {
        let int = object.downcast_ref_if_exact::<PyInt>(vm);
        if let Some(value) = int.and_then(|int| int.try_to_i64_fast()) {
            Self::Int(value)
        } else if let Some(float) = object.downcast_ref_if_exact::<PyFloat>(vm) {
            Self::Float(Compensated::new(float.to_f64()))
        } else if let Some(complex) = object.downcast_ref_if_exact::<PyComplex>(vm) {
            let Complex64 { re, im } = complex.to_complex();
            Self::Complex(Compensated::new(re), Compensated::new(im))
        } else {
            Self::Object(object)
        }
    }

    const fn kind(&self) -> u8 {
        match self {
            Self::Int(_) => 0,
            Self::Float(_) => 1,
            Self::Complex(..) => 2,
            Self::Object(_) => 3,
        }
    }

    /// Adds an element of the same kind. Answers with `false`, and adds nothing, if it is of another.
    #[inline]
    fn add(&mut self, item: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
        match self {
            Self::Int(sum) => {
                let class = item.class();
                if !class.is(vm.ctx.types.int_type) && !class.is(vm.ctx.types.bool_type) {
                    return Ok(false);
                }
                let value = item
                    .downcast_ref::<PyInt>()
                    .and_then(|int| int.try_to_i64_fast());
                let Some(total) = value.and_then(|value| sum.checked_add(value)) else {
                    return Ok(false);
                };
                *sum = total;
            }
            Self::Float(sum) => {
                if let Some(float) = item.downcast_ref_if_exact::<PyFloat>(vm) {
                    sum.add(float.to_f64());
                } else if let Some(int) = item.downcast_ref::<PyInt>() {
                    sum.add(float_of(int, vm)?);
                } else {
                    return Ok(false);
                }
            }
            Self::Complex(real, imaginary) => {
                if let Some(complex) = item.downcast_ref_if_exact::<PyComplex>(vm) {
                    let Complex64 { re, im } = complex.to_complex();
                    real.add(re);
                    imaginary.add(im);
                } else if let Some(int) = item.downcast_ref::<PyInt>() {
                    real.add(float_of(int, vm)?);
                } else if let Some(float) = item.downcast_ref::<PyFloat>() {
                    real.add(float.to_f64());
                } else {
                    return Ok(false);
                }
            }
            Self::Object(_) => return Ok(false),
        }
        Ok(true)
    }

    fn into_object(self, vm: &VirtualMachine) -> PyObjectRef {
        match self {
            Self::Int(sum) => vm.ctx.new_int(sum).into(),
            Self::Float(sum) => vm.ctx.new_float(sum.value()).into(),
            Self::Complex(real, imaginary) => vm
                .ctx
                .new_complex(Complex64::new(real.value(), imaginary.value()))
                .into(),
            Self::Object(object) => object,
        }
    }
}

fn float_of(int: &PyInt, vm: &VirtualMachine) -> PyResult<f64> {
    (int.as_bigint().to_f64())
        .filter(|value| value.is_finite())
        .ok_or_else(|| vm.new_overflow_error("int too large to convert to float"))
}

pub(super) fn sum(iterable: &ArgIterable, start: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let mut sum = Sum::of(start, vm);
    for item in iterable.iter(vm)? {
        let item = item?;
        if sum.add(&item, vm)? {
            continue;
        }
        let kind = sum.kind();
        let total = vm._add(&sum.into_object(vm), &item)?;
        // The way leads from integers to floats and from those to complex numbers, never back.
        sum = match Sum::of(total, vm) {
            next if next.kind() > kind => next,
            next => Sum::Object(next.into_object(vm)),
        };
    }
    Ok(sum.into_object(vm))
}
