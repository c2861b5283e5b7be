//! What `www/sandbox/worker/worker.js` calls.
#![expect(
    deprecated,
    reason = "wasm-bindgen calls its stack switching experimental"
)]

use std::cell::RefCell;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::host::WorkerHost;
use super::{ending, host, inbox, js, state, waiting};
use crate::library::pack::Pack;
use crate::protocol::{CheckedText, PackName, Program, WorkerMessage, WorkerRequest};
use crate::python::Session;
use crate::python::host::Host;

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
}

/// Sets up an interpreter over `host`, which then waits for [`begin`].
///
/// # Errors
/// What is wrong with the pack or the interpreter, in a sentence.
pub(super) fn set_up(host: Rc<dyn Host>, core: Vec<u8>) -> Result<(), String> {
    let core = Pack::parse(core).map_err(|error| error.to_string())?;
    let session = Session::new(host, core);
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
    ending::remember_panics();
    for (name, pack) in [(PackName::Core, core), (PackName::Rest, rest)] {
        if let Some(pack) = pack {
            host::give(name, pack);
        }
    }
    waiting::set(parse(waiting)?);
    SESSION.with_borrow_mut(|session| {
        let session = session.as_mut();
        let session = session.ok_or(JsError::new("this module holds no interpreter"))?;
        session.move_to(Rc::new(WorkerHost));
        Ok(())
    })
}

/// Takes the core pack, before it is needed.
#[wasm_bindgen(js_name = takeCore)]
pub fn take_core(core: Vec<u8>) {
    host::give(PackName::Core, core);
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
    state::begin_program(&program);
    let (outcome, session) = session.run(&program);
    SESSION.set(session);
    ending::finish(outcome);
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

fn parse<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}
