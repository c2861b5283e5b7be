//! The interpreters that are compared, each a process that answers programs one after the other: whatever
//! a program does to one of them, the comparison goes on.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Written before each answer, for the runtimes below an interpreter print lines of their own as well.
pub const ANSWER: &str = "answer: ";

/// Programs take some milliseconds. One that takes so long hangs.
const MOST_TIME: Duration = Duration::from_secs(30);

/// What a person sees of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub stdout: String,
    pub stderr: String,
    pub exit: i32,
}

/// How an interpreter took a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Seen(Seen),
    /// The interpreter itself failed; what it said.
    Crashed(String),
    TimedOut,
}

/// An interpreter in a process of its own.
pub struct Engine {
    command: fn() -> Command,
    /// After how many programs the process is replaced.
    most_programs: usize,
    most_time: Duration,
    process: Option<Process>,
}

struct Process {
    child: Child,
    stdin: ChildStdin,
    answers: Receiver<String>,
    programs: usize,
}

impl Engine {
    /// Garter's interpreter, natively.
    pub fn garter() -> Self {
        Self {
            command: || {
                let mut command = Command::new(std::env::current_exe().expect("it runs"));
                command.arg(crate::ANSWER_PROGRAMS);
                command
            },
            // What a native interpreter leaves behind is never given back: about half a megabyte.
            most_programs: 200,
            most_time: MOST_TIME,
            process: None,
        }
    }

    /// `CPython` 3.14.
    pub fn cpython() -> Self {
        Self {
            command: || {
                let mut command = Command::new("node");
                command.arg(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/tests/oracle/answer.mjs"
                ));
                command
            },
            // Every program finds the memory as the first one did.
            most_programs: usize::MAX,
            most_time: MOST_TIME,
            process: None,
        }
    }

    /// Gives each program so much time.
    #[allow(dead_code, reason = "most programs take some milliseconds")]
    pub fn patient(mut self, most_time: Duration) -> Self {
        self.most_time = most_time;
        self
    }

    pub fn answer(&mut self, source: &str) -> Answer {
        let process = self.process.take();
        let process = process.filter(|process| process.programs < self.most_programs);
        let mut process = process.unwrap_or_else(|| Process::start((self.command)()));
        process.programs += 1;
        let question = serde_json::to_string(source).expect("a text can be written");
        let is_asked = writeln!(process.stdin, "{question}").is_ok();
        let answer = is_asked.then(|| process.answers.recv_timeout(self.most_time));
        match answer {
            Some(Ok(answer)) => match serde_json::from_str(&answer).expect("an answer") {
                Ok(seen) => {
                    self.process = Some(process);
                    Answer::Seen(seen)
                }
                Err(crash) => Answer::Crashed(crash),
            },
            Some(Err(std::sync::mpsc::RecvTimeoutError::Timeout)) => Answer::TimedOut,
            _ => Answer::Crashed(process.end()),
        }
    }
}

impl Process {
    fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts: ./garter check installs node's packages");
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let (sender, answers) = channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                if let Some(answer) = line.strip_prefix(ANSWER)
                    && sender.send(answer.to_owned()).is_err()
                {
                    break;
                }
            }
        });
        Self {
            stdin: child.stdin.take().expect("it is piped"),
            child,
            answers,
            programs: 0,
        }
    }

    /// Says how the process has ended.
    fn end(&mut self) -> String {
        match self.child.wait() {
            Ok(status) => format!("the process ended: {status}"),
            Err(error) => error.to_string(),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It has ended, or hangs, or waits for a program that never comes.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
