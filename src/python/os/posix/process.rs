//! The process that a program believes to be: its environment, its user, its times and its end.

#[pymodule(sub)]
pub(super) mod process {
    use rustpython_vm::builtins::{PyBytesRef, PyDictRef, PyIntRef, PyStrRef};
    use rustpython_vm::function::Either;
    use rustpython_vm::types::PyStructSequence;
    use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

    use crate::python::clock::{signal, stopwatch};
    use crate::python::errno::Errno;
    use crate::python::host::host;
    use crate::python::os::posix::call::USER;
    use crate::python::paths::HOME;
    use crate::python::{streams, terminate};

    /// Bytes to bytes: `os` decodes them.
    #[pyattr]
    fn environ(vm: &VirtualMachine) -> PyDictRef {
        let environ = vm.ctx.new_dict();
        for (name, value) in [
            ("HOME", HOME),
            ("LANG", "C.UTF-8"),
            ("LOGNAME", "user"),
            ("PATH", "/usr/bin"),
            ("PWD", HOME),
            ("USER", "user"),
        ] {
            let bytes = |text: &str| vm.ctx.new_bytes(text.as_bytes().to_vec());
            environ
                .set_item(bytes(name).as_object(), bytes(value).into(), vm)
                .expect("bytes are hashable");
        }
        environ
    }

    /// `os.environ` keeps the values; no other process could see them.
    #[pyfunction]
    fn putenv(
        name: Either<PyStrRef, PyBytesRef>,
        value: Either<PyStrRef, PyBytesRef>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        without_zeros(&name, vm)?;
        without_zeros(&value, vm)?;
        if is_name(&name) {
            return Ok(());
        }
        Err(vm.new_value_error("illegal environment variable name"))
    }

    #[pyfunction]
    fn unsetenv(name: Either<PyStrRef, PyBytesRef>, vm: &VirtualMachine) -> PyResult<()> {
        without_zeros(&name, vm)?;
        if is_name(&name) {
            return Ok(());
        }
        Err(Errno::EINVAL.raise(vm))
    }

    fn bytes_of(text: &Either<PyStrRef, PyBytesRef>) -> &[u8] {
        match text {
            Either::A(text) => text.as_bytes(),
            Either::B(bytes) => bytes.as_bytes(),
        }
    }

    /// C could not tell where a text with zeros ends.
    fn without_zeros(text: &Either<PyStrRef, PyBytesRef>, vm: &VirtualMachine) -> PyResult<()> {
        if bytes_of(text).contains(&0) {
            return Err(vm.new_value_error("embedded null byte"));
        }
        Ok(())
    }

    /// Whether a variable may have this name.
    fn is_name(name: &Either<PyStrRef, PyBytesRef>) -> bool {
        let name = bytes_of(name);
        !name.is_empty() && !name.contains(&b'=')
    }

    #[pyfunction]
    fn urandom(size: PyIntRef, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let size: isize = size.try_to_primitive(vm)?;
        let size = usize::try_from(size)
            .map_err(|_| vm.new_value_error("negative argument not allowed"))?;
        let mut bytes = vm.new_zeroed_bytes(size)?;
        host().random(&mut bytes);
        Ok(bytes)
    }

    const PROCESS: i32 = 42;

    #[pyfunction]
    #[pyfunction(name = "geteuid")]
    #[pyfunction(name = "getgid")]
    #[pyfunction(name = "getegid")]
    fn getuid() -> u32 {
        USER
    }

    #[pyfunction]
    fn getpid() -> i32 {
        PROCESS
    }

    #[pyfunction]
    fn getppid() -> i32 {
        1
    }

    #[pyfunction]
    fn getlogin() -> &'static str {
        "user"
    }

    #[pyfunction]
    fn cpu_count() -> i32 {
        1
    }

    #[pyfunction]
    fn strerror(code: i32) -> String {
        Errno(code).message()
    }

    /// `pdb` wants to log with it where `sys.platform` is emscripten; there is nowhere to log to.
    #[pyfunction]
    fn _emscripten_log(_message: PyObjectRef) {}

    #[pystruct_sequence_data]
    struct UnameData {
        sysname: &'static str,
        nodename: &'static str,
        release: &'static str,
        version: &'static str,
        machine: &'static str,
    }

    #[pyattr]
    #[pystruct_sequence(name = "uname_result", module = "posix", data = "UnameData")]
    struct PyUnameResult;

    #[pyclass(with(PyStructSequence))]
    impl PyUnameResult {}

    #[pyfunction]
    fn uname() -> UnameData {
        UnameData {
            sysname: "Emscripten",
            nodename: "garter",
            release: env!("CARGO_PKG_VERSION"),
            version: "#1",
            machine: "wasm32",
        }
    }

    #[pystruct_sequence_data]
    struct TimesData {
        user: f64,
        system: f64,
        children_user: f64,
        children_system: f64,
        elapsed: f64,
    }

    #[pyattr]
    #[pystruct_sequence(name = "times_result", module = "posix", data = "TimesData")]
    struct PyTimesResult;

    #[pyclass(with(PyStructSequence))]
    impl PyTimesResult {}

    #[pyfunction]
    fn times() -> TimesData {
        TimesData {
            user: stopwatch::seconds(host().process_time()),
            system: 0.0,
            children_user: 0.0,
            children_system: 0.0,
            elapsed: stopwatch::seconds(host().monotonic()),
        }
    }

    #[pyfunction]
    fn _exit(status: i32, vm: &VirtualMachine) {
        terminate::exit(status & 255, vm);
    }

    #[pyfunction]
    fn abort(vm: &VirtualMachine) {
        const SIGABRT: i32 = 6;
        terminate::exit(128 + SIGABRT, vm);
    }

    /// The only process there is can be sent signals.
    #[pyfunction]
    fn kill(process: i32, number: i32, vm: &VirtualMachine) -> PyResult<()> {
        match process {
            PROCESS | 0 if number == 0 => Ok(()),
            PROCESS | 0 => signal::raise(number, vm),
            _ => Err(Errno::ESRCH.raise(vm)),
        }
    }

    #[pyfunction]
    fn waitpid(_process: i32, _options: i32, vm: &VirtualMachine) -> PyResult {
        Err(Errno::ECHILD.raise(vm))
    }

    /// There are no other programs, but many a program clears its terminal with one.
    #[pyfunction]
    fn system(command: PyStrRef, vm: &VirtualMachine) -> PyResult<i32> {
        if matches!(command.to_string_lossy().trim(), "clear" | "cls") {
            streams::clear_terminal(vm)?;
            return Ok(0);
        }
        Err(vm.new_os_error("a program in a web page cannot start other programs"))
    }
}
