//! The accelerator: loops over numbers are compiled to WebAssembly while the program runs.
//!
//! `rustpython_vm::accelerator` says what a unit is and when it is asked for; here it is made. What runs
//! the bytes is an [`Engine`]: the browser's, or in tests one that runs natively.
//! [The decision](../../../docs/decisions/accelerator.md) has the reasons.
//!
//! | file | idea |
//! |---|---|
//! | `seen` | the types of values, as they were seen |
//! | `region` | the instructions of a loop, as basic blocks |
//! | `compiler` | what is known at a place |
//! | `exits` | the ways out |
//! | `flow` | blocks of the program as blocks of WebAssembly |
//! | `stack` | the program's stack and its variables |
//! | `ops`, `arithmetic` | instructions on numbers |
//! | `objects`, `calls` | sequences, and calls of what is known |
//! | `target` | where the code will run |
//! | `helper` | the interpreter's functions that units call |
//! | `wasm` | writes modules |
#![expect(
    unsafe_code,
    reason = "the interpreter calls these functions by their names"
)]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rustpython_vm::VirtualMachine;
use rustpython_vm::accelerator::{self, HotLoop, Settings, Unit};

mod arithmetic;
mod calls;
mod compiler;
mod exits;
mod flow;
mod helper;
mod objects;
mod ops;
mod region;
mod seen;
mod stack;
mod target;
mod wasm;

pub use helper::Helper;
use target::Target;
use wasm::Type;

/// Larger units are not made: an engine may not optimise them.
const MOST_BYTES: usize = 48 << 10;
/// All units of a thread together.
const MOST_UNITS: usize = 100;
/// A loop is compiled after so many turns: by then it has taken as long as compiling does.
const JUMPS: u16 = 500;

/// Runs modules of WebAssembly.
pub trait Engine {
    /// Makes a module ready, with the functions that it imports; answers what it is run by. `None` if
    /// nothing can be compiled here.
    fn link(&self, bytes: &[u8], imports: &[Helper]) -> Option<usize>;

    /// Runs a module with its values.
    ///
    /// # Safety
    /// `unit` is an answer of [`Engine::link`], and `values` are those that the compiler has laid out.
    unsafe fn run(&self, unit: usize, values: *mut u64) -> u32;

    /// Drops all units: nothing runs them any more.
    fn forget(&self) {}

    /// Where a unit can read the last result of a helper, if it can read the interpreter's memory.
    fn result_address(&self) -> Option<i32>;
}

/// How loops are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Not at all.
    Off,
    /// Those that take long.
    Normal,
    /// All, at their second turn.
    Eager,
    /// As eagerly, and one in so many checks fails at random, from a seed.
    Shaky {
        /// What the choices follow from; not 0.
        seed: i32,
        /// How many checks there are for one that fails.
        one_in: i32,
    },
}

/// What to leave out, to find a mistake.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// How many units are made; `None` for the usual number.
    pub units: Option<usize>,
    /// Numbers of instructions that are left to the interpreter.
    pub left_out: &'static [u8],
}

thread_local! {
    static ENGINE: RefCell<Option<Rc<dyn Engine>>> = const { RefCell::new(None) };
    static MODE: Cell<(Mode, Limits)> = const {
        Cell::new((Mode::Off, Limits { units: None, left_out: &[] }))
    };
}

/// Lets loops of this thread be compiled, for an engine, as soon as `is_ready` says that the compiler need not
/// be waited for.
pub fn start(engine: Rc<dyn Engine>, mode: Mode, limits: Limits, is_ready: fn() -> bool) {
    ENGINE.set(Some(engine));
    MODE.set((mode, limits));
    let jumps = match mode {
        Mode::Off => 0,
        Mode::Normal => JUMPS,
        Mode::Eager | Mode::Shaky { .. } => 1,
    };
    accelerator::set(Settings {
        jumps,
        patience: if mode == Mode::Normal { 64 } else { 0 },
        most_units: limits.units.unwrap_or(MOST_UNITS),
        is_ready,
    });
}

/// Compiles no more loops: the engine cannot. Those that have been compiled stay.
pub fn stop() {
    accelerator::set(Settings::OFF);
}

/// Drops what the units know, before its interpreter goes.
pub(crate) fn forget() {
    accelerator::forget();
    if let Some(engine) = ENGINE.with_borrow(Clone::clone) {
        engine.forget();
    }
}

#[expect(
    clippy::no_mangle_with_rust_abi,
    reason = "the interpreter declares it so"
)]
#[unsafe(no_mangle)]
fn rustpython_compile_loop(hot: &HotLoop<'_>, vm: &VirtualMachine) -> Option<Unit> {
    let engine = ENGINE.with_borrow(Clone::clone)?;
    let (mode, limits) = MODE.get();
    let target = Target {
        pointer: if cfg!(target_pointer_width = "64") {
            Type::I64
        } else {
            Type::I32
        },
        result_address: engine.result_address(),
        shaky: match mode {
            Mode::Shaky { seed, one_in } => Some((seed, one_in)),
            _ => None,
        },
        left_out: limits.left_out,
        most_bytes: MOST_BYTES,
    };
    let units = &hot.code.instructions;
    let header = u32::try_from(hot.header).ok()?;
    let region = region::Region::of(units, hot.jump, header)?;
    let compiler = compiler::Compiler::new(hot, vm, target, &region);
    let mut unit = compiler.compile(|bytes, helpers| engine.link(bytes, helpers))?;
    unit.outer_jump = region::outer_jump(units, hot.jump, hot.header);
    Some(unit)
}

#[expect(
    clippy::no_mangle_with_rust_abi,
    reason = "the interpreter declares it so"
)]
#[unsafe(no_mangle)]
unsafe fn rustpython_run_unit(unit: usize, values: *mut u64) -> u32 {
    let engine = ENGINE.with_borrow(Clone::clone);
    let engine = engine.expect("it has linked the unit");
    // SAFETY: as the interpreter promises.
    unsafe { engine.run(unit, values) }
}
