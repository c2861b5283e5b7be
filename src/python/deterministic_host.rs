//! Surroundings that repeat: the host of a deterministic run.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use chacha20::ChaCha20Rng;
use chacha20::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use super::clock::stopwatch::Nanoseconds;
use super::host::{Host, Line, Stream};
use crate::options::deterministic::Deterministic;
use crate::protocol::{InputKind, Outcome, PackName, PartName};

/// How far the clock goes on each time it is read: what waits for it in a loop comes to an end,
/// and what divides by a time that has passed does not divide by zero.
const TICK: Nanoseconds = 1_000;

/// A host whose chance comes from a seed, and whose clock moves only for the program. All else is
/// another host's.
pub(crate) struct DeterministicHost {
    outside: Rc<dyn Host>,
    /// What the clock showed at the start, since 1970-01-01 UTC.
    start: Nanoseconds,
    /// How far the clock has moved since.
    passed: Cell<Nanoseconds>,
    random: RefCell<ChaCha20Rng>,
}

impl DeterministicHost {
    pub(crate) fn new(outside: Rc<dyn Host>, run: &Deterministic) -> Self {
        Self {
            outside,
            start: run.now * 1_000,
            passed: Cell::new(0),
            random: RefCell::new(ChaCha20Rng::from_seed(Sha256::digest(&run.seed).into())),
        }
    }

    fn tick(&self) -> Nanoseconds {
        self.passed.update(|passed| passed + TICK);
        self.passed.get()
    }
}

impl Host for DeterministicHost {
    fn write(&self, stream: Stream, bytes: &[u8]) {
        self.outside.write(stream, bytes);
    }

    fn display(&self, mime: &str, data: &[u8], alt: &str) {
        self.outside.display(mime, data, alt);
    }

    fn read_line(&self, kind: InputKind) -> Line {
        self.outside.read_line(kind)
    }

    fn complete(&self, words: Vec<String>) {
        self.outside.complete(words);
    }

    fn sleep(&self, nanoseconds: Nanoseconds) {
        self.passed
            .update(|passed| passed.saturating_add(nanoseconds));
    }

    fn can_hold_back(&self) -> bool {
        self.outside.can_hold_back()
    }

    fn now(&self) -> Nanoseconds {
        self.start.saturating_add(self.tick())
    }

    fn monotonic(&self) -> Nanoseconds {
        self.tick()
    }

    fn process_time(&self) -> Nanoseconds {
        self.tick()
    }

    fn stopwatch(&self) -> Nanoseconds {
        self.outside.stopwatch()
    }

    fn utc_offset(&self, _unix_seconds: i64) -> i32 {
        0
    }

    fn random(&self, buffer: &mut [u8]) {
        self.random.borrow_mut().fill_bytes(buffer);
    }

    fn pack(&self, name: PackName) -> Result<Vec<u8>, String> {
        self.outside.pack(name)
    }

    fn part(&self, name: PartName) -> Result<(), String> {
        self.outside.part(name)
    }

    fn peak_memory(&self) -> u64 {
        self.outside.peak_memory()
    }

    fn end(&self, outcome: Outcome) -> ! {
        self.outside.end(outcome)
    }
}
