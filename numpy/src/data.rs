//! The memory of arrays: typed slots that several views write to.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use num_complex::Complex64;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::kind::Kind;

/// Elements of one kind. Slots can be written through any view, so none is ever borrowed.
pub enum Data {
    Bool(Vec<Cell<bool>>),
    I8(Vec<Cell<i8>>),
    I16(Vec<Cell<i16>>),
    I32(Vec<Cell<i32>>),
    I64(Vec<Cell<i64>>),
    U8(Vec<Cell<u8>>),
    U16(Vec<Cell<u16>>),
    U32(Vec<Cell<u32>>),
    U64(Vec<Cell<u64>>),
    F32(Vec<Cell<f32>>),
    F64(Vec<Cell<f64>>),
    C128(Vec<Cell<Complex64>>),
    Str(Vec<RefCell<Rc<str>>>),
    Object(Vec<RefCell<PyObjectRef>>),
}

impl fmt::Debug for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Data")
    }
}

/// A type of elements.
pub trait Element: Clone + 'static {
    type Slot;
    fn slots(data: &Data) -> &[Self::Slot];
    fn get(slot: &Self::Slot) -> Self;
    fn set(slot: &Self::Slot, value: Self);
    fn put(values: Vec<Self>) -> Data;
}

macro_rules! elements {
    ($($kind:ident $type:ty),*) => {$(
        impl Element for $type {
            type Slot = Cell<$type>;
            #[inline(always)]
            fn slots(data: &Data) -> &[Cell<$type>] {
                match data {
                    Data::$kind(slots) => slots,
                    _ => wrong_kind(),
                }
            }
            #[inline(always)]
            fn get(slot: &Cell<$type>) -> $type {
                slot.get()
            }
            #[inline(always)]
            fn set(slot: &Cell<$type>, value: $type) {
                slot.set(value);
            }
            fn put(values: Vec<$type>) -> Data {
                Data::$kind(values.into_iter().map(Cell::new).collect())
            }
        }
    )*};
}

elements!(Bool bool, I8 i8, I16 i16, I32 i32, I64 i64, U8 u8, U16 u16, U32 u32, U64 u64, F32 f32, F64 f64,
          C128 Complex64);

macro_rules! owned_elements {
    ($($kind:ident $type:ty),*) => {$(
        impl Element for $type {
            type Slot = RefCell<$type>;
            fn slots(data: &Data) -> &[RefCell<$type>] {
                match data {
                    Data::$kind(slots) => slots,
                    _ => wrong_kind(),
                }
            }
            fn get(slot: &RefCell<$type>) -> $type {
                slot.borrow().clone()
            }
            fn set(slot: &RefCell<$type>, value: $type) {
                // The old value may run Python code when it goes: nothing is borrowed then.
                let _old = slot.replace(value);
            }
            fn put(values: Vec<$type>) -> Data {
                Data::$kind(values.into_iter().map(RefCell::new).collect())
            }
        }
    )*};
}

owned_elements!(Str Rc<str>, Object PyObjectRef);

#[cold]
#[inline(never)]
fn wrong_kind() -> ! {
    unreachable!("a loop runs only over the kind that it was chosen for")
}

/// Does the same for the Rust type of each kind.
macro_rules! for_kind {
    ($kind:expr, $T:ident => $body:expr) => {
        match $kind {
            $crate::kind::Kind::Bool => {
                type $T = bool;
                $body
            }
            $crate::kind::Kind::I8 => {
                type $T = i8;
                $body
            }
            $crate::kind::Kind::I16 => {
                type $T = i16;
                $body
            }
            $crate::kind::Kind::I32 => {
                type $T = i32;
                $body
            }
            $crate::kind::Kind::I64 => {
                type $T = i64;
                $body
            }
            $crate::kind::Kind::U8 => {
                type $T = u8;
                $body
            }
            $crate::kind::Kind::U16 => {
                type $T = u16;
                $body
            }
            $crate::kind::Kind::U32 => {
                type $T = u32;
                $body
            }
            $crate::kind::Kind::U64 => {
                type $T = u64;
                $body
            }
            $crate::kind::Kind::F32 => {
                type $T = f32;
                $body
            }
            $crate::kind::Kind::F64 => {
                type $T = f64;
                $body
            }
            $crate::kind::Kind::C128 => {
                type $T = num_complex::Complex64;
                $body
            }
            $crate::kind::Kind::Str(_) => {
                type $T = std::rc::Rc<str>;
                $body
            }
            $crate::kind::Kind::Object => {
                type $T = rustpython_vm::PyObjectRef;
                $body
            }
        }
    };
}
pub(crate) use for_kind;

/// No array is larger: a page's memory ends there.
const MOST_BYTES: usize = 0xfff0_0000;

/// Memory of zeros for an array of this shape.
pub fn zeros(kind: Kind, shape: &[usize], vm: &VirtualMachine) -> PyResult<Data> {
    let refuse = || {
        let text = unable(kind, shape);
        vm.new_memory_error(text)
    };
    let count = shape
        .iter()
        .filter(|&&n| n != 0)
        .try_fold(1_usize, |product, &n| product.checked_mul(n));
    let Some(bytes) = count.and_then(|count| count.checked_mul(kind.item_bytes().max(1))) else {
        return Err(vm.new_value_error(
            "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.",
        ));
    };
    let count = if shape.contains(&0) {
        0
    } else {
        count.unwrap_or(0)
    };
    if count > 0 && bytes > MOST_BYTES {
        return Err(refuse());
    }
    fn filled<T: Clone, S>(count: usize, value: T, slot: fn(T) -> S) -> Option<Vec<S>> {
        let mut slots = Vec::new();
        slots.try_reserve_exact(count).ok()?;
        slots.extend(std::iter::repeat_n(value, count).map(slot));
        Some(slots)
    }
    macro_rules! number {
        ($kind:ident, $zero:expr) => {
            filled(count, $zero, Cell::new).map(Data::$kind)
        };
    }
    match kind {
        Kind::Bool => number!(Bool, false),
        Kind::I8 => number!(I8, 0),
        Kind::I16 => number!(I16, 0),
        Kind::I32 => number!(I32, 0),
        Kind::I64 => number!(I64, 0),
        Kind::U8 => number!(U8, 0),
        Kind::U16 => number!(U16, 0),
        Kind::U32 => number!(U32, 0),
        Kind::U64 => number!(U64, 0),
        Kind::F32 => number!(F32, 0.0),
        Kind::F64 => number!(F64, 0.0),
        Kind::C128 => number!(C128, Complex64::new(0.0, 0.0)),
        Kind::Str(_) => filled(count, Rc::from(""), RefCell::new).map(Data::Str),
        Kind::Object => filled(count, vm.ctx.new_int(0).into(), RefCell::new).map(Data::Object),
    }
    .ok_or_else(refuse)
}

/// NumPy's words for an array that is too large.
fn unable(kind: Kind, shape: &[usize]) -> String {
    let mut size = shape.iter().map(|&n| n as f64).product::<f64>() * kind.item_bytes() as f64;
    let mut unit = "bytes";
    for larger in ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] {
        if size < 1024.0 {
            break;
        }
        size /= 1024.0;
        unit = larger;
    }
    // As many digits as NumPy shows: three in all.
    let digits = if unit == "bytes" || size >= 100.0 {
        0
    } else if size >= 10.0 {
        1
    } else {
        2
    };
    let point = if unit != "bytes" && digits == 0 {
        "."
    } else {
        ""
    };
    format!(
        "Unable to allocate {size:.digits$}{point} {unit} for an array with shape {} and data type {}",
        shape_text(shape),
        if let Kind::Str(_) = kind {
            kind.code()
        } else {
            kind.name()
        },
    )
}

/// A shape as a tuple of Python is written.
pub fn shape_text(shape: &[usize]) -> String {
    if let [one] = shape {
        return format!("({one},)");
    }
    let numbers: Vec<_> = shape.iter().map(usize::to_string).collect();
    format!("({})", numbers.join(", "))
}
