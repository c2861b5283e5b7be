//! Random numbers, linear algebra, Fourier transforms.

mod counts;
pub mod fourier;
pub mod linear;
mod precise;
pub mod random;
