//! What a developer of Garter runs: the server, the tests, the benchmarks.

pub mod bench;
mod browser;
pub mod scripts;
pub mod serve;
pub mod test;
mod throttle;
mod wire;
