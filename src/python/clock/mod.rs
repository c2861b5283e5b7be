//! Time, and what happens in it.
//!
//! | file | idea |
//! |---|---|
//! | `time`, `civil` | the `time` module; calendar dates |
//! | [`watch`] | the time budget: what counts as running, and what does not |
//! | `before_wait` | shows an open picture before the program waits |
//! | [`signal`] | interruptions: Stop, the end of the budget |

pub(super) mod before_wait;
pub(super) mod civil;
pub mod signal;
pub(super) mod time;
pub mod watch;
