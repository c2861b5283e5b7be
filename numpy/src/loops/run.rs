//! A loop over slots, and what it notices of floating point.

use num_complex::Complex64;

use crate::data::{Data, Element};

/// Something was divided by zero.
pub const DIVIDE: u8 = 1;
/// A result was too large.
pub const OVERFLOW: u8 = 2;
/// A result is not a number although all inputs were.
pub const INVALID: u8 = 8;
/// A power of integers was to have a negative exponent.
pub const NEGATIVE_POWER: u8 = 16;

/// Memory of inputs and outputs, where each begins, its steps, and how many elements there are; returns what was
/// noticed.
pub type Plain = fn(&[&Data], &[usize], &[isize], usize) -> u8;

/// An inner loop. Functions that take long for each element share one loop.
#[derive(Clone, Copy)]
pub enum Loop {
    Plain(Plain),
    Real(fn(f64) -> f64),
    Real32(fn(f64) -> f64),
    Reals(fn(f64, f64) -> f64),
    Reals32(fn(f64, f64) -> f64),
    Complex(fn(Complex64) -> Complex64),
}

impl Loop {
    pub fn run(self, data: &[&Data], at: &[usize], step: &[isize], n: usize) -> u8 {
        match self {
            Self::Plain(run) => run(data, at, step, n),
            Self::Real(f) => one::<f64, f64>(data, at, step, n, |x, flags| {
                let y = f(x);
                notice_real(x, y, flags);
                y
            }),
            Self::Real32(f) => one::<f32, f32>(data, at, step, n, |x, flags| {
                let y = f(f64::from(x)) as f32;
                notice_real(f64::from(x), f64::from(y), flags);
                y
            }),
            Self::Reals(f) => two::<f64, f64, f64>(data, at, step, n, |a, b, flags| {
                let y = f(a, b);
                notice(y, a, b, flags);
                y
            }),
            Self::Reals32(f) => two::<f32, f32, f32>(data, at, step, n, |a, b, flags| {
                let y = f(f64::from(a), f64::from(b)) as f32;
                notice(f64::from(y), f64::from(a), f64::from(b), flags);
                y
            }),
            Self::Complex(f) => one::<Complex64, Complex64>(data, at, step, n, |x, flags| {
                let y = f(x);
                if !y.is_finite() && x.is_finite() {
                    *flags |= if y.is_nan() { INVALID } else { DIVIDE };
                }
                y
            }),
        }
    }
}

fn notice_real(x: f64, y: f64, flags: &mut u8) {
    if !y.is_finite() {
        if y.is_nan() {
            *flags |= if x.is_nan() { 0 } else { INVALID };
        } else if x.is_finite() {
            // Poles of `log` and its like are at small numbers, overflows of `exp` and its like at large ones.
            *flags |= if x.abs() <= 1.0 { DIVIDE } else { OVERFLOW };
        }
    }
}

/// Notices a result that is no finite number although the inputs were.
#[inline(always)]
pub fn notice(y: f64, a: f64, b: f64, flags: &mut u8) {
    if !y.is_finite() {
        *flags |= why(y, a, b);
    }
}

#[cold]
fn why(y: f64, a: f64, b: f64) -> u8 {
    if y.is_nan() {
        if a.is_nan() || b.is_nan() { 0 } else { INVALID }
    } else if a.is_finite() && b.is_finite() {
        OVERFLOW
    } else {
        0
    }
}

/// One input, one output.
#[inline(always)]
pub fn one<A: Element, O: Element>(
    data: &[&Data],
    at: &[usize],
    step: &[isize],
    n: usize,
    f: impl Fn(A, &mut u8) -> O,
) -> u8 {
    let (a, o) = (A::slots(data[0]), O::slots(data[1]));
    let mut flags = 0;
    let (mut from, mut to) = (at[0] as isize, at[1] as isize);
    for _ in 0..n {
        O::set(&o[to as usize], f(A::get(&a[from as usize]), &mut flags));
        from += step[0];
        to += step[1];
    }
    flags
}

/// One input, two outputs.
#[inline(always)]
pub fn one_to_two<A: Element, O: Element, P: Element>(
    data: &[&Data],
    at: &[usize],
    step: &[isize],
    n: usize,
    f: impl Fn(A) -> (O, P),
) -> u8 {
    let (a, o, p) = (A::slots(data[0]), O::slots(data[1]), P::slots(data[2]));
    for i in 0..n as isize {
        let here = |view: usize| (at[view] as isize + i * step[view]) as usize;
        let (first, second) = f(A::get(&a[here(0)]));
        O::set(&o[here(1)], first);
        P::set(&p[here(2)], second);
    }
    0
}

/// Two inputs, one output.
#[inline(always)]
pub fn two<A: Element, B: Element, O: Element>(
    data: &[&Data],
    at: &[usize],
    step: &[isize],
    n: usize,
    f: impl Fn(A, B, &mut u8) -> O,
) -> u8 {
    let (a, b, o) = (A::slots(data[0]), B::slots(data[1]), O::slots(data[2]));
    let mut flags = 0;
    if let [1, 1, 1] = step {
        // Three slices of one length need no checks of bounds within the loop.
        let (a, b, o) = (&a[at[0]..][..n], &b[at[1]..][..n], &o[at[2]..][..n]);
        for ((a, b), o) in a.iter().zip(b).zip(o) {
            O::set(o, f(A::get(a), B::get(b), &mut flags));
        }
        return flags;
    }
    let mut here = [at[0] as isize, at[1] as isize, at[2] as isize];
    for _ in 0..n {
        let value = f(
            A::get(&a[here[0] as usize]),
            B::get(&b[here[1] as usize]),
            &mut flags,
        );
        O::set(&o[here[2] as usize], value);
        here[0] += step[0];
        here[1] += step[1];
        here[2] += step[2];
    }
    flags
}

/// Two inputs, two outputs of their kind.
#[inline(always)]
pub fn two_to_two<A: Element>(
    data: &[&Data],
    at: &[usize],
    step: &[isize],
    n: usize,
    f: impl Fn(A, A, &mut u8) -> (A, A),
) -> u8 {
    let [a, b, o, p] = [0, 1, 2, 3].map(|view| A::slots(data[view]));
    let mut flags = 0;
    for i in 0..n as isize {
        let here = |view: usize| (at[view] as isize + i * step[view]) as usize;
        let (first, second) = f(A::get(&a[here(0)]), A::get(&b[here(1)]), &mut flags);
        A::set(&o[here(2)], first);
        A::set(&p[here(3)], second);
    }
    flags
}

/// A [`Loop`] of one expression over two inputs.
macro_rules! binary {
    ($A:ty => $O:ty, |$a:ident, $b:ident, $flags:ident| $body:expr) => {
        Some($crate::loops::run::Loop::Plain(|data, at, step, n| {
            $crate::loops::run::two::<$A, $A, $O>(data, at, step, n, |$a, $b, $flags| $body)
        }))
    };
}
pub(super) use binary;

/// A [`Loop`] of one expression over one input.
macro_rules! unary {
    ($A:ty => $O:ty, |$a:ident| $body:expr) => {
        Some($crate::loops::run::Loop::Plain(|data, at, step, n| {
            $crate::loops::run::one::<$A, $O>(data, at, step, n, |$a, _flags| $body)
        }))
    };
}
pub(super) use unary;

/// The same loop for the type of each kind of number that is named.
macro_rules! by_kind {
    ($kind:expr, [$($name:ident $type:ty),*], $T:ident => $body:expr) => {
        match $kind {
            $($crate::kind::Kind::$name => { type $T = $type; $body })*
            _ => None,
        }
    };
    ($kind:expr, integers, $T:ident => $body:expr) => {
        by_kind!($kind, [I8 i8, I16 i16, I32 i32, I64 i64, U8 u8, U16 u16, U32 u32, U64 u64], $T => $body)
    };
    ($kind:expr, reals, $T:ident => $body:expr) => {
        by_kind!($kind, [I8 i8, I16 i16, I32 i32, I64 i64, U8 u8, U16 u16, U32 u32, U64 u64, F32 f32, F64 f64],
            $T => $body)
    };
    ($kind:expr, numbers, $T:ident => $body:expr) => {
        by_kind!($kind, [I8 i8, I16 i16, I32 i32, I64 i64, U8 u8, U16 u16, U32 u32, U64 u64, F32 f32, F64 f64,
            C128 num_complex::Complex64], $T => $body)
    };
}
pub(super) use by_kind;
