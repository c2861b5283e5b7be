//! Locks, as the `_thread` module has them.

#[pymodule(sub)]
pub(crate) mod locks {
    use std::cell::Cell;

    use rustpython_vm::builtins::{PyTupleRef, PyType};
    use rustpython_vm::function::{FuncArgs, OptionalArg};
    use rustpython_vm::types::{Constructor, Representable};
    use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine};

    use crate::python::host::{Nanoseconds, host};
    use crate::python::threads::current;
    use crate::python::threads::lock::{Patience, RawLock};

    /// The longest wait, in seconds: what 63 bits hold of nanoseconds.
    #[pyattr]
    pub(crate) const TIMEOUT_MAX: f64 = 9_223_372_036.0;

    #[derive(FromArgs)]
    struct Acquire {
        #[pyarg(any, default = true)]
        blocking: bool,
        #[pyarg(any, optional)]
        timeout: OptionalArg<PyObjectRef>,
    }

    impl Acquire {
        const FOREVER: Self = Self {
            blocking: true,
            timeout: OptionalArg::Missing,
        };

        fn patience(self, vm: &VirtualMachine) -> PyResult<Patience> {
            let seconds = match self.timeout {
                OptionalArg::Present(seconds) => seconds.try_float(vm)?.to_f64(),
                OptionalArg::Missing => -1.0,
            };
            #[expect(clippy::float_cmp, reason = "the default itself")]
            let is_default = seconds == -1.0;
            if !self.blocking {
                if is_default {
                    return Ok(Patience::No);
                }
                let text = "can't specify a timeout for a non-blocking call";
                return Err(vm.new_value_error(text));
            }
            if is_default {
                return Ok(Patience::Forever);
            }
            if seconds < 0.0 || seconds.is_nan() {
                return Err(vm.new_value_error("timeout value must be a non-negative number"));
            }
            if seconds > TIMEOUT_MAX {
                return Err(vm.new_overflow_error("timeout value is too large"));
            }
            Ok(Patience::Until(after(seconds)))
        }
    }

    /// The moment in so many seconds.
    pub(crate) fn after(seconds: f64) -> Nanoseconds {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked by the callers: from 0 to 9e9"
        )]
        let nanoseconds = (seconds * 1e9) as Nanoseconds;
        host().monotonic().saturating_add(nanoseconds)
    }

    /// A lock object is a synchronization primitive. To create a lock, call threading.Lock().
    #[pyattr(name = "lock")]
    #[pyattr(name = "LockType")]
    #[pyclass(module = "_thread", name = "lock")]
    #[derive(Debug, Default, PyPayload)]
    pub(crate) struct Lock {
        raw: RawLock,
    }

    #[pyclass(with(Constructor, Representable), flags(HAS_WEAKREF))]
    impl Lock {
        /// Lock the lock, waiting for it if needed. Returns whether it was acquired.
        #[pymethod]
        #[pymethod(name = "acquire_lock")]
        fn acquire(zelf: &Py<Self>, arguments: Acquire, vm: &VirtualMachine) -> PyResult<bool> {
            zelf.raw.acquire(arguments.patience(vm)?, vm)
        }

        /// Release the lock, allowing another thread that is blocked waiting for the lock to acquire it.
        #[pymethod]
        #[pymethod(name = "release_lock")]
        fn release(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if zelf.raw.release() {
                Ok(())
            } else {
                Err(vm.new_runtime_error("release unlocked lock"))
            }
        }

        /// Return whether the lock is locked.
        #[pymethod]
        #[pymethod(name = "locked_lock")]
        fn locked(zelf: &Py<Self>) -> bool {
            zelf.raw.is_locked()
        }

        #[pymethod]
        fn __enter__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            zelf.raw.acquire(Patience::Forever, vm)
        }

        #[pymethod]
        fn __exit__(zelf: &Py<Self>, _arguments: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            Self::release(zelf, vm)
        }

        #[pymethod]
        fn _at_fork_reinit(zelf: &Py<Self>) {
            zelf.raw.reset();
        }
    }

    impl Constructor for Lock {
        type Args = ();

        fn py_new(_class: &Py<PyType>, (): (), _vm: &VirtualMachine) -> PyResult<Self> {
            Ok(Self::default())
        }
    }

    impl Representable for Lock {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            let state = if zelf.raw.is_locked() {
                "locked"
            } else {
                "unlocked"
            };
            let class = zelf.class().name().to_string();
            Ok(format!(
                "<{state} _thread.{class} object at {:#x}>",
                zelf.get_id()
            ))
        }
    }

    /// A lock that the thread which has it may acquire again.
    #[pyattr]
    #[pyclass(module = "_thread", name = "RLock")]
    #[derive(Debug, Default, PyPayload)]
    pub(crate) struct RLock {
        raw: RawLock,
        owner: Cell<u32>,
        count: Cell<usize>,
    }

    impl RLock {
        fn is_mine(&self) -> bool {
            self.count.get() > 0 && self.owner.get() == current::current()
        }

        fn take(&self, patience: Patience, count: usize, vm: &VirtualMachine) -> PyResult<bool> {
            let is_taken = self.raw.acquire(patience, vm)?;
            if is_taken {
                self.owner.set(current::current());
                self.count.set(count);
            }
            Ok(is_taken)
        }
    }

    #[pyclass(with(Constructor, Representable), flags(BASETYPE, HAS_WEAKREF))]
    impl RLock {
        /// Lock the lock. The thread that has it may lock it again.
        #[pymethod]
        fn acquire(zelf: &Py<Self>, arguments: Acquire, vm: &VirtualMachine) -> PyResult<bool> {
            let patience = arguments.patience(vm)?;
            if zelf.is_mine() {
                zelf.count.update(|count| count + 1);
                return Ok(true);
            }
            zelf.take(patience, 1, vm)
        }

        /// Release the lock, allowing another thread that is blocked waiting for the lock to acquire it.
        #[pymethod]
        fn release(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if !zelf.is_mine() {
                return Err(vm.new_runtime_error("cannot release un-acquired lock"));
            }
            zelf.count.update(|count| count - 1);
            if zelf.count.get() == 0 {
                zelf.owner.set(0);
                zelf.raw.release();
            }
            Ok(())
        }

        /// Return whether the lock is locked.
        #[pymethod]
        fn locked(zelf: &Py<Self>) -> bool {
            zelf.raw.is_locked()
        }

        #[pymethod]
        fn __enter__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Self::acquire(zelf, Acquire::FOREVER, vm)
        }

        #[pymethod]
        fn __exit__(zelf: &Py<Self>, _arguments: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            Self::release(zelf, vm)
        }

        #[pymethod]
        fn _is_owned(zelf: &Py<Self>) -> bool {
            zelf.is_mine()
        }

        #[pymethod]
        fn _recursion_count(zelf: &Py<Self>) -> usize {
            if zelf.is_mine() { zelf.count.get() } else { 0 }
        }

        #[pymethod]
        fn _release_save(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<(usize, u32)> {
            if !zelf.is_mine() {
                return Err(vm.new_runtime_error("cannot release un-acquired lock"));
            }
            let saved = (zelf.count.take(), zelf.owner.take());
            zelf.raw.release();
            Ok(saved)
        }

        #[pymethod]
        fn _acquire_restore(
            zelf: &Py<Self>,
            saved: PyTupleRef,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let count = saved
                .first()
                .cloned()
                .unwrap_or_else(|| vm.ctx.new_int(1).into());
            let count = count.try_to_value(vm)?;
            zelf.take(Patience::Forever, count, vm).map(drop)
        }

        #[pymethod]
        fn _at_fork_reinit(zelf: &Py<Self>) {
            zelf.raw.reset();
            zelf.count.set(0);
        }
    }

    impl Constructor for RLock {
        type Args = FuncArgs;

        fn py_new(_class: &Py<PyType>, _: FuncArgs, _vm: &VirtualMachine) -> PyResult<Self> {
            Ok(Self::default())
        }
    }

    impl Representable for RLock {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            let state = if zelf.raw.is_locked() {
                "locked"
            } else {
                "unlocked"
            };
            let (owner, count) = (zelf.owner.get(), zelf.count.get());
            let class = zelf.class().name().to_string();
            let id = zelf.get_id();
            Ok(format!(
                "<{state} _thread.{class} object owner={owner} count={count} at {id:#x}>"
            ))
        }
    }

    /// Create a new lock object.
    #[pyfunction]
    #[pyfunction(name = "allocate")]
    fn allocate_lock() -> Lock {
        Lock::default()
    }
}
