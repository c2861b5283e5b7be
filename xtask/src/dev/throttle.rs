//! A slow machine, for tests: a browser's processes are stopped and continued in turns.
//!
//! Chromium's developer tools can slow a page too (`Emulation.setCPUThrottlingRate`), but only the
//! main thread of one process: Chromium 156 puts the sandbox frame into another process, and answers
//! for a worker that this is "only supported for pages, not workers". Python runs in a worker. Signals
//! reach every thread of both browsers alike.

use std::collections::HashMap;
use std::fs;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use rustix::process::{Pid, Signal, kill_process};

/// One turn of running and one of standing still: far below what a person or a time limit notices.
const PERIOD: Duration = Duration::from_millis(20);

/// Browsers start processes for pages and frames while tests go on.
const LISTED_ANEW_AFTER: Duration = Duration::from_millis(100);

/// How many times slower is sensible: beyond it a period leaves too little time to run.
const MOST: u32 = 20;

/// Slows the browser below a driver's process, as long as this value lives. The driver, the server
/// and the tests themselves keep their speed.
pub struct Throttle {
    /// Closed when it is over.
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Throttle {
    /// Makes all that `driver` has started `times` times slower; 1 changes nothing.
    ///
    /// # Errors
    /// Where `times` is no sensible number, or the system has no `/proc` to find processes in.
    pub fn start(driver: u32, times: u32) -> Result<Self> {
        ensure!(
            (1..=MOST).contains(&times),
            "--throttle is {times}; it must be a number from 1 to {MOST}"
        );
        if times == 1 {
            return Ok(Self {
                end: None,
                thread: None,
            });
        }
        ensure!(
            fs::exists("/proc/self/stat")?,
            "--throttle finds processes in /proc, which only Linux has"
        );
        let (end, is_over) = channel::<()>();
        let running = PERIOD / times;
        let thread = thread::spawn(move || {
            let waits = |time| is_over.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
            let mut slowed = descendants(driver);
            let mut listed = Instant::now();
            while waits(running) {
                if listed.elapsed() > LISTED_ANEW_AFTER {
                    slowed = descendants(driver);
                    listed = Instant::now();
                }
                signal(&slowed, Signal::STOP);
                let goes_on = waits(PERIOD.saturating_sub(running));
                signal(&slowed, Signal::CONT);
                if !goes_on {
                    break;
                }
            }
        });
        Ok(Self {
            end: Some(end),
            thread: Some(thread),
        })
    }
}

impl Drop for Throttle {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            // It has no result, and a panic in it is printed already.
            drop(thread.join());
        }
    }
}

fn signal(processes: &[Pid], signal: Signal) {
    for &process in processes {
        // A process that has ended since they were listed needs no signal.
        let _ = kill_process(process, signal);
    }
}

/// The processes that a process has started, and those that they have.
fn descendants(ancestor: u32) -> Vec<Pid> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(process) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok())
        else {
            continue;
        };
        // A process that has ended meanwhile has no file any more.
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        if let Some(parent) = parent(&stat) {
            children.entry(parent).or_default().push(process);
        }
    }
    let mut found = Vec::new();
    let mut unseen = vec![ancestor];
    while let Some(process) = unseen.pop() {
        let own = children.remove(&process).unwrap_or_default();
        found.extend(
            own.iter()
                .filter_map(|&child| Pid::from_raw(i32::try_from(child).ok()?)),
        );
        unseen.extend(own);
    }
    found
}

/// The parent's number in a line of `/proc/*/stat`: the second field after the name, which may hold
/// spaces and brackets (proc(5)).
fn parent(stat: &str) -> Option<u32> {
    let (_, fields) = stat.rsplit_once(')')?;
    fields.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn a_process_is_named_by_its_parent_whatever_it_is_called() {
        assert_eq!(parent("12 (chrome) S 7 1 1 0"), Some(7));
        assert_eq!(parent("12 (Web (1) S) R 34 1 1 0"), Some(34));
        assert_eq!(parent(""), None);
    }

    #[test]
    fn what_a_process_has_started_is_found() {
        let mut child = Command::new("sleep").arg("60").spawn().expect("it starts");
        let found = descendants(std::process::id());
        let pid = Pid::from_raw(i32::try_from(child.id()).expect("a number")).expect("not 0");
        assert!(found.contains(&pid));
        child.kill().expect("it runs");
        child.wait().expect("it ends");
    }

    #[test]
    fn a_number_of_times_that_makes_no_sense_is_refused() {
        for times in [0, 21] {
            let refused = Throttle::start(1, times).err().expect("refused");
            assert!(refused.to_string().contains("from 1 to 20"), "{refused}");
        }
    }
}
