//! Indices: integers and slices give views, arrays of integers or truths give copies.

mod parts;

use rustpython_vm::builtins::{PyInt, PySlice, PyTuple};
use rustpython_vm::{AsObject, PyObject, PyResult, VirtualMachine};

use crate::arr::{Arr, broadcast_shape};
use crate::data::{Element, shape_text};
use crate::from_python::array;
use crate::kind::Kind;
use crate::registry::as_array;
use crate::walk::count_work;
use parts::{Part, bad_index, parts};

/// What an index means.
pub enum Selection {
    /// A view; whether it is a single element.
    View(Arr, bool),
    /// Places in the memory, in the order and shape of the result.
    Places(Vec<usize>, Vec<usize>),
}

/// A position on an axis; negative ones count from its end.
fn position(index: i64, axis: usize, length: usize, vm: &VirtualMachine) -> PyResult<usize> {
    let counted = if index < 0 {
        index + length as i64
    } else {
        index
    };
    usize::try_from(counted)
        .ok()
        .filter(|&counted| counted < length)
        .ok_or_else(|| {
            vm.new_index_error(format!(
                "index {index} is out of bounds for axis {axis} with size {length}"
            ))
        })
}

/// The positions of what is true, for each axis.
pub fn true_places(mask: &Arr, vm: &VirtualMachine) -> PyResult<Vec<Vec<i64>>> {
    let mut places = vec![Vec::new(); mask.ndim()];
    let mut index = vec![0_i64; mask.ndim()];
    let slots = bool::slots(&mask.data);
    count_work(mask.size(), vm)?;
    for at in mask.offsets() {
        if slots[at].get() {
            for (places, &index) in places.iter_mut().zip(&index) {
                places.push(index);
            }
        }
        for axis in (0..index.len()).rev() {
            index[axis] += 1;
            if (index[axis] as usize) < mask.shape[axis] {
                break;
            }
            index[axis] = 0;
        }
    }
    Ok(places)
}

/// An array of indices for an axis of the source.
struct Fancy {
    indices: Arr,
    axis: usize,
}

/// Finds what an index means for an array.
pub fn select(arr: &Arr, index: &PyObject, vm: &VirtualMachine) -> PyResult<Selection> {
    if let Some(int) = index.downcast_ref_if_exact::<PyInt>(vm)
        && arr.ndim() >= 1
    {
        let index = int.try_to_primitive::<i64>(vm)?;
        let view = arr.at_axis(0, position(index, 0, arr.shape[0], vm)?);
        let is_element = view.ndim() == 0;
        return Ok(Selection::View(view, is_element));
    }
    let parts = parts(index, arr, vm)?;
    let is_fancy = parts.iter().any(|part| matches!(part, Part::Array(_)));
    let is_element = !is_fancy
        && parts.iter().all(|part| matches!(part, Part::Integer(_)))
        && !index.is(&vm.ctx.ellipsis);
    let has_ellipsis = index.is(&vm.ctx.ellipsis)
        || index.downcast_ref::<PyTuple>().is_some_and(|tuple| {
            tuple
                .as_slice()
                .iter()
                .any(|item| item.is(&vm.ctx.ellipsis))
        });

    // The view: axes of slices, new ones, and, of length 1 and step 0, one for each array of indices.
    let mut view = arr.viewed(Vec::new(), Vec::new(), arr.offset);
    let mut offset = arr.offset as isize;
    let mut fancy: Vec<Fancy> = Vec::new();
    let mut zero_truths: Vec<bool> = Vec::new();
    // Where in the result the axes of the arrays go: where they stand, if they stand together.
    let mut place = None;
    let mut is_apart = false;
    let mut last_fancy = None;
    let mut axis = 0;
    for (number, part) in parts.iter().enumerate() {
        let is_index = is_fancy && matches!(part, Part::Array(_) | Part::Integer(_));
        if is_index {
            if last_fancy.is_some_and(|last| last + 1 != number) {
                is_apart = true;
            }
            last_fancy = Some(number);
            place.get_or_insert(view.ndim());
        }
        match part {
            Part::Integer(item) => {
                let index = item
                    .try_index(vm)?
                    .try_to_primitive::<i64>(vm)
                    .map_err(|_| {
                        vm.new_index_error(format!(
                            "cannot fit '{}' into an index-sized integer",
                            item.class().name()
                        ))
                    })?;
                let position = position(index, axis, arr.shape[axis], vm)?;
                offset += position as isize * arr.strides[axis];
                axis += 1;
            }
            Part::Slice(item) => {
                let slice = item
                    .downcast_ref::<PySlice>()
                    .ok_or_else(|| bad_index(vm))?;
                let length = arr.shape[axis];
                let slice = slice.to_saturated(vm)?;
                let (range, step, count) = slice.adjust_indices(length);
                let start = if step < 0 {
                    range.end as isize - 1
                } else {
                    range.start as isize
                };
                if count > 0 {
                    offset += start * arr.strides[axis];
                }
                view.shape.push(count);
                view.strides.push(if count > 1 {
                    arr.strides[axis] * step
                } else {
                    arr.strides[axis]
                });
                axis += 1;
            }
            Part::NewAxis => {
                view.shape.push(1);
                view.strides.push(0);
            }
            Part::Ellipsis => {}
            Part::Array(indices) if indices.kind == Kind::Bool && indices.ndim() == 0 => {
                zero_truths.push(bool::slots(&indices.data)[indices.offset].get());
            }
            Part::Array(indices) if indices.kind == Kind::Bool => {
                for (own, &length) in indices.shape.iter().enumerate() {
                    if length != arr.shape[axis + own] {
                        return Err(vm.new_index_error(format!(
                            "boolean index did not match indexed array along axis {}; size of axis is {} but size of \
                             corresponding boolean axis is {length}",
                            axis + own,
                            arr.shape[axis + own],
                        )));
                    }
                }
                for places in true_places(indices, vm)? {
                    fancy.push(Fancy {
                        indices: Arr::of(Kind::I64, places),
                        axis,
                    });
                    axis += 1;
                }
            }
            Part::Array(indices) => {
                fancy.push(Fancy {
                    indices: indices.clone(),
                    axis,
                });
                axis += 1;
            }
        }
    }
    view.offset = if view.size() == 0 {
        arr.offset
    } else {
        offset as usize
    };
    if !is_fancy {
        return Ok(Selection::View(view, is_element && !has_ellipsis));
    }
    if !zero_truths.is_empty() {
        let count = usize::from(zero_truths.iter().all(|&truth| truth));
        fancy.push(Fancy {
            indices: Arr::of(Kind::I64, vec![0_i64; count]),
            axis: usize::MAX,
        });
    }
    let place = if is_apart { 0 } else { place.unwrap_or(0) };
    gather(arr, &view, offset, &fancy, place, vm)
}

/// The places that arrays of indices name, each together with all of the view.
fn gather(
    arr: &Arr,
    view: &Arr,
    offset: isize,
    fancy: &[Fancy],
    place: usize,
    vm: &VirtualMachine,
) -> PyResult<Selection> {
    let shapes: Vec<&[usize]> = fancy.iter().map(|fancy| &fancy.indices.shape[..]).collect();
    let Some(shape) = broadcast_shape(&shapes) else {
        let texts: Vec<_> = shapes
            .iter()
            .map(|shape| shape_text(shape).replace(", ", ","))
            .collect();
        return Err(vm.new_index_error(format!(
            "shape mismatch: indexing arrays could not be broadcast together with shapes {} ",
            texts.join(" ")
        )));
    };
    let count: usize = shape.iter().product();
    let mut jumps = vec![0_isize; count];
    for Fancy { indices, axis } in fancy {
        if *axis == usize::MAX {
            continue;
        }
        let Some(indices) = indices.broadcast(&shape) else {
            continue;
        };
        let slots = i64::slots(&indices.data);
        for (jump, at) in jumps.iter_mut().zip(indices.offsets()) {
            let position = position(slots[at].get(), *axis, arr.shape[*axis], vm)?;
            *jump += position as isize * arr.strides[*axis];
        }
        count_work(count, vm)?;
    }
    // The axes of the view before the arrays, those of the arrays, and those behind.
    let (before, behind) = view.shape.split_at(place);
    let full: Vec<usize> = before.iter().chain(&shape).chain(behind).copied().collect();
    let start = view.viewed(before.to_vec(), view.strides[..place].to_vec(), 0);
    let end = view.viewed(behind.to_vec(), view.strides[place..].to_vec(), 0);
    let ends: Vec<isize> = signed_offsets(&end);
    let total: usize = full.iter().product();
    let mut places = Vec::new();
    if places.try_reserve_exact(total).is_err() {
        return Err(vm.new_memory_error("an index names more places than there is memory for"));
    }
    for from in signed_offsets(&start) {
        for jump in &jumps {
            places.extend(ends.iter().map(|to| (offset + from + jump + to) as usize));
        }
        count_work(jumps.len() * ends.len(), vm)?;
    }
    Ok(Selection::Places(places, full))
}

/// Distances of the elements of a view from its offset, in C order.
fn signed_offsets(view: &Arr) -> Vec<isize> {
    let mut distances = vec![0_isize];
    for (&n, &stride) in view.shape.iter().zip(&view.strides) {
        distances = distances
            .iter()
            .flat_map(|at| (0..n as isize).map(move |i| at + i * stride))
            .collect();
    }
    distances
}

/// The elements at places, in a new array.
pub fn taken(arr: &Arr, places: &[usize], shape: &[usize], vm: &VirtualMachine) -> PyResult<Arr> {
    let result = Arr::zeros(arr.kind, shape, vm)?;
    crate::data::for_kind!(arr.kind, T => {
        let (from, to) = (T::slots(&arr.data), T::slots(&result.data));
        for (slot, &place) in to.iter().zip(places) {
            T::set(slot, T::get(&from[place]));
        }
    });
    Ok(result)
}

/// Writes values of the array's kind, one for each place.
pub fn put(arr: &Arr, places: &[usize], values: &Arr) {
    crate::data::for_kind!(arr.kind, T => {
        let (from, to) = (T::slots(&values.data), T::slots(&arr.data));
        for (&place, at) in places.iter().zip(values.offsets()) {
            T::set(&to[place], T::get(&from[at]));
        }
    });
}

/// `arr[index] = value`.
pub fn assign(arr: &Arr, index: &PyObject, value: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
    let selection = select(arr, index, vm)?;
    if let Selection::View(view, true) = &selection {
        return crate::from_python::set_object(view, view.offset, value, vm);
    }
    let shape = match &selection {
        Selection::View(view, _) => view.shape.clone(),
        Selection::Places(_, shape) => shape.clone(),
    };
    let mut values = array(
        value,
        if as_array(value).is_some() {
            None
        } else {
            Some(arr.kind)
        },
        vm,
    )?;
    if values.kind != arr.kind {
        values = values.cast(arr.kind, vm)?;
    }
    // Leading axes of length 1 do not count.
    while values.ndim() > shape.len() && values.shape[0] == 1 {
        values = values.at_axis(0, 0);
    }
    match selection {
        Selection::View(view, _) => {
            let Some(stretched) = values.broadcast(&shape) else {
                return Err(vm.new_value_error(format!(
                    "could not broadcast input array from shape {} into shape {}",
                    shape_text(&values.shape).replace(", ", ","),
                    shape_text(&shape).replace(", ", ","),
                )));
            };
            view.assign(&stretched, vm)
        }
        Selection::Places(places, _) => {
            let Some(stretched) = values.broadcast(&shape) else {
                let is_mask = array(index, None, vm)
                    .is_ok_and(|index| index.kind == Kind::Bool && index.ndim() == arr.ndim());
                return Err(vm.new_value_error(if is_mask {
                    format!(
                        "NumPy boolean array indexing assignment cannot assign {} input values to the {} output values where \
                         the mask is true",
                        values.size(),
                        places.len(),
                    )
                } else {
                    format!(
                        "shape mismatch: value array of shape {} could not be broadcast to indexing result of shape {}",
                        shape_text(&values.shape).replace(", ", ","),
                        shape_text(&shape).replace(", ", ","),
                    )
                }));
            };
            let apart = if std::rc::Rc::ptr_eq(&stretched.data, &arr.data) {
                stretched.copied(vm)?
            } else {
                stretched
            };
            put(arr, &places, &apart);
            Ok(())
        }
    }
}
