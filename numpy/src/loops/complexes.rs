//! Functions of complex numbers.

use num_complex::Complex64;

use super::Op;
use super::arithmetic::Number;
use super::run::{DIVIDE, INVALID, Loop, OVERFLOW, unary};
use crate::kind::Kind;

fn notice_complex(y: Complex64, a: Complex64, b: Complex64, flags: &mut u8) {
    if !y.is_finite() && a.is_finite() && b.is_finite() {
        *flags |= if y.is_nan() { INVALID } else { OVERFLOW };
    }
}

impl Number for Complex64 {
    #[inline(always)]
    fn plus(self, other: Self, flags: &mut u8) -> Self {
        let sum = self + other;
        notice_complex(sum, self, other, flags);
        sum
    }
    fn minus(self, other: Self, flags: &mut u8) -> Self {
        let difference = self - other;
        notice_complex(difference, self, other, flags);
        difference
    }
    fn times(self, other: Self, flags: &mut u8) -> Self {
        let product = self * other;
        notice_complex(product, self, other, flags);
        product
    }
    fn to_the(self, other: Self, flags: &mut u8) -> Self {
        if other == Self::new(0.0, 0.0) {
            return Self::new(1.0, 0.0);
        }
        if self == Self::new(0.0, 0.0) {
            if other.re > 0.0 && other.im == 0.0 {
                return self;
            }
            *flags |= INVALID;
            return Self::new(f64::NAN, f64::NAN);
        }
        if other.im == 0.0 && other.re.fract() == 0.0 && other.re.abs() < 100.0 {
            return self.powi(other.re as i32);
        }
        self.powc(other)
    }
    fn opposite(self) -> Self {
        -self
    }
    fn zero() -> Self {
        Self::new(-0.0, -0.0)
    }
}

/// A quotient of complex numbers that does not overflow on its way (Smith's method, as NumPy has it).
pub fn divide_complex(a: Complex64, b: Complex64, flags: &mut u8) -> Complex64 {
    let (re, im) = (b.re.abs(), b.im.abs());
    if re >= im {
        if re == 0.0 && im == 0.0 {
            *flags |= if a.re == 0.0 && a.im == 0.0 {
                INVALID
            } else {
                DIVIDE | INVALID
            };
            return Complex64::new(a.re / re, a.im / re);
        }
        let ratio = b.im / b.re;
        let scale = 1.0 / (b.re + b.im * ratio);
        Complex64::new((a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale)
    } else {
        let ratio = b.re / b.im;
        let scale = 1.0 / (b.im + b.re * ratio);
        Complex64::new((a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale)
    }
}

/// The square root that loses nothing where the parts nearly cancel.
fn root(z: Complex64) -> Complex64 {
    if z.re == 0.0 && z.im == 0.0 {
        return Complex64::new(0.0, z.im);
    }
    if !z.is_finite() {
        return z.sqrt();
    }
    let size = f64::midpoint(z.re.abs(), z.re.hypot(z.im)).sqrt();
    if z.re >= 0.0 {
        Complex64::new(size, z.im / (2.0 * size))
    } else {
        Complex64::new(z.im.abs() / (2.0 * size), size.copysign(z.im))
    }
}

fn function(op: Op) -> Option<fn(Complex64) -> Complex64> {
    Some(match op {
        Op::Sqrt => root,
        Op::Exp => |z| z.exp(),
        Op::Exp2 => |z| (z * std::f64::consts::LN_2).exp(),
        Op::Expm1 => |z| z.exp() - 1.0,
        Op::Log => |z| z.ln(),
        Op::Log2 => |z| z.ln() / std::f64::consts::LN_2,
        Op::Log10 => |z| z.ln() / std::f64::consts::LN_10,
        Op::Log1p => |z| (z + 1.0).ln(),
        Op::Sin => |z| z.sin(),
        Op::Cos => |z| z.cos(),
        Op::Tan => |z| z.tan(),
        Op::Arcsin => |z| z.asin(),
        Op::Arccos => |z| z.acos(),
        Op::Arctan => |z| z.atan(),
        Op::Sinh => |z| z.sinh(),
        Op::Cosh => |z| z.cosh(),
        Op::Tanh => |z| z.tanh(),
        Op::Arcsinh => |z| z.asinh(),
        Op::Arccosh => |z| z.acosh(),
        Op::Arctanh => |z| z.atanh(),
        Op::Reciprocal => |z| divide_complex(Complex64::new(1.0, 0.0), z, &mut 0),
        Op::Conjugate => |z| z.conj(),
        Op::Rint => |z| Complex64::new(z.re.round_ties_even(), z.im.round_ties_even()),
        Op::Sign => |z| {
            let size = z.norm();
            if size == 0.0 {
                Complex64::new(0.0, 0.0)
            } else {
                z / size
            }
        },
        _ => return None,
    })
}

pub(super) fn find(op: Op, kind: Kind) -> Option<Loop> {
    if kind != Kind::C128 {
        return None;
    }
    if let Some(f) = function(op) {
        return Some(Loop::Complex(f));
    }
    match op {
        Op::Absolute => unary!(Complex64 => f64, |z| z.re.hypot(z.im)),
        Op::Isnan => unary!(Complex64 => bool, |z| z.is_nan()),
        Op::Isinf => unary!(Complex64 => bool, |z| z.is_infinite()),
        Op::Isfinite => unary!(Complex64 => bool, |z| z.is_finite()),
        _ => None,
    }
}
