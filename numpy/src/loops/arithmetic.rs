//! `add` and its like, for all kinds of numbers.

use num_complex::Complex64;

use super::Op;
use super::complexes::divide_complex;
use super::run::{
    DIVIDE, INVALID, Loop, NEGATIVE_POWER, OVERFLOW, binary, by_kind, notice, two_to_two, unary,
};
use crate::data::Element;
use crate::kind::Kind;

/// Numbers as the loops compute with them: integers wrap around, and floats notice what goes wrong.
pub trait Number: Element + Copy {
    fn plus(self, other: Self, flags: &mut u8) -> Self;
    fn minus(self, other: Self, flags: &mut u8) -> Self;
    fn times(self, other: Self, flags: &mut u8) -> Self;
    fn to_the(self, other: Self, flags: &mut u8) -> Self;
    fn opposite(self) -> Self;
    fn zero() -> Self;
}

/// Numbers that are in an order, and are divided with a rest.
pub trait Real: Number + PartialOrd {
    fn quotient(self, other: Self, flags: &mut u8) -> (Self, Self);
    fn fmod(self, other: Self, flags: &mut u8) -> Self;
    fn size(self) -> Self;
    fn sign(self) -> Self;
}

macro_rules! integers {
    ($($type:ty, $size:expr, $signum:expr);*) => {$(
        impl Number for $type {
            #[inline(always)]
            fn plus(self, other: Self, _: &mut u8) -> Self { self.wrapping_add(other) }
            #[inline(always)]
            fn minus(self, other: Self, _: &mut u8) -> Self { self.wrapping_sub(other) }
            #[inline(always)]
            fn times(self, other: Self, _: &mut u8) -> Self { self.wrapping_mul(other) }
            #[allow(unused_comparisons, reason = "the same code for unsigned numbers")]
            fn to_the(self, other: Self, flags: &mut u8) -> Self {
                if other < 0 {
                    *flags |= NEGATIVE_POWER;
                    return 0;
                }
                let (mut base, mut exponent, mut result): (Self, Self, Self) = (self, other, 1);
                while exponent > 0 {
                    if exponent & 1 == 1 {
                        result = result.wrapping_mul(base);
                    }
                    exponent >>= 1;
                    base = base.wrapping_mul(base);
                }
                result
            }
            fn opposite(self) -> Self { self.wrapping_neg() }
            fn zero() -> Self { 0 }
        }

        impl Real for $type {
            #[allow(unused_comparisons, reason = "the same code for unsigned numbers")]
            fn quotient(self, other: Self, flags: &mut u8) -> (Self, Self) {
                if other == 0 {
                    *flags |= DIVIDE;
                    return (0, 0);
                }
                let (quotient, rest) = (self.wrapping_div(other), self.wrapping_rem(other));
                if rest != 0 && ((rest < 0) != (other < 0)) {
                    (quotient.wrapping_sub(1), rest.wrapping_add(other))
                } else {
                    (quotient, rest)
                }
            }
            fn fmod(self, other: Self, flags: &mut u8) -> Self {
                if other == 0 {
                    *flags |= DIVIDE;
                    return 0;
                }
                self.wrapping_rem(other)
            }
            fn size(self) -> Self { $size(self) }
            fn sign(self) -> Self { $signum(self) }
        }
    )*};
}

integers!(
    i8, i8::wrapping_abs, i8::signum; i16, i16::wrapping_abs, i16::signum;
    i32, i32::wrapping_abs, i32::signum; i64, i64::wrapping_abs, i64::signum;
    u8, |n| n, |n: u8| n.min(1); u16, |n| n, |n: u16| n.min(1);
    u32, |n| n, |n: u32| n.min(1); u64, |n| n, |n: u64| n.min(1)
);

macro_rules! floats {
    ($($type:ident),*) => {$(
        impl Number for $type {
            #[inline(always)]
            fn plus(self, other: Self, flags: &mut u8) -> Self {
                let sum = self + other;
                notice(sum as f64, self as f64, other as f64, flags);
                sum
            }
            #[inline(always)]
            fn minus(self, other: Self, flags: &mut u8) -> Self {
                let difference = self - other;
                notice(difference as f64, self as f64, other as f64, flags);
                difference
            }
            #[inline(always)]
            fn times(self, other: Self, flags: &mut u8) -> Self {
                let product = self * other;
                notice(product as f64, self as f64, other as f64, flags);
                product
            }
            fn to_the(self, other: Self, flags: &mut u8) -> Self {
                let power = if other == 2.0 { self * self } else { self.powf(other) };
                if !power.is_finite() {
                    if self == 0.0 && power.is_infinite() {
                        *flags |= if other.is_finite() { DIVIDE } else { 0 };
                    } else {
                        notice(power as f64, self as f64, other as f64, flags);
                    }
                }
                power
            }
            fn opposite(self) -> Self { -self }
            // The sum of no negative zeros is a zero of theirs.
            fn zero() -> Self { -0.0 }
        }

        impl Real for $type {
            fn quotient(self, other: Self, flags: &mut u8) -> (Self, Self) {
                if other == 0.0 {
                    let quotient = self / other;
                    *flags |= if quotient.is_nan() {
                        if self.is_nan() { 0 } else { INVALID }
                    } else {
                        DIVIDE | INVALID
                    };
                    return (quotient, $type::NAN);
                }
                let mut rest = self % other;
                if rest.is_nan() && !self.is_nan() && !other.is_nan() {
                    *flags |= INVALID;
                }
                let mut quotient = (self - rest) / other;
                if rest == 0.0 {
                    rest = $type::copysign(0.0, other);
                } else if (other < 0.0) != (rest < 0.0) {
                    rest += other;
                    quotient -= 1.0;
                }
                let whole = if quotient == 0.0 {
                    $type::copysign(0.0, self / other)
                } else {
                    let floor = quotient.floor();
                    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
                };
                (whole, rest)
            }
            fn fmod(self, other: Self, flags: &mut u8) -> Self {
                let rest = self % other;
                notice(rest as f64, self as f64, other as f64, flags);
                rest
            }
            fn size(self) -> Self { self.abs() }
            fn sign(self) -> Self {
                if self.is_nan() { self } else if self > 0.0 { 1.0 } else if self < 0.0 { -1.0 } else { 0.0 }
            }
        }
    )*};
}

floats!(f32, f64);

macro_rules! divided {
    ($type:ty) => {
        binary!($type => $type, |a, b, flags| {
            let quotient = a / b;
            if !quotient.is_finite() {
                if b == 0.0 && quotient.is_infinite() {
                    *flags |= if a.is_finite() { DIVIDE } else { 0 };
                } else {
                    notice(quotient as f64, a as f64, b as f64, flags);
                }
            }
            quotient
        })
    };
}

/// The sum of elements as NumPy forms it: in pairs of blocks, which loses fewer digits than one after the other.
pub fn pairwise<T: Number>(slots: &[T::Slot], at: isize, step: isize, n: usize) -> T {
    let mut ignored = 0;
    let get = |index: usize| T::get(&slots[(at + index as isize * step) as usize]);
    if n < 8 {
        return (0..n).fold(T::zero(), |sum, index| sum.plus(get(index), &mut ignored));
    }
    if n <= 128 {
        let mut sums: [T; 8] = std::array::from_fn(get);
        let whole = n - n % 8;
        for start in (8..whole).step_by(8) {
            for (lane, sum) in sums.iter_mut().enumerate() {
                *sum = sum.plus(get(start + lane), &mut ignored);
            }
        }
        let mut plus = |a: T, b: T| a.plus(b, &mut ignored);
        let [a, b, c, d, e, f, g, h] = sums;
        let (left, right) = ((plus(a, b), plus(c, d)), (plus(e, f), plus(g, h)));
        let (left, right) = (plus(left.0, left.1), plus(right.0, right.1));
        let sum = plus(left, right);
        return (whole..n).fold(sum, |sum, index| plus(sum, get(index)));
    }
    let half = n / 2 - n / 2 % 8;
    let left: T = pairwise(slots, at, step, half);
    left.plus(
        pairwise(slots, at + half as isize * step, step, n - half),
        &mut ignored,
    )
}

/// Adds up into one slot in pairs where a reduction of floats asks for it.
fn add<T: Number>() -> Loop
where
    f64: FromPart<T>,
{
    Loop::Plain(|data, at, step, n| {
        if step[0] == 0 && step[2] == 0 && at[0] == at[2] && n > 1 {
            let sum: T = pairwise(T::slots(data[1]), at[1] as isize, step[1], n);
            let slot = &T::slots(data[2])[at[2]];
            let mut flags = 0;
            let total = T::get(slot).plus(sum, &mut flags);
            if !f64::part(total).is_finite() {
                flags |= whys(T::slots(data[1]), at[1], step[1], n, total);
            }
            T::set(slot, total);
            return flags;
        }
        super::run::two::<T, T, T>(data, at, step, n, T::plus)
    })
}

/// A number of any kind as a float, to see whether it is finite.
trait FromPart<T> {
    fn part(value: T) -> f64;
}
impl FromPart<f32> for f64 {
    fn part(value: f32) -> f64 {
        f64::from(value)
    }
}
impl FromPart<f64> for f64 {
    fn part(value: f64) -> f64 {
        value
    }
}
impl FromPart<Complex64> for f64 {
    fn part(value: Complex64) -> f64 {
        value.re + value.im
    }
}

/// What went wrong in a sum that is not finite.
fn whys<T: Number>(slots: &[T::Slot], at: usize, step: isize, n: usize, total: T) -> u8
where
    f64: FromPart<T>,
{
    let (mut has_nan, mut has_infinity) = (false, false);
    for index in 0..n as isize {
        let value = f64::part(T::get(&slots[(at as isize + index * step) as usize]));
        has_nan |= value.is_nan();
        has_infinity |= value.is_infinite();
    }
    match (f64::part(total).is_nan(), has_nan, has_infinity) {
        (true, false, true) => INVALID,
        (_, false, false) => OVERFLOW,
        _ => 0,
    }
}

pub(super) fn find(op: Op, kind: Kind) -> Option<Loop> {
    match op {
        Op::Add => match kind {
            Kind::F32 => Some(add::<f32>()),
            Kind::F64 => Some(add::<f64>()),
            Kind::C128 => Some(add::<Complex64>()),
            Kind::Bool => binary!(bool => bool, |a, b, _flags| a | b),
            _ => by_kind!(kind, integers, T => binary!(T => T, |a, b, flags| a.plus(b, flags))),
        },
        Op::Multiply if kind == Kind::Bool => binary!(bool => bool, |a, b, _flags| a & b),
        Op::Subtract => {
            by_kind!(kind, numbers, T => binary!(T => T, |a, b, flags| a.minus(b, flags)))
        }
        Op::Multiply => {
            by_kind!(kind, numbers, T => binary!(T => T, |a, b, flags| a.times(b, flags)))
        }
        Op::Power | Op::FloatPower => {
            by_kind!(kind, numbers, T => binary!(T => T, |a, b, flags| a.to_the(b, flags)))
        }
        Op::Square => by_kind!(kind, numbers, T => unary!(T => T, |a| a.times(a, &mut 0))),
        Op::Divide => match kind {
            Kind::F32 => divided!(f32),
            Kind::F64 => divided!(f64),
            Kind::C128 => {
                binary!(Complex64 => Complex64, |a, b, flags| divide_complex(a, b, flags))
            }
            _ => None,
        },
        Op::FloorDivide => {
            by_kind!(kind, reals, T => binary!(T => T, |a, b, flags| {
                // The rest that is thrown away may be invalid where the quotient is not.
                let mut own = 0;
                let quotient = a.quotient(b, &mut own).0;
                *flags |= if own & DIVIDE != 0 { DIVIDE } else { own };
                quotient
            }))
        }
        Op::Remainder => match kind {
            Kind::F32 | Kind::F64 => {
                by_kind!(kind, [F32 f32, F64 f64], T => binary!(T => T, |a, b, flags| {
                    let mut own = 0;
                    let rest = a.quotient(b, &mut own).1;
                    *flags |= if own == 0 { 0 } else { INVALID };
                    rest
                }))
            }
            _ => {
                by_kind!(kind, integers, T => binary!(T => T, |a, b, flags| a.quotient(b, flags).1))
            }
        },
        Op::Divmod => by_kind!(kind, reals, T => Some(Loop::Plain(|data, at, step, n| {
            two_to_two::<T>(data, at, step, n, Real::quotient)
        }))),
        Op::Fmod => by_kind!(kind, reals, T => binary!(T => T, |a, b, flags| a.fmod(b, flags))),
        Op::Negative => by_kind!(kind, numbers, T => unary!(T => T, |a| a.opposite())),
        Op::Positive => by_kind!(kind, numbers, T => unary!(T => T, |a| a)),
        Op::Absolute if kind == Kind::Bool => unary!(bool => bool, |a| a),
        Op::Absolute => by_kind!(kind, reals, T => unary!(T => T, |a| a.size())),
        Op::Sign => by_kind!(kind, reals, T => unary!(T => T, |a| a.sign())),
        _ => None,
    }
}
