//! Runs a Python program natively in Garter's interpreter: the quickest way to try a change.
//!
//!     ./garter cargo run --example python -- program.py <stdin
//!     ./garter cargo run --example python -- program.py wheels/*.whl
//!     ./garter cargo run --example python -- --console <code

#[path = "../tests/support/mod.rs"]
mod support;

use std::io::Read;

fn main() {
    let argument = std::env::args()
        .nth(1)
        .expect("usage: python PROGRAM [WHEELS] | --console");
    let packages = std::env::args().skip(2).map(support::wheel).collect();
    let mut program = if argument == "--console" {
        let mut console = support::program("");
        console.console = true;
        console
    } else {
        support::program(&std::fs::read_to_string(argument).expect("a program"))
    };
    program.packages = packages;
    std::io::stdin()
        .read_to_string(&mut program.stdin)
        .expect("text");
    let run = support::run(program);
    print!("{}", run.stdout);
    eprint!("{}", run.stderr);
    eprintln!("{:?}", run.outcome);
}
