//! The class below `numpy.ndarray`.

mod protocols;

use std::cell::{Cell, RefCell};

use rustpython_vm::builtins::PyTupleRef;
use rustpython_vm::function::PySetterValue;
use rustpython_vm::types::{AsMapping, AsNumber, AsSequence, Comparable, Iterable};
use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

use crate::arr::{Arr, f_strides};
use crate::dtype::{DType, kind_of};
use crate::from_python::set_object;
use crate::index::{self, Selection};
use crate::registry::{array_object, element, python_element};

/// An array: a view of some memory.
#[pyclass(module = "numpy", name = "_Array", unhashable = true)]
#[derive(Debug, PyPayload)]
pub struct NdArray {
    arr: RefCell<Arr>,
    /// The array whose memory this one shows.
    base: Option<PyObjectRef>,
    is_writable: Cell<bool>,
}

impl NdArray {
    pub fn new(arr: Arr, base: Option<PyObjectRef>) -> Self {
        let is_writable = base
            .as_ref()
            .and_then(|base| crate::registry::as_array(base))
            .is_none_or(|base| base.is_writable.get());
        Self {
            arr: RefCell::new(arr),
            base,
            is_writable: Cell::new(is_writable),
        }
    }

    pub fn arr(&self) -> Arr {
        self.arr.borrow().clone()
    }

    /// Refuses to write to an array that is only for reading.
    pub fn writable(&self, vm: &VirtualMachine) -> PyResult<()> {
        if self.is_writable.get() {
            Ok(())
        } else {
            Err(vm.new_value_error("assignment destination is read-only"))
        }
    }
}

/// A view of an array as an object; the base is the array whose memory it is.
fn view_object(of: &Py<NdArray>, arr: Arr, vm: &VirtualMachine) -> PyResult {
    let base = of.base.clone().unwrap_or_else(|| of.to_owned().into());
    let object = array_object(arr, Some(base), vm)?;
    if let Some(view) = crate::registry::as_array(&object) {
        view.is_writable.set(of.is_writable.get());
    }
    Ok(object)
}

fn get(zelf: &Py<NdArray>, index: &PyObject, vm: &VirtualMachine) -> PyResult {
    let selection = index::select(&zelf.arr.borrow(), index, vm)?;
    match selection {
        Selection::View(view, true) => element(&view, view.offset, vm),
        Selection::View(view, false) => view_object(zelf, view, vm),
        Selection::Places(places, shape) => {
            let taken = index::taken(&zelf.arr(), &places, &shape, vm)?;
            array_object(taken, None, vm)
        }
    }
}

fn set(
    zelf: &Py<NdArray>,
    index: &PyObject,
    value: Option<PyObjectRef>,
    vm: &VirtualMachine,
) -> PyResult<()> {
    let Some(value) = value else {
        return Err(vm.new_value_error("cannot delete array elements"));
    };
    zelf.writable(vm)?;
    index::assign(&zelf.arr(), index, &value, vm)
}

fn length(zelf: &Py<NdArray>, vm: &VirtualMachine) -> PyResult<usize> {
    zelf.arr
        .borrow()
        .shape
        .first()
        .copied()
        .ok_or_else(|| vm.new_type_error("len() of unsized object"))
}

fn tuple(numbers: impl Iterator<Item = PyObjectRef>, vm: &VirtualMachine) -> PyTupleRef {
    vm.ctx.new_tuple(numbers.collect())
}

/// Lists in lists, down to Python's own objects.
fn nested(arr: &Arr, vm: &VirtualMachine) -> PyObjectRef {
    if arr.ndim() == 0 {
        return python_element(arr, arr.offset, vm);
    }
    let rows = (0..arr.shape[0])
        .map(|index| nested(&arr.at_axis(0, index), vm))
        .collect();
    vm.ctx.new_list(rows).into()
}

#[pyclass(
    with(AsMapping, AsSequence, AsNumber, Comparable, Iterable),
    flags(BASETYPE)
)]
impl NdArray {
    #[pygetset]
    fn shape(zelf: &Py<Self>, vm: &VirtualMachine) -> PyTupleRef {
        tuple(
            zelf.arr
                .borrow()
                .shape
                .iter()
                .map(|&n| vm.ctx.new_int(n).into()),
            vm,
        )
    }

    #[pygetset]
    fn strides(zelf: &Py<Self>, vm: &VirtualMachine) -> PyTupleRef {
        let arr = zelf.arr.borrow();
        let bytes = arr.kind.item_bytes() as isize;
        tuple(
            arr.strides
                .iter()
                .map(|&stride| vm.ctx.new_int(stride * bytes).into()),
            vm,
        )
    }

    #[pygetset]
    fn ndim(zelf: &Py<Self>) -> usize {
        zelf.arr.borrow().ndim()
    }

    #[pygetset]
    fn size(zelf: &Py<Self>) -> usize {
        zelf.arr.borrow().size()
    }

    #[pygetset]
    fn itemsize(zelf: &Py<Self>) -> usize {
        zelf.arr.borrow().kind.item_bytes()
    }

    #[pygetset]
    fn nbytes(zelf: &Py<Self>) -> usize {
        let arr = zelf.arr.borrow();
        arr.size() * arr.kind.item_bytes()
    }

    #[pygetset]
    fn dtype(zelf: &Py<Self>) -> DType {
        DType(zelf.arr.borrow().kind)
    }

    #[pygetset]
    fn base(zelf: &Py<Self>) -> Option<PyObjectRef> {
        zelf.base.clone()
    }

    #[pygetset]
    fn _is_writable(zelf: &Py<Self>) -> bool {
        zelf.is_writable.get()
    }

    #[pygetset(setter)]
    fn set__is_writable(zelf: &Py<Self>, value: PySetterValue<bool>) {
        if let PySetterValue::Assign(value) = value {
            zelf.is_writable.set(value);
        }
    }

    #[pygetset]
    fn _is_c(zelf: &Py<Self>) -> bool {
        zelf.arr.borrow().is_c_contiguous()
    }

    #[pygetset]
    fn _is_f(zelf: &Py<Self>) -> bool {
        zelf.arr.borrow().is_f_contiguous()
    }

    /// Gives the array itself another shape.
    #[pymethod]
    fn _set_shape(zelf: &Py<Self>, shape: Vec<usize>, vm: &VirtualMachine) -> PyResult<()> {
        let view = zelf.arr.borrow().reshaped_view(&shape);
        let Some(view) = view else {
            return Err(vm.new_attribute_error(
                "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.",
            ));
        };
        zelf.arr.replace(view);
        Ok(())
    }

    /// Gives the array itself other elements: `resize`.
    #[pymethod]
    fn _replace(zelf: &Py<Self>, other: PyRef<NdArray>) {
        let arr = other.arr();
        zelf.arr.replace(arr);
    }

    /// Another shape with as many elements: a view if that is possible.
    #[pymethod]
    fn _reshape(
        zelf: PyRef<NdArray>,
        shape: Vec<usize>,
        is_f: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let arr = zelf.arr();
        let reversed = |arr: &Arr| arr.transposed(&(0..arr.ndim()).rev().collect::<Vec<_>>());
        let (source, wanted) = if is_f {
            (reversed(&arr), shape.iter().rev().copied().collect())
        } else {
            (arr, shape)
        };
        let finished = |arr: Arr| if is_f { reversed(&arr) } else { arr };
        match source.reshaped_view(&wanted) {
            Some(view) => view_object(&zelf, finished(view), vm),
            None => array_object(finished(source.reshaped(&wanted, vm)?), None, vm),
        }
    }

    #[pymethod]
    fn _transpose(zelf: PyRef<NdArray>, axes: Vec<usize>, vm: &VirtualMachine) -> PyResult {
        let view = zelf.arr.borrow().transposed(&axes);
        view_object(&zelf, view, vm)
    }

    /// A view with any shape and strides, which count elements; all of it has to lie within the memory.
    #[pymethod]
    fn _strided(
        zelf: PyRef<NdArray>,
        shape: Vec<usize>,
        strides: Vec<isize>,
        vm: &VirtualMachine,
    ) -> PyResult {
        let arr = zelf.arr();
        let reach: Vec<isize> = shape
            .iter()
            .zip(&strides)
            .map(|(&n, &stride)| (n as isize - 1) * stride)
            .collect();
        let offset = arr.offset as isize;
        let first = offset + reach.iter().filter(|reach| **reach < 0).sum::<isize>();
        let last = offset + reach.iter().filter(|reach| **reach > 0).sum::<isize>();
        let count = crate::data::for_kind!(arr.kind, T => <T as crate::data::Element>::slots(&arr.data).len());
        if !shape.contains(&0) && (first < 0 || last >= count as isize) {
            return Err(vm.new_value_error("the strides reach beyond the memory of the array"));
        }
        let view = arr.viewed(shape, strides, arr.offset);
        view_object(&zelf, view, vm)
    }

    /// Stretched to a shape; the view may not be written to.
    #[pymethod]
    fn _broadcast(zelf: PyRef<NdArray>, shape: Vec<usize>, vm: &VirtualMachine) -> PyResult {
        let view = zelf.arr.borrow().broadcast(&shape);
        match view {
            Some(view) => view_object(&zelf, view, vm),
            None => Ok(vm.ctx.none()),
        }
    }

    #[pymethod]
    fn _copy(zelf: &Py<Self>, is_f: bool, vm: &VirtualMachine) -> PyResult {
        let arr = zelf.arr();
        let copy = if is_f {
            arr.copied_f(vm)?
        } else {
            arr.copied(vm)?
        };
        array_object(copy, None, vm)
    }

    /// As another kind, in a new array.
    #[pymethod]
    fn _cast(zelf: &Py<Self>, dtype: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let arr = zelf.arr();
        let kind = kind_of(&dtype, vm)?;
        let is_f = !arr.is_c_contiguous() && arr.is_f_contiguous();
        let kind = arr.exact_kind(kind, vm)?;
        let mut target = Arr::zeros(kind, &arr.shape, vm)?;
        if is_f {
            target.strides = f_strides(&arr.shape);
        }
        arr.cast_into(&target, vm)?;
        array_object(target, None, vm)
    }

    #[pymethod]
    fn tolist(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
        nested(&zelf.arr(), vm)
    }

    /// All elements as scalars, in C order.
    #[pymethod]
    fn _scalars(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let arr = zelf.arr();
        let scalars = arr
            .offsets()
            .map(|at| element(&arr, at, vm))
            .collect::<PyResult<Vec<_>>>()?;
        Ok(vm.ctx.new_list(scalars).into())
    }

    /// The only element as Python's own.
    #[pymethod]
    fn _only(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let arr = zelf.arr();
        match (arr.size(), arr.offsets().next()) {
            (1, Some(at)) => Ok(python_element(&arr, at, vm)),
            _ => Err(vm.new_value_error("can only convert an array of size 1 to a Python scalar")),
        }
    }

    #[pymethod]
    fn fill(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        zelf.writable(vm)?;
        let arr = zelf.arr();
        let single = Arr::zeros(arr.kind, &[], vm)?;
        set_object(&single, 0, &value, vm)?;
        match single.broadcast(&arr.shape) {
            Some(values) => arr.assign(&values, vm),
            None => Ok(()),
        }
    }

    /// Whether the memory of both is the same.
    #[pymethod]
    fn _shares(zelf: &Py<Self>, other: PyRef<NdArray>) -> bool {
        std::rc::Rc::ptr_eq(&zelf.arr.borrow().data, &other.arr.borrow().data)
    }

    #[pymethod]
    fn __complex__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
        let value = Self::_only(zelf, vm)?;
        vm.ctx.types.complex_type.as_object().call((value,), vm)
    }
}
