//! Threads: what they do that no program of `tests/cases/threads` shows, and what is said where they cannot do it.

mod support;

use garter::options::deterministic::Deterministic;
use garter::protocol::{Program, Status};
use support::{CAN_SWITCH, Interpreter, Run, program, within};

fn run(source: &str) -> Run {
    support::run(program(source))
}

/// Runs a program where stacks cannot be switched.
fn run_without_switching(source: &'static str) -> Run {
    within(move |interpreter| {
        CAN_SWITCH.set(false);
        interpreter.run(&program(source))
    })
}

fn last_line(text: &str) -> &str {
    text.trim_end().lines().last().unwrap_or_default()
}

const TWO_LOCKS: &str = "
import threading
one, two = threading.Lock(), threading.Lock()
both = threading.Barrier(2)
def work():
    with two:
        both.wait()
        one.acquire()
thread = threading.Thread(target=work, daemon=True)
thread.start()
with one:
    both.wait()
    two.acquire()
print('never')
";

#[test]
fn a_deadlock_is_an_error_that_says_who_waits_for_what_and_where() {
    let run = run(TWO_LOCKS);
    assert_eq!(run.outcome.status, Status::Exception, "{}", run.stderr);
    let error = run.outcome.error.expect("an error");
    assert_eq!(error.kind, "RuntimeError");
    assert_eq!(
        error.message,
        "all threads wait for each other, so that none of them can ever go on\n  \
         MainThread waits for a lock (main.py, line 13, in <module>)\n  \
         Thread-1 (work) waits for a lock (main.py, line 8, in work)"
    );
}

#[test]
fn a_deadlock_of_other_threads_shows_at_the_end_of_the_program() {
    let run = run(
        "import threading\nthreading.Thread(target=threading.Event().wait).start()\nprint('end')",
    );
    assert_eq!(run.stdout, "end\n");
    assert_eq!(run.outcome.status, Status::Exception);
    assert!(
        run.stderr.contains("waits for the end of Thread-1 (wait)"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_lock_that_nobody_can_release_is_an_error() {
    for source in [
        "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()",
        "import threading\nthreading.Event().wait()",
        "import queue\nqueue.Queue().get()",
    ] {
        let run = run(source);
        assert_eq!(
            run.outcome.status,
            Status::Exception,
            "{source}: {}",
            run.stdout
        );
        assert!(
            run.stderr.contains("RuntimeError: all threads wait"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn sixty_four_threads_run_at_a_time_and_one_more_cannot_start() {
    let run = run("
import threading
gate = threading.Event()
threads = []
try:
    for n in range(1000):
        thread = threading.Thread(target=gate.wait)
        thread.start()
        threads.append(thread)
except RuntimeError as error:
    print(len(threads), error, threading.active_count())
gate.set()
for thread in threads:
    thread.join()
thread = threading.Thread(target=print, args=['again'])
thread.start()
thread.join()
print(threading.active_count())
");
    assert_eq!(
        run.stdout, "64 can't start new thread 65\nagain\n1\n",
        "{}",
        run.stderr
    );
}

#[test]
fn threads_of_a_deterministic_run_switch_at_the_same_points_each_time() {
    const SOURCE: &str = "
import threading
order = []
def work(name):
    for n in range(3000):
        if n % 100 == 0:
            order.append(name)
threads = [threading.Thread(target=work, args=(name,)) for name in 'abc']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(''.join(order))
";
    let run = || {
        support::run(Program {
            deterministic: Some(Deterministic {
                seed: "threads".into(),
                now: Deterministic::NOW,
            }),
            ..program(SOURCE)
        })
    };
    let one = run();
    assert_eq!(one.outcome.status, Status::Ok, "{}", one.stderr);
    assert_eq!(one.stdout, run().stdout);
}

#[test]
fn threads_of_a_kept_program_stand_still_and_go_on_in_the_next() {
    let printed = within(|interpreter: &mut Interpreter| {
        let cell = |source: &str| Program {
            keep: true,
            ..program(source)
        };
        let first = "
import threading
gate = threading.Event()
def work():
    gate.wait()
    print('went on')
thread = threading.Thread(target=work)
thread.start()
print('first')";
        let one = interpreter.run(&cell(first));
        let two = interpreter.run(&cell("print('second', thread.is_alive())"));
        let three = interpreter.run(&cell("gate.set()\nthread.join()\nprint(thread.is_alive())"));
        [one, two, three].map(|run| run.stdout + &run.stderr)
    });
    assert_eq!(printed, ["first\n", "second True\n", "went on\nFalse\n"]);
}

#[test]
fn a_lock_of_the_interpreter_itself_is_waited_for() {
    let run = run("
import io, threading, time
class Slow(io.RawIOBase):
    def writable(self): return True
    def write(self, data):
        time.sleep(0.01)
        written.append(bytes(data))
        return len(data)
written = []
file = io.BufferedWriter(Slow(), 8)
def work(name):
    for _ in range(3):
        file.write(name * 8)
        file.flush()
threads = [threading.Thread(target=work, args=(name,)) for name in (b'a', b'b')]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(sorted(b''.join(written)) == sorted(b'a' * 24 + b'b' * 24))
");
    assert_eq!(run.stdout, "True\n", "{}", run.stderr);
}

#[test]
fn where_stacks_cannot_be_switched_a_thread_runs_at_its_start() {
    let run = run_without_switching(
        "
import threading, time
local = threading.local()
local.name = 'main'
numbers = []
def work(n):
    local.name = n
    time.sleep(0.01)
    numbers.append((n, threading.current_thread().name, hasattr(local, 'name')))
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(numbers, local.name, threading.active_count())
event = threading.Event()
print(event.wait(0.01))
",
    );
    let expected = "[(0, 'Thread-1 (work)', True), (1, 'Thread-2 (work)', True), (2, 'Thread-3 (work)', True)] main 1\nFalse\n";
    assert_eq!(run.stdout, expected, "{}", run.stderr);
}

#[test]
fn where_stacks_cannot_be_switched_a_wait_for_another_thread_is_an_error() {
    let run = run_without_switching(
        "
import threading
ready = threading.Event()
thread = threading.Thread(target=ready.wait)
thread.start()
print('goes on', thread.is_alive())
ready.set()
",
    );
    assert_eq!(run.stdout, "goes on False\n");
    let error = "RuntimeError: this thread waits for another one, which cannot run meanwhile: here a thread runs to its \
                 end when it is started. Browsers that switch stacks run threads side by side: Chrome and Edge 137, \
                 Firefox 153 and newer";
    assert_eq!(last_line(&run.stderr), error);
}

#[test]
fn an_uncaught_exception_is_shown_with_the_name_of_its_thread_and_the_program_goes_on() {
    let run = run(
        "import threading\ndef work():\n    return 1 / 0\nthread = threading.Thread(target=work)\nthread.start()\nthread.join()\nprint('goes on')",
    );
    assert_eq!(
        (run.stdout.as_str(), run.outcome.status),
        ("goes on\n", Status::Ok)
    );
    let begin = "Exception in thread Thread-1 (work):\nTraceback (most recent call last):\n  File \"/lib/python3.14/threading.py\"";
    assert!(run.stderr.starts_with(begin), "{}", run.stderr);
    let end = "  File \"main.py\", line 3, in work\n    return 1 / 0\n           ~~^~~\nZeroDivisionError: division by zero\n";
    assert!(run.stderr.ends_with(end), "{}", run.stderr);
}
