//! What `www/sandbox/worker/worker.js` calls.
#![expect(
    deprecated,
    reason = "wasm-bindgen calls its stack switching experimental"
)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::host::WorkerHost;
use super::{inbox, js, memory, output, slice};
use crate::library::pack::Pack;
use crate::protocol::{
    CheckedText, ErrorReport, Outcome, PackName, Program, Status, Stream, WorkerMessage,
    WorkerRequest,
};
use crate::python::Session;
use crate::python::clock::watch;

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
    static HAS_ENDED: Cell<bool> = const { Cell::new(false) };
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Sets up an interpreter, which then waits for [`begin`].
///
/// # Errors
/// What is wrong with the pack or the interpreter, in a sentence.
pub(super) fn set_up(core: Vec<u8>) -> Result<(), String> {
    let core = Pack::parse(core).map_err(|error| error.to_string())?;
    let session = Session::new(Rc::new(super::preset::Nowhere), core);
    SESSION.set(Some(session.map_err(|error| error.to_string())?));
    Ok(())
}

/// Gives the interpreter, which is set up, the surroundings of this worker. `waiting` is a
/// [`Waiting`](crate::protocol::Waiting); the packs are those that a program could not wait for.
///
/// # Errors
/// The module was built without an interpreter that is set up.
#[wasm_bindgen]
pub fn begin(
    waiting: JsValue,
    core: Option<Vec<u8>>,
    rest: Option<Vec<u8>>,
) -> Result<(), JsError> {
    std::panic::set_hook(Box::new(|panic| {
        PANIC.set(Some(panic.to_string()));
    }));
    for (name, pack) in [(PackName::Core, core), (PackName::Rest, rest)] {
        if let Some(pack) = pack {
            super::host::give(name, pack);
        }
    }
    let host = Rc::new(WorkerHost::new(parse(waiting)?));
    SESSION.with_borrow_mut(|session| {
        let session = session.as_mut();
        let session = session.ok_or(JsError::new("this module holds no interpreter"))?;
        session.move_to(host);
        Ok(())
    })
}

/// Takes the core pack, before it is needed.
#[wasm_bindgen(js_name = takeCore)]
pub fn take_core(core: Vec<u8>) {
    super::host::give(PackName::Core, core);
}

/// Takes a step towards tracebacks without delay, between [`begin`] and [`run`]; returns whether
/// there are more.
#[wasm_bindgen]
pub fn prepare() -> bool {
    SESSION.with_borrow_mut(|session| session.as_mut().is_some_and(Session::prepare))
}

/// Says what is wrong with a text, between [`begin`] and [`run`]. `text` is a [`CheckedText`].
///
/// # Errors
/// The message is none of ours.
#[wasm_bindgen]
pub fn check(text: JsValue) -> Result<(), JsError> {
    let text: CheckedText = parse(text)?;
    let error = SESSION.with_borrow_mut(|session| session.as_mut()?.check(&text));
    js::tell(&WorkerMessage::Checked { error });
    Ok(())
}

/// Runs a program, the first of this worker or one on the names of those before it, and reports how
/// it ended. `program` is a [`Program`].
///
/// # Errors
/// The message is none of ours, or the program that was run has left no interpreter.
#[wasm_bindgen(jspi)]
pub fn run(program: JsValue) -> Result<(), JsError> {
    let program: Program = parse(program)?;
    let session = SESSION
        .take()
        .ok_or(JsError::new("this worker has run its program"))?;
    HAS_ENDED.set(false);
    inbox::forget();
    output::start();
    memory::start(program.budget.memory_bytes);
    slice::start();
    let (outcome, session) = session.run(&program);
    SESSION.set(session);
    finish(outcome);
    Ok(())
}

/// Hears what the frame says while the program runs. `request` is a [`WorkerRequest`].
///
/// # Errors
/// The message is none of ours.
#[wasm_bindgen]
pub fn hear(request: JsValue) -> Result<(), JsError> {
    inbox::put(parse::<WorkerRequest>(request)?);
    Ok(())
}

/// Lifts the memory budget before [`last_words`]: its message needs memory to arrive in.
#[wasm_bindgen(js_name = liftMemoryBudget)]
pub fn lift_memory_budget() {
    memory::lift();
}

/// Reports a run that did not come to report itself: `message` is what JavaScript says of it. Waits
/// as a run does where the page has yet to show what was printed.
#[wasm_bindgen(js_name = lastWords, jspi)]
pub fn last_words(message: String) {
    if HAS_ENDED.get() {
        return;
    }
    let panic = PANIC.take();
    if memory::was_refused() || panic.as_deref().is_some_and(is_too_large) {
        finish(ended_by(
            Status::Memory,
            "MemoryError",
            "the memory budget of this run is used up",
        ));
    } else if is_stack_overflow(&message) {
        finish(ended_by(
            Status::Exception,
            "RecursionError",
            "maximum recursion depth exceeded: this program nests deeper than the browser's stack",
        ));
    } else {
        HAS_ENDED.set(true);
        let message = panic.unwrap_or(message);
        js::tell(&WorkerMessage::Crashed { message });
    }
}

/// Whether this is how Rust's collections say that they would be larger than any memory: they refuse
/// that themselves, without a request.
fn is_too_large(panic: &str) -> bool {
    panic.ends_with("capacity overflow")
}

/// Whether this is how a browser says that its stack is used up: Chromium, Safari and Firefox.
fn is_stack_overflow(message: &str) -> bool {
    message.contains("call stack size exceeded") || message.contains("too much recursion")
}

/// The end of a run whose interpreter can say nothing any more.
fn ended_by(status: Status, kind: &str, message: &str) -> Outcome {
    let text = format!("{kind}: {message}\n");
    output::write(Stream::Stderr, text.as_bytes());
    Outcome {
        status,
        error: Some(ErrorReport {
            kind: kind.to_owned(),
            message: message.to_owned(),
            text,
            ..ErrorReport::default()
        }),
        exit_code: 1,
        seconds: watch::seconds(watch::running()),
        killed: true,
        peak_memory: memory::peak(),
        files: BTreeMap::new(),
        kept: false,
    }
}

/// Sends what is left of the output, and then how the run ended: the last message.
pub(super) fn finish(outcome: Outcome) {
    memory::lift();
    slice::stop();
    output::send(true);
    js::tell(&WorkerMessage::Finished { outcome });
    HAS_ENDED.set(true);
}

fn parse<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}
