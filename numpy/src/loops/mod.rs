//! The inner loops of universal functions, and which of them there are for which kind.
//!
//! | file | idea |
//! |---|---|
//! | `run` | a loop over slots, and what it notices of floating point |
//! | `arithmetic` | `add` and its like, for all kinds of numbers |
//! | `integers` | bits, shifts, common divisors |
//! | `compare` | comparisons, extremes, truth |
//! | `reals` | functions of real numbers |
//! | `complexes` | functions of complex numbers |
//! | `objects` | the operators of Python objects |

pub mod arithmetic;
pub mod compare;
mod complexes;
mod integers;
pub mod objects;
mod reals;
pub mod run;

use run::Loop;

use crate::kind::Kind;

macro_rules! ops {
    ($($op:ident $name:literal $inputs:literal $outputs:literal),* $(,)?) => {
        /// A universal function.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Op { $($op),* }

        impl Op {
            /// All of them.
            pub const ALL: &'static [Op] = &[$(Op::$op),*];

            pub fn name(self) -> &'static str {
                match self { $(Op::$op => $name),* }
            }

            /// How many inputs and outputs it has.
            pub fn arity(self) -> (usize, usize) {
                match self { $(Op::$op => ($inputs, $outputs)),* }
            }
        }
    };
}

ops! {
    Add "add" 2 1, Subtract "subtract" 2 1, Multiply "multiply" 2 1, Divide "divide" 2 1,
    FloorDivide "floor_divide" 2 1, Remainder "remainder" 2 1, Fmod "fmod" 2 1, Power "power" 2 1,
    FloatPower "float_power" 2 1, Divmod "divmod" 2 2,
    Maximum "maximum" 2 1, Minimum "minimum" 2 1, Fmax "fmax" 2 1, Fmin "fmin" 2 1,
    Equal "equal" 2 1, NotEqual "not_equal" 2 1, Less "less" 2 1, LessEqual "less_equal" 2 1,
    Greater "greater" 2 1, GreaterEqual "greater_equal" 2 1,
    LogicalAnd "logical_and" 2 1, LogicalOr "logical_or" 2 1, LogicalXor "logical_xor" 2 1,
    LogicalNot "logical_not" 1 1,
    BitwiseAnd "bitwise_and" 2 1, BitwiseOr "bitwise_or" 2 1, BitwiseXor "bitwise_xor" 2 1,
    Invert "invert" 1 1, LeftShift "left_shift" 2 1, RightShift "right_shift" 2 1,
    BitwiseCount "bitwise_count" 1 1,
    Arctan2 "arctan2" 2 1, Hypot "hypot" 2 1, Logaddexp "logaddexp" 2 1, Logaddexp2 "logaddexp2" 2 1,
    Copysign "copysign" 2 1, Nextafter "nextafter" 2 1, Heaviside "heaviside" 2 1, Ldexp "ldexp" 2 1,
    Gcd "gcd" 2 1, Lcm "lcm" 2 1,
    Negative "negative" 1 1, Positive "positive" 1 1, Absolute "absolute" 1 1, Fabs "fabs" 1 1,
    Sign "sign" 1 1, Square "square" 1 1, Reciprocal "reciprocal" 1 1, Conjugate "conjugate" 1 1,
    Sqrt "sqrt" 1 1, Cbrt "cbrt" 1 1, Exp "exp" 1 1, Exp2 "exp2" 1 1, Expm1 "expm1" 1 1,
    Log "log" 1 1, Log2 "log2" 1 1, Log10 "log10" 1 1, Log1p "log1p" 1 1,
    Sin "sin" 1 1, Cos "cos" 1 1, Tan "tan" 1 1, Arcsin "arcsin" 1 1, Arccos "arccos" 1 1,
    Arctan "arctan" 1 1, Sinh "sinh" 1 1, Cosh "cosh" 1 1, Tanh "tanh" 1 1,
    Arcsinh "arcsinh" 1 1, Arccosh "arccosh" 1 1, Arctanh "arctanh" 1 1,
    Degrees "degrees" 1 1, Radians "radians" 1 1, Rad2deg "rad2deg" 1 1, Deg2rad "deg2rad" 1 1,
    Floor "floor" 1 1, Ceil "ceil" 1 1, Trunc "trunc" 1 1, Rint "rint" 1 1,
    Isnan "isnan" 1 1, Isinf "isinf" 1 1, Isfinite "isfinite" 1 1, Signbit "signbit" 1 1,
    Spacing "spacing" 1 1, Modf "modf" 1 2, Frexp "frexp" 1 2,
}

/// The loop of a function over inputs of one kind, if it has one.
pub fn find(op: Op, kind: Kind) -> Option<Loop> {
    arithmetic::find(op, kind)
        .or_else(|| compare::find(op, kind))
        .or_else(|| integers::find(op, kind))
        .or_else(|| reals::find(op, kind))
        .or_else(|| complexes::find(op, kind))
}
