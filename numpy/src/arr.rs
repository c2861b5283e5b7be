//! Views: a shape and strides over memory that several of them share.

use std::rc::Rc;

use rustpython_vm::{PyResult, VirtualMachine};

use crate::data::{Data, Element, for_kind, shape_text, zeros};
use crate::kind::Kind;
use crate::walk::walk;

/// As many dimensions as NumPy 2 allows.
pub const MOST_DIMENSIONS: usize = 64;

/// A view of some memory. Strides and the offset count elements.
#[derive(Clone, Debug)]
pub struct Arr {
    pub data: Rc<Data>,
    pub kind: Kind,
    pub shape: Vec<usize>,
    pub strides: Vec<isize>,
    pub offset: usize,
}

/// The strides of an array of this shape whose last index runs quickest.
pub fn c_strides(shape: &[usize]) -> Vec<isize> {
    let mut step = 1;
    let mut strides = vec![0; shape.len()];
    for (stride, &n) in strides.iter_mut().zip(shape).rev() {
        *stride = step;
        step *= n.max(1) as isize;
    }
    strides
}

/// The strides of an array of this shape whose first index runs quickest.
pub fn f_strides(shape: &[usize]) -> Vec<isize> {
    let reversed: Vec<_> = shape.iter().rev().copied().collect();
    let mut strides = c_strides(&reversed);
    strides.reverse();
    strides
}

impl Arr {
    pub fn zeros(kind: Kind, shape: &[usize], vm: &VirtualMachine) -> PyResult<Self> {
        if shape.len() > MOST_DIMENSIONS {
            return Err(vm.new_value_error(format!(
                "maximum supported dimension for an ndarray is currently {MOST_DIMENSIONS}, found {}",
                shape.len()
            )));
        }
        Ok(Self {
            data: Rc::new(zeros(kind, shape, vm)?),
            kind,
            shape: shape.to_vec(),
            strides: c_strides(shape),
            offset: 0,
        })
    }

    /// An array of one dimension with these values.
    pub fn of<T: Element>(kind: Kind, values: Vec<T>) -> Self {
        Self {
            kind,
            shape: vec![values.len()],
            strides: vec![1],
            offset: 0,
            data: Rc::new(T::put(values)),
        }
    }

    /// An array without dimensions.
    pub fn single<T: Element>(kind: Kind, value: T) -> Self {
        let mut arr = Self::of(kind, vec![value]);
        arr.shape.clear();
        arr.strides.clear();
        arr
    }

    pub fn ndim(&self) -> usize {
        self.shape.len()
    }

    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    pub fn is_c_contiguous(&self) -> bool {
        self.is_contiguous(&c_strides(&self.shape))
    }

    pub fn is_f_contiguous(&self) -> bool {
        self.is_contiguous(&f_strides(&self.shape))
    }

    fn is_contiguous(&self, strides: &[isize]) -> bool {
        self.size() == 0
            || (self.shape.iter().zip(&self.strides).zip(strides))
                .all(|((&n, a), b)| n == 1 || a == b)
    }

    /// A new view of the same memory.
    pub fn viewed(&self, shape: Vec<usize>, strides: Vec<isize>, offset: usize) -> Self {
        Self {
            data: Rc::clone(&self.data),
            kind: self.kind,
            shape,
            strides,
            offset,
        }
    }

    /// Stretched to a shape, or `None`.
    pub fn broadcast(&self, shape: &[usize]) -> Option<Self> {
        let lead = shape.len().checked_sub(self.ndim())?;
        let mut strides = vec![0; shape.len()];
        for (axis, (&n, &stride)) in self.shape.iter().zip(&self.strides).enumerate() {
            if n == shape[lead + axis] {
                strides[lead + axis] = stride;
            } else if n != 1 {
                return None;
            }
        }
        Some(self.viewed(shape.to_vec(), strides, self.offset))
    }

    /// The axes in another order.
    pub fn transposed(&self, axes: &[usize]) -> Self {
        let shape = axes.iter().map(|&axis| self.shape[axis]).collect();
        let strides = axes.iter().map(|&axis| self.strides[axis]).collect();
        self.viewed(shape, strides, self.offset)
    }

    /// The same elements in C order in another shape, as a view if that is possible.
    pub fn reshaped_view(&self, shape: &[usize]) -> Option<Self> {
        if self.size() == 0 {
            return Some(self.viewed(shape.to_vec(), c_strides(shape), self.offset));
        }
        // Groups of old axes that lie behind each other take the place of groups of new ones.
        let old: Vec<_> = (self.shape.iter().copied().zip(self.strides.iter().copied()))
            .filter(|axis| axis.0 != 1)
            .collect();
        let mut strides = vec![0; shape.len()];
        let (mut from, mut to) = (0, 0);
        while from < old.len() && to < shape.len() {
            let (first_from, first_to) = (from, to);
            let (mut have, mut want) = (old[from].0, shape[to]);
            while have != want {
                if have < want {
                    from += 1;
                    have *= old[from].0;
                } else {
                    to += 1;
                    want *= shape[to];
                }
            }
            for axis in first_from..from {
                if old[axis].1 != old[axis + 1].1 * old[axis + 1].0 as isize {
                    return None;
                }
            }
            let mut step = old[from].1;
            for axis in (first_to..=to).rev() {
                strides[axis] = step;
                step *= shape[axis] as isize;
            }
            from += 1;
            to += 1;
        }
        let last = strides[..to].last().copied().unwrap_or(1);
        strides[to..].fill(last);
        Some(self.viewed(shape.to_vec(), strides, self.offset))
    }

    /// The same elements in C order in another shape.
    pub fn reshaped(&self, shape: &[usize], vm: &VirtualMachine) -> PyResult<Self> {
        if let Some(view) = self.reshaped_view(shape) {
            return Ok(view);
        }
        let copy = self.copied(vm)?;
        Ok(copy.viewed(shape.to_vec(), c_strides(shape), 0))
    }

    /// A copy in C order.
    pub fn copied(&self, vm: &VirtualMachine) -> PyResult<Self> {
        let copy = Self::zeros(self.kind, &self.shape, vm)?;
        copy.assign(self, vm)?;
        Ok(copy)
    }

    /// A copy whose first index runs quickest.
    pub fn copied_f(&self, vm: &VirtualMachine) -> PyResult<Self> {
        let copy = Self::zeros(self.kind, &self.shape, vm)?;
        let copy = copy.viewed(self.shape.clone(), f_strides(&self.shape), 0);
        copy.assign(self, vm)?;
        Ok(copy)
    }

    /// Itself if it lies in C order without gaps, else a copy.
    pub fn contiguous(&self, vm: &VirtualMachine) -> PyResult<Self> {
        if self.is_c_contiguous() {
            Ok(self.clone())
        } else {
            self.copied(vm)
        }
    }

    /// The values in C order.
    pub fn values<T: Element>(&self) -> Vec<T> {
        let slots = T::slots(&self.data);
        self.offsets().map(|at| T::get(&slots[at])).collect()
    }

    /// Writes values of the same kind and shape.
    pub fn assign(&self, from: &Self, vm: &VirtualMachine) -> PyResult<()> {
        let overlaps = Rc::ptr_eq(&self.data, &from.data) && self.size() > 1;
        let apart;
        let from = if overlaps {
            let copy = Self::zeros(from.kind, &from.shape, vm)?;
            copy.assign(from, vm)?;
            apart = copy;
            &apart
        } else {
            from
        };
        for_kind!(self.kind, T => {
            let (source, target) = (T::slots(&from.data), T::slots(&self.data));
            walk(
                &self.shape,
                &[(&from.strides, from.offset), (&self.strides, self.offset)],
                true,
                vm,
                &mut |at, step, n| {
                    if step[0] == 1 && step[1] == 1 {
                        for (a, b) in source[at[0]..][..n].iter().zip(&target[at[1]..][..n]) {
                            T::set(b, T::get(a));
                        }
                    } else {
                        let (mut a, mut b) = (at[0] as isize, at[1] as isize);
                        for _ in 0..n {
                            T::set(&target[b as usize], T::get(&source[a as usize]));
                            a += step[0];
                            b += step[1];
                        }
                    }
                    Ok(())
                },
            )
        })
    }

    /// Where the elements are, in C order.
    pub fn offsets(&self) -> Offsets<'_> {
        Offsets {
            arr: self,
            index: vec![0; self.ndim()],
            at: self.offset as isize,
            left: self.size(),
        }
    }

    /// A view of one index of an axis, without that axis.
    pub fn at_axis(&self, axis: usize, index: usize) -> Self {
        let mut view = self.clone();
        view.offset = (self.offset as isize + index as isize * self.strides[axis]) as usize;
        view.shape.remove(axis);
        view.strides.remove(axis);
        view
    }

    /// A view of the indices from `start` to `stop` of an axis.
    pub fn sliced(&self, axis: usize, start: usize, stop: usize) -> Self {
        let mut view = self.clone();
        view.shape[axis] = stop - start;
        if stop > start {
            view.offset = (self.offset as isize + start as isize * self.strides[axis]) as usize;
        }
        view
    }
}

/// The places of the elements of a view, in C order.
pub struct Offsets<'a> {
    arr: &'a Arr,
    index: Vec<usize>,
    at: isize,
    left: usize,
}

impl Iterator for Offsets<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let here = self.at as usize;
        for axis in (0..self.index.len()).rev() {
            self.index[axis] += 1;
            self.at += self.arr.strides[axis];
            if self.index[axis] < self.arr.shape[axis] {
                break;
            }
            self.at -= self.arr.strides[axis] * self.arr.shape[axis] as isize;
            self.index[axis] = 0;
        }
        Some(here)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

/// The shape that all these broadcast to.
pub fn broadcast_shape(shapes: &[&[usize]]) -> Option<Vec<usize>> {
    let ndim = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let mut result = vec![1; ndim];
    for shape in shapes {
        let lead = ndim - shape.len();
        for (axis, &n) in shape.iter().enumerate() {
            let have = &mut result[lead + axis];
            if *have == 1 {
                *have = n;
            } else if n != 1 && n != *have {
                return None;
            }
        }
    }
    Some(result)
}

/// NumPy's words for shapes that do not go together.
pub fn not_broadcast(shapes: &[&[usize]]) -> String {
    // NumPy leaves a blank behind each shape here.
    let texts: Vec<_> = shapes
        .iter()
        .map(|shape| shape_text(shape).replace(", ", ",") + " ")
        .collect();
    format!(
        "operands could not be broadcast together with shapes {}",
        texts.concat()
    )
}
