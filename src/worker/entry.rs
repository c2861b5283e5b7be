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
use super::{ending, host, inbox, js, memory, slice, state, waiting};
use crate::library::pack::Pack;
use crate::protocol::{CheckedText, PackName, Program, WorkerMessage, WorkerRequest};
use crate::python::host::Host;
use crate::python::threads;
use crate::python::{AtPrompt, Kernel, Leave};

thread_local! {
    static KERNEL: RefCell<Option<Kernel>> = const { RefCell::new(None) };
    static CONSOLE: RefCell<Option<Box<AtPrompt>>> = const { RefCell::new(None) };
}

/// Sets up an interpreter over `host`, which then waits for [`begin`].
///
/// # Errors
/// A sentence that says why the pack or the interpreter is unusable.
pub(super) fn set_up(host: Rc<dyn Host>, core: Vec<u8>) -> Result<(), String> {
    let core = Pack::parse(core).map_err(|error| error.to_string())?;
    let kernel = Kernel::new(host, core);
    KERNEL.set(Some(kernel.map_err(|error| error.to_string())?));
    Ok(())
}

/// Connects the interpreter, which is set up, with this worker. `waiting` is a
/// [`Waiting`](crate::protocol::Waiting).
///
/// # Errors
/// If the module was built without an interpreter that is set up, or `waiting` is not valid.
#[wasm_bindgen]
pub fn begin(waiting: JsValue) -> Result<(), JsError> {
    ending::remember_panics();
    waiting::set(parse(waiting)?);
    KERNEL.with_borrow_mut(|kernel| {
        let kernel = kernel.as_mut();
        let kernel = kernel.ok_or(JsError::new("this module holds no interpreter"))?;
        kernel.move_to(Rc::new(WorkerHost));
        Ok(())
    })
}

/// Takes the core pack before the interpreter asks for it.
#[wasm_bindgen(js_name = takeCore)]
pub fn take_core(core: Vec<u8>) {
    host::give(PackName::Core, core);
}

/// Imports one of the modules that tracebacks need, between [`begin`] and [`run`], so that the first
/// traceback comes without delay; returns whether there are more.
#[wasm_bindgen]
pub fn prepare() -> bool {
    KERNEL.with_borrow_mut(|kernel| kernel.as_mut().is_some_and(Kernel::prepare))
}

/// Reports the first error in a text, between [`begin`] and [`run`]. `text` is a [`CheckedText`].
///
/// # Errors
/// If `text` is not a valid [`CheckedText`].
#[wasm_bindgen]
pub fn check(text: JsValue) -> Result<(), JsError> {
    let text: CheckedText = parse(text)?;
    let error = KERNEL.with_borrow_mut(|kernel| kernel.as_mut()?.check(&text));
    js::tell(&WorkerMessage::Checked { error });
    Ok(())
}

/// Runs a program, the first of this worker or one on the names of those before it, and reports how
/// it ended. `program` is a [`Program`].
///
/// # Errors
/// If `program` is not a valid [`Program`], or if the program before it has left no interpreter.
#[wasm_bindgen(jspi)]
pub fn run(program: JsValue) -> Result<(), JsError> {
    let program: Program = parse(program)?;
    let kernel = KERNEL
        .take()
        .ok_or(JsError::new("this worker has run its program"))?;
    state::begin_program(&program);
    leave(kernel.start(program));
    Ok(())
}

/// Goes on with a console that waits at its prompt and has [heard](hear) the answer.
///
/// # Errors
/// If there is none.
#[wasm_bindgen(js_name = goOn, jspi)]
pub fn go_on() -> Result<(), JsError> {
    memory::hold();
    let console = CONSOLE
        .take()
        .ok_or(JsError::new("no console waits at its prompt"))?;
    leave(console.go_on());
    Ok(())
}

fn leave(how: Leave) {
    match how {
        Leave::Ended(outcome, kernel) => {
            KERNEL.set(kernel);
            ending::finish(*outcome);
        }
        Leave::AtPrompt(console) => {
            let kind = console.kind();
            // What is heard meanwhile is not the program's.
            memory::let_go();
            CONSOLE.set(Some(console));
            js::tell(&WorkerMessage::AtPrompt { kind });
        }
    }
}

/// Runs a thread of the program to its end, on a stack of its own. `worker.js` calls it when the program first goes
/// on with that thread.
#[wasm_bindgen(js_name = runThread, jspi)]
pub fn run_thread(id: u32) {
    host::resumed();
    threads::run(id, slice::USABLE_STACK_BYTES);
}

/// Takes a message that arrives while the program runs. `request` is a [`WorkerRequest`].
///
/// # Errors
/// If `request` is not a valid [`WorkerRequest`].
#[wasm_bindgen]
pub fn hear(request: JsValue) -> Result<(), JsError> {
    inbox::put(parse::<WorkerRequest>(request)?);
    Ok(())
}

fn parse<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}
