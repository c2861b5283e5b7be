//! A run's life, seen from the frame: which effects each event has. Times are in milliseconds of the
//! frame's clock.

mod again;

use std::collections::BTreeMap;

use super::replay::Replay;
use super::transcript::Differs;
use crate::options::budget::Budget;
use crate::protocol::{
    Answer, AssetName, CANVAS_MIME, CanvasEvent, Chunk, ErrorReport, FRAME_OUTPUT_SLACK_BYTES,
    FrameMessage, InputKind, OUTPUT_WINDOW_BYTES, Outcome, Past, Program, RunId, Status,
    WorkerMessage, WorkerRequest, display_bytes,
};

/// How long a program may go on after it was asked to stop.
pub const STOP_GRACE_MS: f64 = 500.0;

/// The same for a program whose interpreter is kept. Terminating it would lose the names, and a slow
/// machine takes a second to import the modules that the first traceback needs.
pub const STOP_GRACE_OF_KEPT_MS: f64 = 2_000.0;

/// The same for one whose end needs a pack or a part that is on its way: a browser compiles the largest part for
/// seconds.
pub const STOP_GRACE_OF_PART_MS: f64 = 10_000.0;

/// How long after its time budget a program that has not ended itself is terminated.
pub const TIMEOUT_GRACE_MS: f64 = 300.0;

/// How often a program may ask for packs and parts. There are few, and a program may ask again for a pack that
/// has not arrived.
const MOST_ASSETS: u32 = 1_000;

/// How many messages of a spare worker may arrive after its program has begun.
const MOST_LATE_MESSAGES: u32 = 4;
/// A worker that has taken more memory than this is terminated at the end of its run, where others may
/// stay for a moment.
const MOST_RETIRED_BYTES: u64 = 64 << 20;

/// An effect of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Tell the page.
    Tell(FrameMessage),
    /// Ask the worker.
    Ask(WorkerRequest),
    /// Get the worker a pack, or a part of the interpreter.
    Get(AssetName),
    /// Run the program again, in another worker, with its [`Run::past`].
    Again,
    /// The run is over: terminate its worker.
    End,
    /// The run is over, and its worker has nothing more to do: it may be terminated later.
    Retire,
    /// The run is over: keep its worker for another one.
    Keep,
}

/// What a run has used of its budget, for the debug page.
#[cfg(feature = "debug")]
#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// Running time, and how much of it there may be.
    seconds: [f64; 2],
    /// Output in bytes, and how much of it there may be.
    output: [u64; 2],
    /// Bytes of memory that there may be: how many are used only the worker knows, and it says so at the
    /// end.
    memory: u64,
    /// Bytes told to the page and not yet shown.
    under_way: u64,
    /// What it does and what it is, in words.
    state: Vec<&'static str>,
}

/// A run that has its worker.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "two of them are of its request, the others of its state, and each goes with any other"
)]
pub struct Run {
    id: RunId,
    budget: Budget,
    /// A console gets its budgets anew for each entry.
    is_console: bool,
    keeps: bool,
    /// Running time up to the last pause.
    ran: f64,
    /// How many entries of a console are run again: each has a time budget of its own.
    entries_again: u32,
    /// Since when the program has been running; `None` while it waits.
    since: Option<f64>,
    stop_by: Option<f64>,
    /// Whether Stop was pressed while a worker that nothing can reach was at work, or the program waited for an asset: it
    /// hears of it when it next waits.
    unheard_stop: bool,
    /// Whether it has asked for a pack or a part after Stop.
    waits_after_stop: bool,
    output_left: u64,
    /// Bytes told to the page and not yet shown.
    under_way: u64,
    /// Whether the worker has reported that the program rests.
    is_resting: bool,
    /// When the worker last reported the beginning or the end of a rest.
    last_rest: f64,
    /// How many more input requests the worker may send: one, and one more for each answer and each Stop.
    questions_left: u32,
    /// How many more completions the worker may send: one for each request.
    completions_left: u32,
    assets_left: u32,
    late_messages_left: u32,
    /// Where a browser cannot wait.
    replay: Option<Replay>,
    is_over: bool,
}

impl Run {
    /// A run that begins now.
    #[must_use]
    pub fn new(id: RunId, program: &Program, now: f64) -> Self {
        let budget = program.budget;
        Self {
            id,
            budget,
            is_console: program.console,
            keeps: program.keep,
            ran: 0.0,
            entries_again: 0,
            since: Some(now),
            stop_by: None,
            unheard_stop: false,
            waits_after_stop: false,
            output_left: output_allowed(&budget),
            under_way: 0,
            is_resting: false,
            last_rest: now,
            questions_left: 1,
            completions_left: 0,
            assets_left: MOST_ASSETS,
            late_messages_left: MOST_LATE_MESSAGES,
            replay: None,
            is_over: false,
        }
    }

    /// The same in a browser that cannot wait: the run is put aside when it asks.
    #[must_use]
    pub fn with_replay(self) -> Self {
        Self {
            replay: Some(Replay::default()),
            ..self
        }
    }

    /// What has happened to the program, where it may be run again.
    #[must_use]
    pub fn past(&self) -> Option<&Past> {
        self.replay.as_ref().map(Replay::past)
    }

    /// What it has used of its budget.
    #[cfg(feature = "debug")]
    pub(super) fn account(&self, now: f64) -> Account {
        let allowed = output_allowed(&self.budget);
        Account {
            seconds: [self.ran(now) / 1e3, self.budget.seconds],
            output: [allowed - self.output_left, allowed],
            memory: self.budget.memory_bytes,
            under_way: self.under_way,
            state: [
                // For a line, a pack, or at rest.
                Some(self.since.map_or("waits", |_| "runs")),
                self.stop_by.map(|_| "is to stop"),
                self.is_console.then_some("console"),
                self.keeps.then_some("will be kept"),
            ]
            .into_iter()
            .flatten()
            .collect(),
        }
    }

    /// Whether the interpreter is kept when the program has come to its end.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.keeps
    }

    /// A message of the worker has arrived.
    pub fn hear(&mut self, message: WorkerMessage, now: f64) -> Vec<Effect> {
        if self.is_over {
            return Vec::new();
        }
        let run = self.id;
        match message {
            WorkerMessage::Output { chunks } => self.output(chunks, now),
            WorkerMessage::InputRequest { kind } => self.ask(kind, now),
            WorkerMessage::Aside { wish } => self.put_aside(wish, now),
            WorkerMessage::AtPrompt { kind } => self.leave_at_prompt(kind, now),
            WorkerMessage::Past { past } => self.remember(past, now),
            WorkerMessage::CannotAsk => self.cannot_ask(now),
            WorkerMessage::Completions { words } => {
                let Some(left) = self.completions_left.checked_sub(1) else {
                    return self.crash("it sent completions that it was not asked for", now);
                };
                self.completions_left = left;
                self.pause(now);
                vec![Effect::Tell(FrameMessage::Completions { run, words })]
            }
            WorkerMessage::Display { mime, data, alt } => self.display(mime, data, alt, now),
            WorkerMessage::Resting => {
                self.pause(now);
                self.is_resting = true;
                self.last_rest = now;
                Vec::new()
            }
            WorkerMessage::Rested { milliseconds } => {
                self.rested(milliseconds, now);
                Vec::new()
            }
            WorkerMessage::PackRequest { pack } => self.get(pack.into(), now),
            WorkerMessage::PartRequest { part } => self.get(part.into(), now),
            WorkerMessage::Finished { outcome } => {
                if self
                    .replay
                    .as_ref()
                    .is_some_and(|replay| !replay.is_level())
                {
                    return self.differ(now);
                }
                self.finish(outcome)
            }
            WorkerMessage::Crashed { message } => self.crash(&message, now),
            // The worker has sent these before its program began.
            WorkerMessage::Warm | WorkerMessage::Prepared | WorkerMessage::Checked { .. } => {
                let Some(left) = self.late_messages_left.checked_sub(1) else {
                    return self.crash("it sent what makes no sense while a program runs", now);
                };
                self.late_messages_left = left;
                Vec::new()
            }
        }
    }

    /// The program has printed.
    fn output(&mut self, chunks: Vec<Chunk>, now: f64) -> Vec<Effect> {
        let new = match &mut self.replay {
            Some(replay) => replay.new_output(chunks),
            None => Ok(chunks),
        };
        let Ok(chunks) = new else {
            return self.differ(now);
        };
        if chunks.is_empty() {
            return Vec::new();
        }
        let bytes = chunks.iter().map(|chunk| chunk.text.len() as u64).sum();
        match self.output_left.checked_sub(bytes) {
            Some(left) if bytes <= u64::from(OUTPUT_WINDOW_BYTES) => {
                self.output_left = left;
                self.under_way += bytes;
                let run = self.id;
                vec![Effect::Tell(FrameMessage::Output { run, chunks })]
            }
            _ => self.crash("it sent more output than it may", now),
        }
    }

    /// The program shows something.
    fn display(&mut self, mime: String, data: Vec<u8>, alt: String, now: f64) -> Vec<Effect> {
        if let Some(replay) = &mut self.replay {
            match replay.is_new_display([mime.as_bytes(), &data, alt.as_bytes()]) {
                Ok(true) => {}
                Ok(false) => return Vec::new(),
                Err(Differs) => return self.differ(now),
            }
        }
        let bytes = display_bytes(&mime, &data, &alt);
        let price = self.price(&mime, bytes);
        match self.output_left.checked_sub(price) {
            Some(left) => {
                self.output_left = left;
                self.under_way += bytes;
                let shown = FrameMessage::Display {
                    run: self.id,
                    mime,
                    data,
                    alt,
                };
                vec![Effect::Tell(shown)]
            }
            None => self.crash("it showed more than it may", now),
        }
    }

    /// The program waits for a line.
    fn ask(&mut self, kind: InputKind, now: f64) -> Vec<Effect> {
        let Some(left) = self.questions_left.checked_sub(1) else {
            return self.crash("it asked again before it had an answer", now);
        };
        self.questions_left = left;
        self.pause(now);
        if self.is_console && matches!(kind, InputKind::Code | InputKind::Block) {
            self.ran = 0.0;
            self.entries_again = 0;
            self.stop_by = None;
            self.output_left = output_allowed(&self.budget);
        }
        let run = self.id;
        vec![Effect::Tell(FrameMessage::InputRequest { run, kind })]
    }

    /// The program waits for an asset.
    fn get(&mut self, name: AssetName, now: f64) -> Vec<Effect> {
        let Some(left) = self.assets_left.checked_sub(1) else {
            return self.crash("it asked for packs and parts without end", now);
        };
        self.assets_left = left;
        let goes_on = |replay: &Replay| !replay.is_aside();
        if self.replay.as_ref().is_some_and(goes_on) {
            // It does without: a later program has it.
            return vec![Effect::Get(name)];
        }
        self.pause(now);
        // The first traceback waits for a part that may be on its way. It is waited for once: the network may be gone.
        if self.stop_by.is_some() && !std::mem::replace(&mut self.waits_after_stop, true) {
            self.stop_by = Some(now + STOP_GRACE_OF_PART_MS);
        }
        vec![Effect::Get(name)]
    }

    /// The reader or the page has pressed Stop. Asks the worker to raise `KeyboardInterrupt`; if the program
    /// still runs after the grace period, [`Run::tick`] terminates the worker.
    pub fn stop(&mut self, now: f64) -> Vec<Effect> {
        if self.is_over || self.stop_by.is_some() {
            return Vec::new();
        }
        let grace = if self.keeps || self.is_console {
            STOP_GRACE_OF_KEPT_MS
        } else {
            STOP_GRACE_MS
        };
        self.stop_by = Some(now + grace);
        self.questions_left += 1;
        let waits_for_asset = |replay: &Replay| replay.awaited_asset().is_some();
        if self.replay.as_ref().is_some_and(waits_for_asset) {
            self.unheard_stop = true;
            return Vec::new();
        }
        if self.replay.as_ref().is_some_and(Replay::is_aside) {
            self.wait_for_stop_again(now);
            return self.go_on(Answer::Stop, now).unwrap_or_default();
        }
        self.unheard_stop = self.replay.is_some();
        self.resume(now);
        vec![Effect::Ask(WorkerRequest::Stop)]
    }

    /// The page answers the program that waits for a line of input.
    pub fn answer(&mut self, line: Option<String>, now: f64) -> Vec<Effect> {
        if self.is_over {
            return Vec::new();
        }
        self.questions_left += 1;
        if self.replay.is_some() {
            // A worker that is not put aside cannot hear.
            return self.go_on(Answer::Input { line }, now).unwrap_or_default();
        }
        self.resume(now);
        vec![Effect::Ask(WorkerRequest::Input { line })]
    }

    /// The reader asks for completions of the line at the prompt.
    pub fn complete(&mut self, line: String, now: f64) -> Vec<Effect> {
        if self.is_over || !self.is_console {
            return Vec::new();
        }
        if self.replay.is_some() {
            let (run, words) = (self.id, Vec::new());
            return vec![Effect::Tell(FrameMessage::Completions { run, words })];
        }
        self.completions_left += 1;
        self.resume(now);
        vec![Effect::Ask(WorkerRequest::Complete { line })]
    }

    /// Terminates the run.
    pub fn kill(&mut self, now: f64) -> Vec<Effect> {
        if self.is_over {
            return Vec::new();
        }
        let outcome = self.killed(Status::Stopped, None, now);
        self.finish(outcome)
    }

    /// The reader has clicked into a picture or pressed a key.
    #[must_use]
    pub fn event(&self, event: CanvasEvent) -> Vec<Effect> {
        if self.is_over {
            return Vec::new();
        }
        vec![Effect::Ask(WorkerRequest::Event { event })]
    }

    /// The page has shown output.
    #[must_use]
    pub fn shown(&mut self, bytes: u32) -> Vec<Effect> {
        self.under_way = self.under_way.saturating_sub(u64::from(bytes));
        vec![Effect::Ask(WorkerRequest::Shown { bytes })]
    }

    /// The program goes on: the answer, the pack or the part that it waits for has been sent to it.
    pub fn resume(&mut self, now: f64) {
        self.since.get_or_insert(now);
    }

    /// The worker has failed; see [`crash_report`].
    pub fn crash(&mut self, what: &str, now: f64) -> Vec<Effect> {
        let outcome = self.killed(Status::Crashed, Some(crash_report(what)), now);
        self.finish(outcome)
    }

    /// Terminates the run if its deadline has passed.
    pub fn tick(&mut self, now: f64) -> Vec<Effect> {
        if self.is_over || self.deadline(now).is_none_or(|deadline| now < deadline) {
            return Vec::new();
        }
        if self.wakes().is_some_and(|wakes| wakes <= now)
            && let Some(again) = self.go_on(Answer::Slept, now)
        {
            return again;
        }
        let status = if self.stop_by.is_some() {
            Status::Stopped
        } else {
            Status::Timeout
        };
        let outcome = self.killed(status, None, now);
        self.finish(outcome)
    }

    /// When [`Run::tick`] terminates the run, if no other event comes first.
    #[must_use]
    pub fn deadline(&self, now: f64) -> Option<f64> {
        let time_up = self.since.map(|_| {
            let budgets = f64::from(self.entries_again) + 1.0;
            let left = self.budget.seconds * 1e3 * budgets + TIMEOUT_GRACE_MS - self.ran(now);
            now + left
        });
        [self.stop_by, time_up, self.wakes()]
            .into_iter()
            .flatten()
            .reduce(f64::min)
    }

    fn ran(&self, now: f64) -> f64 {
        self.ran + self.since.map_or(0.0, |since| now - since)
    }

    fn pause(&mut self, now: f64) {
        self.ran = self.ran(now);
        self.since = None;
    }

    /// How much a display takes from the output budget. Drawing costs nothing while the page keeps up with
    /// it, because a picture takes no more room after a thousand steps than after one.
    fn price(&self, mime: &str, bytes: u64) -> u64 {
        let is_kept_up_with = self.under_way + bytes <= u64::from(OUTPUT_WINDOW_BYTES);
        if mime == CANVAS_MIME && is_kept_up_with {
            0
        } else {
            bytes
        }
    }

    /// A rest gives back as much running time: see `src/python/clock/stopwatch.rs`.
    fn rested(&mut self, milliseconds: f64, now: f64) {
        // `f64::max` and `f64::min` also turn NaN into a number.
        let milliseconds = milliseconds.max(0.0).min(now - self.last_rest);
        self.last_rest = now;
        // A rest that was not announced has counted as running time until now.
        let unknown = if self.is_resting { 0.0 } else { milliseconds };
        let is_paused = self.since.is_none() && !self.is_resting;
        self.is_resting = false;
        self.ran = (self.ran(now) - milliseconds - unknown).max(0.0);
        self.since = (!is_paused).then_some(now);
    }

    fn killed(&self, status: Status, error: Option<ErrorReport>, now: f64) -> Outcome {
        Outcome {
            seconds: self.ran(now) / 1e3,
            killed: true,
            ..without_run(status, error)
        }
    }

    fn finish(&mut self, mut outcome: Outcome) -> Vec<Effect> {
        self.is_over = true;
        // The worker is not trusted to decide whether its interpreter is kept.
        outcome.kept &= self.keeps;
        let run = self.id;
        let end = if outcome.kept {
            Effect::Keep
        } else if outcome.killed || outcome.peak_memory > MOST_RETIRED_BYTES {
            Effect::End
        } else {
            Effect::Retire
        };
        vec![Effect::Tell(FrameMessage::Finished { run, outcome }), end]
    }
}

/// The report on a worker that has failed: `what` completes the sentence "Python itself has failed: ".
#[must_use]
pub fn crash_report(what: &str) -> ErrorReport {
    let message = format!("Python itself has failed: {what}");
    ErrorReport {
        kind: "Crash".to_owned(),
        text: format!("{message}\n"),
        message,
        ..ErrorReport::default()
    }
    .shortened()
}

/// The bytes of output that a worker may send.
fn output_allowed(budget: &Budget) -> u64 {
    budget.output_bytes + u64::from(FRAME_OUTPUT_SLACK_BYTES)
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
        kept: false,
    }
}

#[cfg(test)]
mod tests;
