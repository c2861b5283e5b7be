//! The functions that `www/sandbox/frame/frame.js` provides.

use js_sys::ArrayBuffer;
use wasm_bindgen::prelude::*;

use crate::protocol::FrameMessage;

#[wasm_bindgen]
extern "C" {
    /// Posts a message to the page.
    #[wasm_bindgen(js_namespace = garterFrame)]
    pub(super) fn tell(message: &JsValue);

    /// Posts a new worker's first message.
    #[wasm_bindgen(js_namespace = garterFrame, catch)]
    pub(super) fn initialize(worker: &web_sys::Worker, message: &JsValue) -> Result<(), JsValue>;

    /// Posts a message to a worker, in the way in which it can hear it.
    #[wasm_bindgen(js_namespace = garterFrame)]
    pub(super) fn ask(worker: &web_sys::Worker, message: &JsValue);

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

/// A pack as a worker hears it, or why there is none; without a detour over this room's memory.
pub(super) fn pack_message(data: Option<&ArrayBuffer>, why_not: &str) -> JsValue {
    let data = data.map_or(JsValue::NULL, |data| js_sys::Uint8Array::new(data).into());
    object(&[
        ("type", "pack".into()),
        ("data", data),
        ("error", why_not.into()),
    ])
}

/// Tells a spare worker to prepare for a program, with the core pack.
pub(super) fn prepare_message(core: &ArrayBuffer) -> JsValue {
    object(&[("type", "prepare".into()), ("core", core.into())])
}

/// A plain JavaScript object.
pub(super) fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        js_sys::Reflect::set(&object, &(*key).into(), value).expect("a plain object takes keys");
    }
    object.into()
}
