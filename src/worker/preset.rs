//! The interpreter is set up while Garter is built: what its memory then holds becomes part of the
//! module, and a worker begins where the build has ended. It saves each worker a third of a
//! second (Chromium 156; see `benches/README.md`).
//!
//! The build (`xtask/src/interpreter/preset.rs`) calls these functions in the module as the compiler has
//! written it, with nothing of a browser around it.
#![expect(unsafe_code, reason = "the build calls these functions by their names")]

use std::cell::RefCell;
use std::rc::Rc;

use super::{entry, memory};
use crate::protocol::{InputKind, Outcome, PackName, Stream};
use crate::python::host::{Host, Line};

thread_local! {
    static PACK: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ERROR: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The address of a buffer of so many bytes, into which the build writes the core pack.
#[unsafe(no_mangle)]
extern "C" fn garter_preset_pack(length: usize) -> *mut u8 {
    memory::wipe(true);
    PACK.with_borrow_mut(|pack| {
        pack.resize(length, 0);
        pack.as_mut_ptr()
    })
}

/// Sets up the interpreter with that pack. Returns the length of the error text, or 0 on success.
#[unsafe(no_mangle)]
extern "C" fn garter_preset() -> usize {
    std::panic::set_hook(Box::new(|panic| ERROR.set(panic.to_string())));
    let result = entry::set_up(Rc::new(Nowhere), PACK.take());
    drop(std::panic::take_hook());
    memory::wipe(false);
    result.map_or_else(
        |error| {
            let length = error.len();
            ERROR.set(error);
            length
        },
        |()| 0,
    )
}

/// The address of the error text; valid after a panic too.
#[unsafe(no_mangle)]
extern "C" fn garter_preset_error() -> *const u8 {
    ERROR.with_borrow(|error| error.as_ptr())
}

/// The host while the interpreter is set up: it has no surroundings and a clock that stands still, so that
/// the same sources give the same module.
struct Nowhere;

impl Host for Nowhere {
    fn write(&self, _stream: Stream, _bytes: &[u8]) {}

    fn display(&self, _mime: &str, _data: &[u8], _alt: &str) {}

    fn read_line(&self, _kind: InputKind) -> Line {
        Line::End
    }

    fn complete(&self, _words: Vec<String>) {}

    fn sleep(&self, _nanoseconds: u64) {}

    fn now(&self) -> u64 {
        0
    }

    fn monotonic(&self) -> u64 {
        0
    }

    fn process_time(&self) -> u64 {
        0
    }

    fn utc_offset(&self, _unix_seconds: i64) -> i32 {
        0
    }

    fn random(&self, buffer: &mut [u8]) {
        buffer.fill(0);
    }

    fn pack(&self, _name: PackName) -> Result<Vec<u8>, String> {
        Err("only the core is there while the interpreter is set up".to_owned())
    }

    fn peak_memory(&self) -> u64 {
        0
    }

    fn end(&self, _outcome: Outcome) -> ! {
        panic!("setting up the interpreter has ended it");
    }
}
