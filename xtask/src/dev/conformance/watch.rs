//! Whether a process is at work: what ends a method that never ends, on a machine of any speed.

use std::fs;
use std::process::Child;
use std::time::{Duration, Instant};

use super::engine::Engine;

/// How long a process may neither work nor tell anything.
const MOST_SILENCE: Duration = Duration::from_mins(1);

/// How often it is looked at.
pub const LOOK: Duration = Duration::from_millis(250);

/// Since when a process has told nothing, in work and in idleness: a machine that is busy with others makes no
/// method fail.
pub struct Watch {
    looked: Instant,
    since: Duration,
    last: Duration,
    idle: Duration,
}

impl Watch {
    pub fn begin(child: &Child) -> Self {
        let work = State::of(child).work;
        Self {
            looked: Instant::now(),
            since: work,
            last: work,
            idle: Duration::ZERO,
        }
    }

    /// Why the process is to be ended; asked at any time.
    pub fn complaint(&mut self, engine: Engine, child: &Child) -> Option<String> {
        if self.looked.elapsed() < LOOK {
            return None;
        }
        self.looked = Instant::now();
        let State { work, is_stopped } = State::of(child);
        if work == self.last && !is_stopped {
            self.idle += LOOK;
        }
        self.last = work;
        let most = engine.most_work();
        if work.saturating_sub(self.since) > most {
            let seconds = most.as_secs();
            return Some(format!("it had not ended after {seconds} s of work"));
        }
        (self.idle > MOST_SILENCE).then(|| "it waited for something that never came".to_owned())
    }
}

/// What Linux tells of a process. Where nothing tells it, all silence is idleness.
#[derive(Default)]
struct State {
    /// The time of a processor that it has used.
    work: Duration,
    is_stopped: bool,
}

impl State {
    fn of(child: &Child) -> Self {
        let stat = fs::read_to_string(format!("/proc/{}/stat", child.id()));
        stat.ok()
            .and_then(|stat| Self::parse(&stat))
            .unwrap_or_default()
    }

    fn parse(stat: &str) -> Option<Self> {
        // The name of the program, in brackets, may hold anything.
        let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
        let a_second = rustix::param::clock_ticks_per_second();
        Some(Self {
            work: Duration::from_millis(ticks * 1000 / a_second),
            is_stopped: *fields.first()? == "T",
        })
    }
}
