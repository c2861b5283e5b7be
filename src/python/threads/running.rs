//! The threads of this interpreter, and switching between them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use rustpython_vm::accelerator::leave_out;
use rustpython_vm::embedder::end_time_slice;
use rustpython_vm::vm::exchange::{Place, ThreadState, places};
use rustpython_vm::vm::thread::with_current_vm;
use rustpython_vm::{PyResult, VirtualMachine};

use super::current::{Begin, Joined, current, hooks, set_current};
use super::schedule::{Id, MAIN, Next, Reason, Schedule, Waiting, Wake};
use super::{local, nested, stuck};
use crate::python::host::{Nanoseconds, host};

#[derive(Default)]
struct Threads {
    schedule: Schedule,
    records: BTreeMap<Id, Record>,
    /// The main thread has to be interrupted when it runs again.
    is_interrupted: bool,
    /// No thread but the running one ever runs again.
    is_closed: bool,
}

/// A thread besides the main one, or the main one while it is suspended.
#[derive(Default)]
struct Record {
    /// The interpreter's state of a thread that does not run.
    state: Option<ThreadState>,
    /// What it does, as long as it has not begun.
    begin: Option<Begin>,
    handle: Option<Rc<dyn Joined>>,
    /// Whether the program waits for its end.
    is_daemon: bool,
    wake: Option<Wake>,
}

thread_local! {
    static THREADS: RefCell<Threads> = RefCell::default();
    /// Set while a stack is left: nothing is switched then.
    static IS_LEAVING: Cell<bool> = const { Cell::new(false) };
}

fn with<T>(action: impl FnOnce(&mut Threads) -> T) -> T {
    THREADS.with_borrow_mut(action)
}

/// Begins a new interpreter. What threads of the one before it have left is not dropped: it belongs to stacks that
/// nobody unwinds.
pub(crate) fn begin() {
    std::mem::forget(THREADS.take());
    set_current(MAIN);
    nested::begin();
    IS_LEAVING.set(false);
}

/// How many threads there are besides the main one.
pub(super) fn count() -> usize {
    with(|threads| threads.schedule.len() - 1) + nested::count()
}

/// Whether there are suspended threads, which can run while this one waits.
pub(crate) fn has_others() -> bool {
    with(|threads| !threads.is_closed && threads.schedule.len() > 1)
}

/// Starts a thread.
///
/// # Errors
/// There are too many, or the program ends.
pub(super) fn start(
    begin: Begin,
    is_daemon: bool,
    handle: Rc<dyn Joined>,
    vm: &VirtualMachine,
) -> PyResult<Id> {
    if with(|threads| threads.is_closed) {
        return Err(vm.new_exception_msg(
            vm.ctx.exceptions.python_finalization_error.to_owned(),
            "can't create new thread at interpreter shutdown".into(),
        ));
    }
    if !host().can_switch() {
        return nested::run(begin, &*handle, vm);
    }
    let state = vm.new_thread_state();
    let id = with(|threads| {
        let id = threads.schedule.add()?;
        handle.begin(id);
        let record = Record {
            state: Some(state),
            begin: Some(begin),
            handle: Some(handle),
            is_daemon,
            wake: None,
        };
        threads.records.insert(id, record);
        Some(id)
    });
    if host().repeats() {
        // These threads take turns by work, and which loops were compiled by now is chance.
        leave_out();
    }
    // From now on time slices end for the other threads as well.
    end_time_slice();
    id.ok_or_else(|| vm.new_runtime_error("can't start new thread"))
}

/// Runs a thread to its end, on the new stack of which so many bytes may be used. The host calls this.
pub fn run(id: u32, stack_bytes: usize) {
    with_current_vm(|vm| {
        vm.limit_native_stack(stack_bytes);
        let begin = with(|threads| threads.records.get_mut(&id)?.begin.take());
        if let Some(begin) = begin {
            begin(vm);
        }
        local::end(id);
        let handle = with(|threads| threads.records.get_mut(&id)?.handle.take());
        if let Some(handle) = &handle {
            handle.end();
        }
        with(|threads| threads.schedule.end(id));
        // Signals are for the main thread, and what else is raised here has nobody to be told to.
        let next = loop {
            if let Ok((next, wake)) = choose(vm) {
                break prepare(next, wake);
            }
        };
        let record = with(|threads| threads.records.remove(&id));
        IS_LEAVING.set(true);
        let ended = exchange(next, vm);
        drop((ended, record, handle));
        IS_LEAVING.set(false);
        set_current(next);
        host().leave(next);
    });
}

/// Waits for something, or so long at most. Others run meanwhile.
///
/// # Errors
/// What a handler of a signal raises; or nothing can ever end the wait.
pub(crate) fn wait(
    reason: Reason,
    until: Option<Nanoseconds>,
    vm: &VirtualMachine,
) -> PyResult<Wake> {
    let is_alone = with(|threads| threads.is_closed);
    if is_alone || IS_LEAVING.get() || !host().can_switch() {
        return nested::wait(until, vm);
    }
    let me = current();
    with(|threads| threads.schedule.wait(me, Waiting { reason, until }));
    let wake = go_on(vm).inspect_err(|_| with(|threads| threads.schedule.resume(me)))?;
    (hooks().look_at_budget)(vm);
    if me == MAIN {
        vm.check_signals()?;
    }
    if wake == Wake::Deadlock {
        return Err(stuck::error(vm));
    }
    Ok(wake)
}

/// When the thread that runs lets another one run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turns {
    /// There is no other one.
    None,
    /// After so many milliseconds: `sys.setswitchinterval`.
    After(f64),
    /// After so many units of work, in a run that repeats.
    Work(i32),
}

/// When the thread that runs lets another one run.
pub fn turns() -> Turns {
    /// Some milliseconds on the machine of the measurements.
    const WORK: i32 = 1 << 14;
    if !has_others() {
        Turns::None
    } else if host().repeats() {
        Turns::Work(WORK)
    } else {
        let seconds = with_current_vm(|vm| vm.state.switch_interval.load());
        Turns::After(seconds * 1e3)
    }
}

/// Whether another thread can run at once.
pub fn is_due() -> bool {
    if !has_others() {
        return false;
    }
    look_around();
    with(|threads| threads.schedule.has_ready())
}

/// Lets the other threads run that can; returns when this one's turn has come again. Called by time slices.
pub fn pass() {
    if IS_LEAVING.get() || !is_due() {
        return;
    }
    with_current_vm(|vm| {
        with(|threads| threads.schedule.pass(current()));
        // This thread can run, so nobody waits for anything.
        let _ = go_on(vm);
    });
}

/// Runs other threads until this one goes on.
fn go_on(vm: &VirtualMachine) -> PyResult<Wake> {
    let me = current();
    let (next, wake) = choose(vm)?;
    let wake = if next == me {
        wake
    } else {
        prepare(next, wake);
        let state = exchange(next, vm);
        with(|threads| threads.records.entry(me).or_default().state = state);
        set_current(next);
        host().switch(me, next);
        let wake = with(|threads| threads.records.get_mut(&me)?.wake.take());
        wake.unwrap_or(Wake::Given)
    };
    if me == MAIN && with(|threads| std::mem::take(&mut threads.is_interrupted)) {
        (hooks().interrupt)();
    }
    Ok(wake)
}

/// The thread that runs next, as soon as one can.
fn choose(vm: &VirtualMachine) -> PyResult<(Id, Wake)> {
    loop {
        look_around();
        match with(|threads| threads.schedule.next()) {
            Next::Run(id, wake) => return Ok((id, wake)),
            Next::Idle { until, for_reader } => {
                let now = until.map(|_| host().monotonic());
                let most = until
                    .zip(now)
                    .map(|(until, now)| until.saturating_sub(now).max(1));
                host().idle(most, for_reader);
                (hooks().look_at_budget)(vm);
                vm.check_signals()?;
            }
            Next::Deadlock => {
                stuck::remember(waiting(), vm);
                with(|threads| threads.schedule.wake(MAIN, Wake::Deadlock));
            }
        }
    }
}

/// Notes for a thread why it goes on.
fn prepare(next: Id, wake: Wake) -> Id {
    with(|threads| threads.records.entry(next).or_default().wake = Some(wake));
    next
}

/// Exchanges the interpreter's state for that of another thread, and returns the one of the thread that has run.
fn exchange(next: Id, vm: &VirtualMachine) -> Option<ThreadState> {
    let mut state = with(|threads| threads.records.get_mut(&next)?.state.take())?;
    vm.exchange_thread_state(&mut state);
    Some(state)
}

/// Lets those go on whose time is over, or whom the reader has answered.
fn look_around() {
    if with(|threads| threads.schedule.has_times()) {
        let now = host().monotonic();
        with(|threads| threads.schedule.expire(now));
    }
    let reader = with(|threads| threads.schedule.reader());
    if let Some(reader) = reader
        && host().has_heard()
    {
        wake(reader, Wake::Given);
    }
}

/// Lets a thread go on that waits.
pub(super) fn wake(id: Id, wake: Wake) -> bool {
    with(|threads| threads.schedule.wake(id, wake))
}

/// Lets all threads look again that wait for the reader.
pub(crate) fn wake_readers() {
    while let Some(reader) = with(|threads| threads.schedule.reader()) {
        wake(reader, Wake::Given);
    }
}

/// Interrupts the main thread, which does not run.
pub(crate) fn interrupt_main() {
    with(|threads| {
        threads.is_interrupted = true;
        threads.schedule.wake(MAIN, Wake::Interrupted);
    });
}

/// Sends an interrupt again that could not be raised.
pub(super) fn interrupt_again() {
    (hooks().interrupt)();
}

/// Waits for the end of all threads that are no daemons.
///
/// # Errors
/// What a signal raises meanwhile; or they can never end.
pub(super) fn join_all(vm: &VirtualMachine) -> PyResult<()> {
    loop {
        let handle = with(|threads| {
            let mut others = threads.records.iter().filter(|(id, _)| **id != current());
            others.find_map(|(_, record)| record.handle.clone().filter(|_| !record.is_daemon))
        });
        match handle {
            Some(handle) => handle.join(None, vm)?,
            None => return Ok(()),
        }
    }
}

/// At the end of a program: waits for its threads as `threading` does, and calls what is registered there.
///
/// # Errors
/// Those of [`join_all`].
pub(crate) fn shut_down(vm: &VirtualMachine) -> PyResult<()> {
    let modules = vm.sys_module.get_attr("modules", vm)?;
    match modules.get_item("threading", vm) {
        Ok(threading) => vm.call_method(&threading, "_shutdown", ()).map(drop),
        Err(_) => join_all(vm),
    }
}

/// From now on no other thread runs: those that are suspended are never gone on with.
pub(crate) fn close() {
    with(|threads| threads.is_closed = true);
}

/// The threads that wait, for what, and where they are.
fn waiting() -> Vec<(Id, Reason, Vec<Place>)> {
    with(|threads| {
        let Threads {
            schedule, records, ..
        } = threads;
        let place = |(id, waiting): (Id, Waiting)| {
            let state = records.get(&id).and_then(|record| record.state.as_ref());
            let places = match state {
                Some(state) if id != current() => state.places(),
                _ => places(),
            };
            (id, waiting.reason, places)
        };
        schedule.waiting().map(place).collect()
    })
}
