//! A display that nobody sees, for a browser that has to have one.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};

/// A running X server. It ends with this value, and what is shown on it as well.
pub struct Display {
    number: String,
    process: Child,
    /// Open as long as the server runs: it may not survive a write to a closed pipe.
    _output: BufReader<ChildStdout>,
}

impl Display {
    pub const PROGRAM: &str = "Xvfb";

    /// Starts one, under the first number that is free.
    pub fn start() -> Result<Self> {
        let mut process = Command::new(Self::PROGRAM)
            // It chooses a number, and writes it to stdout when it is ready.
            .args(["-displayfd", "1", "-screen", "0", "1200x800x24"])
            // With the last window it would begin anew, and refuse the next browser meanwhile.
            .args(["-noreset", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} does not start", Self::PROGRAM))?;
        let mut output = BufReader::new(process.stdout.take().expect("stdout is piped"));
        let mut line = String::new();
        output.read_line(&mut line)?;
        let display = Self {
            number: line.trim().to_owned(),
            process,
            _output: output,
        };
        ensure!(
            !display.number.is_empty(),
            "{} ended before it named its display",
            Self::PROGRAM
        );
        Ok(display)
    }

    /// What a program has to know to be shown here, also where a person's desktop runs beside it.
    pub fn environment(&self) -> [(&'static str, String); 2] {
        [
            ("DISPLAY", format!(":{}", self.number)),
            ("GDK_BACKEND", "x11".to_owned()),
        ]
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // A server that has ended by itself cannot be killed, which is as good. It removes its lock when
        // it is asked to end, so it is asked.
        if let Some(process) = i32::try_from(self.process.id())
            .ok()
            .and_then(Pid::from_raw)
        {
            let _ = kill_process(process, Signal::TERM);
        }
        drop(self.process.wait());
    }
}
