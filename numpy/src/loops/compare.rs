//! Comparisons, extremes, truth.

use std::cmp::Ordering;
use std::rc::Rc;

use num_complex::Complex64;

use super::Op;
use super::run::{Loop, binary, by_kind, unary};
use crate::kind::Kind;

/// Numbers and texts that have an order. Complex numbers are ordered by their real parts first.
pub trait Ordered: Clone {
    /// `None` if one of them is not a number.
    fn order(&self, other: &Self) -> Option<Ordering>;
    fn is_nan(&self) -> bool {
        false
    }
}

macro_rules! ordered {
    ($($type:ty),*) => {$(
        impl Ordered for $type {
            #[inline(always)]
            fn order(&self, other: &Self) -> Option<Ordering> { self.partial_cmp(other) }
        }
    )*};
}
ordered!(bool, i8, i16, i32, i64, u8, u16, u32, u64, Rc<str>);

macro_rules! ordered_floats {
    ($($type:ty),*) => {$(
        impl Ordered for $type {
            #[inline(always)]
            fn order(&self, other: &Self) -> Option<Ordering> { self.partial_cmp(other) }
            #[inline(always)]
            fn is_nan(&self) -> bool { <$type>::is_nan(*self) }
        }
    )*};
}
ordered_floats!(f32, f64);

impl Ordered for Complex64 {
    fn order(&self, other: &Self) -> Option<Ordering> {
        match self.re.partial_cmp(&other.re)? {
            Ordering::Equal => self.im.partial_cmp(&other.im),
            unequal if !self.im.is_nan() && !other.im.is_nan() => Some(unequal),
            _ => None,
        }
    }
    fn is_nan(&self) -> bool {
        self.re.is_nan() || self.im.is_nan()
    }
}

macro_rules! ordered_kinds {
    ($kind:expr, $T:ident => $body:expr) => {
        match $kind {
            Kind::Str(_) => {
                type $T = Rc<str>;
                $body
            }
            kind => by_kind!(kind, [Bool bool, I8 i8, I16 i16, I32 i32, I64 i64, U8 u8, U16 u16, U32 u32, U64 u64,
                F32 f32, F64 f64, C128 Complex64], $T => $body),
        }
    };
}

pub(super) fn find(op: Op, kind: Kind) -> Option<Loop> {
    match op {
        Op::Equal => ordered_kinds!(kind, T => binary!(T => bool, |a, b, _flags| a == b)),
        Op::NotEqual => ordered_kinds!(kind, T => binary!(T => bool, |a, b, _flags| a != b)),
        Op::Less => {
            ordered_kinds!(kind, T => binary!(T => bool, |a, b, _flags| a.order(&b) == Some(Ordering::Less)))
        }
        Op::LessEqual => ordered_kinds!(kind, T => binary!(T => bool, |a, b, _flags| {
            matches!(a.order(&b), Some(Ordering::Less | Ordering::Equal))
        })),
        Op::Greater => {
            ordered_kinds!(kind, T => binary!(T => bool, |a, b, _flags| a.order(&b) == Some(Ordering::Greater)))
        }
        Op::GreaterEqual => ordered_kinds!(kind, T => binary!(T => bool, |a, b, _flags| {
            matches!(a.order(&b), Some(Ordering::Greater | Ordering::Equal))
        })),
        Op::Maximum => ordered_kinds!(kind, T => binary!(T => T, |a, b, _flags| {
            if a.is_nan() || matches!(a.order(&b), Some(Ordering::Greater | Ordering::Equal)) { a } else { b }
        })),
        Op::Minimum => ordered_kinds!(kind, T => binary!(T => T, |a, b, _flags| {
            if a.is_nan() || matches!(a.order(&b), Some(Ordering::Less | Ordering::Equal)) { a } else { b }
        })),
        Op::Fmax => ordered_kinds!(kind, T => binary!(T => T, |a, b, _flags| {
            if b.is_nan() || matches!(a.order(&b), Some(Ordering::Greater | Ordering::Equal)) { a } else { b }
        })),
        Op::Fmin => ordered_kinds!(kind, T => binary!(T => T, |a, b, _flags| {
            if b.is_nan() || matches!(a.order(&b), Some(Ordering::Less | Ordering::Equal)) { a } else { b }
        })),
        // What these get has been made true or false before.
        Op::LogicalAnd if kind == Kind::Bool => binary!(bool => bool, |a, b, _flags| a & b),
        Op::LogicalOr if kind == Kind::Bool => binary!(bool => bool, |a, b, _flags| a | b),
        Op::LogicalXor if kind == Kind::Bool => binary!(bool => bool, |a, b, _flags| a ^ b),
        Op::LogicalNot if kind == Kind::Bool => unary!(bool => bool, |a| !a),
        _ => None,
    }
}
