//! Time, and what happens in it.
//!
//! | file | idea |
//! |---|---|
//! | `time`, `civil` | the `time` module; calendar dates |
//! | [`watch`] | the time budget: what counts as running, and what does not |
//! | [`signal`] | interruptions: Stop, the end of the budget |

pub(super) mod civil;
pub mod signal;
pub(super) mod time;
pub mod watch;
