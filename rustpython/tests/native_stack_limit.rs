use std::thread;

use garter::embedder;
use garter::protocol::Status;

use crate::support::{self, Interpreter};

/// How deep lists may be nested that are shown, to a power of two, on this much of a thread's stack.
fn deepest(bytes: usize) -> u32 {
    const SOURCE: &str = "
nested, depth = [], 1
while True:
    for _ in range(depth):
        nested = [nested]
    depth *= 2
    try:
        repr(nested)
    except RecursionError:
        break
print(depth)
";
    let thread = thread::Builder::new().stack_size(256 << 20).spawn(move || {
        embedder::set_native_stack(bytes);
        Interpreter::new().run(&support::program(SOURCE))
    });
    let run = thread.expect("a thread").join().expect("no overflow");
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
    run.stdout.trim().parse().expect("a number")
}

#[test]
fn recursion_ends_where_the_embedder_says() {
    let (small, large) = (deepest(8 << 20), deepest(64 << 20));
    assert!(small * 4 <= large, "{small} {large}");
}
