//! Locks that are waited for, and ends of threads.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use rustpython_vm::{PyResult, VirtualMachine};

use super::current::{Joined, current};
use super::running::{self, wake};
use super::schedule::{Id, Reason, Wake};
use crate::python::host::{Nanoseconds, host};

/// How long somebody waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patience {
    /// Not at all.
    No,
    Until(Nanoseconds),
    Forever,
}

/// A lock, which any thread may release.
#[derive(Debug, Default)]
pub(super) struct RawLock {
    is_locked: Cell<bool>,
    waiters: RefCell<VecDeque<Id>>,
    /// The first who waits was woken once, and found the lock taken again: the next release is for them. Without
    /// this, a thread that holds the lock at the end of each of its turns would keep it for ever.
    is_fair: Cell<bool>,
    /// Whom the lock was handed to.
    given: Cell<Option<Id>>,
}

impl RawLock {
    pub(super) fn is_locked(&self) -> bool {
        self.is_locked.get()
    }

    /// Takes the lock, if it is free in time; returns whether it was.
    pub(super) fn acquire(&self, patience: Patience, vm: &VirtualMachine) -> PyResult<bool> {
        if !self.is_locked.replace(true) {
            return Ok(true);
        }
        let until = match patience {
            Patience::No => return Ok(false),
            Patience::Until(until) => Some(until),
            Patience::Forever => None,
        };
        let me = current();
        self.waiters.borrow_mut().push_back(me);
        loop {
            let result = running::wait(Reason::Lock, until, vm);
            self.waiters.borrow_mut().retain(|&id| id != me);
            if self.given.get() == Some(me) {
                self.given.set(None);
                return result.map(|_| true).inspect_err(|_| self.free());
            }
            match result {
                Ok(Wake::TimedOut) => return Ok(false),
                Ok(_) if !self.is_locked.replace(true) => return Ok(true),
                Ok(Wake::Given) => {
                    self.is_fair.set(true);
                    self.waiters.borrow_mut().push_front(me);
                }
                Ok(_) => self.waiters.borrow_mut().push_front(me),
                Err(error) => {
                    // Another one may have been passed over for this one.
                    if !self.is_locked() {
                        self.free();
                    }
                    return Err(error);
                }
            }
        }
    }

    /// Releases the lock; returns whether it was locked.
    pub(super) fn release(&self) -> bool {
        let was_locked = self.is_locked();
        if was_locked {
            self.free();
        }
        was_locked
    }

    fn free(&self) {
        let first = self.waiters.borrow_mut().pop_front();
        let Some(first) = first else {
            self.is_locked.set(false);
            return;
        };
        let is_for_first = self.is_fair.replace(false);
        self.is_locked.set(is_for_first);
        if is_for_first {
            self.given.set(Some(first));
        }
        wake(first, Wake::Given);
    }

    /// Forgets who has it.
    pub(super) fn reset(&self) {
        self.is_locked.set(false);
        self.given.set(None);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    New,
    Started,
    Done,
}

/// A thread, for those who wait for its end.
#[derive(Debug)]
pub(super) struct Handle {
    id: Cell<Id>,
    stage: Cell<Stage>,
    waiters: RefCell<Vec<Id>>,
}

impl Handle {
    pub(super) fn new() -> Self {
        Self {
            id: Cell::new(0),
            stage: Cell::new(Stage::New),
            waiters: RefCell::default(),
        }
    }

    pub(super) fn id(&self) -> Id {
        self.id.get()
    }

    pub(super) fn is_new(&self) -> bool {
        self.stage.get() == Stage::New
    }

    pub(super) fn is_done(&self) -> bool {
        self.stage.get() == Stage::Done
    }
}

impl Joined for Handle {
    fn begin(&self, id: Id) {
        self.id.set(id);
        self.stage.set(Stage::Started);
    }

    fn end(&self) {
        self.stage.set(Stage::Done);
        for waiter in self.waiters.take() {
            wake(waiter, Wake::Given);
        }
    }

    fn join(&self, until: Option<Nanoseconds>, vm: &VirtualMachine) -> PyResult<()> {
        if self.is_new() {
            return Err(vm.new_runtime_error("thread not started"));
        }
        while !self.is_done() {
            if self.id() == current() {
                return Err(vm.new_runtime_error("Cannot join current thread"));
            }
            if until.is_some_and(|until| host().monotonic() >= until) {
                return Ok(());
            }
            self.waiters.borrow_mut().push(current());
            let result = running::wait(Reason::End(self.id()), until, vm);
            self.waiters.borrow_mut().retain(|&id| id != current());
            if result? == Wake::TimedOut {
                return Ok(());
            }
        }
        Ok(())
    }
}

/// What the interpreter's own locks call when another thread has one of them, in the middle of an operation.
#[expect(unsafe_code, reason = "the interpreter calls it by its name")]
#[unsafe(no_mangle)]
extern "Rust" fn rustpython_wait_for_lock(is_free: &dyn Fn() -> bool) -> bool {
    /// Nobody tells when such a lock is free.
    const BETWEEN_LOOKS: Nanoseconds = 5_000_000;
    while running::has_others() {
        let until = host().monotonic().saturating_add(BETWEEN_LOOKS);
        let wait = |vm: &VirtualMachine| running::wait(Reason::Lock, Some(until), vm);
        if rustpython_vm::vm::thread::with_current_vm(wait).is_err() {
            // Nothing can be raised here. The interrupt is for the instruction that comes after this one.
            running::interrupt_again();
        }
        if is_free() {
            return true;
        }
    }
    false
}
