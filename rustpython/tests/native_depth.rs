//! Whatever nests in its own kind, native code that recurses into it ends or raises a `RecursionError`, and dropping it
//! needs no recursion.

use crate::printed;

#[test]
fn native_recursion_of_every_kind_can_be_caught() {
    let printed = printed(include_str!("native_depth.py"));
    assert_eq!(printed, "tried 460 raised True\n");
}
