//! Runs with a seed and a clock of their own.

mod support;

use std::time::Instant;

use garter::options::deterministic::Deterministic;
use garter::protocol::{Program, Status};

/// Prints all that a program can take for chance or for time. But for `datetime.now()`, which asks the
/// host only where RustPython is patched: `rustpython/tests/clock.rs` has it.
const EVERYTHING: &str = r#"
import datetime, hashlib, os, random, secrets, tempfile, time, uuid

print(random.random(), random.Random().getrandbits(64), random.SystemRandom().randrange(10**9))
print(random.sample(range(1000), 5), random.gauss(0, 1), random.choice("abcdef"))
print(secrets.token_hex(8), secrets.randbelow(10**9), uuid.uuid4(), uuid.uuid1())
print(os.urandom(8), open("/dev/urandom", "rb").read(4))
print(hash("garter"), hash(b"garter"), hash((1, "a", 2.5)), hash(1.5))
words = "the quick brown fox jumps over the lazy dog".split()
print(set(words), {w[:2] for w in words} | {1, 2.5, (3, "x")}, frozenset(words))
print(time.time(), time.time_ns(), time.monotonic(), time.perf_counter(), time.process_time())
time.sleep(2.5)
print(time.time(), time.monotonic(), time.ctime(), time.localtime(), time.tzname)
print(datetime.date.today(), datetime.datetime.fromtimestamp(time.time()).astimezone().isoformat())
print(tempfile.mktemp(), os.times())
with open("a.txt", "w") as file:
    print(hashlib.sha256(repr(random.getstate()).encode()).hexdigest(), file=file)
print(open("a.txt").read(), os.stat("a.txt").st_mtime_ns)
"#;

fn run(source: &str, seed: &str) -> support::Run {
    let deterministic = Deterministic {
        seed: seed.to_owned(),
        now: Deterministic::NOW,
    };
    support::run(Program {
        deterministic: Some(deterministic),
        ..support::program(source)
    })
}

fn printed(source: &str, seed: &str) -> String {
    let run = run(source, seed);
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
    run.stdout
}

#[test]
fn two_runs_with_the_same_seed_print_the_same() {
    let first = printed(EVERYTHING, "42");
    assert_eq!(first, printed(EVERYTHING, "42"));
    assert_eq!(first.lines().count(), 12, "{first}");
}

#[test]
fn another_seed_draws_other_numbers_and_leaves_the_clock_alone() {
    let source = "import random, time, uuid\n\
                  print(random.random())\nprint(uuid.uuid4())\nprint(time.time())";
    let (one, other) = (printed(source, "1"), printed(source, "2"));
    let same: Vec<bool> = one
        .lines()
        .zip(other.lines())
        .map(|(one, other)| one == other)
        .collect();
    assert_eq!(same, [false, false, true], "{one}{other}");
}

/// What is recorded here was printed once, on one machine: it may change with a release, and not
/// between machines.
#[test]
fn a_seed_gives_the_numbers_that_it_gives_everywhere() {
    let source = "import os, random\nprint(os.urandom(4).hex())\nrandom.seed(5)\n\
                  print(random.random(), hash('garter') & 0xffff)";
    assert_eq!(
        printed(source, "42"),
        "ad51265f\n0.6229016948897019 55697\n"
    );
}

#[test]
fn the_clock_begins_where_it_is_told_to_in_utc() {
    let source = "import time, datetime\n\
                  print(time.strftime('%Y-%m-%d %H:%M:%S %Z'), time.timezone)\n\
                  print(datetime.date.today())";
    assert_eq!(
        printed(source, "0"),
        "2025-10-07 12:00:00 UTC 0\n2025-10-07\n"
    );
}

#[test]
fn sleeping_takes_a_day_of_the_program_and_no_time_of_the_reader() {
    let started = Instant::now();
    let source = "import time\nstart = time.monotonic()\ntime.sleep(86_400)\n\
                  print(round(time.monotonic() - start, 3))\n\
                  import asyncio\nasyncio.run(asyncio.sleep(3600))\n\
                  print(time.monotonic() - start > 90_000)";
    let run = run(source, "0");
    assert_eq!(run.stdout, "86400.0\nTrue\n", "{}", run.stderr);
    // A day and an hour are 90 000 seconds: on the slowest machine the rest is a small part of them.
    assert!(run.outcome.seconds < 900.0, "{}", run.outcome.seconds);
    assert!(started.elapsed().as_secs() < 900);
}

#[test]
fn waiting_for_the_clock_in_a_loop_comes_to_an_end() {
    let source = "import time\nend = time.time() + 0.01\nn = 0\n\
                  while time.time() < end: n += 1\nprint(n)";
    assert_eq!(printed(source, "0"), printed(source, "1"));
}

#[test]
fn a_program_that_is_not_told_otherwise_draws_what_nobody_can_know() {
    let source = "import random, uuid\nprint(random.random(), uuid.uuid4())";
    let printed = || support::run(support::program(source)).stdout;
    assert_ne!(printed(), printed());
}
