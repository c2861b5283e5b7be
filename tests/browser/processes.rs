//! What a browser's processes take of the machine. Linux only: it reads `/proc`.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::page::{Engine, Page};

/// The processes in which a browser runs pages and their frames.
pub struct Renderers {
    browser: u32,
    /// Whether a process below the browser is one of them.
    is_one: fn(&Path) -> bool,
}

impl Renderers {
    /// Those of the browser that a page is in. `None` where nobody tells which that is.
    pub fn of(page: &Page) -> Option<Self> {
        // Firefox has content processes of other names, and keeps more of them at hand.
        let is_known = page.engine == Engine::Chromium && Path::new("/proc/self").exists();
        let browser = is_known.then(|| page.process()).flatten()?;
        Some(Self {
            browser,
            is_one: is_renderer,
        })
    }

    /// All processes below the browser's own, in any browser: those that decode and paint as well.
    pub fn and_others(page: &Page) -> Option<Self> {
        let browser = Path::new("/proc/self").exists().then(|| page.process())??;
        Some(Self {
            browser,
            is_one: |_| true,
        })
    }

    /// Their memory in megabytes of 2²⁰ bytes. What processes share is counted in parts (`Pss` of
    /// proc(5)).
    pub fn megabytes(&self) -> f64 {
        self.processes()
            .iter()
            .filter_map(|process| {
                let rollup = fs::read_to_string(process.join("smaps_rollup")).ok()?;
                let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
                line.trim().strip_suffix(" kB")?.parse::<f64>().ok()
            })
            .sum::<f64>()
            / 1024.0
    }

    /// How long the main thread of each has run, and how long it has waited for a processor, in
    /// nanoseconds (<https://docs.kernel.org/scheduler/sched-stats.html>).
    pub fn times(&self) -> Times {
        let times = self.processes().into_iter().filter_map(|process| {
            let text = fs::read_to_string(process.join("schedstat")).ok()?;
            let mut numbers = text.split_whitespace().map(|number| number.parse().ok());
            let times = (numbers.next()??, numbers.next()??);
            Some((process, times))
        });
        Times(times.collect())
    }

    /// How many web workers there are: each has a thread of this name.
    pub fn workers(&self) -> usize {
        self.processes()
            .into_iter()
            .filter_map(|process| fs::read_dir(process.join("task")).ok())
            .flatten()
            .filter_map(|thread| fs::read_to_string(thread.ok()?.path().join("comm")).ok())
            .filter(|name| name.starts_with("DedicatedWorker"))
            .count()
    }

    fn processes(&self) -> Vec<PathBuf> {
        fs::read_dir("/proc")
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|process| (self.is_one)(process) && self.is_above(process))
            .collect()
    }

    /// Between the two there is the process that renderers are copied from.
    fn is_above(&self, process: &Path) -> bool {
        let mut process = process.to_owned();
        while let Some(parent) = parent(&process) {
            if parent == self.browser {
                return true;
            }
            process = Path::new("/proc").join(parent.to_string());
        }
        false
    }
}

/// What [`Renderers::times`] tells, by process.
pub struct Times(HashMap<PathBuf, (f64, f64)>);

impl Times {
    /// How many times as long everything has taken since then as it would have with a processor of
    /// its own.
    pub fn stretch_since(&self, before: &Self) -> f64 {
        let (mut ran, mut waited) = (0.0, 0.0);
        for (process, (running, waiting)) in &self.0 {
            let (run, wait) = before.0.get(process).unwrap_or(&(0.0, 0.0));
            ran += running - run;
            waited += waiting - wait;
        }
        if ran > 0.0 { 1.0 + waited / ran } else { 1.0 }
    }
}

fn is_renderer(process: &Path) -> bool {
    fs::read_to_string(process.join("cmdline")).is_ok_and(|line| line.contains("--type=renderer"))
}

fn parent(process: &Path) -> Option<u32> {
    let status = fs::read_to_string(process.join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("PPid:"))?;
    line.trim().parse().ok()
}
