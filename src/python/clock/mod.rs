//! Time, and what happens in it.
//!
//! | file | idea |
//! |---|---|
//! | `time`, `civil` | the `time` module; calendar dates |
//! | [`stopwatch`] | the time budget: which time counts as running |
//! | `before_wait` | shows an open picture before the program waits |
//! | [`signal`] | interruptions: Stop, the end of the budget |

pub(super) mod before_wait;
pub(super) mod civil;
pub mod signal;
pub mod stopwatch;
pub(super) mod time;
