//! A module in a process. What ends the process, or never ends, costs the method at which it happens, and the next
//! process goes on behind it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::json;

use super::engine::Engine;
use super::results::{Kind, Outcome, Results};
use crate::root;

/// Begins each line of the runner.
const MARK: char = '\u{1e}';

/// How long a process may neither work nor tell anything.
const MOST_SILENCE: Duration = Duration::from_secs(60);

/// How often it is looked at.
const LOOK: Duration = Duration::from_millis(250);

/// How a process went.
struct Course {
    /// The names of the methods, in their order.
    found: Vec<String>,
    told: Vec<(String, Outcome)>,
    /// The method that had begun and not ended.
    during: Option<String>,
    end: End,
}

enum End {
    /// The runner came to its end; why some methods were not run, if there are such.
    Whole(String),
    /// The module cannot be run.
    Refused(String),
    Died(String),
}

/// Runs the methods of a module, all or only some.
///
/// # Errors
/// The engine cannot be started.
pub fn results(
    engine: Engine,
    module: &str,
    folder: &Path,
    only: Option<&[String]>,
) -> Result<Results> {
    let mut results = Results::default();
    loop {
        let done: Vec<_> = results.methods.keys().collect();
        let request = json!({ "module": module, "only": only, "done": done });
        let course = run(engine, module, folder, &request.to_string())?;
        let is_first = results.methods.is_empty();
        let news = course.told.len();
        for (name, outcome) in course.told {
            // Of two with the same name, the one that does not pass counts.
            let kept = results.methods.entry(name).or_insert_with(|| outcome.clone());
            if kept.kind == Kind::Passed {
                *kept = outcome;
            }
        }
        let missing = match course.end {
            End::Whole(why) => why,
            End::Refused(why) if is_first => {
                results.failure = Some(why.clone());
                why
            }
            End::Refused(why) => why,
            End::Died(cause) => {
                let has_told = |name: &String| results.methods.contains_key(name);
                let next = || course.found.iter().find(|name| !has_told(name)).cloned();
                // What is told last may be lost with the process. Then it is told again by the next one.
                let at_fault = course.during.or_else(|| if news == 0 { next() } else { None });
                match at_fault {
                    Some(name) => {
                        let kind = Kind::Ended;
                        results.methods.insert(name, Outcome { kind, text: cause });
                        continue;
                    }
                    None if news > 0 => continue,
                    None if is_first && course.found.is_empty() => {
                        results.failure = Some(cause.clone());
                        cause
                    }
                    None => cause,
                }
            }
        };
        for name in only.unwrap_or_default() {
            if !results.methods.contains_key(name) {
                let text = if missing.is_empty() { "there is no such method here" } else { &missing };
                results.methods.insert(name.clone(), Outcome::failed(text));
            }
        }
        return Ok(results);
    }
}

/// One process, from its start to its end.
fn run(engine: Engine, module: &str, folder: &Path, request: &str) -> Result<Course> {
    let logs = root().join("target/conformance/logs");
    fs::create_dir_all(&logs)?;
    let file = |what: &str| logs.join(format!("{}-{module}.{what}", engine.name()));
    fs::write(file("request"), request)?;
    let mut child = engine
        .command(folder, &file("request"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(File::create(file("stderr"))?)
        .spawn()
        .context("node does not start")?;
    let lines = lines_of(&mut child);
    let mut course = Course {
        found: Vec::new(),
        told: Vec::new(),
        during: None,
        end: End::Died(String::new()),
    };
    let mut last = Watch::begin(&child);
    let mut is_over = false;
    let cause = loop {
        match lines.recv_timeout(LOOK) {
            Ok(line) => {
                if let Some((kind, name, detail)) = parse(&line) {
                    last = Watch::begin(&child);
                    is_over |= course.take(&kind, name, &detail);
                }
            }
            Err(RecvTimeoutError::Disconnected) => break None,
            Err(RecvTimeoutError::Timeout) => {}
        }
        if let Some(cause) = last.complaint(engine, &child) {
            break Some(cause);
        }
    };
    if cause.is_some() {
        child.kill().context("the process cannot be ended")?;
    }
    let status = child.wait()?;
    if !is_over {
        let stderr = String::from_utf8_lossy(&fs::read(file("stderr"))?).into_owned();
        let said = stderr.lines().rev().find(|line| !line.trim().is_empty());
        let cause = cause.unwrap_or_else(|| {
            format!("it ended the interpreter ({status}): {}", said.unwrap_or_default())
        });
        course.end = End::Died(cause);
    }
    Ok(course)
}

/// The lines of a process's output. Those that are no text are a test's own.
fn lines_of(child: &mut Child) -> Receiver<String> {
    let (sender, receiver) = channel();
    let stdout = BufReader::new(child.stdout.take().expect("it is piped"));
    thread::spawn(move || {
        for line in stdout.split(b'\n') {
            let Ok(line) = line else { break };
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                break;
            }
        }
    });
    receiver
}

/// A line of the runner: kind, name, and details.
fn parse(line: &str) -> Option<(String, String, serde_json::Value)> {
    serde_json::from_str(line.strip_prefix(MARK)?).ok()
}

impl Course {
    /// Takes what the runner tells, and says whether that was all.
    fn take(&mut self, kind: &str, name: String, detail: &serde_json::Value) -> bool {
        let text = |index: usize| detail[index].as_str().unwrap_or_default();
        match kind {
            "found" => {
                let names = detail.as_array().into_iter().flatten();
                self.found = names.filter_map(|name| Some(name.as_str()?.to_owned())).collect();
            }
            "begins" => self.during = Some(name),
            "ends" => {
                let kind = serde_json::from_value(detail[0].clone()).unwrap_or(Kind::Failed);
                let text = text(1).to_owned();
                self.during = None;
                self.told.push((name, Outcome { kind, text }));
            }
            "module" => {
                let why = text(1).to_owned();
                self.during = None;
                self.end = match text(0) {
                    "ran" => End::Whole(why),
                    _ => End::Refused(why),
                };
                return true;
            }
            _ => {}
        }
        false
    }
}

/// Since when a process has told nothing, in work and in idleness: a machine that is busy with others makes no
/// method fail.
struct Watch {
    looked: Instant,
    since: Duration,
    last: Duration,
    idle: Duration,
}

impl Watch {
    fn begin(child: &Child) -> Self {
        let work = State::of(child).work;
        Self {
            looked: Instant::now(),
            since: work,
            last: work,
            idle: Duration::ZERO,
        }
    }

    /// Why the process is to be ended; asked at any time.
    fn complaint(&mut self, engine: Engine, child: &Child) -> Option<String> {
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
        stat.ok().and_then(|stat| Self::parse(&stat)).unwrap_or_default()
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
