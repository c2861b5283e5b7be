use garter::protocol::Status;
use garter::python::accelerator::Mode;
use rustpython_vm::accelerator;

use crate::support;

/// What a program prints with all loops compiled, and how often compiled loops were entered and refused.
fn compiled(source: &'static str) -> (String, u32, u32) {
    support::within(move |interpreter| {
        support::engine::start(Mode::Eager);
        let mut program = support::program(source);
        // Its units are there afterwards, to be counted.
        program.keep = true;
        let run = interpreter.run(&program);
        assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
        let counts = accelerator::statistics();
        let sum = |which: usize| counts.iter().map(|counts| counts[which]).sum();
        (run.stdout, sum(0), sum(1))
    })
}

#[test]
fn a_loop_is_compiled_and_goes_on_where_it_was() {
    let source = "\
def total(n):
    total = 0
    for i in range(n):
        total += i * i
    return total
print(total(1000), [total(3) for turn in range(3)])";
    let (printed, entered, _) = compiled(source);
    assert_eq!(printed, "332833500 [5, 5, 5]\n");
    assert!(entered > 0);
}

#[test]
fn a_loop_that_was_compiled_for_other_types_is_left_to_the_interpreter() {
    let source = "\
def total(values):
    total = values[0]
    for i in range(1, len(values)):
        total += values[i]
    return total
print(total([1, 2, 3, 4]), total([0.5] * 4), total('abcd'), total([2**70] * 3))";
    let (printed, _, refused) = compiled(source);
    assert_eq!(printed, "10 2.0 abcd 3541774862152233910272\n");
    assert!(refused > 0);
}

#[test]
fn a_copy_of_code_is_not_taken_for_the_code_that_was_compiled() {
    let source = "\
def total(n):
    total = 0
    for i in range(n):
        total += 1000
    return total
print(total(50))
constants = tuple(7 if c == 1000 else c for c in total.__code__.co_consts)
total.__code__ = total.__code__.replace(co_consts=constants)
print(total(50))";
    let (printed, _, _) = compiled(source);
    assert_eq!(printed, "50000\n350\n");
}
