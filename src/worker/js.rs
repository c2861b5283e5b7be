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

    /// Whether a part of the interpreter is there.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = hasPart)]
    pub(super) fn has_part(part: JsValue) -> bool;

    /// Suspends the stack of a thread and goes on with that of another one, or with a new one.
    #[wasm_bindgen(suspending, js_namespace = garterWorker, js_name = switchThread)]
    pub(super) fn switch_thread(from: u32, to: u32);

    /// Goes on with the stack of a thread when this one is left.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = resumeThread)]
    pub(super) fn resume_thread(to: u32);

    /// Waits for a part of the interpreter, which then is there. Returns why it did not arrive, as a text.
    ///
    /// Throws where nothing can wait: while a message is heard, or a text is checked.
    #[wasm_bindgen(suspending, js_namespace = garterWorker, js_name = loadPart)]
    pub(super) fn load_part(part: JsValue) -> JsValue;

    /// Tells the program how its wait has ended when it ran before, and returns true; false if that is not known yet.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = answer)]
    pub(super) fn answer() -> bool;

    /// Whether the program has a past that is short enough to be lived again, and that takes at most so many
    /// milliseconds.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = canLiveAgain)]
    pub(super) fn can_live_again(longest: f64) -> bool;

    /// From here on the program has no past that can be lived again.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = closePast)]
    pub(super) fn close_past();

    /// A pack, by its name, that the worker's script keeps: a `Uint8Array`; or why the program, which has asked for it
    /// before, cannot have it: a text; `null` if neither is known.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = keptPack)]
    pub(super) fn kept_pack(pack: JsValue) -> JsValue;

    /// Takes down that the program goes on without a pack, which is fetched for the next one. Returns why.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = refusePack)]
    pub(super) fn refuse_pack(pack: JsValue) -> String;

    /// Puts the program aside; `wish` is a [`Wish`](crate::protocol::Wish). Does not return.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = putAside)]
    pub(super) fn put_aside(wish: JsValue);

    /// Remembers that the program has slept here.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = rememberSleep)]
    pub(super) fn remember_sleep();

    /// What a clock (its number) of the program shows that really is at `milliseconds`: the same as before, as long
    /// as the program lives its past again.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = observe)]
    pub(super) fn observe(clock: u32, milliseconds: f64) -> f64;

    /// Fills the buffer with random bytes, with the same as before while the program lives its past again.
    #[wasm_bindgen(js_namespace = garterWorker, js_name = rememberRandom)]
    pub(super) fn remember_random(buffer: &Uint8Array);

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

    /// How loops are compiled, as a number that `accelerate` knows.
    #[wasm_bindgen(js_namespace = garterWorker)]
    pub(super) fn accelerator() -> u32;

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
