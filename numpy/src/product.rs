//! Products of matrices.

use num_complex::Complex64;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::arr::Arr;
use crate::data::Element;
use crate::kind::Kind;
use crate::loops::arithmetic::{Number, pairwise};
use crate::walk::count_work;

fn rows<T: Number>(a: &Arr, b: &Arr, result: &Arr, zero: T, vm: &VirtualMachine) -> PyResult<()> {
    let [rows, inner] = a.shape[..] else {
        return Ok(());
    };
    let columns = b.shape[1];
    let (a, b): (Vec<T>, Vec<T>) = (a.values(), b.values());
    let slots = T::slots(&result.data);
    let mut flags = 0;
    let mut sums = vec![zero; columns];
    for row in 0..rows {
        sums.fill(zero);
        for middle in 0..inner {
            let factor = a[row * inner + middle];
            for (sum, value) in sums.iter_mut().zip(&b[middle * columns..]) {
                *sum = sum.plus(factor.times(*value, &mut flags), &mut flags);
            }
            count_work(columns, vm)?;
        }
        for (slot, sum) in slots[row * columns..].iter().zip(&sums) {
            T::set(slot, *sum);
        }
    }
    Ok(())
}

/// The product of two matrices of one kind.
pub fn matmul(a: &Arr, b: &Arr, vm: &VirtualMachine) -> PyResult<Arr> {
    let (&[rows_of_a, inner], &[rows_of_b, columns]) = (a.shape.as_slice(), b.shape.as_slice())
    else {
        return Err(vm.new_value_error("the arrays are no matrices"));
    };
    if inner != rows_of_b || a.kind != b.kind {
        return Err(vm.new_value_error("the matrices do not go together"));
    }
    let shape = [rows_of_a, columns];
    let result = Arr::zeros(a.kind, &shape, vm)?;
    macro_rules! number {
        ($type:ty, $zero:expr) => {
            rows::<$type>(a, b, &result, $zero, vm)?
        };
    }
    match a.kind {
        Kind::Bool => {
            let (a, b): (Vec<bool>, Vec<bool>) = (a.values(), b.values());
            let inner = b.len() / shape[1].max(1);
            for (at, slot) in bool::slots(&result.data).iter().enumerate() {
                let (row, column) = (at / shape[1], at % shape[1]);
                slot.set(
                    (0..inner)
                        .any(|middle| a[row * inner + middle] && b[middle * shape[1] + column]),
                );
            }
        }
        Kind::I8 => number!(i8, 0),
        Kind::I16 => number!(i16, 0),
        Kind::I32 => number!(i32, 0),
        Kind::I64 => number!(i64, 0),
        Kind::U8 => number!(u8, 0),
        Kind::U16 => number!(u16, 0),
        Kind::U32 => number!(u32, 0),
        Kind::U64 => number!(u64, 0),
        Kind::F32 => number!(f32, 0.0),
        Kind::F64 => number!(f64, 0.0),
        Kind::C128 => number!(Complex64, Complex64::default()),
        Kind::Object => {
            let inner = a.shape[1];
            let (a, b): (Vec<PyObjectRef>, Vec<PyObjectRef>) = (a.values(), b.values());
            for (at, slot) in PyObjectRef::slots(&result.data).iter().enumerate() {
                let (row, column) = (at / shape[1], at % shape[1]);
                let mut sum: Option<PyObjectRef> = None;
                for middle in 0..inner {
                    let product =
                        vm._mul(&a[row * inner + middle], &b[middle * shape[1] + column])?;
                    sum = Some(match sum {
                        Some(sum) => vm._add(&sum, &product)?,
                        None => product,
                    });
                }
                if let Some(sum) = sum {
                    PyObjectRef::set(slot, sum);
                }
            }
        }
        Kind::Str(_) => {
            return Err(vm.new_type_error(
                "ufunc 'matmul' did not contain a loop with signature matching types (dtype('<U1'), dtype('<U1')) -> None",
            ));
        }
    }
    Ok(result)
}

/// The sum of all elements of doubles, in pairs.
pub fn sum(values: &Arr) -> f64 {
    let slots = f64::slots(&values.data);
    pairwise(
        slots,
        values.offset as isize,
        values.strides.first().copied().unwrap_or(1),
        values.size(),
    )
}
