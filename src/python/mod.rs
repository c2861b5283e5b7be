//! The interpreter, free of the browser.

pub mod pack;
