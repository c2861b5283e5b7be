//! What a thread of Python has for itself, where several of them take turns on one thread of the machine.
//!
//! All of them run in the same virtual machine. An embedder that switches from the stack of one thread to that of
//! another exchanges this state with it, and everything in the machine finds that of the thread that runs.

use core::cell::{RefCell, UnsafeCell};
use core::sync::atomic::Ordering;
use rustpython_common::atomic::Radium;
use std::collections::HashSet;

use super::thread::{COROUTINE_ORIGIN_TRACKING_DEPTH, get_current_frame, set_current_frame};
use super::{ExceptionStack, PendingFrame, PendingGenResume, SuspendedFrame, VirtualMachine};
use crate::PyObjectRef;
use crate::datastack::DataStack;
use crate::frame::InterpreterFrame;
use crate::signal::IN_SIGNAL_HANDLER;
use crate::stdlib::sys::monitoring::MonitoringEvent;

/// The state of a thread that does not run.
pub struct ThreadState {
    datastack: DataStack,
    exceptions: ExceptionStack,
    profile_func: PyObjectRef,
    trace_func: PyObjectRef,
    use_tracing: bool,
    what_event: Option<MonitoringEvent>,
    tracing_depth: usize,
    repr_guards: HashSet<usize>,
    recursion_depth: usize,
    c_stack_soft_limit: usize,
    async_gen_firstiter: Option<PyObjectRef>,
    async_gen_finalizer: Option<PyObjectRef>,
    asyncio_running_loop: Option<PyObjectRef>,
    asyncio_running_task: Option<PyObjectRef>,
    context_stack: Vec<PyObjectRef>,
    pending_tailcall_frame: Option<PendingFrame>,
    pending_tailcall_owner: Option<PyObjectRef>,
    pending_tailcall_instance: Option<PyObjectRef>,
    pending_gen_resume: Option<PendingGenResume>,
    trampoline_stack: Vec<SuspendedFrame>,
    current_frame: *const InterpreterFrame,
    coroutine_origin_tracking_depth: u32,
    is_in_signal_handler: bool,
}

/// Where a thread is in its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub line: usize,
    /// The function, or `<module>`.
    pub name: String,
}

impl ThreadState {
    /// Where the thread is, the innermost call first.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        places_from(self.current_frame)
    }
}

/// Where the thread that runs is, the innermost call first.
#[must_use]
pub fn places() -> Vec<Place> {
    places_from(get_current_frame())
}

fn places_from(mut frame: *const InterpreterFrame) -> Vec<Place> {
    let mut places = Vec::new();
    while !frame.is_null() {
        // SAFETY: frames of a thread that runs or is suspended lie on its data stack or on the heap, and stay there
        // until they have returned.
        let iframe = unsafe { &*frame };
        let code = iframe.code();
        let next = iframe.lasti.load(Ordering::Relaxed) as usize;
        let line = match code.locations().get(next.saturating_sub(1)) {
            Some((location, _)) => location.line.get(),
            None => code.first_line_number.map_or(0, |line| line.get()),
        };
        places.push(Place {
            file: code.source_path().to_string(),
            line,
            name: code.obj_name.to_string(),
        });
        frame = iframe.previous();
    }
    places
}

fn exchange_cell<T>(cell: &RefCell<T>, value: &mut T) {
    core::mem::swap(&mut *cell.borrow_mut(), value);
}

/// # Safety
/// Nothing refers to what is in the cell.
unsafe fn exchange_unsafe<T>(cell: &UnsafeCell<T>, value: &mut T) {
    core::mem::swap(unsafe { &mut *cell.get() }, value);
}

impl VirtualMachine {
    /// The state of a thread that has not begun. Its stack is limited by [`Self::limit_native_stack`].
    #[must_use]
    pub fn new_thread_state(&self) -> ThreadState {
        ThreadState {
            datastack: DataStack::new(),
            exceptions: ExceptionStack::default(),
            profile_func: self.ctx.none(),
            trace_func: self.ctx.none(),
            use_tracing: false,
            what_event: None,
            tracing_depth: 0,
            repr_guards: HashSet::new(),
            recursion_depth: 0,
            c_stack_soft_limit: 0,
            async_gen_firstiter: None,
            async_gen_finalizer: None,
            asyncio_running_loop: None,
            asyncio_running_task: None,
            context_stack: Vec::new(),
            pending_tailcall_frame: None,
            pending_tailcall_owner: None,
            pending_tailcall_instance: None,
            pending_gen_resume: None,
            trampoline_stack: Vec::new(),
            current_frame: core::ptr::null(),
            coroutine_origin_tracking_depth: 0,
            is_in_signal_handler: false,
        }
    }

    /// Exchanges the state of the thread that has run with that of the one that goes on.
    pub fn exchange_thread_state(&self, state: &mut ThreadState) {
        // SAFETY: no code of this machine runs now, and a reference into these cells never outlives the operation that
        // has made it.
        unsafe {
            exchange_unsafe(&self.datastack, &mut state.datastack);
            exchange_unsafe(
                &self.pending_tailcall_owner,
                &mut state.pending_tailcall_owner,
            );
            exchange_unsafe(
                &self.pending_tailcall_instance,
                &mut state.pending_tailcall_instance,
            );
            exchange_unsafe(&self.pending_gen_resume, &mut state.pending_gen_resume);
            exchange_unsafe(&self.trampoline_stack, &mut state.trampoline_stack);
        }
        exchange_cell(&self.exceptions, &mut state.exceptions);
        exchange_cell(&self.profile_func, &mut state.profile_func);
        exchange_cell(&self.trace_func, &mut state.trace_func);
        exchange_cell(&self.repr_guards, &mut state.repr_guards);
        exchange_cell(&self.async_gen_firstiter, &mut state.async_gen_firstiter);
        exchange_cell(&self.async_gen_finalizer, &mut state.async_gen_finalizer);
        exchange_cell(&self.asyncio_running_loop, &mut state.asyncio_running_loop);
        exchange_cell(&self.asyncio_running_task, &mut state.asyncio_running_task);
        exchange_cell(&self.context_stack, &mut state.context_stack);
        state.use_tracing = self.use_tracing.replace(state.use_tracing);
        state.what_event = self.what_event.replace(state.what_event.take());
        state.tracing_depth = self.tracing_depth.replace(state.tracing_depth);
        state.recursion_depth = self.recursion_depth.replace(state.recursion_depth);
        state.c_stack_soft_limit = self.c_stack_soft_limit.replace(state.c_stack_soft_limit);
        state.pending_tailcall_frame = self
            .pending_tailcall_frame
            .replace(state.pending_tailcall_frame.take());
        state.coroutine_origin_tracking_depth =
            COROUTINE_ORIGIN_TRACKING_DEPTH.replace(state.coroutine_origin_tracking_depth);
        state.is_in_signal_handler = IN_SIGNAL_HANDLER.replace(state.is_in_signal_handler);
        state.current_frame = set_current_frame(state.current_frame);
    }

    /// Lets the thread that runs use as much of the native stack as the one whose state this is.
    pub fn share_native_stack(&self, state: &ThreadState) {
        self.c_stack_soft_limit.set(state.c_stack_soft_limit);
    }

    /// Lets the thread that runs use so many bytes of its native stack from here.
    pub fn limit_native_stack(&self, bytes: usize) {
        let here = psm::stack_pointer() as usize;
        self.c_stack_soft_limit.set(here.saturating_sub(bytes));
    }
}
