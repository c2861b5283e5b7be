//! Functions of real numbers.

use super::Op;
use super::run::{Loop, binary, by_kind, one_to_two, two, unary};
use crate::kind::Kind;

/// The next double after `a` towards `b`.
fn next_after(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else if a == b {
        b
    } else if b > a {
        a.next_up()
    } else {
        a.next_down()
    }
}

fn next_after_32(a: f32, b: f32) -> f32 {
    if a.is_nan() || b.is_nan() {
        f32::NAN
    } else if a == b {
        b
    } else if b > a {
        a.next_up()
    } else {
        a.next_down()
    }
}

fn log_add(a: f64, b: f64) -> f64 {
    if a == b {
        return a + std::f64::consts::LN_2;
    }
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else {
        high + (low - high).exp().ln_1p()
    }
}

fn log_add_2(a: f64, b: f64) -> f64 {
    if a == b {
        return a + 1.0;
    }
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else {
        high + (low - high).exp2().ln_1p() * std::f64::consts::LOG2_E
    }
}

/// A mantissa between a half and one, and the exponent of two.
pub fn parts(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (x, more) = if x.abs() < f64::MIN_POSITIVE {
        (x * 2_f64.powi(64), -64)
    } else {
        (x, 0)
    };
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32 - 1022;
    (
        f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52)),
        exponent + more,
    )
}

fn scaled(x: f64, exponent: i64) -> f64 {
    let mut left = exponent.clamp(-2200, 2200) as i32;
    let mut x = x;
    while left != 0 {
        let step = left.clamp(-1000, 1000);
        x *= 2_f64.powi(step);
        left -= step;
    }
    x
}

fn real(op: Op) -> Option<fn(f64) -> f64> {
    Some(match op {
        Op::Fabs => f64::abs,
        Op::Sqrt => f64::sqrt,
        Op::Cbrt => f64::cbrt,
        Op::Reciprocal => f64::recip,
        Op::Exp => f64::exp,
        Op::Exp2 => f64::exp2,
        Op::Expm1 => f64::exp_m1,
        Op::Log => f64::ln,
        Op::Log2 => f64::log2,
        Op::Log10 => f64::log10,
        Op::Log1p => f64::ln_1p,
        Op::Sin => f64::sin,
        Op::Cos => f64::cos,
        Op::Tan => f64::tan,
        Op::Arcsin => f64::asin,
        Op::Arccos => f64::acos,
        Op::Arctan => f64::atan,
        Op::Sinh => f64::sinh,
        Op::Cosh => f64::cosh,
        Op::Tanh => f64::tanh,
        Op::Arcsinh => f64::asinh,
        Op::Arccosh => f64::acosh,
        Op::Arctanh => f64::atanh,
        Op::Degrees | Op::Rad2deg => |x| x * (180.0 / std::f64::consts::PI),
        Op::Radians | Op::Deg2rad => |x| x * (std::f64::consts::PI / 180.0),
        Op::Floor => f64::floor,
        Op::Ceil => f64::ceil,
        Op::Trunc => f64::trunc,
        Op::Rint => f64::round_ties_even,
        Op::Conjugate => |x| x,
        _ => return None,
    })
}

fn reals(op: Op) -> Option<fn(f64, f64) -> f64> {
    Some(match op {
        Op::Arctan2 => f64::atan2,
        Op::Hypot => f64::hypot,
        Op::Logaddexp => log_add,
        Op::Logaddexp2 => log_add_2,
        Op::Copysign => f64::copysign,
        Op::Heaviside => |x, at_zero| {
            if x.is_nan() {
                x
            } else if x == 0.0 {
                at_zero
            } else {
                f64::from(u8::from(x > 0.0))
            }
        },
        _ => return None,
    })
}

pub(super) fn find(op: Op, kind: Kind) -> Option<Loop> {
    if let Kind::F32 | Kind::F64 = kind {
        let is_single = kind == Kind::F32;
        if let Some(f) = real(op) {
            return Some(if is_single {
                Loop::Real32(f)
            } else {
                Loop::Real(f)
            });
        }
        if let Some(f) = reals(op) {
            return Some(if is_single {
                Loop::Reals32(f)
            } else {
                Loop::Reals(f)
            });
        }
    }
    match op {
        Op::Conjugate => by_kind!(kind, integers, T => unary!(T => T, |a| a)),
        Op::Floor | Op::Ceil | Op::Trunc if kind == Kind::Bool => unary!(bool => bool, |a| a),
        Op::Floor | Op::Ceil | Op::Trunc => by_kind!(kind, integers, T => unary!(T => T, |a| a)),
        Op::Reciprocal => {
            by_kind!(kind, integers, T => unary!(T => T, |a| (1 as T).checked_div(a).unwrap_or(0)))
        }
        Op::Isnan => by_kind!(kind, [F32 f32, F64 f64], T => unary!(T => bool, |a| a.is_nan())),
        Op::Isinf => {
            by_kind!(kind, [F32 f32, F64 f64], T => unary!(T => bool, |a| a.is_infinite()))
        }
        Op::Isfinite => {
            by_kind!(kind, [F32 f32, F64 f64], T => unary!(T => bool, |a| a.is_finite()))
        }
        Op::Signbit => {
            by_kind!(kind, [F32 f32, F64 f64], T => unary!(T => bool, |a| a.is_sign_negative()))
        }
        Op::Spacing => match kind {
            Kind::F32 => unary!(f32 => f32, |a| next_after_32(a, a.signum() * f32::INFINITY) - a),
            Kind::F64 => unary!(f64 => f64, |a| next_after(a, a.signum() * f64::INFINITY) - a),
            _ => None,
        },
        Op::Nextafter => match kind {
            Kind::F32 => binary!(f32 => f32, |a, b, _flags| next_after_32(a, b)),
            Kind::F64 => binary!(f64 => f64, |a, b, _flags| next_after(a, b)),
            _ => None,
        },
        // The exponents have a kind of their own.
        Op::Ldexp => match kind {
            Kind::F32 => Some(Loop::Plain(|data, at, step, n| {
                two::<f32, i64, f32>(data, at, step, n, |x, e, _flags| {
                    scaled(f64::from(x), e) as f32
                })
            })),
            Kind::F64 => Some(Loop::Plain(|data, at, step, n| {
                two::<f64, i64, f64>(data, at, step, n, |x, e, _flags| scaled(x, e))
            })),
            _ => None,
        },
        Op::Modf => by_kind!(kind, [F32 f32, F64 f64], T => Some(Loop::Plain(|data, at, step, n| {
            one_to_two::<T, T, T>(data, at, step, n, |x| {
                let whole = x.trunc();
                (if x.is_infinite() { (0.0 as T).copysign(x) } else { (x - whole).copysign(x) }, whole)
            })
        }))),
        Op::Frexp => match kind {
            Kind::F32 => Some(Loop::Plain(|data, at, step, n| {
                one_to_two::<f32, f32, i32>(data, at, step, n, |x| {
                    let (mantissa, exponent) = parts(f64::from(x));
                    (mantissa as f32, exponent)
                })
            })),
            Kind::F64 => Some(Loop::Plain(|data, at, step, n| {
                one_to_two::<f64, f64, i32>(data, at, step, n, parts)
            })),
            _ => None,
        },
        _ => None,
    }
}
