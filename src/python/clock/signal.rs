//! What reaches a running program from outside, and the `_signal` module.
//!
//! The interpreter looks for signals between instructions. The time slices of the worker, which watch the
//! program, send them here.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use rustpython_vm::function::FuncArgs;
use rustpython_vm::signal::{UserSignalSender, user_signal_channel};
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

pub(crate) use _signal::module_def;

use crate::protocol::Status;
use crate::python::clock::stopwatch;
use crate::python::errno::Errno;
use crate::python::{terminate, threads};

/// A signal to a running program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Stop was pressed: SIGINT, `KeyboardInterrupt`.
    Interrupt,
    /// The time budget is used up: the run ends.
    TimeUp,
    /// The memory budget is used up: `MemoryError`.
    MemoryLow,
}

const NUMBER_OF_SIGNALS: i32 = 65;

thread_local! {
    static SENDER: RefCell<Option<UserSignalSender>> = const { RefCell::new(None) };
    static HANDLERS: RefCell<BTreeMap<i32, PyObjectRef>> = const { RefCell::new(BTreeMap::new()) };
    /// Counts the programs of this thread.
    static PROGRAM: Cell<u64> = const { Cell::new(0) };
    static INTERRUPTED: Cell<bool> = const { Cell::new(false) };
    static LOW_ON_MEMORY: Cell<bool> = const { Cell::new(false) };
}

/// Sends a signal to this thread's interpreter, which handles it before its next instruction. A signal that
/// comes too late for its program is dropped.
pub fn send(signal: Signal) {
    let program = PROGRAM.get();
    let deliver = move |vm: &VirtualMachine| {
        if program == PROGRAM.get() {
            deliver(signal, vm)
        } else {
            Ok(())
        }
    };
    SENDER.with_borrow(|sender| {
        if let Some(sender) = sender {
            // The receiver lives as long as the interpreter; one that is gone needs no signals.
            let _ = sender.send(Box::new(deliver));
        }
    });
}

/// Begins the state of a new program, which has received no signal. Handlers stay, as names do.
pub(crate) fn begin() {
    PROGRAM.set(PROGRAM.get() + 1);
    INTERRUPTED.set(false);
    LOW_ON_MEMORY.set(false);
}

fn deliver(signal: Signal, vm: &VirtualMachine) -> PyResult<()> {
    match signal {
        Signal::Interrupt => {
            INTERRUPTED.set(true);
            if !threads::is_main() {
                threads::interrupt_main();
                return Ok(());
            }
            handle(_signal::SIGINT, vm)
        }
        Signal::TimeUp => terminate::for_budget(Status::Timeout, vm),
        Signal::MemoryLow => {
            LOW_ON_MEMORY.set(true);
            Err(vm.new_memory_error("this program has used up its memory"))
        }
    }
}

/// Whether Stop was pressed.
pub(crate) fn was_interrupted() -> bool {
    INTERRUPTED.get()
}

/// Whether the memory budget was used up.
pub(crate) fn was_low_on_memory() -> bool {
    LOW_ON_MEMORY.get()
}

/// Connects a new interpreter with [`send`].
pub(crate) fn connect(vm: &mut VirtualMachine) {
    let (sender, receiver) = user_signal_channel();
    vm.set_user_signal_channel(receiver);
    threads::connect(threads::Hooks {
        interrupt: || send(Signal::Interrupt),
        look_at_budget: |vm| {
            if stopwatch::is_over() {
                terminate::for_budget(Status::Timeout, vm);
            }
        },
    });
    SENDER.set(Some(sender));
    HANDLERS.take();
}

/// Lets go of the handlers, which belong to an interpreter that ends.
pub(crate) fn disconnect() {
    SENDER.take();
    HANDLERS.take();
}

/// Sends the program a signal of its own.
pub(crate) fn raise(number: i32, vm: &VirtualMachine) -> PyResult<()> {
    if (1..NUMBER_OF_SIGNALS).contains(&number) {
        handle(number, vm)
    } else {
        Err(Errno::EINVAL.raise(vm))
    }
}

/// Does what the program has asked for on this signal; by default, what a terminal does.
fn handle(number: i32, vm: &VirtualMachine) -> PyResult<()> {
    let handler = HANDLERS.with_borrow(|handlers| handlers.get(&number).cloned());
    let Some(handler) = handler else {
        return by_default(number, vm);
    };
    match handler.try_to_value::<i32>(vm) {
        Ok(_signal::SIG_DFL) => by_default(number, vm),
        Ok(_) => Ok(()),
        Err(_) => handler.call((number, vm.current_frame()), vm).map(drop),
    }
}

fn by_default(number: i32, vm: &VirtualMachine) -> PyResult<()> {
    const SIGCHLD: i32 = 17;
    match number {
        _signal::SIGINT => _signal::default_int_handler(FuncArgs::default(), vm).map(drop),
        SIGCHLD => Ok(()),
        // A shell reports a process that a signal has ended with 128 more than its number.
        _ => terminate::exit(128 + number, vm),
    }
}

#[pymodule]
mod _signal {
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

    use super::HANDLERS;
    use crate::python::errno::Errno;

    #[pyattr]
    pub(crate) const SIG_DFL: i32 = 0;
    #[pyattr]
    const SIG_IGN: i32 = 1;
    #[pyattr]
    const NSIG: i32 = super::NUMBER_OF_SIGNALS;
    #[pyattr]
    const SIGHUP: i32 = 1;
    #[pyattr]
    pub(crate) const SIGINT: i32 = 2;
    #[pyattr]
    const SIGQUIT: i32 = 3;
    #[pyattr]
    const SIGABRT: i32 = 6;
    #[pyattr]
    const SIGKILL: i32 = 9;
    #[pyattr]
    const SIGUSR1: i32 = 10;
    #[pyattr]
    const SIGSEGV: i32 = 11;
    #[pyattr]
    const SIGUSR2: i32 = 12;
    #[pyattr]
    const SIGPIPE: i32 = 13;
    #[pyattr]
    const SIGALRM: i32 = 14;
    #[pyattr]
    const SIGTERM: i32 = 15;

    const NAMES: [(i32, &str); 10] = [
        (SIGHUP, "Hangup"),
        (SIGINT, "Interrupt"),
        (SIGQUIT, "Quit"),
        (SIGABRT, "Aborted"),
        (SIGKILL, "Killed"),
        (SIGUSR1, "User defined signal 1"),
        (SIGUSR2, "User defined signal 2"),
        (SIGPIPE, "Broken pipe"),
        (SIGALRM, "Alarm clock"),
        (SIGTERM, "Terminated"),
    ];

    /// The default handler for SIGINT installed by Python. It raises KeyboardInterrupt.
    #[pyfunction]
    pub(crate) fn default_int_handler(_arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_exception_empty(vm.ctx.exceptions.keyboard_interrupt.to_owned()))
    }

    /// Set the action for the given signal, and return the one before.
    #[pyfunction]
    fn signal(number: i32, handler: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let is_action = matches!(handler.try_to_value::<i32>(vm), Ok(SIG_DFL | SIG_IGN));
        if !is_action && !handler.is_callable() {
            return Err(vm.new_type_error(
                "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object",
            ));
        }
        let before = getsignal(number, vm)?;
        if number == SIGKILL {
            return Err(Errno::EINVAL.raise(vm));
        }
        HANDLERS.with_borrow_mut(|handlers| handlers.insert(number, handler));
        Ok(before)
    }

    /// Return the current action for the given signal.
    #[pyfunction]
    fn getsignal(number: i32, vm: &VirtualMachine) -> PyResult {
        if !(1..NSIG).contains(&number) {
            return Err(vm.new_value_error("signal number out of range"));
        }
        if let Some(handler) = HANDLERS.with_borrow(|handlers| handlers.get(&number).cloned()) {
            return Ok(handler);
        }
        if number == SIGINT {
            return vm.import("_signal", 0)?.get_attr("default_int_handler", vm);
        }
        Ok(vm.ctx.new_int(SIG_DFL).into())
    }

    /// Send a signal to the executing program.
    #[pyfunction]
    fn raise_signal(number: i32, vm: &VirtualMachine) -> PyResult<()> {
        getsignal(number, vm)?;
        super::handle(number, vm)
    }

    /// Return the system description of the given signal.
    #[pyfunction]
    fn strsignal(number: i32, vm: &VirtualMachine) -> PyResult<Option<&'static str>> {
        getsignal(number, vm)?;
        Ok(NAMES
            .iter()
            .find_map(|(signal, name)| (*signal == number).then_some(*name)))
    }

    /// Return a set of all valid signal numbers on this platform.
    #[pyfunction]
    fn valid_signals(vm: &VirtualMachine) -> PyResult {
        let numbers = (1..NSIG)
            .map(|number| vm.ctx.new_int(number).into())
            .collect();
        let numbers = vm.ctx.new_list(numbers);
        vm.ctx.types.set_type.as_object().call((numbers,), vm)
    }

    /// Signals are handled where they arrive, so there is no other thread to wake.
    #[pyfunction]
    fn set_wakeup_fd(_descriptor: i32, _arguments: FuncArgs) -> i32 {
        -1
    }
}
