//! The instructions that programs spend their time in, in their usual case.
//!
//! The loop of the published crate holds every instruction: 100 KB of WebAssembly in one function.
//! Engines take half a second to optimise that, or do not do it at all, and the code is worse than
//! that of a small function. Here is a small loop that runs ahead: it does an instruction where
//! nothing unusual can happen, and leaves everything else (other instructions, other types, errors)
//! untouched to [`ExecutingFrame::execute_instruction`], which knows all of them. So each arm first
//! asks whether its case is the usual one, and changes something only then. Exceptions, tracing,
//! interruptions and prefixes are the published loop's, which calls this one.
//!
//! The loop keeps the position and the height of the stack in local variables. Whatever may run
//! Python code, by dropping an object that has `__del__`, or may show the frame to somebody, calls
//! [`Quick::settle`] first, which writes them to where everybody else reads them.

use super::*;
use crate::{
    object::STACKREF_BORROW_TAG,
    vm::{FrameKind, TrampolineIFrame},
};

/// The frame's memory as the loop sees it: locals from 0, the value stack from `floor` to `top`.
struct Quick<'a> {
    /// The first slot. It stays where it is while the frame runs.
    slots: *mut usize,
    floor: usize,
    top: usize,
    /// The index of the instruction that is being done.
    at: usize,
    lasti: &'a PyAtomic<u32>,
    stack_top: *mut u32,
}

/// What a slot holds of an object that it owns.
#[inline(always)]
fn owned(object: PyObjectRef) -> usize {
    // SAFETY: a stack reference has the size of a slot, which is how `LocalsPlus` stores it.
    unsafe { core::mem::transmute(PyStackRef::new_owned(object)) }
}

/// What a slot holds of an object that somebody else keeps.
#[inline(always)]
unsafe fn borrowed(object: &PyObject) -> usize {
    unsafe { core::mem::transmute(PyStackRef::new_borrowed(object)) }
}

/// What a slot holds that is a reference to keep, of what another slot has held.
#[inline(always)]
unsafe fn to_owned(slot: usize) -> usize {
    if slot & STACKREF_BORROW_TAG == 0 {
        return slot;
    }
    let object = unsafe { &*((slot & !STACKREF_BORROW_TAG) as *const PyObject) };
    unsafe { core::mem::transmute(object.to_owned()) }
}

/// Moves values from slots to others, which get references to keep.
#[inline(always)]
unsafe fn move_slots(from: *mut usize, to: *mut usize, count: usize) {
    for index in 0..count {
        unsafe { *to.add(index) = to_owned(from.add(index).replace(0)) };
    }
}

/// Lets go of what a slot has held.
#[inline(always)]
unsafe fn release(slot: usize) {
    drop(unsafe { core::mem::transmute::<usize, Option<PyStackRef>>(slot) });
}

impl Quick<'_> {
    #[inline(always)]
    fn slot(&self, index: usize) -> usize {
        unsafe { *self.slots.add(index) }
    }

    #[inline(always)]
    fn set_slot(&mut self, index: usize, value: usize) {
        unsafe { *self.slots.add(index) = value }
    }

    #[inline(always)]
    fn push(&mut self, value: usize) {
        self.set_slot(self.top, value);
        self.top += 1;
    }

    /// Takes the uppermost value off the stack. The slot is empty then: another frame may have it
    /// for a local variable next.
    #[inline(always)]
    fn pop(&mut self) -> usize {
        debug_assert!(self.top > self.floor);
        self.top -= 1;
        let value = self.slot(self.top);
        self.set_slot(self.top, 0);
        value
    }

    /// Takes the uppermost value off the stack, as something to keep. It may be null.
    #[inline(always)]
    fn pop_owned(&mut self) -> usize {
        let value = self.pop();
        // SAFETY: slots of the stack hold stack references.
        unsafe { to_owned(value) }
    }

    /// The object that lies so many values below the uppermost one.
    #[inline(always)]
    fn peek<'b>(&self, depth: usize) -> &'b PyObject {
        debug_assert!(self.top > self.floor + depth);
        // SAFETY: the slot keeps the object, or what it borrows from does. Nobody asks this of a slot
        // that may be null.
        let object: &PyStackRef =
            unsafe { &*(self.slots.add(self.top - 1 - depth).cast::<PyStackRef>()) };
        unsafe { &*core::ptr::from_ref(object.as_object()) }
    }

    /// Puts a result where the two operands are that it was made of.
    #[inline(always)]
    fn replace_two(&mut self, value: usize) {
        let right = self.pop();
        let left = self.slot(self.top - 1);
        self.set_slot(self.top - 1, value);
        unsafe {
            release(right);
            release(left);
        }
    }

    /// Lets go of the two uppermost values, which are nothing that runs code when it goes.
    #[inline(always)]
    fn release_two(&mut self) {
        let right = self.pop();
        let left = self.pop();
        unsafe {
            release(right);
            release(left);
        }
    }

    /// Writes the position and the height of the stack to the frame. The position is behind the
    /// current instruction, as it is while the published loop does one.
    #[inline(always)]
    fn settle(&self) {
        self.lasti.store(self.at as u32 + 1, Relaxed);
        self.settle_stack();
    }

    #[inline(always)]
    fn settle_stack(&self) {
        // SAFETY: the frame outlives the loop.
        unsafe { *self.stack_top = (self.top - self.floor) as u32 }
    }
}

/// The value of an exact `int` that fits into a machine word.
#[inline(always)]
fn small(object: &PyObject, vm: &VirtualMachine) -> Option<i64> {
    object.downcast_ref_if_exact::<PyInt>(vm)?.try_to_i64_fast()
}

#[inline(always)]
fn float(object: &PyObject, vm: &VirtualMachine) -> Option<f64> {
    Some(object.downcast_ref_if_exact::<PyFloat>(vm)?.to_f64())
}

/// The object of a slot that nobody else has: no other slot, no container, no borrower. The
/// compiler lets a value be borrowed only from where it stays for as long.
#[inline(always)]
fn sole<T: PyPayload>(slot: usize, vm: &VirtualMachine) -> Option<*mut T> {
    if slot == 0 || slot & STACKREF_BORROW_TAG != 0 {
        return None;
    }
    // SAFETY: a slot that is neither empty nor borrowed owns an object.
    let object = unsafe { &*(slot as *const PyObject) };
    if !object.has_sole_owner() {
        return None;
    }
    let payload: &T = object.downcast_ref_if_exact::<T>(vm)?;
    Some(core::ptr::from_ref(payload).cast_mut())
}

/// Gives the integer of a slot another value if nobody else has it, rather than to let it go and to
/// make another. Small integers are always the same objects.
#[inline(always)]
fn rewrite_int(slot: usize, value: i64, vm: &VirtualMachine) -> bool {
    if i32::try_from(value).is_ok_and(|value| Context::INT_CACHE_POOL_RANGE.contains(&value)) {
        return false;
    }
    let Some(int) = sole::<PyInt>(slot, vm) else {
        return false;
    };
    // SAFETY: nobody else has it.
    unsafe { *int = PyInt::from(value) };
    true
}

#[inline(always)]
fn rewrite_float(slot: usize, value: f64, vm: &VirtualMachine) -> bool {
    let Some(float) = sole::<PyFloat>(slot, vm) else {
        return false;
    };
    // SAFETY: nobody else has it.
    unsafe { *float = PyFloat::from(value) };
    true
}

/// An index of a sequence, if it is not negative.
#[inline(always)]
fn index(object: &PyObject, vm: &VirtualMachine) -> Option<usize> {
    usize::try_from(small(object, vm)?).ok()
}

/// `*`, whose check for an overflow is a product of 128 bits if the factors are large.
#[inline(always)]
fn multiply(a: i64, b: i64) -> Option<i64> {
    if i32::try_from(a).is_ok() && i32::try_from(b).is_ok() {
        return Some(a * b);
    }
    a.checked_mul(b)
}

/// `//` and `%` of Python, which round down.
#[inline(always)]
fn divide(a: i64, b: i64, wants_remainder: bool) -> Option<i64> {
    if b == 0 || b == -1 {
        return None;
    }
    let (quotient, remainder) = (a / b, a % b);
    let down = remainder != 0 && (remainder < 0) != (b < 0);
    Some(match (wants_remainder, down) {
        (false, false) => quotient,
        (false, true) => quotient - 1,
        (true, false) => remainder,
        (true, true) => remainder + b,
    })
}

/// Counts a unit of work; answers whether the embedder has had its turn.
#[inline(always)]
fn count_work() -> bool {
    #[cfg(feature = "embedder")]
    return crate::embedder::count_work();
    #[cfg(not(feature = "embedder"))]
    false
}

/// Counts a backward jump whose loop is not compiled yet; answers whether that is all that has to be done about it.
#[inline(always)]
fn counts_jump(_frame: &ExecutingFrame<'_>, _jump: usize) -> bool {
    #[cfg(feature = "embedder")]
    return _frame.counts_quickly(_jump);
    #[cfg(not(feature = "embedder"))]
    false
}

/// How many cache entries follow the instructions of a family.
mod caches {
    use super::Instruction;

    pub(super) const BINARY_OP: usize = Instruction::BinaryOpAddInt.cache_entries();
    pub(super) const COMPARE_OP: usize = Instruction::CompareOpInt.cache_entries();
    pub(super) const TO_BOOL: usize = Instruction::ToBoolBool.cache_entries();
    pub(super) const FOR_ITER: usize = Instruction::ForIterRange.cache_entries();
    pub(super) const LOAD_GLOBAL: usize = Instruction::LoadGlobalModule.cache_entries();
    pub(super) const LOAD_ATTR: usize = Instruction::LoadAttrWithHint.cache_entries();
    pub(super) const STORE_ATTR: usize = Instruction::StoreAttrWithHint.cache_entries();
    pub(super) const STORE_SUBSCR: usize = Instruction::StoreSubscrListInt.cache_entries();
    pub(super) const CALL: usize = Instruction::CallPyExactArgs.cache_entries();
    pub(super) const CONTAINS_OP: usize = Instruction::ContainsOpDict.cache_entries();
    pub(super) const CALL_KW: usize = Instruction::CallKwPy.cache_entries();
    pub(super) const UNPACK: usize = Instruction::UnpackSequenceTwoTuple.cache_entries();
    pub(super) const POP_JUMP: usize = 1;
}

impl<'a> ExecutingFrame<'a> {
    /// Does instructions as long as they are quick ones. `lasti` is the next instruction then.
    ///
    /// A result ends the activation, as one of the published loop does; `None` leaves the next
    /// instruction to that loop. If it has been done already, `raised` is what it has raised. No
    /// prefix of an instruction (`EXTENDED_ARG`) may have been read, and nobody may be tracing.
    #[inline(never)]
    pub(super) fn run_quickly(
        &mut self,
        raised: &mut Option<PyBaseExceptionRef>,
        vm: &VirtualMachine,
    ) -> Option<ExecutionResult> {
        let mut units = self.code.instructions.units_ptr();
        let mut quick = self.look();

        // A unit of the code, which may be a cache entry: a number of sixteen bits.
        macro_rules! cache {
            ($index:expr) => {
                unsafe { *units.add($index).cast::<u16>() }
            };
        }
        macro_rules! read {
            ($index:expr) => {
                unsafe { bytecode::CodeUnits::read_unit_from(units, $index) }
            };
        }
        // Ends this loop before the current instruction.
        macro_rules! end {
            () => {{
                quick.settle_stack();
                quick.lasti.store(quick.at as u32, Relaxed);
                return None;
            }};
        }
        // Takes the memory of the frame that is gone on in.
        macro_rules! look {
            () => {{
                units = self.code.instructions.units_ptr();
                quick = self.look();
            }};
        }
        // Enters the function that a call has prepared the frame of, which counts as work as a
        // backward jump does.
        macro_rules! enter {
            () => {{
                let kind = self
                    .kind
                    .take()
                    .expect("a frame that may call is of a kind");
                let (callee, kind) = vm.switch_to_callee(self.handle(), kind);
                self.switch_to(callee, kind, vm);
                look!();
                if count_work() | vm.eval_breaker_tripped() {
                    end!()
                }
            }};
        }

        loop {
            'quick: loop {
                let unit = read!(quick.at);
                // Leaves the current instruction to the function that knows all of them.
                macro_rules! leave {
                    () => {
                        break 'quick
                    };
                }
                macro_rules! next {
                    () => {
                        next!(0)
                    };
                    ($caches:expr) => {{
                        quick.at += 1 + $caches;
                        continue 'quick;
                    }};
                }
                // Does the conditional jump at the current position.
                macro_rules! branch {
                    ($taken:expr, $unit:expr) => {{
                        let behind = quick.at + 1 + caches::POP_JUMP;
                        quick.at = if $taken {
                            behind + usize::from($unit.arg.as_u8())
                        } else if matches!(read!(behind).op, Instruction::NotTaken) {
                            behind + 1
                        } else {
                            behind
                        };
                        continue 'quick;
                    }};
                }
                // Goes on with what an iterator has answered.
                macro_rules! step {
                    ($value:expr, $arg:expr) => {{
                        if let Some(value) = $value {
                            quick.push(value);
                            next!(caches::FOR_ITER)
                        }
                        let end = quick.at + 1 + caches::FOR_ITER + $arg;
                        quick.at = match read!(end).op {
                            Instruction::EndFor | Instruction::InstrumentedEndFor => end + 1,
                            _ => end,
                        };
                        continue 'quick;
                    }};
                }
                // Ends the loop with an exception of the current instruction.
                macro_rules! raise {
                    ($exception:expr) => {{
                        self.lasti.store(quick.at as u32, Relaxed);
                        *raised = Some($exception);
                        return None;
                    }};
                }
                // Goes on in the frame of a function that has been entered, if it has.
                macro_rules! entered {
                    ($entered:expr) => {{
                        if !$entered {
                            leave!()
                        }
                        look!();
                        if count_work() | vm.eval_breaker_tripped() {
                            end!()
                        }
                        continue 'quick;
                    }};
                }
                // Puts the number that an operation of two has resulted in where it belongs: into what
                // was its left operand or will be its variable, if nobody else has that.
                macro_rules! put_number {
                    ($result:expr, $rewrite:ident, $new:ident) => {{
                        if $rewrite(quick.slot(quick.top - 2), $result, vm) {
                            let right = quick.pop();
                            unsafe { release(right) };
                            next!(caches::BINARY_OP)
                        }
                        let target = read!(quick.at + 1 + caches::BINARY_OP);
                        if matches!(target.op, Instruction::StoreFast { .. })
                            && $rewrite(quick.slot(target.arg.as_u8().into()), $result, vm)
                        {
                            quick.release_two();
                            next!(caches::BINARY_OP + 1)
                        }
                        quick.replace_two(owned(vm.ctx.$new($result).into()));
                        next!(caches::BINARY_OP)
                    }};
                }
                // Runs a function of this frame that works on the frame's own stack, and that may run
                // Python code. It answers whether it has done the instruction.
                macro_rules! attempt {
                    ($caches:expr, $call:expr) => {{
                        quick.settle();
                        match $call {
                            Ok(true) => {}
                            Ok(false) => leave!(),
                            Err(exception) => raise!(exception),
                        }
                        quick.top = quick.floor + self.localsplus.stack_top as usize;
                        quick.at += 1 + $caches;
                        if vm.eval_breaker_tripped() | vm.use_tracing.get() {
                            end!()
                        }
                        continue 'quick;
                    }};
                }
                // Runs a function of this frame that works on the frame's own stack. It answers whether it
                // has done the instruction.
                macro_rules! out_of_line {
                    ($caches:expr, $call:expr) => {{
                        quick.settle();
                        if !$call {
                            leave!()
                        }
                        quick.top = quick.floor + self.localsplus.stack_top as usize;
                        next!($caches)
                    }};
                }

                let arg = usize::from(unit.arg.as_u8());
                // What an arm results in is put in its place behind all of them, once for each kind of
                // result.
                let (value, caches) = 'truth: {
                    // Ends an arm with a result, which the end of the loop puts where it belongs.
                    macro_rules! answer {
                        ($value:expr, $caches:expr) => {
                            break 'truth ($value, $caches)
                        };
                    }
                    let result: f64 = 'float: {
                        let result: i64 = 'int: {
                            macro_rules! of_ints {
                                ($operation:expr) => {{
                                    let (left, right) = (quick.peek(1), quick.peek(0));
                                    let (Some(left), Some(right)) =
                                        (small(left, vm), small(right, vm))
                                    else {
                                        leave!()
                                    };
                                    let Some(result) = $operation(left, right) else {
                                        leave!()
                                    };
                                    break 'int result;
                                }};
                            }
                            macro_rules! of_floats {
                                ($operation:expr) => {{
                                    let (left, right) = (quick.peek(1), quick.peek(0));
                                    let (Some(left), Some(right)) =
                                        (float(left, vm), float(right, vm))
                                    else {
                                        leave!()
                                    };
                                    break 'float $operation(left, right);
                                }};
                            }
                            // `sequence[index]` of two classes.
                            macro_rules! subscribe {
                                ($class:ty, |$sequence:ident| $items:expr) => {{
                                    let (Some($sequence), Some(index)) = (
                                        quick.peek(1).downcast_ref_if_exact::<$class>(vm),
                                        index(quick.peek(0), vm),
                                    ) else {
                                        leave!()
                                    };
                                    let Some(value) = $items.get(index).cloned() else {
                                        leave!()
                                    };
                                    quick.settle();
                                    quick.replace_two(owned(value));
                                    next!(caches::BINARY_OP)
                                }};
                            }
                            match unit.op {
                                Instruction::Nop | Instruction::NotTaken => next!(),
                                Instruction::LoadFastBorrow { .. } => {
                                    let value = quick.slot(arg);
                                    if value == 0 || !BORROW_LOCAL_LOADS {
                                        leave!()
                                    }
                                    quick.push(unsafe { borrowed(&*(value as *const PyObject)) });
                                    next!()
                                }
                                Instruction::LoadFastBorrowLoadFastBorrow { .. } => {
                                    let (first, second) =
                                        (quick.slot(arg >> 4), quick.slot(arg & 15));
                                    if first == 0 || second == 0 || !BORROW_LOCAL_LOADS {
                                        leave!()
                                    }
                                    quick.push(unsafe { borrowed(&*(first as *const PyObject)) });
                                    quick.push(unsafe { borrowed(&*(second as *const PyObject)) });
                                    next!()
                                }
                                Instruction::LoadFast { .. }
                                | Instruction::LoadFastCheck { .. } => {
                                    let value = quick.slot(arg);
                                    if value == 0 {
                                        leave!()
                                    }
                                    let object = unsafe { &*(value as *const PyObject) };
                                    quick.push(owned(object.to_owned()));
                                    next!()
                                }
                                Instruction::LoadFastLoadFast { .. } => {
                                    let (first, second) =
                                        (quick.slot(arg >> 4), quick.slot(arg & 15));
                                    if first == 0 || second == 0 {
                                        leave!()
                                    }
                                    let (first, second) = unsafe {
                                        (
                                            &*(first as *const PyObject),
                                            &*(second as *const PyObject),
                                        )
                                    };
                                    quick.push(owned(first.to_owned()));
                                    quick.push(owned(second.to_owned()));
                                    next!()
                                }
                                Instruction::StoreFast { .. } => {
                                    let value = quick.pop_owned();
                                    self.localsplus.debug_audit_local_release(arg);
                                    let old = quick.slot(arg);
                                    quick.set_slot(arg, value);
                                    if old != 0 {
                                        quick.settle();
                                        unsafe { release(old) };
                                    }
                                    next!()
                                }
                                Instruction::StoreFastLoadFast { .. } => {
                                    let (store, load) = (arg >> 4, arg & 15);
                                    let value = quick.pop_owned();
                                    self.localsplus.debug_audit_local_release(store);
                                    let old = quick.slot(store);
                                    quick.set_slot(store, value);
                                    let loaded = quick.slot(load);
                                    quick.push(if loaded == 0 {
                                        0
                                    } else {
                                        owned(unsafe { &*(loaded as *const PyObject) }.to_owned())
                                    });
                                    if old != 0 {
                                        quick.settle();
                                        unsafe { release(old) };
                                    }
                                    next!()
                                }
                                Instruction::StoreFastStoreFast { .. } => {
                                    let first = quick.pop_owned();
                                    let second = quick.pop_owned();
                                    self.localsplus.debug_audit_local_release(arg >> 4);
                                    self.localsplus.debug_audit_local_release(arg & 15);
                                    let old_first = quick.slot(arg >> 4);
                                    quick.set_slot(arg >> 4, first);
                                    let old_second = quick.slot(arg & 15);
                                    quick.set_slot(arg & 15, second);
                                    quick.settle();
                                    unsafe {
                                        release(old_first);
                                        release(old_second);
                                    }
                                    next!()
                                }
                                Instruction::LoadConstMortal | Instruction::LoadConstImmortal => {
                                    let constant = self.code.constants[(arg as u32).into()].clone();
                                    quick.push(owned(constant.into()));
                                    next!()
                                }
                                Instruction::LoadSmallInt { .. } => {
                                    quick.push(unsafe {
                                        borrowed(vm.ctx.cached_int(arg as i32).as_object())
                                    });
                                    next!()
                                }
                                Instruction::PushNull => {
                                    quick.push(0);
                                    next!()
                                }
                                Instruction::PopTop
                                | Instruction::EndFor
                                | Instruction::PopIter => {
                                    let value = quick.pop();
                                    quick.settle();
                                    unsafe { release(value) };
                                    next!()
                                }
                                Instruction::Copy { .. } => {
                                    let value = quick.slot(quick.top - arg);
                                    if value == 0 {
                                        leave!()
                                    }
                                    let object = quick.peek(arg - 1);
                                    quick.push(owned(object.to_owned()));
                                    next!()
                                }
                                Instruction::Swap { .. } => {
                                    let (high, low) = (quick.top - 1, quick.top - arg);
                                    let value = quick.slot(high);
                                    quick.set_slot(high, quick.slot(low));
                                    quick.set_slot(low, value);
                                    next!()
                                }
                                Instruction::LoadDeref { .. } => {
                                    let Some(value) = self.cell_ref(arg).get() else {
                                        leave!()
                                    };
                                    quick.push(owned(value));
                                    next!()
                                }
                                Instruction::StoreDeref { .. } => {
                                    let value = quick.pop_owned();
                                    quick.settle();
                                    // SAFETY: `pop_owned` has made this slot's value one to keep.
                                    let value: Option<PyObjectRef> =
                                        unsafe { core::mem::transmute(value) };
                                    self.cell_ref(arg).set(value);
                                    next!()
                                }

                                Instruction::JumpForward { .. } => {
                                    quick.at += 1 + arg;
                                    continue 'quick;
                                }
                                Instruction::JumpBackward { .. }
                                | Instruction::JumpBackwardNoJit => {
                                    if matches!(unit.op, Instruction::JumpBackward { .. })
                                        && !counts_jump(self, quick.at)
                                    {
                                        leave!()
                                    }
                                    quick.at = quick.at + 2 - arg;
                                    // Leaving the loop at the end of a time slice lets the engine go on in better
                                    // code of this function, if it has some by now: V8 does not replace a function
                                    // that is running.
                                    if count_work()
                                        | vm.eval_breaker_tripped()
                                        | vm.use_tracing.get()
                                    {
                                        end!()
                                    }
                                    continue 'quick;
                                }
                                Instruction::PopJumpIfFalse { .. }
                                | Instruction::PopJumpIfTrue { .. } => {
                                    let object = quick.peek(0);
                                    let value = if object.is(&vm.ctx.true_value) {
                                        true
                                    } else if object.is(&vm.ctx.false_value) {
                                        false
                                    } else {
                                        leave!()
                                    };
                                    unsafe { release(quick.pop()) };
                                    let jump_on =
                                        matches!(unit.op, Instruction::PopJumpIfTrue { .. });
                                    branch!(value == jump_on, unit)
                                }
                                Instruction::PopJumpIfNone { .. }
                                | Instruction::PopJumpIfNotNone { .. } => {
                                    let value = vm.is_none(quick.peek(0));
                                    let slot = quick.pop();
                                    quick.settle();
                                    unsafe { release(slot) };
                                    let jump_on =
                                        matches!(unit.op, Instruction::PopJumpIfNone { .. });
                                    branch!(value == jump_on, unit)
                                }

                                Instruction::BinaryOpAddInt => of_ints!(i64::checked_add),
                                Instruction::BinaryOpSubtractInt => of_ints!(i64::checked_sub),
                                Instruction::BinaryOpMultiplyInt => of_ints!(multiply),
                                Instruction::BinaryOpAddFloat => of_floats!(|a: f64, b: f64| a + b),
                                Instruction::BinaryOpSubtractFloat => {
                                    of_floats!(|a: f64, b: f64| a - b)
                                }
                                Instruction::BinaryOpMultiplyFloat => {
                                    of_floats!(|a: f64, b: f64| a * b)
                                }
                                // Those that no instruction is made for.
                                Instruction::BinaryOp { .. } => {
                                    match self.binary_op_from_arg(arg_of(arg)) {
                                        bytecode::BinaryOperator::Remainder
                                        | bytecode::BinaryOperator::InplaceRemainder => {
                                            of_ints!(|a, b| divide(a, b, true))
                                        }
                                        bytecode::BinaryOperator::FloorDivide
                                        | bytecode::BinaryOperator::InplaceFloorDivide => {
                                            of_ints!(|a, b| divide(a, b, false))
                                        }
                                        _ => attempt!(caches::BINARY_OP, self.operate(arg, vm)),
                                    }
                                }
                                Instruction::BinaryOpExtend => {
                                    let (left, right) = (quick.peek(1), quick.peek(0));
                                    let Some(how) =
                                        self.read_cached_binary_op_extend_descr(quick.at + 1)
                                    else {
                                        leave!()
                                    };
                                    if how.oparg != self.binary_op_from_arg(arg_of(arg))
                                        || !(how.guard)(left, right, vm)
                                    {
                                        leave!()
                                    }
                                    let Some(result) = (how.action)(left, right, vm) else {
                                        leave!()
                                    };
                                    quick.replace_two(owned(result));
                                    next!(caches::BINARY_OP)
                                }
                                Instruction::CompareOpInt => {
                                    let (left, right) = (quick.peek(1), quick.peek(0));
                                    let (Some(left), Some(right)) =
                                        (small(left, vm), small(right, vm))
                                    else {
                                        leave!()
                                    };
                                    let operator = self.compare_op_from_arg(arg_of(arg));
                                    let value = operator.eval_ord(left.cmp(&right));
                                    quick.release_two();
                                    answer!(value, caches::COMPARE_OP)
                                }
                                Instruction::CompareOpFloat => {
                                    let (left, right) = (quick.peek(1), quick.peek(0));
                                    let (Some(left), Some(right)) =
                                        (float(left, vm), float(right, vm))
                                    else {
                                        leave!()
                                    };
                                    let operator = self.compare_op_from_arg(arg_of(arg));
                                    let value = match left.partial_cmp(&right) {
                                        Some(order) => operator.eval_ord(order),
                                        None => operator == PyComparisonOp::Ne,
                                    };
                                    quick.release_two();
                                    answer!(value, caches::COMPARE_OP)
                                }
                                Instruction::CompareOpStr => {
                                    let (left, right) = (quick.peek(1), quick.peek(0));
                                    let (Some(first), Some(second)) = (
                                        left.downcast_ref_if_exact::<PyStr>(vm),
                                        right.downcast_ref_if_exact::<PyStr>(vm),
                                    ) else {
                                        leave!()
                                    };
                                    let operator = self.compare_op_from_arg(arg_of(arg));
                                    let equal =
                                        || left.is(right) || first.as_wtf8() == second.as_wtf8();
                                    let Some(value) = operator.eval_eq(equal) else {
                                        leave!()
                                    };
                                    quick.release_two();
                                    answer!(value, caches::COMPARE_OP)
                                }
                                Instruction::ToBoolBool => {
                                    let object = quick.peek(0);
                                    if !object.class().is(vm.ctx.types.bool_type) {
                                        leave!()
                                    }
                                    let value = object.is(&vm.ctx.true_value);
                                    unsafe { release(quick.pop()) };
                                    answer!(value, caches::TO_BOOL)
                                }
                                Instruction::ToBoolInt => {
                                    let Some(value) = small(quick.peek(0), vm) else {
                                        leave!()
                                    };
                                    unsafe { release(quick.pop()) };
                                    answer!(value != 0, caches::TO_BOOL)
                                }

                                Instruction::BinaryOpSubscrListInt => {
                                    subscribe!(PyList, |list| list.borrow_vec())
                                }
                                Instruction::BinaryOpSubscrTupleInt => {
                                    subscribe!(PyTuple, |tuple| tuple.as_slice())
                                }
                                Instruction::StoreSubscrListInt => {
                                    let (Some(list), Some(index)) = (
                                        quick.peek(1).downcast_ref_if_exact::<PyList>(vm),
                                        index(quick.peek(0), vm),
                                    ) else {
                                        leave!()
                                    };
                                    if index >= list.borrow_vec().len() {
                                        leave!()
                                    }
                                    let index_slot = quick.pop();
                                    let list_slot = quick.pop();
                                    let value = quick.pop_owned();
                                    quick.settle();
                                    // SAFETY: `pop_owned` has made it a reference to keep.
                                    let value: PyObjectRef = unsafe { core::mem::transmute(value) };
                                    let old = core::mem::replace(
                                        &mut list.borrow_vec_mut()[index],
                                        value,
                                    );
                                    drop(old);
                                    unsafe {
                                        release(list_slot);
                                        release(index_slot);
                                    }
                                    next!(caches::STORE_SUBSCR)
                                }
                                Instruction::ListAppend { .. } => {
                                    let value = quick.pop_owned();
                                    // SAFETY: the compiler puts a list there, and a value on top of the stack.
                                    unsafe {
                                        let list: &Py<PyList> =
                                            quick.peek(arg - 1).downcast_unchecked_ref();
                                        list.append(core::mem::transmute::<usize, PyObjectRef>(
                                            value,
                                        ));
                                    }
                                    next!()
                                }
                                Instruction::UnpackSequenceTwoTuple => {
                                    let tuple = quick.peek(0).downcast_ref_if_exact::<PyTuple>(vm);
                                    let Some([first, second]) = tuple.map(|tuple| tuple.as_slice())
                                    else {
                                        leave!()
                                    };
                                    let (first, second) = (first.clone(), second.clone());
                                    let slot = quick.pop();
                                    quick.push(owned(second));
                                    quick.push(owned(first));
                                    quick.settle();
                                    unsafe { release(slot) };
                                    next!(caches::UNPACK)
                                }

                                Instruction::ForIter { .. } => {
                                    quick.settle();
                                    if !self.is_cool(quick.at + 1) {
                                        leave!()
                                    }
                                    match self.next_of_iterator(vm) {
                                        Ok(value) => step!(value.map(owned), arg),
                                        Err(exception) => raise!(exception),
                                    }
                                }
                                Instruction::ForIterRange => {
                                    let iterator =
                                        quick.peek(0).downcast_ref_if_exact::<PyRangeIterator>(vm);
                                    let Some(iterator) = iterator else { leave!() };
                                    let value = iterator.fast_next();
                                    step!(
                                        value.map(|value| owned(vm.ctx.new_int(value).into())),
                                        arg
                                    )
                                }
                                Instruction::ForIterList => {
                                    let iterator =
                                        quick.peek(0).downcast_ref_if_exact::<PyListIterator>(vm);
                                    let Some(iterator) = iterator else { leave!() };
                                    // The list may go with its end.
                                    quick.settle();
                                    step!(iterator.fast_next().map(owned), arg)
                                }
                                Instruction::ForIterTuple => {
                                    let iterator =
                                        quick.peek(0).downcast_ref_if_exact::<PyTupleIterator>(vm);
                                    let Some(iterator) = iterator else { leave!() };
                                    quick.settle();
                                    step!(iterator.fast_next().map(owned), arg)
                                }

                                Instruction::LoadGlobalModule => {
                                    let (version, index) =
                                        (cache!(quick.at + 2), cache!(quick.at + 4));
                                    if version == 0 {
                                        leave!()
                                    }
                                    let value = self
                                        .globals
                                        .get_item_by_index_and_keys_version(version, index);
                                    let Some(value) = value else { leave!() };
                                    quick.push(owned(value));
                                    if arg & 1 != 0 {
                                        quick.push(0);
                                    }
                                    next!(caches::LOAD_GLOBAL)
                                }
                                Instruction::LoadGlobalBuiltin => {
                                    let (version, index) =
                                        (cache!(quick.at + 3), cache!(quick.at + 4));
                                    let globals = cache!(quick.at + 2);
                                    if version == 0
                                        || globals == 0
                                        || self.globals.keys_version() != u32::from(globals)
                                    {
                                        leave!()
                                    }
                                    let value = self.builtins_dict.and_then(|dict| {
                                        dict.get_item_by_index_and_keys_version(version, index)
                                    });
                                    let Some(value) = value else { leave!() };
                                    quick.push(owned(value));
                                    if arg & 1 != 0 {
                                        quick.push(0);
                                    }
                                    next!(caches::LOAD_GLOBAL)
                                }

                                Instruction::LoadName { .. } => {
                                    let Some(value) = self.name_value(quick.at, arg, vm) else {
                                        leave!()
                                    };
                                    quick.push(owned(value));
                                    next!()
                                }
                                Instruction::StoreName { .. } => {
                                    let Some(old) =
                                        self.replace_name(quick.at, arg, quick.peek(0), vm)
                                    else {
                                        leave!()
                                    };
                                    let value = quick.pop();
                                    quick.settle();
                                    drop(old);
                                    unsafe { release(value) };
                                    next!()
                                }

                                Instruction::LoadAttrWithHint => {
                                    out_of_line!(
                                        caches::LOAD_ATTR,
                                        self.load_attribute(quick.at + 1, arg, vm)
                                    )
                                }
                                Instruction::LoadAttrMethodNoDict => {
                                    out_of_line!(
                                        caches::LOAD_ATTR,
                                        self.load_method(quick.at + 1, false)
                                    )
                                }
                                Instruction::LoadAttrMethodWithValues => {
                                    out_of_line!(
                                        caches::LOAD_ATTR,
                                        self.load_method(quick.at + 1, true)
                                    )
                                }
                                Instruction::StoreAttrWithHint
                                | Instruction::StoreAttrInstanceValue => {
                                    out_of_line!(
                                        caches::STORE_ATTR,
                                        self.store_attribute(quick.at + 1, arg, vm)
                                    )
                                }
                                Instruction::CallLen if arg == 1 => {
                                    out_of_line!(caches::CALL, self.call_len(vm))
                                }

                                Instruction::BinaryOpSubscrDict => {
                                    attempt!(caches::BINARY_OP, self.subscribe_dict(vm))
                                }
                                Instruction::StoreSubscrDict => {
                                    attempt!(caches::STORE_SUBSCR, self.store_in_dict(vm))
                                }
                                Instruction::ContainsOpDict => {
                                    quick.settle();
                                    match self.is_in_dict(vm) {
                                        Ok(Some(found)) => {
                                            quick.top =
                                                quick.floor + self.localsplus.stack_top as usize;
                                            answer!(found != (arg == 1), caches::CONTAINS_OP)
                                        }
                                        Ok(None) => leave!(),
                                        Err(exception) => raise!(exception),
                                    }
                                }
                                Instruction::BinaryOpSubscrStrInt => {
                                    out_of_line!(caches::BINARY_OP, self.subscribe_str(vm))
                                }
                                Instruction::BuildTuple { .. } => {
                                    out_of_line!(0, self.build_tuple(arg, vm))
                                }
                                Instruction::IsOp { .. } => {
                                    let value = quick.peek(1).is(quick.peek(0));
                                    quick.settle();
                                    quick.release_two();
                                    answer!(value != (arg == 1), 0)
                                }
                                Instruction::UnaryNot => {
                                    let object = quick.peek(0);
                                    let value = if object.is(&vm.ctx.true_value) {
                                        true
                                    } else if object.is(&vm.ctx.false_value) {
                                        false
                                    } else {
                                        leave!()
                                    };
                                    unsafe { release(quick.pop()) };
                                    answer!(!value, 0)
                                }
                                Instruction::UnaryNegative => {
                                    let object = quick.peek(0);
                                    let value = if let Some(value) = small(object, vm) {
                                        let Some(value) = value.checked_neg() else {
                                            leave!()
                                        };
                                        owned(vm.ctx.new_int(value).into())
                                    } else if let Some(value) = float(object, vm) {
                                        owned(vm.ctx.new_float(-value).into())
                                    } else {
                                        leave!()
                                    };
                                    unsafe { release(quick.pop()) };
                                    quick.push(value);
                                    next!()
                                }
                                Instruction::CopyFreeVars { .. } => {
                                    out_of_line!(0, self.copy_free_variables(arg))
                                }
                                Instruction::CallListAppend if arg == 1 => {
                                    // The instruction does the `POP_TOP` behind it as well.
                                    out_of_line!(caches::CALL + 1, self.call_append(vm))
                                }
                                Instruction::CallMethodDescriptorFast => {
                                    attempt!(caches::CALL, self.call_dict_get(arg, vm))
                                }
                                Instruction::CallAllocAndEnterInit => {
                                    quick.settle();
                                    match self.enter_init(arg, vm) {
                                        Ok(has_entered) => entered!(has_entered),
                                        Err(exception) => raise!(exception),
                                    }
                                }

                                Instruction::CallPyExactArgs => {
                                    quick.settle();
                                    entered!(self.enter_exact(arg, vm))
                                }
                                Instruction::CallPyGeneral => {
                                    quick.settle();
                                    entered!(self.enter_with_defaults(arg, false, vm))
                                }
                                Instruction::CallKwPy => {
                                    quick.settle();
                                    entered!(self.enter_with_defaults(arg, true, vm))
                                }
                                Instruction::ReturnValue => {
                                    if vm.use_tracing.get() {
                                        leave!()
                                    }
                                    let value = quick.pop_owned();
                                    quick.settle();
                                    // SAFETY: `pop_owned` has made it a reference to keep.
                                    let value = unsafe {
                                        core::mem::transmute::<usize, PyObjectRef>(value)
                                    };
                                    if let Some(value) = self.return_to_caller(value, vm) {
                                        return Some(ExecutionResult::Return(value));
                                    }
                                    look!();
                                    continue 'quick;
                                }
                                Instruction::YieldValue { .. } => {
                                    if vm.use_tracing.get() || self.monitoring_mask != 0 {
                                        leave!()
                                    }
                                    quick.settle();
                                    self.localsplus.promote_stack();
                                    return Some(ExecutionResult::Yield(self.pop_value()));
                                }
                                Instruction::Resume { .. } | Instruction::ResumeCheck => {
                                    if !self.code.quickened.load(Relaxed)
                                        || vm.use_tracing.get()
                                        || self.code.instrumentation_version.load(Acquire)
                                            != vm.state.instrumentation_version.load(Acquire)
                                    {
                                        leave!()
                                    }
                                    self.call_traced = true;
                                    next!()
                                }
                                _ => leave!(),
                            }
                        };
                        put_number!(result, rewrite_int, new_int)
                    };
                    put_number!(result, rewrite_float, new_float)
                };
                // Usually a conditional jump comes next, which is done as well.
                let jump_at = quick.at + 1 + caches;
                let jump = read!(jump_at);
                let jump_on = match jump.op {
                    Instruction::PopJumpIfFalse { .. } => false,
                    Instruction::PopJumpIfTrue { .. } => true,
                    _ => {
                        quick.push(owned(vm.ctx.new_bool(value).into()));
                        next!(caches)
                    }
                };
                quick.at = jump_at;
                branch!(value == jump_on, jump)
            }
            let unit = read!(quick.at);
            // A prefix, and what may stand for one while lines are monitored, is left to the other loop;
            // so is what raises an error again and sets the position to that of the first time.
            if matches!(
                unit.op,
                Instruction::ExtendedArg
                    | Instruction::InstrumentedLine
                    | Instruction::Reraise { .. }
            ) {
                end!()
            }
            quick.settle();
            let mut is_prefix = false;
            let arg = arg_of(usize::from(unit.arg.as_u8()));
            let result = self.execute_instruction(unit.op, arg, &mut is_prefix, vm);
            debug_assert!(!is_prefix);
            // It has jumped, or what follows are its cache entries.
            let mut next = self.lasti() as usize;
            if next == quick.at + 1 {
                next += unit.op.cache_entries();
            }
            match result {
                Ok(None) => {
                    quick.slots = self.localsplus.slots();
                    quick.top = quick.floor + self.localsplus.stack_top as usize;
                    quick.at = next;
                    if vm.eval_breaker_tripped() | vm.use_tracing.get() {
                        end!()
                    }
                }
                Ok(result) => {
                    self.lasti.store(next as u32, Relaxed);
                    match result {
                        Some(ExecutionResult::TailCall) if self.kind.is_some() => enter!(),
                        result => return result,
                    }
                }
                Err(exception) => {
                    self.lasti.store(quick.at as u32, Relaxed);
                    *raised = Some(exception);
                    return None;
                }
            }
        }
    }

    /// The frame's memory as the loop sees it.
    #[inline(always)]
    fn look(&mut self) -> Quick<'a> {
        let floor = self.localsplus.nlocalsplus as usize;
        Quick {
            slots: self.localsplus.slots(),
            floor,
            top: floor + self.localsplus.stack_top as usize,
            at: self.lasti() as usize,
            lasti: self.lasti,
            stack_top: &raw mut self.localsplus.stack_top,
        }
    }

    /// The frame, to be suspended or ended.
    #[inline(always)]
    fn handle(&self) -> TrampolineIFrame {
        // SAFETY: the loop gives up the frame before anybody uses the handle.
        unsafe { TrampolineIFrame::from_ptr(self.iframe.cast_mut()) }
    }

    /// Goes on in another frame.
    #[inline(always)]
    fn switch_to(&mut self, mut iframe: TrampolineIFrame, kind: FrameKind, vm: &VirtualMachine) {
        let iframe = iframe.as_mut();
        // SAFETY: the frame lies on the data stack, or with whoever entered this loop, until it ends,
        // and what it points to lives as long.
        unsafe {
            let iframe: &'a mut InterpreterFrame = &mut *core::ptr::from_mut(iframe);
            self.iframe = iframe;
            self.code = &*iframe.code;
            self.func_obj = iframe.func_obj.as_ref();
            // Functions of one module have the same names.
            if !core::ptr::eq(self.globals, iframe.globals)
                || !core::ptr::eq(self.builtins, iframe.builtins)
            {
                self.globals = &*iframe.globals;
                self.builtins = &*iframe.builtins;
                self.builtins_dict = builtins_dict(self.globals, self.builtins, vm);
            }
            self.localsplus = &mut iframe.localsplus;
            self.locals = &iframe.locals;
            self.lasti = &iframe.lasti;
            self.prev_line = &iframe.prev_line;
        }
        self.monitoring_mask = 0;
        self.call_traced = false;
        self.flatten = kind.flatten();
        self.kind = Some(kind);
    }

    /// The call at the current instruction, with so many values above its callable and the place for
    /// `self`, if this loop may enter what is called.
    #[inline(always)]
    fn call(&mut self, values: usize, vm: &VirtualMachine) -> Option<Call> {
        if self.kind.is_none() || vm.use_tracing.get() {
            return None;
        }
        let cache = self.lasti() as usize;
        let height = self.localsplus.stack_top as usize - values - 2;
        let floor = self.localsplus.nlocalsplus as usize;
        // SAFETY: a call has its callable, the place and its arguments on the stack.
        let callable = unsafe {
            let slots = self.localsplus.slots();
            slots.add(floor + height)
        };
        Some(Call {
            cache,
            version: self.code.instructions.read_cache_u32(cache + 1),
            height,
            callable,
        })
    }

    /// Whether a function is the one that a call was made for, and may be entered.
    #[inline(always)]
    fn may_enter(&self, function: &Py<PyFunction>, version: u32, vm: &VirtualMachine) -> bool {
        version != 0
            && function.func_version() == version
            && !function.is_jitted()
            && !self.specialization_call_recursion_guard(vm)
    }

    /// Enters the function that the current instruction calls, if it is the one that the instruction
    /// was made for and takes exactly the arguments on the stack; answers whether it has.
    #[inline(never)]
    fn enter_exact(&mut self, nargs: usize, vm: &VirtualMachine) -> bool {
        let Some(call) = self.call(nargs, vm) else {
            return false;
        };
        let Some(function) = call.function(vm) else {
            return false;
        };
        let given = nargs + usize::from(call.has_self());
        if function.code.exact_args as usize != given || !self.may_enter(function, call.version, vm)
        {
            return false;
        }
        let callee = function.plain_frame(vm);
        // SAFETY: the callee has a local variable for each argument.
        unsafe { move_slots(call.first(), callee.localsplus.slots(), given) };
        let callable = call.take_callable();
        self.enter_frame(&call, caches::CALL, callee, callable, None, vm);
        true
    }

    /// Enters the function that the current instruction calls, if it is the one that the instruction
    /// was made for and its parameters get their values from the arguments on the stack, the last of
    /// them with names if a tuple of these lies above, and from its defaults; answers whether it has.
    #[inline(never)]
    fn enter_with_defaults(&mut self, nargs: usize, has_names: bool, vm: &VirtualMachine) -> bool {
        const MOST_NAMES: usize = 16;
        let mask = |count: usize| (1_u64 << count) - 1;
        let Some(call) = self.call(nargs + usize::from(has_names), vm) else {
            return false;
        };
        let Some(function) = call.function(vm) else {
            return false;
        };
        let code: &Py<PyCode> = &function.code;
        let total = code.exact_args as usize;
        if total >= u64::BITS as usize || !self.may_enter(function, call.version, vm) {
            return false;
        }
        let names = if has_names {
            match self.top_value().downcast_ref_if_exact::<PyTuple>(vm) {
                Some(names) if names.len() <= MOST_NAMES => names.as_slice(),
                _ => return false,
            }
        } else {
            &[]
        };
        let given = nargs + usize::from(call.has_self());
        let positional = given - names.len();
        if positional > total {
            return false;
        }
        let mut filled = mask(positional);
        let mut places = [0; MOST_NAMES];
        for (place, name) in places.iter_mut().zip(names) {
            let named = code.posonlyarg_count as usize..total;
            let Some(index) = { named }.find(|&index| {
                let parameter: &PyObject = code.localsplus_name(index).as_object();
                parameter.is(name)
            }) else {
                return false;
            };
            if filled & 1 << index != 0 {
                return false;
            }
            filled |= 1 << index;
            *place = index;
        }
        let missing = mask(total) & !filled;
        let defaults = if missing == 0 {
            None
        } else {
            function.default_values()
        };
        let defaults = defaults
            .as_ref()
            .map_or(&[][..], |values| values.as_slice());
        if missing & mask(total.saturating_sub(defaults.len())) != 0 {
            return false;
        }
        let callee = function.plain_frame(vm);
        let locals = callee.localsplus.slots();
        // SAFETY: the callee has a local variable for each parameter, and each gets one value.
        unsafe {
            let arguments = call.first();
            move_slots(arguments, locals, positional);
            for (index, place) in places.iter().take(names.len()).enumerate() {
                move_slots(arguments.add(positional + index), locals.add(*place), 1);
            }
            for index in positional..total {
                if missing & 1 << index != 0 {
                    let default = &defaults[defaults.len() - (total - index)];
                    *locals.add(index) = owned(default.clone());
                }
            }
        }
        let callable = call.take_callable();
        let caches = if has_names {
            drop(self.pop_stackref());
            caches::CALL_KW
        } else {
            caches::CALL
        };
        self.enter_frame(&call, caches, callee, callable, None, vm);
        true
    }

    /// Makes an instance and enters its `__init__`, if the class is the one that the current
    /// instruction was made for and `__init__` takes exactly the arguments on the stack; answers
    /// whether it has.
    #[inline(never)]
    fn enter_init(&mut self, nargs: usize, vm: &VirtualMachine) -> PyResult<bool> {
        let Some(call) = self.call(nargs, vm) else {
            return Ok(false);
        };
        let Some(class) = call.callable().downcast_ref::<PyType>() else {
            return Ok(false);
        };
        if call.has_self()
            || call.version == 0
            || class.tp_version_tag().load(Acquire) != call.version
        {
            return Ok(false);
        }
        let Some((init, version)) = class.get_cached_init_for_specialization(call.version) else {
            return Ok(false);
        };
        let Some(allocate) = class.slots().alloc.load() else {
            return Ok(false);
        };
        if init.code.exact_args as usize != nargs + 1 || !self.may_enter(&init, version, vm) {
            return Ok(false);
        }
        let instance = allocate(class.to_owned(), 0, vm)?;
        let callee = init.plain_frame(vm);
        let locals = callee.localsplus.slots();
        // SAFETY: the callee has a local variable for `self` and one for each argument.
        unsafe {
            *locals = owned(instance.clone());
            move_slots(call.first(), locals.add(1), nargs);
        }
        let class = call.take_callable();
        self.enter_frame(&call, caches::CALL, callee, init.into(), Some(instance), vm);
        drop(class);
        Ok(true)
    }

    /// Goes on in a frame that has been made for a call and has got its arguments, after the frame
    /// that calls.
    #[inline(always)]
    fn enter_frame(
        &mut self,
        call: &Call,
        caches: usize,
        callee: &mut InterpreterFrame,
        function: PyObjectRef,
        instance: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) {
        self.localsplus.stack_top = call.height as u32;
        self.lasti.store((call.cache + caches) as u32, Relaxed);
        let kind = self
            .kind
            .take()
            .expect("a frame that may call is of a kind");
        let (callee, kind) = vm.suspend_for(
            self.handle(),
            kind,
            function,
            instance,
            TrampolineIFrame::from_mut(callee),
        );
        self.switch_to(callee, kind, vm);
    }

    /// Ends the function that runs and goes on in the one that has called it, with the result, if
    /// that runs in this loop. If not, the result is given back.
    #[inline(never)]
    fn return_to_caller(
        &mut self,
        result: PyObjectRef,
        vm: &VirtualMachine,
    ) -> Option<PyObjectRef> {
        if self.kind.is_none() || !vm.can_switch_to_caller(self.base, &result) {
            return Some(result);
        }
        let kind = self.kind.take().expect("it has been asked for");
        let (caller, kind) = vm.switch_to_caller(self.handle(), kind, result, self.base);
        self.switch_to(caller, kind, vm);
        None
    }

    /// The dict that a module's names or those of a class lie in, if it is nothing more than a dict.
    #[inline(always)]
    fn names(&self, vm: &VirtualMachine) -> Option<&Py<PyDict>> {
        self.locals.get()?.obj().downcast_ref_if_exact::<PyDict>(vm)
    }

    /// The value of a name that lies where it has lain before, in the frame's dict or in that of the
    /// builtins.
    #[inline(always)]
    fn name_value(&self, at: usize, arg: usize, vm: &VirtualMachine) -> Option<PyObjectRef> {
        let dict = self.names(vm)?;
        let name = self.code.names[arg].as_object();
        match Noted::at(self.code, at) {
            Noted::Own(index) => dict.get_at_if_is(index, name, vm),
            Noted::Builtin(index, version) if dict.keys_version() == version => {
                if !core::ptr::eq(dict, self.globals) {
                    return None;
                }
                self.builtins_dict?.get_at_if_is(index, name, vm)
            }
            _ => None,
        }
    }

    /// Gives a name of the frame's dict another value, if it lies where it has lain before; returns
    /// the old one.
    #[inline(always)]
    fn replace_name(
        &self,
        at: usize,
        arg: usize,
        value: &PyObject,
        vm: &VirtualMachine,
    ) -> Option<PyObjectRef> {
        let Noted::Own(index) = Noted::at(self.code, at) else {
            return None;
        };
        let name = self.code.names[arg].as_object();
        self.names(vm)?.replace_at_if_is(index, name, value, vm)
    }

    /// Notes where the name of the current instruction lies, when it is done for the second time:
    /// most of what a module does is done once.
    #[inline(never)]
    pub(super) fn note_name(&self, name: &'static PyStrInterned, vm: &VirtualMachine) {
        let at = self.lasti() as usize - 1;
        // The quick loop does no instruction with a prefix, so nobody would read the note.
        // What lies before may be the cache of another instruction, whose bytes need not be an instruction.
        let before = at
            .checked_sub(1)
            .map(|at| self.code.instructions.read_cache_u16(at).to_ne_bytes()[0]);
        if before == Some(u8::from(Instruction::ExtendedArg)) {
            return;
        }
        if matches!(Noted::at(self.code, at), Noted::Nothing) {
            Noted::Once.write(self.code, at);
            return;
        }
        let Some(dict) = self.names(vm) else {
            return;
        };
        if let Ok(Some(index)) = dict.hint_for_key(name, vm) {
            Noted::Own(usize::from(index)).write(self.code, at);
        } else if core::ptr::eq(dict, self.globals)
            && let Some(builtins) = self.builtins_dict
            && let Ok(Some(index)) = builtins.hint_for_key(name, vm)
        {
            // Names of builtins are looked for among the module's own first. They are not there as
            // long as the module has no further names.
            let version = dict.assign_keys_version(vm);
            Noted::Builtin(usize::from(index), version).write(self.code, at);
        }
    }

    /// An attribute that lies in the object's dict where it has lain before.
    #[inline(never)]
    fn load_attribute(&mut self, cache: usize, arg: usize, vm: &VirtualMachine) -> bool {
        let oparg = LoadAttr::from_u32(arg as u32);
        let instructions = &self.code.instructions;
        let owner = self.top_value();
        let version = instructions.read_cache_u32(cache + 1);
        if version == 0 || owner.class().tp_version_tag().load(Acquire) != version {
            return false;
        }
        let name = self.code.names[oparg.name_idx() as usize];
        let hint = usize::from(instructions.read_cache_u16(cache + 3));
        let value = owner.with_instance_dict(|dict| dict?.get_at_if_is(hint, name.as_object(), vm));
        let Some(value) = value else {
            return false;
        };
        let owner = self
            .localsplus
            .stack_last_mut()
            .and_then(|slot| core::mem::replace(slot, Some(PyStackRef::new_owned(value))));
        if oparg.is_method() {
            self.push_null();
        }
        drop(owner);
        true
    }

    /// A method that an object's class has and its dict has not.
    #[inline(never)]
    fn load_method(&mut self, cache: usize, may_be_shadowed: bool) -> bool {
        let instructions = &self.code.instructions;
        let owner = self.top_value();
        let version = instructions.read_cache_u32(cache + 1);
        if version == 0 || owner.class().tp_version_tag().load(Acquire) != version {
            return false;
        }
        if may_be_shadowed {
            let stamp = instructions.read_cache_ptr(cache + 3);
            let is_free = owner.with_instance_dict(|dict| {
                dict.is_some_and(|dict| stamp != 0 && stamp == dict.keys_version() as usize)
            });
            if !is_free {
                return false;
            }
        }
        let Some(function) = self.try_read_cached_descriptor(cache, version) else {
            return false;
        };
        let owner = self
            .localsplus
            .stack_last_mut()
            .and_then(|slot| core::mem::replace(slot, Some(PyStackRef::new_owned(function))));
        self.push_stackref_opt(owner);
        true
    }

    /// A new value for an attribute that lies in the object's dict where it has lain before.
    #[inline(never)]
    fn store_attribute(&mut self, cache: usize, arg: usize, vm: &VirtualMachine) -> bool {
        let instructions = &self.code.instructions;
        let owner = self.top_value();
        let version = instructions.read_cache_u32(cache + 1);
        if version == 0 || owner.class().tp_version_tag().load(Acquire) != version {
            return false;
        }
        let name = self.code.names[arg];
        let hint = usize::from(instructions.read_cache_u16(cache + 3));
        let value = self.nth_value(1);
        let old = owner.with_instance_dict(|dict| {
            let dict = dict?;
            if let Some(old) = dict.replace_at_if_is(hint, name.as_object(), value, vm) {
                return Some(Some(old));
            }
            let shapes = Transition::at(self.code, cache);
            (dict.push_at_shape(shapes, name, value, vm)).then_some(None)
        });
        let Some(old) = old else {
            return false;
        };
        let owner = self.pop_stackref();
        let value = self.pop_stackref();
        drop(old);
        drop(owner);
        drop(value);
        true
    }

    /// Notes that the current instruction has added a key to a dict that had a shape, so that the
    /// next dict of that shape, usually of another instance of the class, gets the key at once.
    #[inline(never)]
    pub(super) fn note_transition(
        &self,
        cache: usize,
        shape: u32,
        dict: &Py<PyDict>,
        vm: &VirtualMachine,
    ) {
        // An instruction that meets many shapes stays with one of them.
        let notes = self.code.instructions.read_cache_ptr(cache);
        if notes < Transition::MOST_NOTES {
            // SAFETY: nobody else uses this word of the instruction.
            unsafe { self.code.instructions.write_cache_ptr(cache, notes + 1) };
            Transition::write(self.code, cache, (shape, dict.assign_keys_version(vm)));
        }
    }

    /// Whether an instruction that may be replaced by one for its case need not be looked at yet,
    /// which is counted.
    #[inline(always)]
    fn is_cool(&self, cache: usize) -> bool {
        let instructions = &self.code.instructions;
        let counter = instructions.read_adaptive_counter(cache);
        if bytecode::adaptive_counter_triggers(counter) {
            return false;
        }
        // SAFETY: the instruction has a counter there.
        unsafe {
            instructions.write_adaptive_counter(cache, bytecode::advance_adaptive_counter(counter));
        }
        true
    }

    /// Any operation of two values.
    #[inline(never)]
    fn operate(&mut self, arg: usize, vm: &VirtualMachine) -> PyResult<bool> {
        if !self.is_cool(self.lasti() as usize) {
            return Ok(false);
        }
        self.execute_bin_op(vm, self.binary_op_from_arg(arg_of(arg)))?;
        Ok(true)
    }

    /// The next value of the iterator on top of the stack, if it has one.
    #[inline(never)]
    fn next_of_iterator(&mut self, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        match PyIter::new(self.top_value()).next(vm) {
            Ok(PyIterReturn::Return(value)) => Ok(Some(value)),
            Ok(PyIterReturn::StopIteration(value)) => {
                self.monitor_for_iter_stop(value, vm)?;
                Ok(None)
            }
            Err(error) => {
                self.pop_stackref();
                Err(error)
            }
        }
    }

    /// `dict[key]`.
    #[inline(never)]
    fn subscribe_dict(&mut self, vm: &VirtualMachine) -> PyResult<bool> {
        let Some(dict) = self.nth_value(1).downcast_ref_if_exact::<PyDict>(vm) else {
            return Ok(false);
        };
        let Some(value) = dict.get_item_opt(self.top_value(), vm)? else {
            return Err(vm.new_key_error(self.pop_value()));
        };
        let key = self.pop_stackref();
        let dict = self.pop_stackref();
        self.push_value(value);
        drop(key);
        drop(dict);
        Ok(true)
    }

    /// `dict[key] = value`.
    #[inline(never)]
    fn store_in_dict(&mut self, vm: &VirtualMachine) -> PyResult<bool> {
        if self
            .nth_value(1)
            .downcast_ref_if_exact::<PyDict>(vm)
            .is_none()
        {
            return Ok(false);
        }
        let key = self.pop_stackref();
        let dict = self.pop_stackref();
        let value = self.pop_value();
        // SAFETY: it has been asked for.
        let dict: &Py<PyDict> = unsafe { dict.as_object().downcast_unchecked_ref() };
        dict.set_item(key.as_object(), value, vm)?;
        Ok(true)
    }

    /// `key in dict`.
    #[inline(never)]
    fn is_in_dict(&mut self, vm: &VirtualMachine) -> PyResult<Option<bool>> {
        let Some(dict) = self.top_value().downcast_ref_if_exact::<PyDict>(vm) else {
            return Ok(None);
        };
        let found = dict.get_item_opt(self.nth_value(1), vm)?.is_some();
        self.pop_stackref();
        self.pop_stackref();
        Ok(Some(found))
    }

    /// `text[index]`, if that is a character of ASCII.
    #[inline(never)]
    fn subscribe_str(&mut self, vm: &VirtualMachine) -> bool {
        let (Some(text), Some(index)) = (
            self.nth_value(1).downcast_ref_if_exact::<PyStr>(vm),
            index(self.top_value(), vm),
        ) else {
            return false;
        };
        let Ok(character) = text.getitem_by_index(vm, index as isize) else {
            return false;
        };
        if !character.is_ascii() {
            return false;
        }
        let value = vm.ctx.ascii_char_cache[character.to_u32() as usize].clone();
        self.pop_stackref();
        self.pop_stackref();
        self.push_value(value.into());
        true
    }

    #[inline(never)]
    fn build_tuple(&mut self, size: usize, vm: &VirtualMachine) -> bool {
        let elements = self.pop_multiple(size).collect();
        self.push_value(vm.ctx.new_tuple(elements).into());
        true
    }

    /// Puts the cells of the function's closure behind the other local variables.
    #[inline(never)]
    fn copy_free_variables(&mut self, count: usize) -> bool {
        let closure = self
            .func_obj
            .and_then(|function| function.downcast_ref::<PyFunction>())
            .and_then(|function| function.closure.as_ref());
        if let Some(closure) = closure {
            let first = self.localsplus.nlocalsplus as usize - count;
            let locals = &mut self.localsplus.fastlocals_mut()[first..];
            for (slot, cell) in locals.iter_mut().zip(closure.as_slice()) {
                // The frame was made with them.
                if slot.as_ref().is_none_or(|old| !old.is(cell)) {
                    *slot = Some(cell.clone().into());
                }
            }
        }
        true
    }

    /// `list.append` as a method, with the `POP_TOP` behind it.
    #[inline(never)]
    fn call_append(&mut self, vm: &VirtualMachine) -> bool {
        let Some(append) = vm.callable_cache.list_append.as_ref() else {
            return false;
        };
        let height = self.localsplus.stack_len();
        let has_list = self
            .localsplus
            .stack_index(height - 2)
            .as_ref()
            .is_some_and(|list| list.downcast_ref::<PyList>().is_some());
        if !self.nth_value(2).is(append) || !has_list {
            return false;
        }
        let item = self.pop_value();
        let list = self.pop_stackref();
        let callable = self.pop_stackref();
        // SAFETY: it has been asked for.
        let appended: &Py<PyList> = unsafe { list.as_object().downcast_unchecked_ref() };
        appended.append(item);
        drop(list);
        drop(callable);
        true
    }

    /// `dict.get` as a method, with or without a default.
    #[inline(never)]
    fn call_dict_get(&mut self, nargs: usize, vm: &VirtualMachine) -> PyResult<bool> {
        if !(1..=2).contains(&nargs) {
            return Ok(false);
        }
        let get = vm.callable_cache.dict_get.as_ref();
        let callable = self.nth_value(nargs as u32 + 1);
        if !get.is_some_and(|get| callable.is(get)) {
            return Ok(false);
        }
        let height = self.localsplus.stack_len();
        if self.localsplus.stack_index(height - nargs - 1).is_none() {
            return Ok(false);
        }
        let dict = self.nth_value(nargs as u32);
        let Some(dict) = dict.downcast_ref_if_exact::<PyDict>(vm) else {
            return Ok(false);
        };
        let value = dict.get_item_opt(self.nth_value(nargs as u32 - 1), vm)?;
        let default = (nargs == 2).then(|| self.pop_value());
        let key = self.pop_stackref();
        let dict = self.pop_stackref();
        let callable = self.pop_stackref();
        self.push_value(value.or(default).unwrap_or_else(|| vm.ctx.none()));
        drop(key);
        drop(dict);
        drop(callable);
        Ok(true)
    }

    /// `len` of a list, a string, a tuple or a dict.
    #[inline(never)]
    fn call_len(&mut self, vm: &VirtualMachine) -> bool {
        let height = self.localsplus.stack_len();
        if self.localsplus.stack_index(height - 2).is_some() {
            return false;
        }
        let callable = self.nth_value(2);
        if !(vm.callable_cache.len.as_ref()).is_some_and(|len| callable.is(len)) {
            return false;
        }
        let object = self.top_value();
        let length = if let Some(list) = object.downcast_ref_if_exact::<PyList>(vm) {
            list.borrow_vec().len()
        } else if let Some(text) = object.downcast_ref_if_exact::<PyStr>(vm) {
            text.char_len()
        } else if let Some(tuple) = object.downcast_ref_if_exact::<PyTuple>(vm) {
            tuple.as_slice().len()
        } else if let Some(dict) = object.downcast_ref_if_exact::<PyDict>(vm) {
            dict.__len__()
        } else {
            return false;
        };
        let object = self.pop_stackref();
        self.pop_stackref_opt();
        let callable = self.pop_stackref();
        self.push_value(vm.ctx.new_int(length).into());
        drop(object);
        drop(callable);
        true
    }
}

/// A call that is about to be done: what its instruction has noted, and where its values lie.
struct Call {
    /// The index of the instruction's first cache entry.
    cache: usize,
    /// The version of what it was made for.
    version: u32,
    /// The height of the stack without the values of the call.
    height: usize,
    /// The slot of the callable. Above it lie the place for `self` and the arguments.
    callable: *mut usize,
}

impl Call {
    #[inline(always)]
    fn callable<'a>(&self) -> &'a PyObject {
        // SAFETY: nobody takes the callable off the stack before it is entered.
        unsafe { (*self.callable.cast::<PyStackRef>()).as_object() }
    }

    #[inline(always)]
    fn function<'a>(&self, vm: &VirtualMachine) -> Option<&'a Py<PyFunction>> {
        self.callable().downcast_ref_if_exact::<PyFunction>(vm)
    }

    /// Whether the place for `self` holds an argument.
    #[inline(always)]
    fn has_self(&self) -> bool {
        unsafe { *self.callable.add(1) != 0 }
    }

    /// The slot of the first argument, which is `self` if there is one.
    #[inline(always)]
    fn first(&self) -> *mut usize {
        unsafe { self.callable.add(2 - usize::from(self.has_self())) }
    }

    /// Takes the callable off the stack.
    #[inline(always)]
    fn take_callable(&self) -> PyObjectRef {
        // SAFETY: `to_owned` makes it a reference to keep.
        unsafe { core::mem::transmute(to_owned(self.callable.replace(0))) }
    }
}

/// What an instruction that gives an instance a new attribute notes: the shape that the dict had
/// before, and the one that it has then. Both are in one word, so that they always belong together.
struct Transition;

impl Transition {
    const MOST_NOTES: usize = 4;
    const HALF: u32 = usize::BITS / 2;

    #[inline(always)]
    fn at(code: &PyCode, cache: usize) -> (u32, u32) {
        let word = code.instructions.read_cache_ptr(cache + 1);
        let half = usize::MAX >> Self::HALF;
        ((word >> Self::HALF) as u32, (word & half) as u32)
    }

    fn write(code: &PyCode, cache: usize, (shape, next): (u32, u32)) {
        let (shape, next) = (shape as usize, next as usize);
        if next != 0 && shape.max(next) <= usize::MAX >> Self::HALF {
            // SAFETY: nobody else uses this word of the instruction.
            unsafe {
                code.instructions
                    .write_cache_ptr(cache + 1, shape << Self::HALF | next)
            };
        }
    }
}

/// What an instruction that names something has noted in its word of the code's cache. It is only
/// believed if the key that lies there is the name.
enum Noted {
    Nothing,
    /// It has been done once.
    Once,
    /// The index of the entry in the frame's dict.
    Own(usize),
    /// The index of the entry in the dict of the builtins, and the version of the keys of the
    /// module's dict, which do not have the name.
    Builtin(usize, u32),
}

impl Noted {
    const BUILTIN: usize = 1 << 31;
    const MOST: usize = (1 << 15) - 1;

    #[inline(always)]
    fn at(code: &PyCode, at: usize) -> Self {
        match code.instructions.read_cache_ptr(at) {
            0 => Self::Nothing,
            1 => Self::Once,
            word if word & Self::BUILTIN != 0 => {
                Self::Builtin(word & Self::MOST, ((word & !Self::BUILTIN) >> 15) as u32)
            }
            word => Self::Own(word - 2),
        }
    }

    fn write(self, code: &PyCode, at: usize) {
        let word = match self {
            Self::Nothing => 0,
            Self::Once => 1,
            Self::Own(index) => index + 2,
            // Version 0 is that of a dict without one.
            Self::Builtin(index, version)
                if index <= Self::MOST && (1..1 << 16).contains(&version) =>
            {
                Self::BUILTIN | (version as usize) << 15 | index
            }
            Self::Builtin(..) => return,
        };
        // SAFETY: nobody else uses the word of an instruction that has no cache entries.
        unsafe { code.instructions.write_cache_ptr(at, word) }
    }
}

/// The builtins of a frame whose names may be looked up without a call of anybody.
#[inline(always)]
pub(super) fn builtins_dict<'a>(
    globals: &Py<PyDict>,
    builtins: &'a PyObject,
    vm: &VirtualMachine,
) -> Option<&'a PyExact<PyDict>> {
    if globals.class().is(vm.ctx.types.dict_type) {
        builtins
            .downcast_ref_if_exact::<PyDict>(vm)
            .map(|d| unsafe { PyExact::ref_unchecked(d) })
    } else {
        None
    }
}

/// An argument of one byte, as the methods of the published loop take it.
#[inline(always)]
fn arg_of(arg: usize) -> bytecode::OpArg {
    bytecode::OpArg::new(arg as u32)
}

/// Execute a frame that may enter the functions that it calls in the same loop. The frame that has
/// ended or wants something of the trampoline is answered with: it may be such a function's.
#[inline(always)]
pub(crate) fn run_iframe_switching(
    mut iframe: TrampolineIFrame,
    kind: FrameKind,
    vm: &VirtualMachine,
) -> (TrampolineIFrame, FrameKind, PyResult<ExecutionResult>) {
    let mut exec = exec_iframe(iframe.as_mut(), kind.flatten(), vm);
    exec.kind = Some(kind);
    exec.base = vm.trampoline_depth();
    let result = exec.run(vm);
    let kind = exec.kind.take().expect("a loop that switches has a frame");
    // SAFETY: the loop has given up the frame, and whoever entered it has no other handle.
    let iframe = unsafe { TrampolineIFrame::from_ptr(exec.iframe.cast_mut()) };
    (iframe, kind, result)
}
