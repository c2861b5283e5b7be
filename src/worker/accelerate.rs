//! Runs what the accelerator compiles: modules that share memory and function pointers with the interpreter.
#![expect(
    unsafe_code,
    reason = "a unit is called by its place in the table of function pointers"
)]

use std::cell::Cell;
use std::rc::Rc;

use super::{js, memory, part, waiting};
use crate::protocol::PartName;
use crate::python::accelerator::{self, Engine, Helper, Limits, Mode};
use rustpython_vm::accelerator::helpers;

/// A function of a unit.
type Function = extern "C" fn(*mut u64) -> u32;

/// What holds a place for a unit in the table, which cannot grow. Each has another body, so that no
/// optimisation makes one of two.
extern "C" fn place<const NUMBER: u32>(_values: *mut u64) -> u32 {
    NUMBER | 1 << 31
}

macro_rules! places {
    ($($ten:literal)*) => {
        [$(
            place::<{ $ten * 10 }>, place::<{ $ten * 10 + 1 }>, place::<{ $ten * 10 + 2 }>,
            place::<{ $ten * 10 + 3 }>, place::<{ $ten * 10 + 4 }>, place::<{ $ten * 10 + 5 }>,
            place::<{ $ten * 10 + 6 }>, place::<{ $ten * 10 + 7 }>, place::<{ $ten * 10 + 8 }>,
            place::<{ $ten * 10 + 9 }>,
        )*]
    };
}

static PLACES: [Function; 100] = places!(0 1 2 3 4 5 6 7 8 9);

thread_local! {
    /// How many places are taken.
    static TAKEN: Cell<usize> = const { Cell::new(0) };
    static IS_STARTED: Cell<bool> = const { Cell::new(false) };
}

struct Browser;

/// The index of a function in the table, which is what its address is in WebAssembly.
fn index(address: usize) -> u32 {
    u32::try_from(address).expect("addresses have 32 bits")
}

impl Engine for Browser {
    fn link(&self, bytes: &[u8], imports: &[Helper]) -> Option<usize> {
        let taken = TAKEN.get();
        let function = *PLACES.get(taken)?;
        if taken == 0 {
            // If these functions belong to a part of the interpreter, it is there when one has been called:
            // it would take the units' places otherwise.
            std::hint::black_box(function)(std::ptr::null_mut());
        }
        let imports: Vec<u32> = imports.iter().map(|one| index(one.address())).collect();
        let slot = function as usize;
        let is_linked = memory::unbounded(|| {
            js::link_unit(
                &wasm_bindgen::memory(),
                &wasm_bindgen::function_table(),
                bytes,
                &imports,
                index(slot),
            )
        });
        if !is_linked {
            // What is forbidden once is forbidden the next time.
            accelerator::stop();
            return None;
        }
        TAKEN.set(taken + 1);
        Some(slot)
    }

    unsafe fn run(&self, unit: usize, values: *mut u64) -> u32 {
        // SAFETY: `link` has put a function of this type there.
        let function: Function = unsafe { std::mem::transmute(std::hint::black_box(unit)) };
        function(values)
    }

    fn forget(&self) {
        TAKEN.set(0);
    }

    fn result_address(&self) -> Option<i32> {
        Some(index(helpers::result_address()).cast_signed())
    }
}

/// Lets loops be compiled from the first program on, if the worker's script says so.
pub(super) fn begin() {
    // A program that is run again has to make the same objects at the same addresses, and a unit makes some
    // whenever a time slice ends.
    if IS_STARTED.replace(true) || waiting::replays() {
        return;
    }
    let mode = match js::accelerator() {
        1 => Mode::Normal,
        2 => Mode::Eager,
        3 => Mode::Shaky {
            seed: 4711,
            one_in: 5,
        },
        _ => return,
    };
    let limits = Limits {
        units: Some(PLACES.len()),
        ..Limits::default()
    };
    accelerator::start(Rc::new(Browser), mode, limits, is_ready);
}

/// The compiler is in the part `later`, which no loop is worth a wait for.
fn is_ready() -> bool {
    part::has(PartName::Later)
}
