//! Whatever nests in its own kind, native code that recurses into it raises a `RecursionError`, and dropping it needs
//! no recursion. `tests/browser/endings.rs` runs the same program where the stack is much smaller.

use std::thread;

use garter::embedder;
use garter::protocol::Status;

use crate::support::{self, Interpreter};

#[test]
fn native_recursion_of_every_kind_can_be_caught() {
    let thread = thread::Builder::new().stack_size(256 << 20).spawn(|| {
        // Some thousand levels of most kinds.
        embedder::set_native_stack(4 << 20);
        Interpreter::new().run(&support::program(include_str!("native_depth.py")))
    });
    let run = thread.expect("a thread").join().expect("no overflow");
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
    assert_eq!(run.stdout, "tried 460 raised True\n");
}
