//! Garter's build tool.
fn main() {}
