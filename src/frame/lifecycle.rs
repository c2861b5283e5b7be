//! A run's life, seen from the frame: which effects each event has. Times are in milliseconds of the
//! frame's clock.

use std::collections::BTreeMap;

use super::replay::{Replay, differs};
use super::transcript::Differs;
use crate::options::budget::Budget;
use crate::protocol::{
    Answer, AssetName, CANVAS_MIME, CanvasEvent, Chunk, ErrorReport, FRAME_OUTPUT_SLACK_BYTES,
    FrameMessage, InputKind, OUTPUT_WINDOW_BYTES, Outcome, Past, Program, RunId, Status, Wish,
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
    /// Since when the program has been running; `None` while it waits.
    since: Option<f64>,
    stop_by: Option<f64>,
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
            since: Some(now),
            stop_by: None,
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

    /// This has happened to the program since it was run again.
    fn remember(&mut self, past: Past, now: f64) -> Vec<Effect> {
        match &mut self.replay {
            Some(replay) => {
                if replay.extend(past) {
                    return Vec::new();
                }
                self.crash("it remembers more than it may", now)
            }
            None => self.crash("it remembers where it can wait", now),
        }
    }

    /// The program would ask, but has worked too long to be run again.
    fn cannot_ask(&mut self, now: f64) -> Vec<Effect> {
        let run = self.id;
        match self
            .replay
            .as_mut()
            .map(Replay::says_first_that_it_cannot_ask)
        {
            Some(true) => vec![Effect::Tell(FrameMessage::CannotAsk { run })],
            Some(false) => Vec::new(),
            None => self.crash("it cannot ask where it can wait", now),
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
            self.stop_by = None;
            self.output_left = output_allowed(&self.budget);
        }
        let run = self.id;
        vec![Effect::Tell(FrameMessage::InputRequest { run, kind })]
    }

    /// The program waits in a browser that cannot wait.
    fn put_aside(&mut self, wish: Wish, now: f64) -> Vec<Effect> {
        let Some(replay) = &mut self.replay else {
            return self.crash("it was put aside where it can wait", now);
        };
        if !replay.is_level() || !replay.past().is_bearable() {
            return self.differ(now);
        }
        if let Err(what) = replay.put_aside(wish, now) {
            return self.crash(what, now);
        }
        match wish {
            Wish::Input { kind } => self.ask(kind, now),
            Wish::Sleep { .. } => {
                self.pause(now);
                Vec::new()
            }
        }
    }

    /// Has the program run again if it is put aside: its wait ends with this. Its running time counts from its
    /// start, which the program lives again.
    fn run_again(&mut self, answer: Answer) -> Option<Vec<Effect>> {
        let replay = self.replay.as_mut().filter(|replay| replay.is_aside())?;
        replay.answer(answer);
        self.ran = 0.0;
        Some(vec![Effect::Again])
    }

    /// The program has done something else when it was run again.
    fn differ(&mut self, now: f64) -> Vec<Effect> {
        let outcome = self.killed(Status::Exception, Some(differs()), now);
        let mut effects = self.cannot_ask(now);
        effects.extend(self.finish(outcome));
        effects
    }

    /// The program waits for an asset.
    fn get(&mut self, name: AssetName, now: f64) -> Vec<Effect> {
        let Some(left) = self.assets_left.checked_sub(1) else {
            return self.crash("it asked for packs and parts without end", now);
        };
        self.assets_left = left;
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
        let ran = self.ran(now);
        if let Some(again) = self.run_again(Answer::Stop) {
            // Its worker has to start, and it has to come so far again.
            self.stop_by = Some(now + ran + STOP_GRACE_OF_KEPT_MS);
            return again;
        }
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
            return self.run_again(Answer::Input { line }).unwrap_or_default();
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
            && let Some(again) = self.run_again(Answer::Slept)
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
            let left = self.budget.seconds * 1e3 + TIMEOUT_GRACE_MS - self.ran(now);
            now + left
        });
        [self.stop_by, time_up, self.wakes()]
            .into_iter()
            .flatten()
            .reduce(f64::min)
    }

    /// When a program that is put aside has slept enough.
    fn wakes(&self) -> Option<f64> {
        self.replay.as_ref().and_then(Replay::wakes)
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
mod tests {
    use super::*;
    use crate::protocol::{PackName, ProgramRequest, Stream};

    fn run() -> Run {
        run_of(ProgramRequest::default())
    }

    fn console() -> Run {
        run_of(ProgramRequest {
            console: Some(true),
            interactive: Some(true),
            ..ProgramRequest::default()
        })
    }

    fn run_of(request: ProgramRequest) -> Run {
        Run::new(1, &request.validate().expect("valid"), 0.0)
    }

    fn asks(kind: InputKind) -> WorkerMessage {
        WorkerMessage::InputRequest { kind }
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
        run.hear(asks(InputKind::Line), 4_000.0);
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
    fn a_console_has_its_budget_for_each_entry() {
        let mut run = console();
        run.hear(asks(InputKind::Code), 0.0);
        for entry in 1..10 {
            let start = f64::from(entry) * 1e6;
            run.answer(Some("work()".to_owned()), start);
            assert_eq!(run.tick(start + 9_000.0), []);
            run.hear(output(1_000), start + 9_000.0);
            run.hear(asks(InputKind::Code), start + 9_000.0);
        }
        run.answer(Some("work()".to_owned()), 1e8);
        let end = run.tick(1e8 + 10_000.0 + TIMEOUT_GRACE_MS);
        assert_eq!(status(&end), Some((Status::Timeout, true)));
    }

    #[test]
    fn a_program_cannot_pretend_to_be_a_console() {
        let mut run = run();
        run.hear(asks(InputKind::Code), 9_000.0);
        run.answer(None, 9_000.0);
        let end = run.tick(10_000.0 + TIMEOUT_GRACE_MS);
        assert_eq!(status(&end), Some((Status::Timeout, true)));
    }

    #[test]
    fn stop_ends_an_entry_and_leaves_the_console() {
        let mut run = console();
        run.answer(Some("while True: pass".to_owned()), 0.0);
        run.stop(1_000.0);
        run.hear(asks(InputKind::Code), 1_020.0);
        assert_eq!(run.deadline(1_020.0), None);
        assert_eq!(status(&run.kill(2_000.0)), Some((Status::Stopped, true)));
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
    fn a_worker_that_asks_without_end_is_not_believed() {
        let mut run = run();
        run.hear(asks(InputKind::Line), 0.0);
        run.answer(None, 1.0);
        run.hear(asks(InputKind::Line), 2.0);
        // The question and Stop may have crossed.
        run.stop(3.0);
        run.hear(asks(InputKind::Line), 4.0);
        let end = run.hear(asks(InputKind::Line), 5.0);
        assert_eq!(status(&end), Some((Status::Crashed, true)));
    }

    #[test]
    fn a_worker_that_sends_messages_it_was_not_asked_for_is_terminated() {
        let completions = || WorkerMessage::Completions { words: Vec::new() };
        let mut run = console();
        run.hear(asks(InputKind::Code), 0.0);
        run.complete("pri".to_owned(), 1.0);
        assert_eq!(status(&run.hear(completions(), 2.0)), None);
        assert_eq!(
            status(&run.hear(completions(), 3.0)),
            Some((Status::Crashed, true))
        );

        let mut run = self::run();
        let pack = || WorkerMessage::PackRequest {
            pack: PackName::Rest,
        };
        let end = (0..2_000).find_map(|_| status(&run.hear(pack(), 0.0)));
        assert_eq!(end, Some((Status::Crashed, true)));

        let mut run = self::run();
        let end = (0..10).find_map(|_| status(&run.hear(WorkerMessage::Warm, 0.0)));
        assert_eq!(end, Some((Status::Crashed, true)));
    }

    #[test]
    fn a_worker_that_shows_without_end_is_not_believed() {
        let mut run = run();
        let display = |bytes| WorkerMessage::Display {
            mime: "image/png".to_owned(),
            data: vec![0; bytes],
            alt: String::new(),
        };
        let end = (0..100).find_map(|_| status(&run.hear(display(100_000), 0.0)));
        assert_eq!(end, Some((Status::Crashed, true)));

        let mut run = self::run();
        let end = (0..10_000).find_map(|_| status(&run.hear(display(0), 0.0)));
        assert_eq!(end, Some((Status::Crashed, true)));
    }

    fn drawing(bytes: usize) -> WorkerMessage {
        WorkerMessage::Display {
            mime: CANVAS_MIME.to_owned(),
            data: vec![0; bytes],
            alt: String::new(),
        }
    }

    #[test]
    fn drawing_is_free_as_long_as_the_page_keeps_up() {
        let mut run = run();
        for _ in 0..1_000 {
            assert_eq!(status(&run.hear(drawing(50_000), 0.0)), None);
            let _ = run.shown(50_100);
        }
        let end = (0..100).find_map(|_| status(&run.hear(drawing(50_000), 0.0)));
        assert_eq!(end, Some((Status::Crashed, true)));
    }

    #[test]
    fn a_program_that_rests_half_of_its_time_goes_on() {
        let mut run = run();
        for second in 1..1_000 {
            let now = f64::from(second) * 1e3;
            let milliseconds = 500.0;
            assert_eq!(run.hear(WorkerMessage::Rested { milliseconds }, now), []);
            assert_eq!(run.tick(now), []);
        }
    }

    #[test]
    fn a_long_rest_is_not_running() {
        let mut run = run();
        run.hear(WorkerMessage::Resting, 9_000.0);
        assert_eq!(run.deadline(9_000.0), None);
        let milliseconds = 1e9;
        run.hear(WorkerMessage::Rested { milliseconds }, 1e9);
        assert_eq!(run.deadline(1e9), Some(1e9 + 10_000.0 + TIMEOUT_GRACE_MS));
    }

    #[test]
    fn rest_that_there_was_no_time_for_is_not_believed() {
        for milliseconds in [1e12, f64::INFINITY, f64::NAN, -1e12] {
            let mut run = run();
            run.hear(WorkerMessage::Rested { milliseconds }, 8_000.0);
            run.hear(WorkerMessage::Rested { milliseconds }, 8_001.0);
            let end = run.tick(8_001.0 + 10_000.0 + TIMEOUT_GRACE_MS);
            assert_eq!(
                status(&end),
                Some((Status::Timeout, true)),
                "{milliseconds}"
            );
        }
    }

    #[test]
    fn a_worker_lives_on_only_if_it_was_asked_to() {
        let finished = || WorkerMessage::Finished {
            outcome: Outcome {
                kept: true,
                ..without_run(Status::Ok, None)
            },
        };
        let kept = run_of(ProgramRequest {
            keep: Some(true),
            ..ProgramRequest::default()
        })
        .hear(finished(), 1.0);
        assert_eq!(kept.last(), Some(&Effect::Keep));
        let ended = run().hear(finished(), 1.0);
        assert_eq!(ended.last(), Some(&Effect::Retire));
        assert!(matches!(
            &ended[0],
            Effect::Tell(FrameMessage::Finished { outcome, .. }) if !outcome.kept
        ));
    }

    #[test]
    fn a_worker_with_much_memory_ends_with_its_run() {
        let finished = WorkerMessage::Finished {
            outcome: Outcome {
                peak_memory: MOST_RETIRED_BYTES + 1,
                ..without_run(Status::Ok, None)
            },
        };
        assert_eq!(run().hear(finished, 1.0).last(), Some(&Effect::End));
    }

    #[test]
    fn a_worker_that_is_to_be_kept_is_not_kept_when_it_has_to_be_ended() {
        let mut run = run_of(ProgramRequest {
            keep: Some(true),
            ..ProgramRequest::default()
        });
        run.stop(0.0);
        assert_eq!(run.tick(1_999.0), []);
        assert_eq!(run.tick(2_000.0).last(), Some(&Effect::End));
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

    fn printed(text: &str) -> WorkerMessage {
        let (stream, text) = (Stream::Stdout, text.to_owned());
        let chunks = vec![Chunk { stream, text }];
        WorkerMessage::Output { chunks }
    }

    fn aside() -> WorkerMessage {
        let kind = InputKind::Line;
        let wish = Wish::Input { kind };
        WorkerMessage::Aside { wish }
    }

    #[test]
    fn a_run_that_is_put_aside_goes_on_where_it_was_for_the_page() {
        let mut run = run().with_replay();
        assert_eq!(run.hear(printed("Name? "), 0.0).len(), 1);
        let asked = run.hear(aside(), 400.0);
        assert!(matches!(
            asked[..],
            [Effect::Tell(FrameMessage::InputRequest { .. })]
        ));
        assert_eq!(run.deadline(500.0), None, "the reader may take her time");
        let line = Some("Ann".to_owned());
        assert_eq!(run.answer(line.clone(), 90_000.0), [Effect::Again]);
        assert_eq!(run.answer(line.clone(), 90_000.0), [], "nothing asks");
        let answers = &run.past().expect("it has one").answers;
        assert_eq!(*answers, [Answer::Input { line }]);
        run.resume(90_001.0);
        assert_eq!(run.hear(printed("Name? "), 90_002.0), []);
        let new = run.hear(printed("Hi"), 90_003.0);
        assert!(matches!(new[..], [Effect::Tell(_)]));
        let left = run.deadline(90_401.0).expect("it runs") - 90_401.0;
        let whole = Budget::default().seconds * 1e3 + TIMEOUT_GRACE_MS;
        assert!(
            (left - whole + 400.0).abs() < 1.0,
            "{left}: what is lived again counts once"
        );
    }

    #[test]
    fn a_program_that_does_not_repeat_ends_with_a_reason() {
        let start = || {
            let mut run = run().with_replay();
            run.hear(printed("id 1? "), 0.0);
            run.hear(aside(), 1.0);
            run.answer(None, 2.0);
            run.resume(3.0);
            run
        };
        let ended = Some((Status::Exception, true));
        let mut run = start();
        assert_eq!(status(&run.hear(printed("id 2? "), 4.0)), ended);
        let mut run = start();
        assert_eq!(status(&run.hear(aside(), 4.0)), ended, "it asks too early");
        let mut run = start();
        let outcome = without_run(Status::Ok, None);
        let finished = WorkerMessage::Finished { outcome };
        assert_eq!(status(&run.hear(finished, 4.0)), ended, "it ends too early");
    }

    #[test]
    fn stop_and_the_end_of_a_sleep_run_a_program_again() {
        let mut run = run().with_replay();
        let milliseconds = 200.0;
        let wish = Wish::Sleep { milliseconds };
        assert_eq!(run.hear(WorkerMessage::Aside { wish }, 10.0), []);
        assert_eq!(run.deadline(10.0), Some(210.0));
        assert_eq!(run.tick(209.0), []);
        assert_eq!(run.tick(210.0), [Effect::Again]);
        run.resume(211.0);
        run.hear(aside(), 212.0);
        assert_eq!(run.stop(300.0), [Effect::Again]);
        let answers = &run.past().expect("it has one").answers;
        assert_eq!(*answers, [Answer::Slept, Answer::Stop]);
        let patience = 300.0 + STOP_GRACE_OF_KEPT_MS;
        assert_eq!(
            status(&run.tick(patience)),
            None,
            "it comes so far again first"
        );
        let patience = patience + 1.0;
        assert_eq!(status(&run.tick(patience)), Some((Status::Stopped, true)));
    }

    #[test]
    fn a_part_that_the_end_needs_after_stop_is_waited_for_once() {
        let needs = || WorkerMessage::PackRequest {
            pack: PackName::Rest,
        };
        let mut run = run();
        run.stop(0.0);
        run.hear(needs(), 400.0);
        assert_eq!(status(&run.tick(STOP_GRACE_MS)), None);
        run.hear(needs(), 1_000.0);
        let patience = 400.0 + STOP_GRACE_OF_PART_MS;
        assert_eq!(status(&run.tick(patience)), Some((Status::Stopped, true)));
    }

    #[test]
    fn only_a_browser_that_cannot_wait_puts_programs_aside() {
        let mut run = run();
        assert_eq!(
            status(&run.hear(aside(), 0.0)),
            Some((Status::Crashed, true))
        );
        let mut run = self::run();
        let past = Past::default();
        let message = WorkerMessage::Past { past };
        assert_eq!(
            status(&run.hear(message, 0.0)),
            Some((Status::Crashed, true))
        );
    }
}
