//! The memory budget: an allocator that counts.
//!
//! Past the budget the program gets a `MemoryError` at its next turn. It may go on a little, to
//! clean up; a request past that is refused, which the interpreter turns into a `MemoryError`
//! where it can, and where it cannot the worker traps and the run ends with status `memory`.
//!
//! The budget is the program's alone. What the worker needs to pass on its output, to hear
//! messages and to report its end is counted but never refused: a refusal there would trap in the
//! middle of the worker's own work, after which it could report nothing.
#![expect(unsafe_code, reason = "an allocator cannot be had without")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering::Relaxed};

use rustpython_vm::embedder::end_time_slice;

/// How far a program may exceed its budget until it gets its `MemoryError`, and while it handles it.
const GRACE_BYTES: usize = 64 << 20;

/// What is kept for the report of a run's end, where the browser itself has no more memory.
const RESERVE_BYTES: usize = 64 << 10;

/// The states of the alarm.
const ARMED: u8 = 0;
const RINGING: u8 = 1;
const HEARD: u8 = 2;

static USED: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static LIMIT: AtomicUsize = AtomicUsize::new(usize::MAX);
static HELD: AtomicUsize = AtomicUsize::new(usize::MAX);
static ALARM: AtomicU8 = AtomicU8::new(ARMED);
static WAS_REFUSED: AtomicBool = AtomicBool::new(false);
static WIPES: AtomicBool = AtomicBool::new(false);

thread_local! {
    static RESERVE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every request is passed on unchanged to the system's allocator, or refused.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !reserve(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: as the caller promises.
        let pointer = unsafe { System.alloc(layout) };
        if pointer.is_null() {
            release(layout.size());
            WAS_REFUSED.store(true, Relaxed);
        }
        pointer
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        release(layout.size());
        if WIPES.load(Relaxed) {
            // SAFETY: the memory is the caller's until the next line.
            unsafe { pointer.write_bytes(0, layout.size()) };
        }
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if WIPES.load(Relaxed) {
            return self.move_and_wipe(pointer, layout, size);
        }
        if !reserve(size) {
            return std::ptr::null_mut();
        }
        // SAFETY: as the caller promises.
        let moved = unsafe { System.realloc(pointer, layout, size) };
        if moved.is_null() {
            release(size);
            WAS_REFUSED.store(true, Relaxed);
        } else {
            release(layout.size());
        }
        moved
    }
}

impl Counting {
    fn move_and_wipe(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let Ok(new_layout) = Layout::from_size_align(size, layout.align()) else {
            return std::ptr::null_mut();
        };
        // SAFETY: both blocks are as large as is said, and the old one is given back once.
        unsafe {
            let moved = self.alloc(new_layout);
            if !moved.is_null() {
                moved.copy_from_nonoverlapping(pointer, layout.size().min(size));
                self.dealloc(pointer, layout);
            }
            moved
        }
    }
}

/// Sets whether freed memory is overwritten with zeros. While the interpreter is set up, its memory becomes
/// a part of the module, which old bytes in freed memory would make larger.
pub(super) fn wipe(wipes: bool) {
    WIPES.store(wipes, Relaxed);
}

fn reserve(bytes: usize) -> bool {
    let used = USED.load(Relaxed).saturating_add(bytes);
    if used > LIMIT.load(Relaxed).saturating_add(GRACE_BYTES) {
        WAS_REFUSED.store(true, Relaxed);
        return false;
    }
    USED.store(used, Relaxed);
    if used > LIMIT.load(Relaxed) && ALARM.load(Relaxed) == ARMED {
        ALARM.store(RINGING, Relaxed);
        end_time_slice();
    }
    if used > PEAK.load(Relaxed) {
        PEAK.store(used, Relaxed);
    }
    true
}

fn release(bytes: usize) {
    USED.store(USED.load(Relaxed) - bytes, Relaxed);
}

/// Begins the account of a new program, which may use so many bytes above those that the interpreter
/// used before its first program. Its wheels, of so many bytes, are here already, and count as the program's.
pub(super) fn begin(bytes: u64, wheels: usize) {
    // Measured once: the names of the first program stay in use in the programs after it.
    static OWN: AtomicUsize = AtomicUsize::new(0);
    PEAK.store(USED.load(Relaxed), Relaxed);
    WAS_REFUSED.store(false, Relaxed);
    RESERVE.set(Vec::with_capacity(RESERVE_BYTES));
    let own = USED.load(Relaxed).saturating_sub(wheels);
    let _ = OWN.compare_exchange(0, own, Relaxed, Relaxed);
    let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
    LIMIT.store(OWN.load(Relaxed).saturating_add(bytes), Relaxed);
    // An alarm of the program before is not this one's. Where that program has left more than the
    // budget allows, this one may go on a little, to delete it.
    let is_past = USED.load(Relaxed) > LIMIT.load(Relaxed);
    ALARM.store(if is_past { HEARD } else { ARMED }, Relaxed);
}

/// The program is over: lifts the budget until the next one begins, and gives the report of the
/// end what was kept for it. Needs no memory itself.
pub(super) fn lift() {
    LIMIT.store(usize::MAX, Relaxed);
    drop(RESERVE.take());
}

/// Does work of the worker's own, which the budget does not bound.
pub(super) fn unbounded<T>(work: impl FnOnce() -> T) -> T {
    let limit = LIMIT.swap(usize::MAX, Relaxed);
    let result = work();
    LIMIT.store(limit, Relaxed);
    result
}

/// Lifts the budget while the program's stack is moved aside, which needs memory, until [`hold`].
pub(super) fn let_go() {
    HELD.store(LIMIT.swap(usize::MAX, Relaxed), Relaxed);
}

/// Another stack of the program goes on, with the budget that [`let_go`] has lifted.
pub(super) fn hold() {
    LIMIT.store(HELD.load(Relaxed), Relaxed);
}

/// Whether the budget was passed since the last call. A program that comes below its budget again can pass
/// it again.
pub(super) fn take_alarm() -> bool {
    match ALARM.load(Relaxed) {
        RINGING => {
            ALARM.store(HEARD, Relaxed);
            true
        }
        HEARD if USED.load(Relaxed) <= LIMIT.load(Relaxed) => {
            ALARM.store(ARMED, Relaxed);
            false
        }
        _ => false,
    }
}

/// Whether a request was refused.
pub(super) fn was_refused() -> bool {
    WAS_REFUSED.load(Relaxed)
}

/// The largest amount of memory in use since the program began, in bytes.
pub(super) fn peak() -> u64 {
    PEAK.load(Relaxed) as u64
}
