//! The `_thread` module.

pub(crate) use _thread::module_def;

use super::{local, locks};

#[pymodule(with(local::local, locks::locks))]
mod _thread {
    use std::cell::Cell;
    use std::rc::Rc;

    use rustpython_vm::builtins::{PyDictRef, PyType, PyTypeRef};
    use rustpython_vm::function::{ArgCallable, FuncArgs, KwArgs, OptionalArg};
    use rustpython_vm::types::{Constructor, Representable};
    use rustpython_vm::{AsObject, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine};

    use crate::python::threads::current::{self, Joined};
    use crate::python::threads::lock::Handle;
    use crate::python::threads::locks::locks::{TIMEOUT_MAX, after};
    use crate::python::threads::running;
    use crate::python::threads::schedule::MAIN;

    #[pyattr]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.runtime_error.to_owned()
    }

    /// A handle to join or detach a thread.
    #[pyattr(name = "_ThreadHandle")]
    #[pyclass(module = "_thread", name = "_ThreadHandle")]
    #[derive(Debug, PyPayload)]
    struct ThreadHandle {
        inner: Rc<Handle>,
    }

    #[pyclass(with(Constructor, Representable))]
    impl ThreadHandle {
        #[pygetset]
        fn ident(zelf: &Py<Self>) -> u32 {
            zelf.inner.id()
        }

        #[pymethod]
        fn is_done(zelf: &Py<Self>) -> bool {
            zelf.inner.is_done()
        }

        #[pymethod]
        fn _set_done(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if zelf.inner.is_new() {
                return Err(vm.new_runtime_error("thread not started"));
            }
            zelf.inner.end();
            Ok(())
        }

        /// Wait for the end of the thread, so many seconds at most.
        #[pymethod]
        fn join(
            zelf: &Py<Self>,
            seconds: OptionalArg<Option<PyObjectRef>>,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let until = match seconds.flatten() {
                None => None,
                Some(seconds) => {
                    let seconds = seconds.try_float(vm)?.to_f64();
                    if seconds > TIMEOUT_MAX {
                        let text = "timestamp out of range for platform time_t";
                        return Err(vm.new_overflow_error(text));
                    }
                    (seconds >= 0.0).then(|| after(seconds))
                }
            };
            zelf.inner.join(until, vm)
        }
    }

    impl Constructor for ThreadHandle {
        type Args = ();

        fn py_new(_class: &Py<PyType>, (): (), _vm: &VirtualMachine) -> PyResult<Self> {
            let inner = Rc::new(Handle::new());
            Ok(Self { inner })
        }
    }

    impl Representable for ThreadHandle {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            let ident = zelf.inner.id();
            Ok(format!("<_thread._ThreadHandle object: ident={ident}>"))
        }
    }

    #[pyfunction]
    fn _make_thread_handle(ident: u32) -> ThreadHandle {
        let inner = Rc::new(Handle::new());
        inner.begin(ident);
        ThreadHandle { inner }
    }

    /// Return a non-zero integer that uniquely identifies the current thread amongst other threads that exist
    /// simultaneously.
    #[pyfunction]
    fn get_ident() -> u32 {
        current::current()
    }

    /// Return a non-negative integer identifying the thread as reported by the OS.
    #[pyfunction]
    fn get_native_id() -> u32 {
        current::current()
    }

    #[pyfunction]
    fn _get_main_thread_ident() -> u32 {
        MAIN
    }

    #[pyfunction]
    fn _is_main_interpreter() -> bool {
        true
    }

    #[pyfunction]
    fn daemon_threads_allowed() -> bool {
        true
    }

    /// Return the number of currently running Python threads, excluding the main thread.
    #[pyfunction]
    fn _count() -> usize {
        running::count()
    }

    /// Shut down by waiting for all threads that are not daemons.
    #[pyfunction]
    fn _shutdown(vm: &VirtualMachine) -> PyResult<()> {
        running::join_all(vm)
    }

    /// Raise SystemExit, which ends the thread silently.
    #[pyfunction]
    #[pyfunction(name = "exit_thread")]
    fn exit(vm: &VirtualMachine) -> PyResult {
        Err(vm.new_exception_empty(vm.ctx.exceptions.system_exit.to_owned()))
    }

    /// Simulate the arrival of the given signal in the main thread.
    #[pyfunction]
    fn interrupt_main(number: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult<()> {
        const SIGINT: i32 = 2;
        let number = number.unwrap_or(SIGINT);
        let action = vm.import("_signal", 0)?;
        let action = vm.call_method(&action, "getsignal", (number,))?;
        if !action.is_callable() {
            return Ok(());
        }
        if number == SIGINT && current::current() != MAIN {
            running::interrupt_main();
            return Ok(());
        }
        let signal = vm.import("_signal", 0)?;
        vm.call_method(&signal, "raise_signal", (number,)).map(drop)
    }

    thread_local! {
        static STACK_SIZE: Cell<usize> = const { Cell::new(0) };
    }

    /// Return the thread stack size used when creating new threads. Here it is the browser that decides about stacks.
    #[pyfunction]
    fn stack_size(size: OptionalArg<isize>, vm: &VirtualMachine) -> PyResult<usize> {
        const LEAST: usize = 32 << 10;
        match size {
            OptionalArg::Missing => Ok(STACK_SIZE.get()),
            OptionalArg::Present(size) => {
                let size = usize::try_from(size)
                    .ok()
                    .filter(|&size| size == 0 || size >= LEAST);
                let text = "size must be 0 or a positive integer of at least 32768";
                let size = size.ok_or_else(|| vm.new_value_error(text))?;
                Ok(STACK_SIZE.replace(size))
            }
        }
    }

    /// Start a new thread and return its identifier.
    #[pyfunction]
    #[pyfunction(name = "start_new")]
    fn start_new_thread(
        function: PyObjectRef,
        arguments: PyObjectRef,
        keywords: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<u32> {
        if !function.is_callable() {
            return Err(vm.new_type_error("first arg must be callable"));
        }
        let Ok(arguments) = arguments.downcast::<rustpython_vm::builtins::PyTuple>() else {
            return Err(vm.new_type_error("2nd arg must be a tuple"));
        };
        let keywords = match keywords {
            OptionalArg::Missing => KwArgs::default(),
            OptionalArg::Present(keywords) => match keywords.downcast() {
                Ok(keywords) => keywords_of(keywords, vm)?,
                Err(_) => return Err(vm.new_type_error("optional 3rd arg must be a dictionary")),
            },
        };
        let call = FuncArgs::new(arguments.as_slice().to_vec(), keywords);
        begin(function, call, true, Rc::new(Handle::new()), vm)
    }

    fn keywords_of(keywords: PyDictRef, vm: &VirtualMachine) -> PyResult<KwArgs> {
        let pair = |(name, value): (PyObjectRef, PyObjectRef)| {
            let name = name.downcast::<rustpython_vm::builtins::PyStr>();
            let name = name.map_err(|_| vm.new_type_error("keywords must be strings"))?;
            Ok((name.to_string_lossy().into_owned(), value))
        };
        keywords.into_iter().map(pair).collect()
    }

    #[derive(FromArgs)]
    struct Start {
        #[pyarg(any)]
        function: ArgCallable,
        #[pyarg(any, default)]
        handle: Option<PyRef<ThreadHandle>>,
        #[pyarg(any, default = true)]
        daemon: bool,
    }

    /// Start a new thread that can be joined, and return its handle.
    #[pyfunction]
    fn start_joinable_thread(
        arguments: Start,
        vm: &VirtualMachine,
    ) -> PyResult<PyRef<ThreadHandle>> {
        let Start {
            function,
            handle,
            daemon,
        } = arguments;
        let handle = handle.unwrap_or_else(|| {
            let inner = Rc::new(Handle::new());
            ThreadHandle { inner }.into_ref(&vm.ctx)
        });
        if !handle.inner.is_new() {
            return Err(vm.new_runtime_error("thread already started"));
        }
        let function: PyObjectRef = function.as_ref().to_owned();
        begin(
            function,
            FuncArgs::default(),
            daemon,
            Rc::clone(&handle.inner),
            vm,
        )?;
        Ok(handle)
    }

    fn begin(
        function: PyObjectRef,
        arguments: FuncArgs,
        is_daemon: bool,
        handle: Rc<Handle>,
        vm: &VirtualMachine,
    ) -> PyResult<u32> {
        let work = move |vm: &VirtualMachine| {
            let Err(error) = function.call(arguments, vm) else {
                return;
            };
            if error.fast_isinstance(vm.ctx.exceptions.system_exit) {
                return;
            }
            let what = function.repr(vm).ok();
            let what = what.map(|what| format!("Exception ignored in thread started by {what}"));
            vm.run_unraisable(error, what, vm.ctx.none());
        };
        running::start(Box::new(work), is_daemon, handle, vm)
    }
}
