//! One Web Worker: it is initialised, says that it is warm, runs one program and is terminated, at once
//! or a little later.

use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent};

use super::assets::Assets;
use super::js;
use crate::protocol::{
    AssetName, Object, PackData, PackName, PartModule, PartName, Waiting, WorkerMessage,
    WorkerRequest,
};

/// Names a worker among those of this frame.
pub(super) type WorkerId = u32;

/// A worker; it ends when this is dropped.
pub(super) struct Worker {
    pub(super) id: WorkerId,
    worker: web_sys::Worker,
    /// Whether its program has ended by itself.
    has_ended: bool,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Worker {
    /// Starts a worker. `hear` is called with each of its messages, and with the reason if it fails.
    pub(super) fn start(
        id: WorkerId,
        url: &str,
        assets: &Assets,
        waiting: Waiting,
        hear: impl Fn(WorkerMessage) + Clone + 'static,
    ) -> Result<Self, JsValue> {
        let worker = web_sys::Worker::new(url)?;
        let hear_error = hear.clone();
        let on_message = Closure::new(move |event: MessageEvent| {
            hear(
                serde_wasm_bindgen::from_value(event.data()).unwrap_or_else(|error| {
                    WorkerMessage::Crashed {
                        message: format!("it sent a message that is not valid ({error})"),
                    }
                }),
            );
        });
        let on_error = Closure::new(move |event: ErrorEvent| {
            hear_error(WorkerMessage::Crashed {
                message: event.message(),
            });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        js::init(&worker, &js::to_js(&init_message(assets, waiting)?))?;
        Ok(Self {
            id,
            worker,
            has_ended: false,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Says something to the worker.
    pub(super) fn ask(&self, request: &WorkerRequest) {
        js::ask(&self.worker, &js::to_js(request));
    }

    /// Gives a worker what has arrived since it was started, and what its program cannot wait for, or does not.
    pub(super) fn give(&self, name: AssetName, assets: &Assets) {
        let packs = packs(assets, |pack| AssetName::from(pack) == name);
        let parts = parts(assets);
        if !packs.is_empty() || !parts.is_empty() {
            self.ask(&WorkerRequest::Arrived { parts, packs });
        }
    }

    /// Ends a worker whose program has ended by itself. It is not heard any more, and where that helps
    /// the browser it stays for a moment (`retire` in `www/sandbox/frame/frame.js`).
    pub(super) fn retire(mut self) {
        self.has_ended = true;
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        if self.has_ended {
            js::retire(&self.worker);
        } else {
            self.worker.terminate();
        }
    }
}

/// The parts that have arrived, in the order in which they can be put into their places: each needs the first.
fn parts(assets: &Assets) -> Vec<PartModule> {
    let arrived = PartName::ALL.map(|part| {
        let module = Object::new(assets.module(part.into())?);
        Some(PartModule { part, module })
    });
    let [Some(_), ..] = arrived else {
        return Vec::new();
    };
    arrived.into_iter().flatten().collect()
}

/// The packs that have arrived and are wanted.
fn packs(assets: &Assets, is_wanted: impl Fn(PackName) -> bool) -> Vec<PackData> {
    let wanted = PackName::ALL.into_iter().filter(|pack| is_wanted(*pack));
    wanted
        .filter_map(|pack| {
            let data = Object::new(js::blob(assets.pack(pack.into())?));
            Some(PackData { pack, data })
        })
        .collect()
}

fn init_message(assets: &Assets, waiting: Waiting) -> Result<WorkerRequest, JsValue> {
    let module = assets.module(AssetName::Interpreter).map(Object::new);
    Ok(WorkerRequest::Init {
        module: module.ok_or("the interpreter has not arrived")?,
        parts: parts(assets),
        // Where a program cannot wait for a pack, it has what is there from the start.
        packs: packs(assets, |_| waiting == Waiting::Replay),
        waiting,
        mailbox: None,
    })
}
