//! Sorting and searching.

use std::cmp::Ordering;
use std::rc::Rc;

use num_complex::Complex64;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::arr::Arr;
use crate::data::Element;
use crate::kind::Kind;
use crate::loops::compare::Ordered;
use crate::walk::count_work;

/// What is not a number comes last.
fn total<T: Ordered>(a: &T, b: &T) -> Ordering {
    a.order(b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

macro_rules! ordered_kinds {
    ($kind:expr, $vm:expr, $T:ident => $body:expr) => {
        match $kind {
            Kind::Bool => {
                type $T = bool;
                $body
            }
            Kind::I8 => {
                type $T = i8;
                $body
            }
            Kind::I16 => {
                type $T = i16;
                $body
            }
            Kind::I32 => {
                type $T = i32;
                $body
            }
            Kind::I64 => {
                type $T = i64;
                $body
            }
            Kind::U8 => {
                type $T = u8;
                $body
            }
            Kind::U16 => {
                type $T = u16;
                $body
            }
            Kind::U32 => {
                type $T = u32;
                $body
            }
            Kind::U64 => {
                type $T = u64;
                $body
            }
            Kind::F32 => {
                type $T = f32;
                $body
            }
            Kind::F64 => {
                type $T = f64;
                $body
            }
            Kind::C128 => {
                type $T = Complex64;
                $body
            }
            Kind::Str(_) => {
                type $T = Rc<str>;
                $body
            }
            Kind::Object => Err($vm.new_type_error("objects are sorted by Python")),
        }
    };
}

/// Each row of the last axis in order; the array is changed.
pub fn sort(arr: &Arr, vm: &VirtualMachine) -> PyResult<()> {
    let Some(last) = arr.ndim().checked_sub(1) else {
        return Ok(());
    };
    let (length, step) = (arr.shape[last], arr.strides[last]);
    if arr.size() == 0 {
        return Ok(());
    }
    let rows = arr.at_axis(last, 0);
    ordered_kinds!(arr.kind, vm, T => {
        let slots = T::slots(&arr.data);
        for row in rows.offsets() {
            let place = |index: usize| (row as isize + index as isize * step) as usize;
            let mut values: Vec<T> = (0..length).map(|index| T::get(&slots[place(index)])).collect();
            values.sort_by(total);
            for (index, value) in values.into_iter().enumerate() {
                T::set(&slots[place(index)], value);
            }
            count_work(8 * length, vm)?;
        }
        Ok(())
    })
}

/// For each row of the last axis, the indices in the order of their values.
pub fn argsort(arr: &Arr, vm: &VirtualMachine) -> PyResult<Arr> {
    let result = Arr::zeros(Kind::I64, &arr.shape, vm)?;
    let Some(last) = arr.ndim().checked_sub(1) else {
        return Ok(result);
    };
    let (length, step) = (arr.shape[last], arr.strides[last]);
    if arr.size() == 0 {
        return Ok(result);
    }
    let rows = arr.at_axis(last, 0);
    let indices = i64::slots(&result.data);
    ordered_kinds!(arr.kind, vm, T => {
        let slots = T::slots(&arr.data);
        for (number, row) in rows.offsets().enumerate() {
            let place = |index: usize| (row as isize + index as isize * step) as usize;
            let values: Vec<T> = (0..length).map(|index| T::get(&slots[place(index)])).collect();
            let mut order: Vec<usize> = (0..length).collect();
            order.sort_by(|&a, &b| total(&values[a], &values[b]));
            for (slot, index) in indices[number * length..].iter().zip(order) {
                slot.set(index as i64);
            }
            count_work(8 * length, vm)?;
        }
        Ok(())
    })?;
    Ok(result)
}

/// Where values would have to go into a sorted array, before equal ones or behind them.
pub fn search(sorted: &Arr, values: &Arr, behind: bool, vm: &VirtualMachine) -> PyResult<Arr> {
    if sorted.kind != values.kind {
        return Err(vm.new_value_error("values are looked for among those of their kind"));
    }
    let result = Arr::zeros(Kind::I64, &values.shape, vm)?;
    let found = i64::slots(&result.data);
    ordered_kinds!(sorted.kind, vm, T => {
        let list: Vec<T> = sorted.values();
        let slots = T::slots(&values.data);
        for (slot, at) in found.iter().zip(values.offsets()) {
            let value = T::get(&slots[at]);
            let place = list.partition_point(|element| match total(element, &value) {
                Ordering::Less => true,
                Ordering::Equal => behind,
                Ordering::Greater => false,
            });
            slot.set(place as i64);
        }
        count_work(8 * values.size(), vm)
    })?;
    Ok(result)
}

/// For each row of the last axis, the index of the largest (or smallest) value; what is not a number wins.
pub fn extreme(arr: &Arr, largest: bool, vm: &VirtualMachine) -> PyResult<Arr> {
    let last = match arr.shape.last() {
        None | Some(0) => return Err(vm.new_value_error("there is no value in a row")),
        Some(_) => arr.ndim() - 1,
    };
    let (length, step) = (arr.shape[last], arr.strides[last]);
    let rows = arr.at_axis(last, 0);
    let result = Arr::zeros(Kind::I64, &rows.shape, vm)?;
    let found = i64::slots(&result.data);
    let wanted = if largest {
        Ordering::Greater
    } else {
        Ordering::Less
    };
    ordered_kinds!(arr.kind, vm, T => {
        let slots = T::slots(&arr.data);
        for (slot, row) in found.iter().zip(rows.offsets()) {
            let get = |index: usize| T::get(&slots[(row as isize + index as isize * step) as usize]);
            let (mut best, mut at) = (get(0), 0);
            for index in 1..length {
                if best.is_nan() {
                    break;
                }
                let value = get(index);
                if value.is_nan() || value.order(&best) == Some(wanted) {
                    (best, at) = (value, index);
                }
            }
            slot.set(at as i64);
            count_work(length, vm)?;
        }
        Ok(())
    })?;
    Ok(result)
}
