//! Names of runs and of checks.

/// Names one run within one frame. The page counts them up from 1.
pub type RunId = u32;

/// Names one check within one frame. The page counts them up from 1.
pub type CheckId = u32;
