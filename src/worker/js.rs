//! The functions that `www/sandbox/worker/worker.js` provides.
#![expect(
    deprecated,
    reason = "wasm-bindgen calls its stack switching experimental"
)]

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::memory;
use crate::protocol::WorkerMessage;

#[wasm_bindgen]
extern "C" {
    /// Waits for the next message, or so many milliseconds; forever if it is infinite. Suspends the
    /// stack, or blocks on shared memory.
    #[wasm_bindgen(suspending, js_namespace = garterWorker)]
    pub(super) fn wait(milliseconds: f64);

    /// Lets messages that have arrived be heard.
    #[wasm_bindgen(suspending, js_namespace = garterWorker, js_name = turn)]
    pub(super) fn turn();

    /// Waits for a part of the interpreter, which then is there. Returns why it did not arrive, as a text.
    ///
    /// Throws where nothing can wait: while a message is heard, or a text is checked.
    #[wasm_bindgen(suspending, js_namespace = garterWorker, js_name = loadPart)]
    pub(super) fn load_part(part: JsValue) -> JsValue;

    /// Lets the time pass where there is no way to wait.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = block)]
    pub(super) fn block(milliseconds: f64);

    #[wasm_bindgen(js_namespace = garterWorker)]
    fn post(message: JsValue);

    /// Makes a compiled loop ready and puts its function into the table. Answers whether that is possible.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = linkUnit)]
    pub(super) fn link_unit(
        memory: &JsValue,
        table: &JsValue,
        bytes: &[u8],
        imports: &[u32],
        slot: u32,
    ) -> bool;

    /// How loops are compiled.
    #[wasm_bindgen(js_namespace = garterWorker)]
    pub(super) fn accelerator() -> Option<String>;

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    pub(super) fn milliseconds() -> f64;

    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    pub(super) fn fill_with_random(buffer: &Uint8Array);
}

/// Tells the frame.
pub(super) fn tell(message: &WorkerMessage) {
    memory::unbounded(|| post(to_js(message)));
}

/// A value as scripts take it.
pub(super) fn to_js<T: serde::Serialize>(value: &T) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    value
        .serialize(&serializer)
        .expect("every message has a form in JavaScript")
}
