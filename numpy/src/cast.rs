//! Values of one kind as values of another.

use num_complex::Complex64;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::arr::Arr;
use crate::from_python::set_object;
use crate::kind::Kind;
use crate::loops::run::{INVALID, Plain, one};
use crate::registry::{handle, python_element};
use crate::walk::walk;

/// A number as it goes over into another type, as C does it.
trait To<T> {
    fn to(self, flags: &mut u8) -> T;
}

macro_rules! plain {
    ($($from:ident => [$($to:ident),*]);*) => {$($(
        impl To<$to> for $from {
            #[inline(always)]
            fn to(self, _: &mut u8) -> $to { self as $to }
        }
    )*)*};
}
plain!(
    i8 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64]; i16 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    i32 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64]; i64 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    u8 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64]; u16 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    u32 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64]; u64 => [i8, i16, i32, i64, u8, u16, u32, u64, f32, f64];
    f32 => [f32, f64]; f64 => [f32, f64]
);

/// What does not fit becomes the smallest number of 64 bits, as processors do it.
fn whole(value: f64, flags: &mut u8) -> i64 {
    if value >= -(2_f64.powi(63)) && value < 2_f64.powi(63) {
        value as i64
    } else {
        *flags |= INVALID;
        i64::MIN
    }
}

macro_rules! from_floats {
    ($($to:ident),*) => {$(
        impl To<$to> for f64 {
            fn to(self, flags: &mut u8) -> $to {
                let number = whole(self, flags);
                if number as $to as i64 != number && (std::mem::size_of::<$to>() == 4 && $to::MIN != 0) {
                    *flags |= INVALID;
                    return $to::MIN;
                }
                number as $to
            }
        }
        impl To<$to> for f32 {
            fn to(self, flags: &mut u8) -> $to { To::<$to>::to(self as f64, flags) }
        }
    )*};
}
from_floats!(i8, i16, i32, i64, u8, u16, u32);

impl To<u64> for f64 {
    fn to(self, flags: &mut u8) -> u64 {
        if self >= 2_f64.powi(63) && self < 2_f64.powi(64) {
            self as u64
        } else {
            whole(self, flags) as u64
        }
    }
}
impl To<u64> for f32 {
    fn to(self, flags: &mut u8) -> u64 {
        To::<u64>::to(f64::from(self), flags)
    }
}

macro_rules! with_bool_and_complex {
    ($($type:ident),*) => {$(
        impl To<bool> for $type {
            fn to(self, _: &mut u8) -> bool { self != (0 as $type) }
        }
        impl To<$type> for bool {
            fn to(self, _: &mut u8) -> $type { u8::from(self) as $type }
        }
        impl To<Complex64> for $type {
            fn to(self, _: &mut u8) -> Complex64 { Complex64::new(self as f64, 0.0) }
        }
        impl To<$type> for Complex64 {
            fn to(self, flags: &mut u8) -> $type { To::<$type>::to(self.re, flags) }
        }
    )*};
}
with_bool_and_complex!(i8, i16, i32, i64, u8, u16, u32, u64, f32, f64);

impl To<bool> for bool {
    fn to(self, _: &mut u8) -> bool {
        self
    }
}
impl To<bool> for Complex64 {
    fn to(self, _: &mut u8) -> bool {
        self.re != 0.0 || self.im != 0.0
    }
}
impl To<Complex64> for bool {
    fn to(self, _: &mut u8) -> Complex64 {
        Complex64::new(f64::from(u8::from(self)), 0.0)
    }
}
impl To<Complex64> for Complex64 {
    fn to(self, _: &mut u8) -> Complex64 {
        self
    }
}

macro_rules! number_kind {
    ($kind:expr, $T:ident => $body:expr) => {
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
            Kind::Str(_) | Kind::Object => None,
        }
    };
}

/// The loop between two kinds of numbers.
fn between(from: Kind, to: Kind) -> Option<Plain> {
    number_kind!(from, A => number_kind!(to, B => {
        Some(|data, at, step, n| one::<A, B>(data, at, step, n, To::<B>::to))
    }))
}

impl Arr {
    /// The same values as another kind; the same view if it is this kind already.
    pub fn cast(&self, kind: Kind, vm: &VirtualMachine) -> PyResult<Self> {
        if self.kind == kind {
            return Ok(self.clone());
        }
        let kind = self.exact_kind(kind, vm)?;
        let target = Self::zeros(kind, &self.shape, vm)?;
        self.cast_into(&target, vm)?;
        Ok(target)
    }

    /// A kind of texts without a length gets that of the longest.
    pub fn exact_kind(&self, kind: Kind, vm: &VirtualMachine) -> PyResult<Kind> {
        Ok(match (kind, self.kind) {
            (Kind::Str(0), Kind::Object) => {
                let mut longest = 1;
                for at in self.offsets() {
                    longest = longest.max(
                        python_element(self, at, vm)
                            .str(vm)?
                            .as_wtf8()
                            .code_points()
                            .count(),
                    );
                }
                Kind::Str(longest as u32)
            }
            (Kind::Str(0), kind) => Kind::Str(kind.text_length()),
            (kind, _) => kind,
        })
    }

    /// Writes the values, as the other's kind, to another array of this shape.
    pub fn cast_into(&self, target: &Self, vm: &VirtualMachine) -> PyResult<()> {
        if self.kind == target.kind && !matches!(self.kind, Kind::Str(_)) {
            return target.assign(self, vm);
        }
        let views = [
            (&self.strides, self.offset),
            (&target.strides, target.offset),
        ];
        let Some(run) = between(self.kind, target.kind) else {
            for (from, to) in self.offsets().zip(target.offsets()) {
                set_object(target, to, &python_element(self, from, vm), vm)?;
            }
            return Ok(());
        };
        let mut flags = 0;
        walk(&self.shape, &views, true, vm, &mut |at, step, n| {
            flags |= run(&[&*self.data, &*target.data], at, step, n);
            Ok(())
        })?;
        handle(flags, "cast", vm)
    }
}
