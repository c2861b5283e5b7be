//! A stack for each thread of a program, natively.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::mem::ManuallyDrop;

use corosensei::stack::DefaultStack;
use corosensei::{Coroutine, CoroutineResult, Yielder};
use garter::python::threads;

/// The thread of the program itself, which runs on the stack of the test.
const MAIN: u32 = 1;
const STACK_BYTES: usize = 16 << 20;
const USABLE_BYTES: usize = 12 << 20;

/// A stack that is suspended when another thread goes on, and that ends with the thread that goes on afterwards. One
/// that never ends is never unwound: its interpreter may be gone.
type Stack = ManuallyDrop<Coroutine<(), u32, u32>>;

thread_local! {
    static STACKS: RefCell<BTreeMap<u32, Stack>> = const { RefCell::new(BTreeMap::new()) };
    static YIELDERS: RefCell<BTreeMap<u32, *const Yielder<(), u32>>> = const { RefCell::new(BTreeMap::new()) };
    static NEXT: Cell<u32> = const { Cell::new(MAIN) };
}

fn new(thread: u32) -> Stack {
    let stack = DefaultStack::new(STACK_BYTES).expect("memory for a stack");
    ManuallyDrop::new(Coroutine::with_stack(stack, move |yielder, ()| {
        YIELDERS.with_borrow_mut(|yielders| yielders.insert(thread, std::ptr::from_ref(yielder)));
        threads::run(thread, USABLE_BYTES);
        YIELDERS.with_borrow_mut(|yielders| yielders.remove(&thread));
        NEXT.get()
    }))
}

/// Suspends the stack of one thread and goes on with that of another.
#[expect(
    unsafe_code,
    reason = "a yielder lives as long as its stack, which suspends itself here"
)]
pub fn switch(from: u32, to: u32) {
    if from != MAIN {
        let yielder = YIELDERS.with_borrow(|yielders| yielders[&from]);
        // SAFETY: the yielder lies on the stack that runs.
        unsafe { (*yielder).suspend(to) };
        return;
    }
    let mut next = to;
    while next != MAIN {
        let stack = STACKS.with_borrow_mut(|stacks| stacks.remove(&next));
        let mut stack = stack.unwrap_or_else(|| new(next));
        match stack.resume(()) {
            CoroutineResult::Yield(to) => {
                STACKS.with_borrow_mut(|stacks| stacks.insert(next, stack));
                next = to;
            }
            CoroutineResult::Return(to) => {
                ManuallyDrop::into_inner(stack);
                next = to;
            }
        }
    }
}

/// Goes on with a thread when the stack that runs has ended.
pub fn leave(to: u32) {
    NEXT.set(to);
}
