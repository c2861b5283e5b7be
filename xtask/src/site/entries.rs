//! The modules that programs import from the npm package.

/// What programs import, by the end of its address.
pub const ENTRIES: [&str; 3] = ["garter", "scripts", "snippet"];
