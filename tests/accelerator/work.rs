//! Work is counted as it would be without the accelerator: budgets, Stop and threads that take turns depend on it.

use std::cell::Cell;

use garter::options::deterministic::Deterministic;
use garter::protocol::Program;
use garter::python::accelerator::Mode;

use crate::support;

/// Loops of each kind.
const PROGRAMS: [&str; 3] = [
    "def f():\n    s = 0\n    for i in range(2000):\n        k = i % 4\n        while k:\n            s += k\n            k -= 1\n        while s > 99:\n            s -= 7\n    return s\nprint(f())",
    "def f(a):\n    s = 0\n    for x in a:\n        s += x\n        if x % 3 == 0: continue\n        if x == 1900: break\n    return s\nprint(f(list(range(2000))))",
    "t = 0\nfor i in range(1500):\n    t += (i ** 2) % 5\n    t ^= i\nprint(t)",
];

thread_local! {
    static SLICES: Cell<u32> = const { Cell::new(0) };
}

fn slice_of<const WORK: i32>() -> i32 {
    SLICES.set(SLICES.get() + 1);
    WORK
}

/// What a program prints, and after how many slices of so much work.
fn slices(source: &str, mode: Mode, slice: fn() -> i32) -> (String, u32) {
    let program = support::program(source);
    support::within(move |interpreter| {
        support::engine::start(mode);
        garter::embedder::set_time_slice(slice);
        SLICES.set(0);
        let run = interpreter.run(&program);
        (run.stdout + &run.stderr, SLICES.get())
    })
}

#[test]
fn compiled_loops_take_as_many_time_slices_as_others() {
    const SLICES_OF: [fn() -> i32; 3] = [slice_of::<1>, slice_of::<10>, slice_of::<700>];
    for source in PROGRAMS {
        for slice in SLICES_OF {
            let without = slices(source, Mode::Off, slice);
            for mode in [
                Mode::Normal,
                Mode::Eager,
                Mode::Shaky { seed: 5, one_in: 5 },
            ] {
                assert_eq!(without, slices(source, mode, slice), "{mode:?}: {source}");
            }
        }
    }
}

#[test]
fn threads_of_a_deterministic_run_take_the_same_turns() {
    const SOURCE: &str = "from threading import Thread
order = []
def f(name):
    s = 0.0
    for i in range(20_000):
        s += abs(i % 3) + len('ab') + min(i, 7)
        for k in range(i % 3):
            s += k
        if i % 500 == 0:
            order.append(name)
    order.append(s)
f('before')
threads = [Thread(target=f, args=(name,)) for name in 'abc']
for t in threads: t.start()
for t in threads: t.join()
print(order)";
    let order = |mode| {
        let program = Program {
            deterministic: Some(Deterministic {
                seed: "threads".into(),
                now: Deterministic::NOW,
            }),
            ..support::program(SOURCE)
        };
        support::within(move |interpreter| {
            support::engine::start(mode);
            let run = interpreter.run(&program);
            run.stdout + &run.stderr
        })
    };
    let without = order(Mode::Off);
    for mode in [
        Mode::Normal,
        Mode::Eager,
        Mode::Shaky { seed: 5, one_in: 5 },
    ] {
        assert_eq!(without, order(mode), "{mode:?}");
    }
}
