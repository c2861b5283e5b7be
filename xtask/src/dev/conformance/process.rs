//! A module in a process. What ends the process, or never ends, costs the method at which it happens, and the next
//! process goes on behind it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;

use anyhow::{Context, Result};
use serde_json::json;

use super::engine::Engine;
use super::outcome::{Kind, Outcome, Results};
use super::watch::{LOOK, Watch};
use crate::root;

/// Begins each line of the runner.
const MARK: char = '\u{1e}';

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

/// The processes of an engine that have answered, and can answer more.
pub struct Processes {
    engine: Engine,
    idle: Mutex<Vec<Process>>,
}

impl Processes {
    pub fn of(engine: Engine) -> Self {
        let idle = Mutex::default();
        Self { engine, idle }
    }

    /// Runs the methods of a module, all or only some.
    ///
    /// # Errors
    /// The engine cannot be started.
    pub fn results(&self, module: &str, folder: &Path, only: Option<&[String]>) -> Result<Results> {
        results(module, only, |request| self.run(module, folder, request))
    }

    /// One request, from the first line to the last.
    fn run(&self, module: &str, folder: &Path, request: &str) -> Result<Course> {
        let engine = self.engine;
        let logs = root().join("target/conformance/logs");
        fs::create_dir_all(&logs)?;
        let file = logs.join(format!("{}-{module}.request", engine.name()));
        fs::write(&file, request)?;
        let idle = || self.idle.lock().expect("nobody panics with it");
        let known = idle().pop();
        let mut process = match known {
            Some(process) => process,
            None => Process::start(engine, folder, &file)?,
        };
        let course = process.answer(engine, folder, &file)?;
        let is_alive = !matches!(course.end, End::Died(_));
        process.answered += 1;
        if is_alive && process.answered < engine.most_requests() {
            idle().push(process);
        }
        Ok(course)
    }
}

fn results(
    module: &str,
    only: Option<&[String]>,
    run: impl Fn(&str) -> Result<Course>,
) -> Result<Results> {
    let mut results = Results::default();
    loop {
        let done: Vec<_> = results.methods.keys().collect();
        let request = json!({ "module": module, "only": only, "done": done });
        let course = run(&request.to_string())?;
        let is_first = results.methods.is_empty();
        let news = course.told.len();
        for (name, outcome) in course.told {
            // Of two with the same name, the one that does not pass counts.
            let kept = results
                .methods
                .entry(name)
                .or_insert_with(|| outcome.clone());
            if kept.kind == Kind::Passed {
                *kept = outcome;
            }
        }
        let missing = match course.end {
            End::Refused(why) if is_first => {
                results.failure = Some(why.clone());
                why
            }
            End::Whole(why) | End::Refused(why) => why,
            End::Died(cause) => {
                let has_told = |name: &String| results.methods.contains_key(name);
                let next = || course.found.iter().find(|name| !has_told(name)).cloned();
                // What is told last may be lost with the process. Then it is told again by the next one.
                let at_fault = course
                    .during
                    .or_else(|| if news == 0 { next() } else { None });
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
                let text = if missing.is_empty() {
                    "there is no such method here"
                } else {
                    &missing
                };
                results.methods.insert(name.clone(), Outcome::failed(text));
            }
        }
        return Ok(results);
    }
}

/// A process of Node.
struct Process {
    child: Child,
    /// Of its output. Those that are no text are a test's own.
    lines: Receiver<String>,
    stderr: PathBuf,
    answered: usize,
}

impl Process {
    fn start(engine: Engine, folder: &Path, request: &Path) -> Result<Self> {
        let stderr = request.with_extension("stderr");
        let mut child = engine
            .command(folder, request)
            .stdin(if engine.most_requests() > 1 {
                Stdio::piped()
            } else {
                Stdio::null()
            })
            .stdout(Stdio::piped())
            .stderr(File::create(&stderr)?)
            .spawn()
            .context("node does not start")?;
        let stdout = BufReader::new(child.stdout.take().expect("it is piped"));
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in stdout.split(b'\n') {
                let Ok(line) = line else { break };
                if sender
                    .send(String::from_utf8_lossy(&line).into_owned())
                    .is_err()
                {
                    break;
                }
            }
        });
        Ok(Self {
            child,
            lines,
            stderr,
            answered: 0,
        })
    }

    /// Where it is asked by lines, asks; then hears what the runner tells.
    fn answer(&mut self, engine: Engine, folder: &Path, request: &Path) -> Result<Course> {
        if let Some(stdin) = &mut self.child.stdin {
            writeln!(stdin, "{}", json!({ "folder": folder, "request": request }))
                .context("node has ended")?;
        }
        let mut course = Course {
            found: Vec::new(),
            told: Vec::new(),
            during: None,
            end: End::Died(String::new()),
        };
        let mut last = Watch::begin(&self.child);
        let mut is_whole = false;
        let cause = loop {
            match self.lines.recv_timeout(LOOK) {
                Ok(line) => {
                    if let Some((kind, name, detail)) = parse(&line) {
                        if kind == "over" {
                            return Ok(course);
                        }
                        last = Watch::begin(&self.child);
                        is_whole |= course.take(&kind, name, &detail);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => break None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(cause) = last.complaint(engine, &self.child) {
                break Some(cause);
            }
        };
        if cause.is_some() {
            self.child.kill().context("the process cannot be ended")?;
        }
        let status = self.child.wait()?;
        if !is_whole {
            let stderr = String::from_utf8_lossy(&fs::read(&self.stderr)?).into_owned();
            let said = stderr.lines().rev().find(|line| !line.trim().is_empty());
            let cause = cause.unwrap_or_else(|| {
                format!(
                    "it ended the interpreter ({status}): {}",
                    said.unwrap_or_default()
                )
            });
            course.end = End::Died(cause);
        }
        Ok(course)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
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
                self.found = names
                    .filter_map(|name| Some(name.as_str()?.to_owned()))
                    .collect();
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

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// What becomes of three methods if processes go like this, one after the other.
    fn after(courses: Vec<Course>) -> Vec<(String, Kind)> {
        let courses = RefCell::new(courses.into_iter());
        let next = |_: &str| Ok(courses.borrow_mut().next().expect("no more are asked for"));
        let only = ["A.a", "A.b", "A.c"].map(str::to_owned);
        let results = results("test_a", Some(&only), next).expect("processes start");
        assert!(courses.into_inner().next().is_none(), "all are asked for");
        let kinds = results
            .methods
            .into_iter()
            .map(|(name, one)| (name, one.kind));
        kinds.collect()
    }

    fn course(found: &[&str], passed: &[&str], during: Option<&str>, end: End) -> Course {
        let owned = |name: &&str| (*name).to_owned();
        let kind = Kind::Passed;
        let text = String::new();
        let told = |name| {
            (
                owned(name),
                Outcome {
                    kind,
                    text: text.clone(),
                },
            )
        };
        Course {
            found: found.iter().map(owned).collect(),
            told: passed.iter().map(told).collect(),
            during: during.map(str::to_owned),
            end,
        }
    }

    const ALL: [&str; 3] = ["A.a", "A.b", "A.c"];

    fn died() -> End {
        End::Died("it ended the interpreter".to_owned())
    }

    fn whole() -> End {
        End::Whole(String::new())
    }

    #[test]
    fn what_ends_the_process_costs_one_method() {
        let courses = vec![
            course(&ALL, &["A.a"], Some("A.b"), died()),
            course(&["A.c"], &["A.c"], None, whole()),
        ];
        let kinds = after(courses).into_iter().map(|(_, kind)| kind);
        assert_eq!(
            kinds.collect::<Vec<_>>(),
            [Kind::Passed, Kind::Ended, Kind::Passed]
        );
    }

    #[test]
    fn what_was_told_last_and_got_lost_is_told_again() {
        let courses = vec![
            course(&ALL, &["A.a"], None, died()),
            course(&["A.b", "A.c"], &[], None, died()),
            course(&["A.c"], &["A.c"], None, whole()),
        ];
        let kinds = after(courses).into_iter().map(|(_, kind)| kind);
        assert_eq!(
            kinds.collect::<Vec<_>>(),
            [Kind::Passed, Kind::Ended, Kind::Passed]
        );
    }

    #[test]
    fn a_module_that_cannot_be_imported_has_failed_in_all_its_methods() {
        let refused = End::Refused("ImportError".to_owned());
        let kinds = after(vec![course(&[], &[], None, refused)]);
        assert!(
            kinds.iter().all(|(_, kind)| *kind == Kind::Failed),
            "{kinds:?}"
        );
        assert_eq!(kinds.len(), 3);
    }
}
