//! The controller in the sandbox frame.
