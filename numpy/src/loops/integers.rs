//! Bits, shifts, common divisors.

use num_traits::ToPrimitive;

use super::Op;
use super::arithmetic::Real;
use super::run::{Loop, binary, by_kind, unary};
use crate::kind::Kind;

fn divisor<T: Real + PartialEq>(a: T, b: T) -> T {
    let (mut a, mut b) = (a.size(), b.size());
    while b != T::zero() {
        (a, b) = (b, a.fmod(b, &mut 0));
    }
    a.size()
}

fn multiple<T: Real + PartialEq>(a: T, b: T) -> T {
    let common = divisor(a, b);
    if common == T::zero() {
        return T::zero();
    }
    a.quotient(common, &mut 0).0.times(b, &mut 0).size()
}

pub(super) fn find(op: Op, kind: Kind) -> Option<Loop> {
    if kind == Kind::Bool {
        return match op {
            Op::BitwiseAnd => binary!(bool => bool, |a, b, _flags| a & b),
            Op::BitwiseOr => binary!(bool => bool, |a, b, _flags| a | b),
            Op::BitwiseXor => binary!(bool => bool, |a, b, _flags| a ^ b),
            Op::Invert => unary!(bool => bool, |a| !a),
            _ => None,
        };
    }
    match op {
        Op::BitwiseAnd => by_kind!(kind, integers, T => binary!(T => T, |a, b, _flags| a & b)),
        Op::BitwiseOr => by_kind!(kind, integers, T => binary!(T => T, |a, b, _flags| a | b)),
        Op::BitwiseXor => by_kind!(kind, integers, T => binary!(T => T, |a, b, _flags| a ^ b)),
        Op::Invert => by_kind!(kind, integers, T => unary!(T => T, |a| !a)),
        // A shift by more bits than there are leaves nothing but the sign.
        Op::LeftShift => by_kind!(kind, integers, T => binary!(T => T, |a, b, _flags| {
            b.to_u32().and_then(|bits| a.checked_shl(bits)).unwrap_or(0)
        })),
        Op::RightShift => by_kind!(kind, integers, T => binary!(T => T, |a, b, _flags| {
            b.to_u32().and_then(|bits| a.checked_shr(bits)).unwrap_or(if T::MIN == 0 { 0 } else { a >> (T::BITS - 1) })
        })),
        Op::BitwiseCount => {
            by_kind!(kind, integers, T => unary!(T => u8, |a| Real::size(a).count_ones() as u8))
        }
        Op::Gcd => by_kind!(kind, integers, T => binary!(T => T, |a, b, _flags| divisor(a, b))),
        Op::Lcm => by_kind!(kind, integers, T => binary!(T => T, |a, b, _flags| multiple(a, b))),
        _ => None,
    }
}
