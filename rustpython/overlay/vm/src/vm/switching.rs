//! Switching from frame to frame within the interpreter's loop.
//!
//! The trampoline enters the functions that a frame calls, so that a call of Python by Python takes nothing
//! of the native stack. A loop that knows how to go on in another frame does the same without being
//! left: what it suspends lies on the trampoline's stack and in its form, so that either may go on with
//! what the other has begun.

use super::{FrameKind, SuspendedFrame, TrampolineIFrame, VirtualMachine};
use crate::{PyObject, PyObjectRef};

/// How deep calls of Python by Python may go at most, whatever the limit is that the program has set.
/// They take nothing of the native stack, which would end them, and some 700 bytes each of memory,
/// most of it for the traceback of the `RecursionError`.
const MOST_FRAMES: usize = 50_000;

impl VirtualMachine {
    /// How deep calls may go.
    #[inline(always)]
    pub(crate) fn most_frames(&self) -> usize {
        self.recursion_limit.get().min(MOST_FRAMES)
    }

    /// Suspends a running frame for the callee that a `TailCall` has prepared, as the trampoline
    /// would, and answers with the callee to be run next.
    #[inline(always)]
    pub(crate) fn switch_to_callee(
        &self,
        caller: TrampolineIFrame,
        kind: FrameKind,
    ) -> (TrampolineIFrame, FrameKind) {
        let callee_owner = self.take_pending_tailcall_owner();
        let instance = self.take_pending_tailcall_instance();
        // SAFETY: the callee was just allocated on this thread's data stack; this is the first handle.
        let callee = unsafe { TrampolineIFrame::from_ptr(self.take_pending_tailcall()) };
        self.suspend_for(caller, kind, callee_owner, instance, callee)
    }

    /// Suspends a running frame for a function, which the frame of the callee borrows from. If that
    /// is `__init__`, the call has the instance for its result.
    #[inline(always)]
    pub(crate) fn suspend_for(
        &self,
        caller: TrampolineIFrame,
        kind: FrameKind,
        function: PyObjectRef,
        instance: Option<PyObjectRef>,
        mut callee: TrampolineIFrame,
    ) -> (TrampolineIFrame, FrameKind) {
        self.trampoline_push(SuspendedFrame {
            iframe: caller,
            kind,
            callee_owner: Some(function),
            instance,
            cont: crate::frame::GenCont::NONE,
        });
        let state = self.link_iframe(callee.as_mut());
        (callee, FrameKind::Callee(state))
    }

    /// Gives back the memory of a frame on the data stack, with all that it still has.
    ///
    /// # Safety
    /// The frame has finished and is the last one on this thread's data stack.
    #[inline(always)]
    pub(crate) unsafe fn free_frame(&self, frame: &mut crate::frame::InterpreterFrame) {
        match frame.plain_size() {
            Some(size) => unsafe { self.free_plain_frame(frame, size) },
            None => self.release_trampoline_callee(TrampolineIFrame::from_mut(frame)),
        }
    }

    /// [`Self::free_frame`] for a frame that has nothing but locals.
    #[inline(always)]
    unsafe fn free_plain_frame(&self, frame: &mut crate::frame::InterpreterFrame, size: usize) {
        frame.localsplus.drop_locals();
        unsafe { self.datastack_pop_frame(frame.datastack_base, size) };
    }

    /// Whether a callee may hand its result to the frame that [`Self::switch_to_callee`] has
    /// suspended, if more than `base` frames are: not what `__init__` must not return.
    #[inline(always)]
    pub(crate) fn can_switch_to_caller(&self, base: usize, result: &PyObject) -> bool {
        // SAFETY: per-thread VM; no reference into the Vec outlives this call.
        let stack = unsafe { &*self.trampoline_stack.get() };
        stack.len() > base
            && stack
                .last()
                .is_some_and(|caller| caller.instance.is_none() || self.is_none(result))
    }

    /// Ends a callee that has returned, as the trampoline would, and answers with the frame that it
    /// was called from, which the result has been pushed on.
    #[inline(always)]
    pub(crate) fn switch_to_caller(
        &self,
        mut callee: TrampolineIFrame,
        kind: FrameKind,
        result: PyObjectRef,
        base: usize,
    ) -> (TrampolineIFrame, FrameKind) {
        let FrameKind::Callee(state) = kind else {
            unreachable!("only a callee has a caller in the same loop")
        };
        if let Some(size) = callee.as_mut().plain_size() {
            if state.save_exc {
                self.restore_exception(state.saved_exc);
            }
            let _ = crate::vm::thread::set_current_frame(state.old_chain);
            self.recursion_depth.update(|depth| depth - 1);
            // SAFETY: the callee has finished.
            unsafe { self.free_plain_frame(callee.as_mut(), size) };
        } else {
            self.exit_iframe(state);
            self.release_trampoline_callee(callee);
        }
        let SuspendedFrame {
            mut iframe,
            kind,
            callee_owner,
            instance,
            ..
        } = self
            .trampoline_pop(base)
            .expect("a callee of this loop has a caller");
        drop(callee_owner);
        iframe
            .as_mut()
            .localsplus
            .push_stack(instance.unwrap_or(result));
        (iframe, kind)
    }
}
