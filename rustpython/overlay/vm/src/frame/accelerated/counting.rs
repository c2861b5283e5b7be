//! Which loops are compiled: those whose jump back is taken often.

use super::super::*;
use crate::{
    accelerator::{self, HotLoop},
    embedder,
};

/// Counters of jumps that are not above this have been looked at by `count_jump`, which knows after how many a
/// loop is compiled.
const MOST_COUNTED: u16 = 512;

/// How often a loop is compiled for other types.
const MOST_VERSIONS: usize = 3;

impl ExecutingFrame<'_> {
    /// Counts a backward jump that is to be done, if that is all that has to be done about it.
    #[inline(always)]
    pub(in crate::frame) fn counts_quickly(&self, jump: usize) -> bool {
        let instructions = &self.code.instructions;
        let counter = instructions.read_adaptive_counter(jump + 1);
        if !(2..=MOST_COUNTED).contains(&counter) {
            return false;
        }
        // SAFETY: a jump has a cache entry, which nobody else counts in.
        unsafe { instructions.write_adaptive_counter(jump + 1, counter - 1) };
        true
    }

    /// Counts a backward jump, which has been done, and has its loop compiled after some.
    #[inline(never)]
    pub(in crate::frame) fn count_jump(&mut self, jump: usize, vm: &VirtualMachine) {
        let settings = accelerator::settings();
        if settings.jumps == 0 || accelerator::is_left_out() {
            return self.give_up(jump);
        }
        let instructions = &self.code.instructions;
        let counter = instructions.read_adaptive_counter(jump + 1);
        let mut left = counter.min(settings.jumps).saturating_sub(1);
        let is_due = left == 0 && Self::may_accelerate(vm);
        let is_ready = is_due && (settings.is_ready)();
        if is_due && !is_ready {
            left = settings.jumps;
        }
        // SAFETY: a jump has a cache entry, which nobody else counts in.
        unsafe { instructions.write_adaptive_counter(jump + 1, left) };
        if is_ready {
            embedder::without_turns(|_| {
                self.compile_loop(jump, vm);
                0
            });
        }
    }

    /// Has the loop of a backward jump compiled, or leaves it to the interpreter for good.
    #[cold]
    #[inline(never)]
    fn compile_loop(&mut self, jump: usize, vm: &VirtualMachine) {
        // Another class of dict may run code when a name is looked up.
        if accelerator::count() >= accelerator::settings().most_units
            || self.builtins_dict.is_none()
            || !self.has_plain_globals()
        {
            return self.give_up(jump);
        }
        let instructions = &self.code.instructions;
        // SAFETY: the frame keeps it on its stack for as long as its loop is looked at.
        let top = match self.localsplus.stack_last() {
            Some(Some(top)) => Some(unsafe { &*core::ptr::from_ref(top.as_object()) }),
            _ => None,
        };
        let hot = HotLoop {
            code: self.code,
            jump,
            header: self.lasti() as usize,
            locals: self.localsplus.fastlocals(),
            top,
            globals: self.globals,
            builtins: self.builtins_dict.map(|dict| &**dict),
            is_module: self.has_module_names(),
        };
        let Some(mut unit) = accelerator::compile(&hot, vm) else {
            return self.give_up(jump);
        };
        unit.height = self.localsplus.stack_len();
        unit.is_module = hot.is_module;
        let number = accelerator::add(unit);
        // SAFETY: nobody else uses the words of a jump.
        unsafe {
            instructions.write_cache_ptr(jump + 1, number);
            let versions = instructions.read_cache_ptr(jump) + 1;
            instructions.write_cache_ptr(jump, versions);
            instructions.replace_op(jump, Instruction::JumpBackwardJit);
        }
    }

    /// Whether nobody follows the program, or wants to interrupt it. Who has ever set up monitoring may do
    /// so for single lines, which the jump of their loop does not show.
    pub(super) fn may_accelerate(vm: &VirtualMachine) -> bool {
        !vm.use_tracing.get()
            && !vm.eval_breaker_tripped()
            && vm.state.instrumentation_version.load(Acquire) == 0
    }

    pub(super) fn has_plain_globals(&self) -> bool {
        self.globals.class().is(PyDict::class(&Context::genesis()))
    }

    /// Whether the frame's names are those of the module.
    pub(super) fn has_module_names(&self) -> bool {
        let locals = self.locals.get();
        locals.is_some_and(|locals| core::ptr::addr_eq(locals.obj(), self.globals))
    }

    /// Leaves a loop to the interpreter.
    pub(super) fn give_up(&self, jump: usize) {
        // SAFETY: both are the same but for what this file does.
        unsafe { (self.code.instructions).replace_op(jump, Instruction::JumpBackwardNoJit) };
    }

    /// Leaves a loop to the interpreter until it is compiled for other types.
    pub(super) fn give_up_version(&self, jump: usize) {
        let instructions = &self.code.instructions;
        if instructions.read_cache_ptr(jump) >= MOST_VERSIONS {
            return self.give_up(jump);
        }
        // SAFETY: both are the same but for what this file does.
        unsafe {
            instructions.write_adaptive_counter(jump + 1, accelerator::settings().jumps);
            instructions.replace_op(
                jump,
                Instruction::JumpBackward {
                    delta: bytecode::Arg::marker(),
                },
            );
        }
    }
}
