//! What the page and the workers say, and who gets a worker.
//!
//! One warm worker is kept as a spare; a run takes it, and the next spare is warmed as soon as
//! the run has begun.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;

use super::assets::{Assets, receive};
use super::lifecycle::{Effect, Run, without_run};
use super::outside::{milliseconds, pack_message, prepare_message, tell_page};
use super::worker::{Worker, WorkerId};
use crate::protocol::{
    AssetName, Capabilities, FrameMessage, PackName, PageMessage, Program, RunId, Status, Waiting,
    WorkerMessage, WorkerRequest,
};

/// More programs than this do not run at once; they wait for one another.
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
    /// The worker of the last program that was run to be kept: there is memory for one.
    kept: Option<(RunId, Worker)>,
    /// Workers that wait for a pack.
    pack_requests: Vec<(WorkerId, PackName)>,
    next_worker: WorkerId,
    failures: u32,
    is_ready: bool,
    is_broken: bool,
}

struct Spare {
    worker: Worker,
    is_warm: bool,
    /// Whether it was told to prepare for what most programs need.
    is_preparing: bool,
}

impl Spare {
    /// Lets the worker go on with its set-up while there is no program for it.
    fn prepare(&mut self, assets: &Assets) {
        if self.is_warm
            && !self.is_preparing
            && let Some(core) = assets.pack(AssetName::Core)
        {
            self.is_preparing = true;
            self.worker.post(&prepare_message(core));
        }
    }
}

struct Active {
    id: RunId,
    run: Run,
    worker: Worker,
    timer: Option<Timeout>,
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
                kept: None,
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

    /// Hears a [`PageMessage`]. One that is none is answered if it names its run.
    pub fn hear(&self, message: JsValue) {
        let run = js_sys::Reflect::get(&message, &"run".into());
        match serde_wasm_bindgen::from_value(message) {
            Ok(message) => self.0.borrow_mut().hear_page(message),
            Err(error) => {
                if let Some(run) = run
                    .ok()
                    .and_then(|run| serde_wasm_bindgen::from_value(run).ok())
                {
                    let message = error.to_string();
                    let message = message
                        .strip_prefix("Error: ")
                        .unwrap_or(&message)
                        .to_owned();
                    tell_page(&FrameMessage::Rejected { run, message });
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
    }

    /// A program that waits for a pack goes on without it, and says why.
    fn give_up_on(&mut self, name: AssetName, why: &str) {
        self.assets.miss(name);
        self.answer_pack_requests(name, why);
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
            Ok(worker) => {
                self.spare = Some(Spare {
                    worker,
                    is_warm: false,
                    is_preparing: false,
                });
            }
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
                let after = program.after;
                match (program.validate(), after) {
                    (Ok(program), Some(after)) => self.go_on(run, program, after),
                    (Ok(program), None) => {
                        self.queue.push_back((run, program));
                        self.start_runs();
                    }
                    (Err(error), _) => {
                        let message = error.to_string();
                        tell_page(&FrameMessage::Rejected { run, message });
                    }
                }
            }
            PageMessage::Stop { run } => {
                if let Some(at) = self.queue.iter().position(|(queued, _)| *queued == run) {
                    self.queue.remove(at);
                    let outcome = without_run(Status::Stopped, None);
                    tell_page(&FrameMessage::Finished { run, outcome });
                }
                self.with_run(run, |run| run.stop(now));
            }
            PageMessage::Input { run, line } => self.with_run(run, |run| run.answer(line, now)),
            PageMessage::Shown { run, bytes } => self.with_run(run, |run| run.shown(bytes)),
            PageMessage::Complete { run, line } => {
                self.with_run(run, |run| run.complete(line, now));
            }
            PageMessage::Kill { run } => self.with_run(run, |run| run.kill(now)),
        }
    }

    fn with_run(&mut self, id: RunId, event: impl FnOnce(&mut Run) -> Vec<Effect>) {
        let Some((&worker, active)) = self.runs.iter_mut().find(|(_, active)| active.id == id)
        else {
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
        let Some(spare) = self
            .spare
            .as_mut()
            .filter(|spare| spare.worker.id == worker)
        else {
            return;
        };
        match message {
            WorkerMessage::Warm => {
                spare.is_warm = true;
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

    fn start_runs(&mut self) {
        while self.runs.len() < MOST_RUNS
            && !self.queue.is_empty()
            && let Some(spare) = self.spare.take_if(|spare| spare.is_warm)
            && let Some((id, program)) = self.queue.pop_front()
        {
            self.start_run(id, program, spare.worker);
            self.warm_spare();
        }
    }

    /// Goes on in the interpreter that another run has left.
    fn go_on(&mut self, id: RunId, program: Program, after: RunId) {
        if let Some((_, worker)) = self.kept.take_if(|(kept, _)| *kept == after) {
            self.start_run(id, program, worker);
        } else {
            let message = format!(
                "after: the names of run {after} are gone; only those of the last program that was run with keep are kept, for one console"
            );
            tell_page(&FrameMessage::Rejected { run: id, message });
        }
    }

    fn start_run(&mut self, id: RunId, program: Program, worker: Worker) {
        let run = Run::new(id, &program, milliseconds());
        tell_page(&FrameMessage::Started { run: id });
        let program = Box::new(program);
        worker.ask(&WorkerRequest::Start { program });
        let key = worker.id;
        self.runs.insert(
            key,
            Active {
                id,
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
                    self.kept = self
                        .runs
                        .remove(&worker)
                        .map(|active| (active.id, active.worker));
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
