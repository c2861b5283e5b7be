//! The functions that compiled code calls. An address is that of an object that the caller knows the
//! class of. What can fail answers 0 then, has changed nothing, and leaves its result in [`result`]
//! otherwise.

use core::cell::Cell;

use super::{
    Kind,
    values::{box_value, is_number, unbox},
};
use crate::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, VirtualMachine,
    builtins::{PyFloat, PyInt, PyList, PyStr, PyTuple},
    common::float_ops,
};

thread_local! {
    static MACHINE: Cell<*const VirtualMachine> = const { Cell::new(core::ptr::null()) };
    static RESULT: Cell<u64> = const { Cell::new(0) };
}

pub(super) fn use_machine(vm: &VirtualMachine) {
    MACHINE.set(vm);
}

fn machine<'a>() -> &'a VirtualMachine {
    // SAFETY: a unit runs, and its virtual machine is the one that was set last.
    unsafe { &*MACHINE.get() }
}

fn object<'a>(address: usize) -> &'a PyObject {
    // SAFETY: compiled code has the addresses of objects only, which nobody frees while it runs.
    unsafe { &*(address as *const PyObject) }
}

fn list<'a>(address: usize) -> &'a Py<PyList> {
    // SAFETY: the compiler knows the class.
    unsafe { object(address).downcast_unchecked_ref() }
}

/// Where a result lies.
pub fn result_address() -> usize {
    RESULT.with(|result| result.as_ptr() as usize)
}

/// The last result.
pub extern "C" fn result() -> u64 {
    RESULT.get()
}

fn answer(value: Option<u64>) -> u32 {
    if let Some(value) = value {
        RESULT.set(value);
    }
    value.is_some().into()
}

fn place(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 {
        index + length as i64
    } else {
        index
    };
    usize::try_from(index).ok().filter(|&index| index < length)
}

/// `sequence[index]` of a list or a tuple, if it is of a kind.
pub extern "C" fn item_of_list(sequence: usize, index: i64, kind: u32) -> u32 {
    let items = list(sequence).borrow_vec();
    let item = place(index, items.len()).map(|index| &*items[index]);
    answer(item.and_then(|item| unbox(item, Kind::from_number(kind), machine())))
}

pub extern "C" fn item_of_tuple(sequence: usize, index: i64, kind: u32) -> u32 {
    // SAFETY: the compiler knows the class.
    let tuple: &Py<PyTuple> = unsafe { object(sequence).downcast_unchecked_ref() };
    let items = tuple.as_slice();
    let item = place(index, items.len()).map(|index| &*items[index]);
    answer(item.and_then(|item| unbox(item, Kind::from_number(kind), machine())))
}

/// `text[index]`, if that is a character of ASCII, of which there is only one.
pub extern "C" fn item_of_str(text: usize, index: i64) -> u32 {
    // SAFETY: the compiler knows the class.
    let text: &Py<PyStr> = unsafe { object(text).downcast_unchecked_ref() };
    let vm = machine();
    let character = place(index, text.char_len())
        .filter(|_| text.char_len() == text.as_bytes().len())
        .map(|index| text.as_bytes()[index])
        .map(|byte| vm.ctx.ascii_char_cache[usize::from(byte)].as_object());
    answer(character.map(|character| core::ptr::from_ref(character) as usize as u64))
}

/// Whether two strings are equal.
pub extern "C" fn is_equal_str(left: usize, right: usize) -> u32 {
    // SAFETY: the compiler knows the class.
    let (left, right): (&Py<PyStr>, &Py<PyStr>) = unsafe {
        (
            object(left).downcast_unchecked_ref(),
            object(right).downcast_unchecked_ref(),
        )
    };
    (core::ptr::eq(left, right) || left.as_wtf8() == right.as_wtf8()).into()
}

pub extern "C" fn length_of_list(sequence: usize) -> i64 {
    list(sequence).borrow_vec().len() as i64
}

pub extern "C" fn length_of_tuple(sequence: usize) -> i64 {
    // SAFETY: the compiler knows the class.
    let tuple: &Py<PyTuple> = unsafe { object(sequence).downcast_unchecked_ref() };
    tuple.as_slice().len() as i64
}

pub extern "C" fn length_of_str(text: usize) -> i64 {
    // SAFETY: the compiler knows the class.
    let text: &Py<PyStr> = unsafe { object(text).downcast_unchecked_ref() };
    text.char_len() as i64
}

/// `list[index] = value`, if what was there may go without anybody noticing.
pub extern "C" fn store_in_list(sequence: usize, index: i64, kind: u32, bits: u64) -> u32 {
    let vm = machine();
    let list = list(sequence);
    let kind = Kind::from_number(kind);
    let old = {
        let items = list.borrow_vec();
        let Some(index) = place(index, items.len()) else {
            return 0;
        };
        // A unit may still have the address of a string.
        if !is_number(&items[index], vm) {
            return 0;
        }
        index
    };
    let mut items = list.borrow_vec_mut();
    let slot = &mut items[old];
    if !rewrite(slot, kind, bits, vm) {
        *slot = box_value(kind, bits, vm);
    }
    1
}

/// The number of a slot, if nobody else has it.
fn sole<T: PyPayload>(slot: &PyObjectRef, vm: &VirtualMachine) -> Option<*mut T> {
    if !slot.has_sole_owner() {
        return None;
    }
    let payload: &T = slot.downcast_ref_if_exact::<T>(vm)?;
    Some(core::ptr::from_ref(payload).cast_mut())
}

/// Gives a number that nobody else has another value, rather than to let it go and to make another.
fn rewrite(slot: &PyObjectRef, kind: Kind, bits: u64, vm: &VirtualMachine) -> bool {
    match kind {
        Kind::Float => {
            let Some(float) = sole::<PyFloat>(slot, vm) else {
                return false;
            };
            // SAFETY: nobody else has it.
            unsafe { *float = PyFloat::from(f64::from_bits(bits)) };
            true
        }
        // Small integers are always the same objects.
        Kind::Int if !(-5..=256).contains(&(bits as i64)) => {
            let Some(int) = sole::<PyInt>(slot, vm) else {
                return false;
            };
            // SAFETY: nobody else has it.
            unsafe { *int = PyInt::from(bits as i64) };
            true
        }
        _ => false,
    }
}

/// `list.append(value)`.
pub extern "C" fn append_to_list(sequence: usize, kind: u32, bits: u64) {
    let value = box_value(Kind::from_number(kind), bits, machine());
    list(sequence).append(value);
}

/// `left % right` of floats; `right` is not zero.
pub extern "C" fn remainder(left: f64, right: f64) -> f64 {
    float_ops::mod_(left, right).unwrap_or(f64::NAN)
}

/// `left // right` of floats; `right` is not zero.
pub extern "C" fn floor_divide(left: f64, right: f64) -> f64 {
    float_ops::floordiv(left, right).unwrap_or(f64::NAN)
}

/// `base ** exponent`, if that is a number of 64 bits again.
pub extern "C" fn power_of_int(base: i64, exponent: i64) -> u32 {
    let power = u32::try_from(exponent)
        .ok()
        .and_then(|exponent| base.checked_pow(exponent));
    answer(power.map(|power| power as u64))
}

/// `base ** exponent` of floats, if that is a float.
pub extern "C" fn power_of_float(base: f64, exponent: f64) -> u32 {
    let power = crate::builtins::float::float_pow(base, exponent, machine());
    let vm = machine();
    answer(power.ok().and_then(|power| unbox(&power, Kind::Float, vm)))
}

/// What a native function answers to a number, if that is of a kind. The compiler has seen that the
/// function runs no Python code.
pub extern "C" fn call_with_one(function: usize, kind: u32, bits: u64, wanted: u32) -> u32 {
    let vm = machine();
    let argument = box_value(Kind::from_number(kind), bits, vm);
    let value = object(function).call((argument,), vm);
    answer(
        value
            .ok()
            .and_then(|value| unbox(&value, Kind::from_number(wanted), vm)),
    )
}

/// What the method `random` of a generator of random numbers answers, which always is a float.
pub extern "C" fn random(function: usize) -> f64 {
    let vm = machine();
    let value = object(function).call((), vm);
    let bits = value.ok().and_then(|value| unbox(&value, Kind::Float, vm));
    bits.map_or(f64::NAN, f64::from_bits)
}
