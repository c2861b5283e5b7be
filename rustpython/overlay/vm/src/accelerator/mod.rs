//! Loops that an embedder has compiled while the program runs.
//!
//! A backward jump that has been taken often asks the embedder for a [`Unit`]: compiled code of the loop
//! for the types that its variables have. One rule makes the rest simple: **a unit runs no Python code**,
//! and drops nothing but numbers. What might do either is left to the interpreter's loop, so
//! while a unit runs nobody can see the frame, change a global name or a class, or free a list. All that
//! it relies on is therefore checked once, when it is entered, and written back once, when it is left:
//! `frame/accelerated.rs` does both, by the tables of the unit.
//!
//! | file | idea |
//! |---|---|
//! | `unit` | what the compiler says of what it has made |
//! | `values` | how values of Python lie in 64 bits |
//! | `helpers` | the functions that compiled code calls |

use alloc::rc::Rc;
use core::cell::{Cell, RefCell, UnsafeCell};

use crate::{
    Py, PyObject, PyObjectRef, VirtualMachine,
    builtins::{PyCode, PyDict, PyStrInterned, list::PyListIterator},
};

pub mod helpers;
mod unit;
mod values;

pub use unit::{Exit, Found, Held, HeldIterator, Item, Known, Place, Unit};
pub use values::Kind;
pub(crate) use values::{box_value, holds, is_simple, unbox};

/// A loop that has been gone through often, at its beginning.
pub struct HotLoop<'a> {
    pub code: &'a Py<PyCode>,
    /// The index of the jump to the beginning.
    pub jump: usize,
    /// The index of the first instruction.
    pub header: usize,
    pub locals: &'a [Option<PyObjectRef>],
    /// What lies on top of the stack: an iterator, if the loop is a `for`.
    pub top: Option<&'a PyObject>,
    pub globals: &'a Py<PyDict>,
    pub builtins: Option<&'a Py<PyDict>>,
    /// Whether names that are neither local nor global are those of `globals`.
    pub is_module: bool,
}

impl HotLoop<'_> {
    /// What a global name means.
    pub fn global(&self, name: &'static PyStrInterned, vm: &VirtualMachine) -> Option<PyObjectRef> {
        find_global(self.globals, self.builtins, name, vm)
    }
}

/// The list that an iterator goes through, unless it has ended.
pub fn list_of(iterator: &PyObject) -> Option<PyObjectRef> {
    let iterator = iterator.downcast_ref::<PyListIterator>()?;
    // SAFETY: the iterator keeps its list.
    (iterator.state()).map(|(list, _)| unsafe { &*list }.to_owned())
}

pub(crate) fn find_global(
    globals: &Py<PyDict>,
    builtins: Option<&Py<PyDict>>,
    name: &'static PyStrInterned,
    vm: &VirtualMachine,
) -> Option<PyObjectRef> {
    let found = globals.get_item_opt(name, vm).ok()?;
    found.or_else(|| builtins?.get_item_opt(name, vm).ok()?)
}

unsafe extern "Rust" {
    /// Compiles a loop, if that can be done and is worth it.
    safe fn rustpython_compile_loop(hot: &HotLoop<'_>, vm: &VirtualMachine) -> Option<Unit>;
    /// Runs a unit with so many values in front of it, and answers with the number of its exit.
    fn rustpython_run_unit(code: usize, values: *mut u64) -> u32;
}

/// When loops are compiled, and when not.
#[derive(Clone, Copy)]
pub struct Settings {
    /// After how many jumps a loop is compiled; 0 for never.
    pub jumps: u16,
    /// How often a unit may be refused, or left before its loop has ended, for each time that it may
    /// not; 0 for any number.
    pub patience: u32,
    pub most_units: usize,
    /// Whether loops can be compiled already.
    pub is_ready: fn() -> bool,
}

impl Settings {
    pub const OFF: Self = Self {
        jumps: 0,
        patience: 1,
        most_units: 0,
        is_ready: || false,
    };
}

/// How many values a unit may have in front of it.
pub const MOST_VALUES: usize = 256;
/// The index of the value that says how many turns of loops a unit may take.
pub const TURNS: usize = 0;
/// So many turns a unit takes at most: V8 does not replace a function that is running by a better one.
const MOST_TURNS: i32 = 1 << 15;

thread_local! {
    static SETTINGS: Cell<Settings> = const { Cell::new(Settings::OFF) };
    static IS_LEFT_OUT: Cell<bool> = const { Cell::new(false) };
    static UNITS: RefCell<Vec<Rc<Unit>>> = const { RefCell::new(Vec::new()) };
    static VALUES: UnsafeCell<[u64; MOST_VALUES]> = const { UnsafeCell::new([0; MOST_VALUES]) };
}

/// Sets when loops of this thread are compiled. By default they never are.
pub fn set(settings: Settings) {
    SETTINGS.set(settings);
}

/// Compiles no loops and enters no units until the interpreter ends: what counts on each unit of work gets it from
/// the interpreter alone. A unit counts its jumps, but not the calls that it does in its own way.
pub fn leave_out() {
    IS_LEFT_OUT.set(true);
}

pub(crate) fn is_left_out() -> bool {
    IS_LEFT_OUT.get()
}

pub(crate) fn settings() -> Settings {
    SETTINGS.get()
}

/// How many units there are.
pub fn count() -> usize {
    UNITS.with_borrow(Vec::len)
}

/// What happened to the units: how often they were entered, refused, and left early.
pub fn statistics() -> Vec<[u32; 3]> {
    UNITS.with_borrow(|units| {
        let counts = |unit: &Rc<Unit>| [unit.entered.get(), unit.refused.get(), unit.early.get()];
        units.iter().map(counts).collect()
    })
}

/// Drops all units, before the interpreter goes whose objects they know.
pub fn forget() {
    IS_LEFT_OUT.set(false);
    drop(UNITS.take());
}

pub(crate) fn add(unit: Unit) -> usize {
    UNITS.with_borrow_mut(|units| {
        units.push(Rc::new(unit));
        units.len() - 1
    })
}

pub(crate) fn unit(number: usize) -> Option<Rc<Unit>> {
    UNITS.with_borrow(|units| units.get(number).cloned())
}

pub(crate) fn values() -> *mut u64 {
    VALUES.with(UnsafeCell::get).cast()
}

pub(crate) fn compile(hot: &HotLoop<'_>, vm: &VirtualMachine) -> Option<Unit> {
    rustpython_compile_loop(hot, vm)
}

/// Runs a unit whose values have been loaded, for so many turns of its loops at most, and answers with the number of
/// its exit and how many turns it has taken.
pub(crate) fn run(unit: &Unit, values: *mut u64, most: i32, vm: &VirtualMachine) -> (usize, i32) {
    let turns = most.clamp(1, MOST_TURNS);
    helpers::use_machine(vm);
    // SAFETY: the values are as the unit wants them, and only this thread uses them.
    unsafe {
        *values.add(TURNS) = turns as u64;
        let exit = rustpython_run_unit(unit.code_handle, values);
        (exit as usize, turns - *values.add(TURNS) as i32)
    }
}
