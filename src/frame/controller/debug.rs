//! What the controller has, for the debug page of the dev site. Only that page asks, and a frame that is
//! shipped has none of this.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::State;
use crate::frame::interpreters::RunHistory;
use crate::frame::js::{milliseconds, tell, to_js};
use crate::frame::lifecycle::Account;
use crate::frame::worker::WorkerId;
use crate::protocol::{AssetName, RunId};

/// The type of the question and of its answer.
const TYPE: &str = "debug";

/// The answer. The page's own script must not hear it: it knows no such message.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Snapshot<'a> {
    r#type: &'static str,
    spare: Option<Spare>,
    running: Vec<Interpreter<'a>>,
    /// Interpreters that are kept and run nothing.
    idle: Vec<Interpreter<'a>>,
    /// Runs that wait for a worker.
    queue: Vec<RunId>,
    is_checking: bool,
    /// Assets that were asked for and have not arrived.
    awaited: Vec<AssetName>,
    failures: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Spare {
    worker: WorkerId,
    is_warm: bool,
    is_preparing: bool,
    is_checking: bool,
}

/// A worker with its programs, of which the last may still run.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Interpreter<'a> {
    worker: WorkerId,
    runs: Vec<&'a RunId>,
    /// Of the program that runs.
    account: Option<Account>,
}

fn interpreter(
    worker: WorkerId,
    history: &RunHistory,
    account: Option<Account>,
) -> Interpreter<'_> {
    Interpreter {
        worker,
        runs: history.all().collect(),
        account,
    }
}

impl State {
    /// Answers the debug page. Returns whether it was that page that asked.
    pub(super) fn answers_debug_page(&self, message: &JsValue) -> bool {
        if !js_sys::Reflect::get(message, &"type".into()).is_ok_and(|kind| kind == TYPE) {
            return false;
        }
        let now = milliseconds();
        tell(&to_js(&Snapshot {
            r#type: TYPE,
            spare: self.spare.as_ref().map(|spare| Spare {
                worker: spare.worker().id,
                is_warm: spare.is_warm(),
                is_preparing: spare.is_preparing(),
                is_checking: spare.is_checking(),
            }),
            running: self
                .runs
                .iter()
                .map(|(&worker, active)| {
                    interpreter(worker, &active.history, Some(active.run.account(now)))
                })
                .collect(),
            idle: self
                .idle
                .iter()
                .map(|(history, worker)| interpreter(worker.id, history, None))
                .collect(),
            queue: self.queue.iter().map(|(run, _)| *run).collect(),
            is_checking: self.checks.is_under_way(),
            awaited: self.assets.awaited().collect(),
            failures: self.failures,
        }));
        true
    }
}
