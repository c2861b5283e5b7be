//! What the page and the workers say, and who gets a worker.
//!
//! One warm worker is kept as a spare; a run takes it, and the next spare is warmed as soon as
//! the run has begun. Until then the spare checks texts.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;

use super::assets::{Assets, receive};
use super::checks::Checks;
use super::kept::{Cells, Kept, KeptError};
use super::lifecycle::{Effect, Run, crash_report, without_run};
use super::outside::{milliseconds, pack_message, tell_page};
use super::spare::Spare;
use super::worker::{Worker, WorkerId};
use crate::protocol::{
    AssetName, Capabilities, CheckId, CheckRequest, ErrorReport, FrameMessage, MOST_KEPT, PackName,
    PageMessage, Program, ProgramError, ProgramRequest, RunId, Status, Waiting, WorkerMessage,
    WorkerRequest,
};

/// More programs than this do not begin in a fresh worker at once; they wait for one another.
const MOST_RUNS: usize = 4;

/// A worker that fails before it is warm is replaced this many times.
const MOST_FAILURES: u32 = 2;

/// The controller of one frame.
#[wasm_bindgen]
pub struct Controller(Rc<RefCell<State>>);

struct State {
    own: Weak<RefCell<State>>,
    worker_url: String,
    waiting: Waiting,
    assets: Assets,
    spare: Option<Spare>,
    queue: VecDeque<(RunId, Program)>,
    runs: BTreeMap<WorkerId, Active>,
    kept: Kept<Worker>,
    checks: Checks,
    /// Workers that wait for a pack.
    pack_requests: Vec<(WorkerId, PackName)>,
    next_worker: WorkerId,
    failures: u32,
    is_ready: bool,
    is_broken: bool,
}

struct Active {
    /// Of which the last one runs.
    cells: Cells,
    run: Run,
    worker: Worker,
    timer: Option<Timeout>,
}

/// Why a program is not run.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error(transparent)]
    Program(#[from] ProgramError),
    #[error(transparent)]
    Kept(#[from] KeptError),
}

#[wasm_bindgen]
impl Controller {
    /// A controller that starts workers from this script and tells them how to wait (a
    /// [`Waiting`]). Asks the page for what it needs first.
    ///
    /// # Errors
    /// `waiting` is none.
    #[wasm_bindgen(constructor)]
    pub fn new(worker_url: String, waiting: JsValue) -> Result<Self, JsError> {
        let waiting = serde_wasm_bindgen::from_value(waiting)?;
        let state = Rc::new_cyclic(|own| {
            RefCell::new(State {
                own: own.clone(),
                worker_url,
                waiting,
                assets: Assets::default(),
                spare: None,
                queue: VecDeque::new(),
                runs: BTreeMap::new(),
                kept: Kept::default(),
                checks: Checks::default(),
                pack_requests: Vec::new(),
                next_worker: 1,
                failures: 0,
                is_ready: false,
                is_broken: false,
            })
        });
        tell_page(&FrameMessage::Connected);
        state.borrow_mut().request_first_assets();
        Ok(Self(state))
    }

    /// Hears a [`PageMessage`]. One that is none is answered if it names its run or its check.
    pub fn hear(&self, message: JsValue) {
        let id = |name: &str| {
            let id = js_sys::Reflect::get(&message, &name.into()).ok()?;
            serde_wasm_bindgen::from_value::<u32>(id).ok()
        };
        let (run, check) = (id("run"), id("check"));
        match serde_wasm_bindgen::from_value(message) {
            Ok(message) => self.0.borrow_mut().hear_page(message),
            Err(error) => {
                let message = error.to_string();
                let message = message
                    .strip_prefix("Error: ")
                    .unwrap_or(&message)
                    .to_owned();
                if let Some(run) = run {
                    tell_page(&FrameMessage::Rejected { run, message });
                } else if let Some(check) = check {
                    tell_page(&FrameMessage::Unchecked { check, message });
                }
            }
        }
    }

    /// Takes an asset's body, a stream or a buffer. `name` is an [`AssetName`].
    #[wasm_bindgen(js_name = takeAsset)]
    pub fn take_asset(&self, name: JsValue, body: JsValue) {
        let Ok(name) = serde_wasm_bindgen::from_value::<AssetName>(name) else {
            return;
        };
        let state = Rc::clone(&self.0);
        wasm_bindgen_futures::spawn_local(async move {
            let received = receive(name, body).await;
            let mut state = state.borrow_mut();
            match received {
                Ok(asset) => {
                    state.assets.put(name, asset);
                    state.use_asset(name);
                }
                Err(message) => {
                    state.give_up_on(name, &message);
                    tell_page(&FrameMessage::AssetFailed { name, message });
                }
            }
        });
    }

    /// Hears why the page cannot get an asset. `name` is an [`AssetName`].
    #[wasm_bindgen(js_name = missAsset)]
    pub fn miss_asset(&self, name: JsValue, why: &str) {
        if let Ok(name) = serde_wasm_bindgen::from_value(name) {
            self.0.borrow_mut().give_up_on(name, why);
        }
    }
}

impl State {
    /// What a worker is born with: where a program cannot wait for packs, it has them beforehand.
    fn first_assets(&self) -> &'static [AssetName] {
        use AssetName::{Core, Interpreter, Rest};
        match self.waiting {
            Waiting::None => &[Interpreter, Core, Rest],
            Waiting::StackSwitching | Waiting::SharedMemory => &[Interpreter],
        }
    }

    fn request_first_assets(&mut self) {
        for &name in self.first_assets() {
            self.assets.request(name);
        }
    }

    fn use_asset(&mut self, name: AssetName) {
        self.answer_pack_requests(name, "");
        self.warm_spare();
        self.prepare_spare();
    }

    fn prepare_spare(&mut self) {
        if let Some(spare) = &mut self.spare {
            spare.prepare(&self.assets);
        }
        self.start_check();
    }

    /// A program that waits for a pack goes on without it, and says why.
    fn give_up_on(&mut self, name: AssetName, why: &str) {
        self.assets.miss(name);
        self.answer_pack_requests(name, why);
        if name == AssetName::Core
            && let Some(check) = self.checks.give_up()
        {
            tell_page(&FrameMessage::Checked { check, error: None });
        }
    }

    fn answer_pack_requests(&mut self, name: AssetName, why_not: &str) {
        let (answered, waiting): (Vec<_>, Vec<_>) = std::mem::take(&mut self.pack_requests)
            .into_iter()
            .partition(|(_, pack)| AssetName::from(*pack) == name);
        self.pack_requests = waiting;
        let message = pack_message(self.assets.pack(name), why_not);
        for (worker, _) in answered {
            if let Some(active) = self.runs.get_mut(&worker) {
                active.run.resume(milliseconds());
                active.worker.post(&message);
            }
            self.set_timer(worker);
        }
    }

    fn warm_spare(&mut self) {
        if self.spare.is_some()
            || self.is_broken
            || !self
                .first_assets()
                .iter()
                .all(|&name| self.assets.has(name))
        {
            return;
        }
        let id = self.next_worker;
        self.next_worker += 1;
        let own = self.own.clone();
        let hear = move |message| {
            if let Some(state) = own.upgrade() {
                state.borrow_mut().hear_worker(id, message);
            }
        };
        match Worker::start(id, &self.worker_url, &self.assets, self.waiting, hear) {
            Ok(worker) => self.spare = Some(Spare::new(worker)),
            Err(error) => self.break_down(&format!("this browser starts no worker ({error:?})")),
        }
    }

    fn break_down(&mut self, why: &str) {
        self.is_broken = true;
        self.spare = None;
        let message = format!(
            "Python does not start: {why}. Reload the page; if that does not help, try another browser."
        );
        tell_page(&FrameMessage::Broken { message });
        for (run, _) in std::mem::take(&mut self.queue) {
            let outcome = without_run(Status::Crashed, None);
            tell_page(&FrameMessage::Finished { run, outcome });
        }
    }

    fn hear_page(&mut self, message: PageMessage) {
        let now = milliseconds();
        match message {
            PageMessage::Run { run, program } => {
                if let Err(refusal) = self.take_on(run, *program) {
                    let message = refusal.to_string();
                    tell_page(&FrameMessage::Rejected { run, message });
                }
            }
            PageMessage::Stop { run } => {
                self.take_from_queue(run);
                self.with_run(run, |run| run.stop(now));
            }
            PageMessage::Input { run, line } => self.with_run(run, |run| run.answer(line, now)),
            PageMessage::Shown { run, bytes } => self.with_run(run, |run| run.shown(bytes)),
            PageMessage::Complete { run, line } => {
                self.with_run(run, |run| run.complete(line, now));
            }
            PageMessage::Kill { run } => {
                self.take_from_queue(run);
                self.kept.take(run);
                self.with_active(|cells| cells.has(run), |run| run.kill(now));
            }
            PageMessage::Check { check, request } => self.take_on_check(check, request),
        }
    }

    /// Ends a program that has no worker yet.
    fn take_from_queue(&mut self, run: RunId) {
        if let Some(at) = self.queue.iter().position(|(queued, _)| *queued == run) {
            self.queue.remove(at);
            let outcome = without_run(Status::Stopped, None);
            tell_page(&FrameMessage::Finished { run, outcome });
        }
    }

    fn with_run(&mut self, id: RunId, event: impl FnOnce(&mut Run) -> Vec<Effect>) {
        self.with_active(|cells| cells.latest() == id, event);
    }

    fn with_active(
        &mut self,
        is_meant: impl Fn(&Cells) -> bool,
        event: impl FnOnce(&mut Run) -> Vec<Effect>,
    ) {
        let mut runs = self.runs.iter_mut();
        let Some((&worker, active)) = runs.find(|(_, active)| is_meant(&active.cells)) else {
            return;
        };
        let effects = event(&mut active.run);
        self.carry_out(worker, effects);
    }

    fn hear_worker(&mut self, worker: WorkerId, message: WorkerMessage) {
        if let Some(active) = self.runs.get_mut(&worker) {
            let effects = active.run.hear(message, milliseconds());
            self.carry_out(worker, effects);
            return;
        }
        // One that is kept has nothing to say.
        self.kept.forget(|kept| kept.id == worker);
        let Some(spare) = self
            .spare
            .as_mut()
            .filter(|spare| spare.worker().id == worker)
        else {
            return;
        };
        let is_checking = spare.is_checking();
        match message {
            WorkerMessage::Warm => {
                spare.warm();
                self.failures = 0;
                if !self.is_ready {
                    self.is_ready = true;
                    let capabilities = Capabilities {
                        waiting: self.waiting,
                    };
                    tell_page(&FrameMessage::Ready { capabilities });
                    // Most programs import something; on a slow line the interpreter comes first.
                    self.assets.request(AssetName::Core);
                }
                self.start_runs();
                self.prepare_spare();
            }
            WorkerMessage::Checked { error } if is_checking => {
                spare.end_check();
                self.end_check(error);
            }
            // The text nests too deeply for whoever checks it.
            WorkerMessage::Finished { outcome } if is_checking => {
                self.replace_spare();
                self.end_check(outcome.error);
            }
            WorkerMessage::Crashed { message } if is_checking => {
                self.replace_spare();
                self.end_check(Some(crash_report(&message)));
            }
            WorkerMessage::Crashed { message } => {
                self.spare = None;
                self.failures += 1;
                if self.failures > MOST_FAILURES {
                    self.break_down(&message);
                } else {
                    self.warm_spare();
                }
            }
            _ => {}
        }
    }

    fn replace_spare(&mut self) {
        self.spare = None;
        self.warm_spare();
    }

    fn take_on_check(&mut self, check: CheckId, request: CheckRequest) {
        match request.validate() {
            Ok(text) => {
                self.checks.ask(check, text);
                if self.is_ready {
                    self.assets.request(AssetName::Core);
                }
                self.start_check();
            }
            Err(error) => {
                let message = error.to_string();
                tell_page(&FrameMessage::Unchecked { check, message });
            }
        }
    }

    fn start_check(&mut self) {
        let Some(spare) = self.spare.as_mut().filter(|spare| spare.can_check()) else {
            return;
        };
        let Some(text) = self.checks.begin() else {
            return;
        };
        let own = self.own.clone();
        spare.check(text, move || {
            if let Some(state) = own.upgrade() {
                let mut state = state.borrow_mut();
                state.replace_spare();
                state.end_check(None);
            }
        });
    }

    /// Answers the check that was under way. Programs go before the next one.
    fn end_check(&mut self, error: Option<ErrorReport>) {
        if let Some(check) = self.checks.end() {
            tell_page(&FrameMessage::Checked { check, error });
        }
        self.start_runs();
        self.start_check();
    }

    /// Begins with a program as soon as there is a worker for it.
    fn take_on(&mut self, run: RunId, request: ProgramRequest) -> Result<(), Refusal> {
        let after = request.after;
        let mut program = request.validate()?;
        if let Some(after) = after {
            let (mut cells, worker) = self.take_kept(after)?;
            cells.push(run);
            program.file = cells.file();
            self.start_run(cells, program, worker);
            return Ok(());
        }
        if program.keep && self.kept.len() + self.to_be_kept() >= MOST_KEPT {
            return Err(KeptError::TooMany.into());
        }
        self.queue.push_back((run, program));
        self.start_runs();
        Ok(())
    }

    fn take_kept(&mut self, after: RunId) -> Result<(Cells, Worker), KeptError> {
        let is_running = self.runs.values().find(|active| active.cells.has(after));
        let is_queued = self.queue.iter().any(|(queued, _)| *queued == after);
        match is_running {
            Some(active) => Err(KeptError::Busy(active.cells.latest())),
            None if is_queued => Err(KeptError::Busy(after)),
            None => self.kept.take(after).ok_or(KeptError::Gone(after)),
        }
    }

    /// How many interpreters are kept once the programs that run and wait are over.
    fn to_be_kept(&self) -> usize {
        let running = self.runs.values().filter(|active| active.run.keeps());
        let waiting = self.queue.iter().filter(|(_, program)| program.keep);
        running.count() + waiting.count()
    }

    fn start_runs(&mut self) {
        while self.runs.len() < MOST_RUNS
            && !self.queue.is_empty()
            && let Some(spare) = self.spare.take_if(|spare| spare.is_free())
            && let Some((id, program)) = self.queue.pop_front()
        {
            self.start_run(Cells::first(id), program, spare.into_worker());
            self.warm_spare();
        }
    }

    fn start_run(&mut self, cells: Cells, program: Program, worker: Worker) {
        let id = cells.latest();
        let run = Run::new(id, &program, milliseconds());
        let file = program.file.clone();
        tell_page(&FrameMessage::Started { run: id, file });
        let program = Box::new(program);
        worker.ask(&WorkerRequest::Start { program });
        let key = worker.id;
        self.runs.insert(
            key,
            Active {
                cells,
                run,
                worker,
                timer: None,
            },
        );
        self.set_timer(key);
    }

    fn carry_out(&mut self, worker: WorkerId, effects: Vec<Effect>) {
        for effect in effects {
            let Some(active) = self.runs.get(&worker) else {
                return;
            };
            match effect {
                Effect::Tell(message) => tell_page(&message),
                Effect::Ask(request) => active.worker.ask(&request),
                Effect::GetPack(pack) => self.get_pack(worker, pack),
                Effect::End => {
                    self.runs.remove(&worker);
                    self.start_runs();
                }
                Effect::Keep => {
                    if let Some(active) = self.runs.remove(&worker) {
                        self.kept.put(active.cells, active.worker);
                    }
                    self.start_runs();
                }
            }
        }
        self.set_timer(worker);
    }

    fn get_pack(&mut self, worker: WorkerId, pack: PackName) {
        let name = pack.into();
        self.pack_requests.push((worker, pack));
        if self.assets.has(name) {
            self.answer_pack_requests(name, "");
        } else {
            self.assets.request(name);
        }
    }

    /// Sees to it that the run is looked at when it is overdue.
    fn set_timer(&mut self, worker: WorkerId) {
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
