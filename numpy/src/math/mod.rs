//! Random numbers, linear algebra, Fourier transforms.

mod counts;
pub mod fourier;
pub mod linear;
pub mod random;
