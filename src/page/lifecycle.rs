//! A run's life, seen from the frame: what each event leads to. Times are in milliseconds of the
//! frame's clock.

use std::collections::BTreeMap;

use crate::budget::Budget;
use crate::protocol::{
    ErrorReport, FrameMessage, OUTPUT_WINDOW_BYTES, Outcome, PackName, RunId, Status,
    WorkerMessage, WorkerRequest,
};

/// How long a program that is asked to stop may take over it.
pub const STOP_GRACE_MS: f64 = 500.0;

/// How long after its time budget a program is terminated that has not ended itself.
pub const TIMEOUT_GRACE_MS: f64 = 300.0;

/// What an event leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Tell the page.
    Tell(FrameMessage),
    /// Ask the worker.
    Ask(WorkerRequest),
    /// Get the worker a pack.
    GetPack(PackName),
    /// The run is over: terminate its worker.
    End,
}

/// A run that has its worker.
#[derive(Debug)]
pub struct Run {
    id: RunId,
    budget: Budget,
    /// Running time up to the last pause.
    ran: f64,
    /// Since when it is running; `None` while it waits.
    since: Option<f64>,
    stop_by: Option<f64>,
    output_left: u64,
    is_over: bool,
}

impl Run {
    /// A run that begins now.
    #[must_use]
    pub fn new(id: RunId, budget: Budget, now: f64) -> Self {
        Self {
            id,
            budget,
            ran: 0.0,
            since: Some(now),
            stop_by: None,
            // One message more: what a budget cuts off may be cut within a character.
            output_left: budget.output_bytes + u64::from(OUTPUT_WINDOW_BYTES),
            is_over: false,
        }
    }

    /// The worker has said something.
    pub fn hear(&mut self, message: WorkerMessage, now: f64) -> Vec<Effect> {
        if self.is_over {
            return Vec::new();
        }
        let run = self.id;
        match message {
            WorkerMessage::Output { chunks } => {
                let bytes = chunks.iter().map(|chunk| chunk.text.len() as u64).sum();
                match self.output_left.checked_sub(bytes) {
                    Some(left) if bytes <= u64::from(OUTPUT_WINDOW_BYTES) => {
                        self.output_left = left;
                        vec![Effect::Tell(FrameMessage::Output { run, chunks })]
                    }
                    _ => self.crash("it sent more output than it may", now),
                }
            }
            WorkerMessage::InputRequest { hidden } => {
                self.pause(now);
                vec![Effect::Tell(FrameMessage::InputRequest { run, hidden })]
            }
            WorkerMessage::Display { mime, data } => {
                vec![Effect::Tell(FrameMessage::Display { run, mime, data })]
            }
            WorkerMessage::PackRequest { pack } => {
                self.pause(now);
                vec![Effect::GetPack(pack)]
            }
            WorkerMessage::Finished { outcome } => self.finish(outcome),
            WorkerMessage::Crashed { message } => self.crash(&message, now),
            WorkerMessage::Warm => Vec::new(),
        }
    }

    /// Somebody pressed Stop.
    pub fn stop(&mut self, now: f64) -> Vec<Effect> {
        if self.is_over || self.stop_by.is_some() {
            return Vec::new();
        }
        self.stop_by = Some(now + STOP_GRACE_MS);
        self.resume(now);
        vec![Effect::Ask(WorkerRequest::Stop)]
    }

    /// The page has an answer for the program that waits for a line.
    pub fn answer(&mut self, line: Option<String>, now: f64) -> Vec<Effect> {
        if self.is_over {
            return Vec::new();
        }
        self.resume(now);
        vec![Effect::Ask(WorkerRequest::Input { line })]
    }

    /// The page has shown output.
    #[must_use]
    pub fn shown(&self, bytes: u32) -> Vec<Effect> {
        vec![Effect::Ask(WorkerRequest::Shown { bytes })]
    }

    /// The pack that the program waits for is on its way to it.
    pub fn resume(&mut self, now: f64) {
        self.since.get_or_insert(now);
    }

    /// The worker has failed: `what` completes "Python stopped working: ".
    pub fn crash(&mut self, what: &str, now: f64) -> Vec<Effect> {
        let message = format!("Python itself has failed: {what}");
        let error = ErrorReport {
            kind: "Crash".to_owned(),
            text: format!("{message}\n"),
            message,
            ..ErrorReport::default()
        };
        let outcome = self.killed(Status::Crashed, Some(error), now);
        self.finish(outcome)
    }

    /// Ends the run if it is overdue.
    pub fn tick(&mut self, now: f64) -> Vec<Effect> {
        if self.is_over || self.deadline(now).is_none_or(|deadline| now < deadline) {
            return Vec::new();
        }
        let status = if self.stop_by.is_some() {
            Status::Stopped
        } else {
            Status::Timeout
        };
        let outcome = self.killed(status, None, now);
        self.finish(outcome)
    }

    /// When [`Run::tick`] has something to do, if nothing else happens until then.
    #[must_use]
    pub fn deadline(&self, now: f64) -> Option<f64> {
        let time_up = self.since.map(|_| {
            let left = self.budget.seconds * 1e3 + TIMEOUT_GRACE_MS - self.ran(now);
            now + left
        });
        match (self.stop_by, time_up) {
            (Some(stop), Some(time_up)) => Some(stop.min(time_up)),
            (stop, time_up) => stop.or(time_up),
        }
    }

    fn ran(&self, now: f64) -> f64 {
        self.ran + self.since.map_or(0.0, |since| now - since)
    }

    fn pause(&mut self, now: f64) {
        self.ran = self.ran(now);
        self.since = None;
    }

    fn killed(&self, status: Status, error: Option<ErrorReport>, now: f64) -> Outcome {
        Outcome {
            seconds: self.ran(now) / 1e3,
            killed: true,
            ..without_run(status, error)
        }
    }

    fn finish(&mut self, outcome: Outcome) -> Vec<Effect> {
        self.is_over = true;
        let run = self.id;
        vec![
            Effect::Tell(FrameMessage::Finished { run, outcome }),
            Effect::End,
        ]
    }
}

/// The outcome of a run that ended before it began.
#[must_use]
pub fn without_run(status: Status, error: Option<ErrorReport>) -> Outcome {
    Outcome {
        status,
        error,
        exit_code: 1,
        seconds: 0.0,
        killed: false,
        peak_memory: 0,
        files: BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Chunk, Stream};

    fn run() -> Run {
        Run::new(1, Budget::DEFAULT, 0.0)
    }

    fn status(effects: &[Effect]) -> Option<(Status, bool)> {
        effects.iter().find_map(|effect| match effect {
            Effect::Tell(FrameMessage::Finished { outcome, .. }) => {
                Some((outcome.status, outcome.killed))
            }
            _ => None,
        })
    }

    fn output(bytes: usize) -> WorkerMessage {
        let text = "x".repeat(bytes);
        WorkerMessage::Output {
            chunks: vec![Chunk {
                stream: Stream::Stdout,
                text,
            }],
        }
    }

    #[test]
    fn a_program_that_ignores_stop_is_terminated() {
        let mut run = run();
        assert_eq!(run.stop(1_000.0), [Effect::Ask(WorkerRequest::Stop)]);
        assert_eq!(run.deadline(1_000.0), Some(1_500.0));
        assert_eq!(run.tick(1_499.0), []);
        assert_eq!(status(&run.tick(1_500.0)), Some((Status::Stopped, true)));
    }

    #[test]
    fn a_second_stop_gives_no_second_grace() {
        let mut run = run();
        run.stop(0.0);
        assert_eq!(run.stop(400.0), []);
        assert_eq!(status(&run.tick(500.0)), Some((Status::Stopped, true)));
    }

    #[test]
    fn waiting_for_input_is_not_running() {
        let mut run = run();
        run.hear(WorkerMessage::InputRequest { hidden: false }, 4_000.0);
        assert_eq!(run.deadline(4_000.0), None);
        assert_eq!(run.tick(1e9), []);
        run.answer(None, 1e9);
        assert_eq!(run.deadline(1e9), Some(1e9 + 6_000.0 + TIMEOUT_GRACE_MS));
    }

    #[test]
    fn a_program_that_outlives_its_time_is_terminated() {
        let mut run = run();
        let end = run.tick(10_000.0 + TIMEOUT_GRACE_MS);
        assert_eq!(status(&end), Some((Status::Timeout, true)));
        assert_eq!(end.last(), Some(&Effect::End));
    }

    #[test]
    fn nothing_is_heard_after_the_end() {
        let mut run = run();
        run.hear(
            WorkerMessage::Crashed {
                message: "trap".to_owned(),
            },
            1.0,
        );
        assert_eq!(run.hear(output(1), 2.0), []);
        assert_eq!(run.stop(3.0), []);
        assert_eq!(run.tick(1e9), []);
    }

    #[test]
    fn a_worker_that_floods_is_not_believed() {
        assert_eq!(
            status(&run().hear(output(65_537), 0.0)),
            Some((Status::Crashed, true))
        );

        let mut run = run();
        let end = (0..).find_map(|_| status(&run.hear(output(65_536), 0.0)));
        assert_eq!(end, Some((Status::Crashed, true)));
    }
}
