//! The native half of Garter's numpy: arrays, universal functions, random numbers, linear algebra. The other half is
//! written in Python and lies in `numpy/python`.
//!
//! | file | idea |
//! |---|---|
//! | `kind` | what elements are, and how two kinds meet |
//! | `data`, `arr` | memory, and views of it |
//! | `walk` | going through several views together, and giving the surroundings their turn |
//! | `cast`, `from_python`, `operand` | values of other kinds, and of Python |
//! | `index` | indices |
//! | `loops`, `ufunc`, `reduce` | universal functions: their inner loops, calls, reductions |
//! | `sorting`, `product` | what is no universal function |
//! | `math` | random numbers, linear algebra, Fourier transforms |
//! | `array`, `scalar`, `dtype`, `function` | the classes that Python sees |
//! | `operators` | `+` and its like |
//! | `registry` | what the Python half tells this one |

#![allow(
    missing_docs,
    reason = "nothing of this crate but its module is seen outside of it"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::cast_lossless,
    reason = "numbers of all kinds become numbers of all kinds here, as NumPy does it"
)]
#![allow(
    clippy::float_cmp,
    clippy::many_single_char_names,
    clippy::similar_names,
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    clippy::unnecessary_wraps,
    clippy::inline_always,
    clippy::too_many_lines,
    reason = "formulas read best as they are written in books"
)]

mod arr;
mod array;
mod cast;
mod data;
mod dtype;
mod from_python;
mod function;
mod index;
mod kind;
mod loops;
mod math;
mod module;
mod operand;
mod operators;
mod product;
mod reduce;
mod registry;
mod scalar;
mod sorting;
mod ufunc;
mod walk;

pub use module::module_def;
pub use registry::forget;
pub use walk::{Turn, set_turn};
