//! The functions that `www/sandbox/frame/frame.js` provides.

use wasm_bindgen::prelude::*;

use crate::protocol::FrameMessage;

#[wasm_bindgen]
extern "C" {
    /// Posts a message to the page.
    #[wasm_bindgen(js_namespace = garterFrame)]
    pub(super) fn tell(message: &JsValue);

    /// Posts a new worker's first message, a `WorkerRequest::Init`, with a mailbox if the worker waits
    /// on shared memory.
    #[wasm_bindgen(js_namespace = garterFrame, catch)]
    pub(super) fn init(worker: &web_sys::Worker, message: &JsValue) -> Result<(), JsValue>;

    /// Posts any other `WorkerRequest`: through the mailbox to a worker that blocks.
    #[wasm_bindgen(js_namespace = garterFrame)]
    pub(super) fn ask(worker: &web_sys::Worker, message: &JsValue);

    /// A `Blob` of the same bytes, the same for the same buffer: workers share it.
    #[wasm_bindgen(js_namespace = garterFrame)]
    pub(super) fn blob(buffer: &js_sys::ArrayBuffer) -> JsValue;

    /// Terminates a worker that has nothing more to do, now or a little later.
    #[wasm_bindgen(js_namespace = garterFrame)]
    pub(super) fn retire(worker: &web_sys::Worker);

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    pub(super) fn milliseconds() -> f64;
}

/// A message as `postMessage` takes it.
pub(super) fn to_js<T: serde::Serialize>(message: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    message
        .serialize(&serializer)
        .expect("every message has a form in JavaScript")
}

/// Tells the page.
pub(super) fn tell_page(message: &FrameMessage) {
    tell(&to_js(message));
}
