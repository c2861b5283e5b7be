//! Handles the messages of the page and of the workers, and decides which run gets a worker.
//!
//! One warm worker is kept as a spare; a run takes it, and the next spare is warmed a moment after
//! the run has begun, or when it has ended. Until then the spare checks texts.

mod checks;
#[cfg(feature = "debug")]
mod debug;
mod runs;

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::assets::{Assets, receive};
use super::checks::Checks;
use super::interpreters::{IdleInterpreters, RunHistory};
use super::js::{milliseconds, tell_page};
use super::lifecycle::{Run, crash_report, without_run};
use super::spare::Spare;
use super::story::Story;
use super::worker::{Worker, WorkerId};
use crate::protocol::{
    AssetName, Capabilities, FrameMessage, Object, PackBytes, PageMessage, PartName, Program,
    RunId, Status, Waiting, WorkerMessage, WorkerRequest,
};

/// A worker that fails before it is warm is replaced this many times.
const MOST_FAILURES: u32 = 2;

/// How long preparations for the next programs wait, so that the program that has just begun has the
/// processor for itself.
const GET_READY_DELAY_MS: u32 = 50;

/// How long the spare worker waits for a program or a check. After that a tab is somewhere in the background of a
/// lesson, and its memory is worth more than the moment that the next program waits for a new one.
const REST_DELAY_MS: u32 = 20_000;

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
    /// Workers whose program was put aside and is to be run again in another worker.
    again: VecDeque<WorkerId>,
    runs: BTreeMap<WorkerId, Active>,
    idle: IdleInterpreters<Worker>,
    checks: Checks,
    /// Workers that wait for a pack or a part.
    asset_requests: Vec<(WorkerId, AssetName)>,
    next_worker: WorkerId,
    failures: u32,
    /// Runs until it is time to prepare for the next programs.
    get_ready_timer: Option<Timeout>,
    /// Runs until the spare worker is put away.
    rest_timer: Option<Timeout>,
    is_ready: bool,
    is_broken: bool,
    /// Whether the core pack is still to be asked for before a program needs it.
    wants_core: bool,
}

struct Active {
    /// The runs of the worker's interpreter; the last of them is running.
    history: RunHistory,
    run: Run,
    worker: Worker,
    timer: Option<Timeout>,
}

#[wasm_bindgen]
impl Controller {
    /// A controller that starts workers from this script and tells them how to wait (a
    /// [`Waiting`]). The page brings the interpreter unasked; what else it needs first it asks for.
    ///
    /// # Errors
    /// If `waiting` is not a valid [`Waiting`].
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
                again: VecDeque::new(),
                runs: BTreeMap::new(),
                idle: IdleInterpreters::default(),
                checks: Checks::default(),
                asset_requests: Vec::new(),
                next_worker: 1,
                failures: 0,
                get_ready_timer: None,
                rest_timer: None,
                is_ready: false,
                is_broken: false,
                wants_core: true,
            })
        });
        tell_page(&FrameMessage::Connected);
        state.borrow_mut().request_first_assets();
        Ok(Self(state))
    }

    /// Hears a [`PageMessage`]. A message that does not parse is rejected, if its run or check id can be
    /// read.
    pub fn hear(&self, message: JsValue) {
        #[cfg(feature = "debug")]
        if self.0.borrow().answers_debug_page(&message) {
            return;
        }
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

    /// Takes an asset's body, an `ArrayBuffer`, or the promise of the interpreter's module. `name` is an
    /// [`AssetName`].
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
                    let file = format!("{name:?}").to_lowercase();
                    let reason = message.trim_start_matches("Error: ");
                    state.give_up_on(
                        name,
                        &format!("assets/{file}-….wasm cannot be used: {reason}"),
                    );
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

impl Active {
    /// Whether an earlier program of its interpreter is run again.
    fn is_catching_up(&self) -> bool {
        let story = self.history.story.as_ref();
        story.is_some_and(Story::is_catching_up)
    }
}

impl State {
    /// The assets that a worker starts with. Where a stack is switched, or a program is run again, it can wait for a part
    /// in the middle of any function; elsewhere it has all parts beforehand.
    fn first_assets(&self) -> Vec<AssetName> {
        let mut assets = vec![AssetName::Interpreter];
        if self.waiting == Waiting::SharedMemory {
            assets.extend(PartName::ALL.map(AssetName::from));
        }
        assets
    }

    fn request_first_assets(&mut self) {
        self.assets.expect(AssetName::Interpreter);
        for name in self.first_assets() {
            self.assets.request(name);
        }
    }

    fn use_asset(&mut self, name: AssetName) {
        // A program that can wait asks for what it needs, but never for the compiler of its loops.
        let is_for_all = match self.waiting {
            Waiting::Replay => true,
            Waiting::StackSwitching => name == AssetName::Later,
            Waiting::SharedMemory => false,
        };
        if is_for_all {
            self.give(name);
        }
        self.answer_asset_requests(name, "");
        self.warm_spare();
        self.prepare_spare();
        if name == AssetName::Core {
            // What most programs need is there. What is left of the line is for what is needed less often.
            self.assets.request(AssetName::Later);
        }
    }

    /// Gives the workers what has arrived. Those whose programs run keep it for further ones where programs are run
    /// again, and use it at their next turn elsewhere.
    fn give(&self, name: AssetName) {
        let spare = self.spare.as_ref().map(Spare::worker);
        let idle = self.idle.iter().map(|(_, worker)| worker);
        let busy = self.runs.values().map(|active| &active.worker);
        for worker in spare.into_iter().chain(idle).chain(busy) {
            worker.give(name, &self.assets);
        }
    }

    fn prepare_spare(&mut self) {
        // A program that may be run again begins in a worker that has done nothing else, or its objects would be at
        // other addresses the second time.
        let is_wanted = self.waiting != Waiting::Replay || self.checks.are_waiting();
        if let Some(spare) = self.spare.as_mut().filter(|_| is_wanted) {
            spare.prepare(&self.assets);
        }
        self.start_check();
    }

    /// A program that waits for a pack goes on without it, and says why.
    fn give_up_on(&mut self, name: AssetName, why: &str) {
        self.assets.miss(name);
        self.answer_asset_requests(name, why);
        if matches!(name, AssetName::Core | AssetName::Later) {
            for check in self.checks.give_up() {
                let message = format!("The program cannot be checked: {why}");
                tell_page(&FrameMessage::CheckFailed { check, message });
            }
        }
    }

    fn answer_asset_requests(&mut self, name: AssetName, why_not: &str) {
        let (answered, waiting): (Vec<_>, Vec<_>) = std::mem::take(&mut self.asset_requests)
            .into_iter()
            .partition(|(_, wanted)| *wanted == name);
        self.asset_requests = waiting;
        let error = why_not.to_owned();
        let message = if name.is_module() {
            let module = self.assets.module(name).map(Object::new);
            WorkerRequest::Part { module, error }
        } else {
            let data = self.assets.pack(name).map(|data| Uint8Array::new(data));
            let data = data.map(|data| PackBytes::Passed(Object::new(data)));
            WorkerRequest::Pack { data, error }
        };
        for (worker, _) in answered {
            if let Some(active) = self.runs.get_mut(&worker) {
                let effects = active.run.receive(name, why_not, milliseconds());
                if self.waiting != Waiting::Replay {
                    active.worker.ask(&message);
                }
                self.carry_out(worker, effects);
            }
        }
    }

    /// Gets ready for the next programs when this one had the processor for a moment: what shows
    /// first is its output.
    fn get_ready_later(&mut self) {
        let own = self.own.clone();
        self.get_ready_timer.get_or_insert_with(|| {
            Timeout::new(GET_READY_DELAY_MS, move || {
                if let Some(state) = own.upgrade() {
                    state.borrow_mut().get_ready();
                }
            })
        });
    }

    fn get_ready(&mut self) {
        self.get_ready_timer = None;
        self.warm_spare();
        // Most programs import something; on a slow line the interpreter comes first, and then this.
        if std::mem::take(&mut self.wants_core) {
            self.assets.request(AssetName::Core);
        } else if !self.assets.is_awaited(AssetName::Core) {
            self.assets.request(AssetName::Later);
        }
    }

    fn warm_spare(&mut self) {
        if self.spare.is_some()
            || self.is_broken
            || !self
                .first_assets()
                .into_iter()
                .all(|name| self.assets.has(name))
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

    /// Puts the spare worker away when nobody has wanted it for a while. The next program or check starts one.
    fn rest_later(&mut self) {
        let own = self.own.clone();
        self.rest_timer = Some(Timeout::new(REST_DELAY_MS, move || {
            if let Some(state) = own.upgrade() {
                let mut state = state.borrow_mut();
                state.rest_timer = None;
                state.spare.take_if(|spare| spare.is_free());
            }
        }));
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
                if let Err(refusal) = self.accept(run, *program) {
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
            PageMessage::Event { run, event } => self.with_run(run, |run| run.event(event)),
            PageMessage::Complete { run, line } => {
                self.with_run(run, |run| run.complete(line, now));
            }
            PageMessage::Kill { run } => {
                self.take_from_queue(run);
                self.idle.take(run);
                self.with_active(|history| history.has(run), |run| run.kill(now));
            }
            PageMessage::Fetch { parts } => {
                for part in parts {
                    self.assets.request(part.into());
                    if let Some(pack) = part.pack() {
                        self.assets.request(pack.into());
                    }
                    // What it needs.
                    self.assets.request(AssetName::Later);
                }
            }
            PageMessage::Check { check, request } => self.accept_check(check, request),
        }
    }

    fn hear_worker(&mut self, worker: WorkerId, message: WorkerMessage) {
        if let Some(active) = self.runs.get_mut(&worker) {
            if active.is_catching_up() {
                return self.catch_up(worker, message);
            }
            let effects = active.run.hear(message, milliseconds());
            self.carry_out(worker, effects);
            return;
        }
        // A worker that waits for a further program sends nothing, so a message means that it has failed.
        self.idle.forget(|kept| kept.id == worker);
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
                self.rest_later();
                self.failures = 0;
                if !self.is_ready {
                    self.is_ready = true;
                    let capabilities = Capabilities {
                        waiting: self.waiting,
                    };
                    tell_page(&FrameMessage::Ready { capabilities });
                }
                self.start_runs();
                self.prepare_spare();
            }
            WorkerMessage::Prepared => {
                spare.prepared();
                self.start_check();
            }
            WorkerMessage::Checked { error } if is_checking => {
                spare.end_check();
                self.end_check(Ok(error));
            }
            // The text nests too deeply for the stack of the spare worker.
            WorkerMessage::Finished { outcome } if is_checking => {
                self.replace_spare();
                self.end_check(Ok(outcome.error));
            }
            WorkerMessage::Crashed { message } if is_checking => {
                self.replace_spare();
                self.end_check(Ok(Some(crash_report(&message))));
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
}
