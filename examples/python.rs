//! Runs a Python program natively in Garter's interpreter: the quickest way to try a change.
//!
//!     cargo run --example python -- program.py <stdin

#[path = "../tests/support/mod.rs"]
mod support;

use std::io::Read;

fn main() {
    let path = std::env::args().nth(1).expect("usage: python PROGRAM");
    let mut program = support::program(&std::fs::read_to_string(path).expect("a program"));
    std::io::stdin()
        .read_to_string(&mut program.stdin)
        .expect("text");
    let run = support::run(program);
    print!("{}", run.stdout);
    eprint!("{}", run.stderr);
    eprintln!("{:?}", run.outcome);
}
