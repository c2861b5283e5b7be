//! Runs: which program gets a worker, and what becomes of that worker after it.

use gloo_timers::callback::Timeout;

use super::{Active, State};
use crate::frame::interpreters::{InterpreterError, RunHistory};
use crate::frame::js::{milliseconds, tell_page};
use crate::frame::lifecycle::{Effect, Run, without_run};
use crate::frame::spare::Spare;
use crate::frame::story::Story;
use crate::frame::worker::{Worker, WorkerId};
use crate::protocol::{
    AssetName, FrameMessage, MOST_KEPT, PartName, Past, Program, ProgramError, ProgramRequest,
    RunId, Status, Waiting, WorkerMessage, WorkerRequest,
};

/// How many programs may run at the same time; further ones wait in the queue.
const MOST_RUNS: usize = 4;

/// Why a program is not run.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    #[error(transparent)]
    Program(#[from] ProgramError),
    #[error(transparent)]
    Interpreter(#[from] InterpreterError),
}

impl State {
    /// Checks a program and starts it as soon as there is a worker for it.
    pub(super) fn accept(&mut self, run: RunId, request: ProgramRequest) -> Result<(), Refusal> {
        let after = request.after;
        let mut program = request.validate()?;
        if let Some(after) = after {
            let (mut history, worker) = self.take_idle(after)?;
            if let Err(error) = history.decide_modules(program.modules.is_some()) {
                // What was refused costs nothing.
                self.idle.put(history, worker);
                return Err(error.into());
            }
            history.push(run);
            program.file = history.file();
            self.start_run(history, program, worker);
            return Ok(());
        }
        if program.keep && self.idle.len() + self.to_be_kept() >= MOST_KEPT {
            return Err(InterpreterError::TooMany.into());
        }
        self.queue.push_back((run, program));
        self.start_runs();
        Ok(())
    }

    fn take_idle(&mut self, after: RunId) -> Result<(RunHistory, Worker), InterpreterError> {
        let is_running = self.runs.values().find(|active| active.history.has(after));
        let is_queued = self.queue.iter().any(|(queued, _)| *queued == after);
        match is_running {
            Some(active) => Err(InterpreterError::Busy(active.history.latest())),
            None if is_queued => Err(InterpreterError::Busy(after)),
            None => self.idle.take(after).ok_or(InterpreterError::Gone(after)),
        }
    }

    /// How many interpreters are kept once the programs that run and wait are over.
    fn to_be_kept(&self) -> usize {
        let running = self.runs.values().filter(|active| active.run.keeps());
        let waiting = self.queue.iter().filter(|(_, program)| program.keep);
        running.count() + waiting.count()
    }

    /// Ends a program that still waits in the queue.
    pub(super) fn take_from_queue(&mut self, run: RunId) {
        if let Some(at) = self.queue.iter().position(|(queued, _)| *queued == run) {
            self.queue.remove(at);
            let outcome = without_run(Status::Stopped, None);
            tell_page(&FrameMessage::Finished { run, outcome });
        }
    }

    pub(super) fn start_runs(&mut self) {
        self.run_again();
        while self.runs.len() < MOST_RUNS
            && !self.queue.is_empty()
            && let Some(spare) = self.take_spare()
            && let Some((id, program)) = self.queue.pop_front()
        {
            let mut history = RunHistory::first(id);
            // There is none before it.
            let _ = history.decide_modules(program.modules.is_some());
            self.start_run(history, program, spare.into_worker());
        }
        if self.queue.is_empty() {
            self.get_ready_later();
        } else {
            self.warm_spare();
        }
    }

    /// The spare worker, if a program can have it.
    fn take_spare(&mut self) -> Option<Spare> {
        // One that has done something else is no worker for a program that may be run again.
        let is_used = |spare: &Spare| spare.is_preparing() && !spare.is_checking();
        if self.waiting == Waiting::Replay && self.spare.as_ref().is_some_and(is_used) {
            self.replace_spare();
        }
        self.spare.take_if(|spare| spare.is_free())
    }

    /// Runs programs again that were put aside.
    fn run_again(&mut self) {
        while let Some(&key) = self.again.front() {
            // It may have been ended meanwhile.
            if !self.runs.contains_key(&key) {
                self.again.pop_front();
                continue;
            }
            let Some(worker) = self.take_spare().map(Spare::into_worker) else {
                self.warm_spare();
                return;
            };
            self.again.pop_front();
            let Some(mut active) = self.runs.remove(&key) else {
                continue;
            };
            let key = worker.id;
            std::mem::replace(&mut active.worker, worker).retire();
            if let Some(story) = &mut active.history.story {
                story.remember(active.run.past().cloned().unwrap_or_default());
                story.begin_again();
            }
            self.runs.insert(key, active);
            self.tell_story(key);
        }
    }

    /// Runs the next program of an interpreter again.
    fn tell_story(&mut self, worker: WorkerId) {
        let Some(active) = self.runs.get_mut(&worker) else {
            return;
        };
        let story = active.history.story.as_ref();
        let Some((program, past)) = story.and_then(Story::current) else {
            return;
        };
        if !active.is_catching_up() {
            active.run.resume(milliseconds());
        }
        let program = Box::new(program);
        active.worker.ask(&WorkerRequest::Start {
            program,
            past,
            can_be_put_aside: true,
        });
        self.set_timer(worker);
    }

    /// Hears a worker that runs an earlier program of its interpreter again: the page knows all that it says.
    pub(super) fn catch_up(&mut self, worker: WorkerId, message: WorkerMessage) {
        let Some(active) = self.runs.get_mut(&worker) else {
            return;
        };
        match message {
            WorkerMessage::Finished { .. } => {
                if let Some(story) = &mut active.history.story {
                    story.go_on();
                }
                self.tell_story(worker);
            }
            WorkerMessage::Crashed { .. }
            | WorkerMessage::Aside { .. }
            | WorkerMessage::AtPrompt { .. } => {
                let effects = active
                    .run
                    .crash("it could not be run again", milliseconds());
                self.carry_out(worker, effects);
            }
            _ => {}
        }
    }

    fn start_run(&mut self, mut history: RunHistory, program: Program, worker: Worker) {
        let id = history.latest();
        let mut run = Run::new(id, &program, milliseconds());
        let mut can_be_put_aside = false;
        if self.waiting == Waiting::Replay {
            can_be_put_aside = history.story.as_ref().is_none_or(Story::is_bearable);
            run = run.with_replay();
            let story = history.story.get_or_insert_default();
            story.begin(program.clone());
        }
        let file = program.file.clone();
        tell_page(&FrameMessage::Started { run: id, file });
        let program = Box::new(program);
        let past = Past::default();
        worker.ask(&WorkerRequest::Start {
            program,
            past,
            can_be_put_aside,
        });
        let key = worker.id;
        self.runs.insert(
            key,
            Active {
                history,
                run,
                worker,
                timer: None,
            },
        );
        self.set_timer(key);
    }

    pub(super) fn with_run(&mut self, id: RunId, event: impl FnOnce(&mut Run) -> Vec<Effect>) {
        self.with_active(|history| history.latest() == id, event);
    }

    pub(super) fn with_active(
        &mut self,
        is_meant: impl Fn(&RunHistory) -> bool,
        event: impl FnOnce(&mut Run) -> Vec<Effect>,
    ) {
        let mut runs = self.runs.iter_mut();
        let Some((&worker, active)) = runs.find(|(_, active)| is_meant(&active.history)) else {
            return;
        };
        let effects = event(&mut active.run);
        self.carry_out(worker, effects);
    }

    pub(super) fn carry_out(&mut self, worker: WorkerId, effects: Vec<Effect>) {
        for effect in effects {
            let Some(active) = self.runs.get(&worker) else {
                return;
            };
            match effect {
                Effect::Tell(message) => tell_page(&message),
                Effect::Ask(request) => active.worker.ask(&request),
                Effect::Get(name) => self.get(worker, name),
                Effect::Again => {
                    self.again.push_back(worker);
                    self.start_runs();
                }
                end @ (Effect::End | Effect::Retire) => {
                    if let Some(active) = self.runs.remove(&worker)
                        && end == Effect::Retire
                    {
                        active.worker.retire();
                    }
                    self.start_runs();
                    self.warm_spare();
                }
                Effect::Keep => {
                    if let Some(mut active) = self.runs.remove(&worker) {
                        if let (Some(story), Some(past)) =
                            (&mut active.history.story, active.run.past())
                        {
                            story.remember(past.clone());
                        }
                        self.idle.put(active.history, active.worker);
                    }
                    self.start_runs();
                }
            }
        }
        self.set_timer(worker);
    }

    fn get(&mut self, worker: WorkerId, name: AssetName) {
        self.asset_requests.push((worker, name));
        if self.assets.has(name) {
            self.answer_asset_requests(name, "");
        } else {
            self.assets.request(name);
            // The program imports it next, and needs not wait twice.
            if let Some(part) = PartName::that_needs(name) {
                self.assets.request(part.into());
            }
        }
    }

    /// Sets the timer that terminates the run at its deadline.
    pub(super) fn set_timer(&mut self, worker: WorkerId) {
        let Some(active) = self.runs.get_mut(&worker) else {
            return;
        };
        let now = milliseconds();
        let own = self.own.clone();
        active.timer = active.run.deadline(now).map(|deadline| {
            let tick = move || {
                if let Some(state) = own.upgrade() {
                    state.borrow_mut().tick(worker);
                }
            };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a budget is within a day"
            )]
            let left = (deadline - now).max(0.0).ceil() as u32;
            Timeout::new(left, tick)
        });
    }

    fn tick(&mut self, worker: WorkerId) {
        if let Some(active) = self.runs.get_mut(&worker) {
            let effects = active.run.tick(milliseconds());
            self.carry_out(worker, effects);
        }
    }
}
