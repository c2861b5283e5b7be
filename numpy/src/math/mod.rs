//! Random numbers, linear algebra, Fourier transforms.

mod counts;
pub mod eigen;
pub mod fourier;
mod layers;
pub mod linear;
mod precise;
pub mod random;
pub mod source;
