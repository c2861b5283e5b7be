//! One program in the interpreter: it is compiled, it runs, and it ends in one of several ways.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyDictRef};
use rustpython_vm::compiler::Mode;
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::console::{self, Console, Turn};
use super::{echo, report, source};
use crate::options::policy::Policy;
use crate::protocol::{ErrorReport, InputKind, MAIN, Program, Status};
use crate::python::clock::{before_wait, signal};
use crate::python::import::{access, wheels};
use crate::python::os::home::NotGiven;
use crate::python::paths::HOME;
use crate::python::rules::{self, Extent};
use crate::python::{streams, threads};

/// What a shell reports of a process that Ctrl+C has ended.
const EXIT_CODE_INTERRUPTED: i32 = 130;

/// How a program ended. Its `atexit` functions have yet to run.
pub(crate) struct End {
    pub(crate) status: Status,
    pub(crate) error: Option<ErrorReport>,
    pub(crate) exit_code: i32,
}

/// How far a program has come.
pub(crate) enum Progress {
    /// It has ended.
    Ended(End),
    /// It is a console, and waits at its prompt: [`go_on`] goes on with it.
    AtPrompt(Box<Console>, InputKind),
}

/// Runs a program or a console on the names of those before it, if there are any, and shows what it
/// raises. Without one of its files it does not run.
pub(crate) fn run(
    program: &Program,
    files: Result<(), NotGiven>,
    policy: &Policy,
    known: &mut Option<PyDictRef>,
    vm: &VirtualMachine,
) -> Progress {
    let extent = if known.is_none() {
        Extent::Program
    } else {
        Extent::Entry
    };
    let result = names(known, program, vm)
        .and_then(|names| {
            let raise = |NotGiven { name, why }| why.raise_for(&vm.ctx.new_str(name).into(), vm);
            files.map(|()| names).map_err(raise)
        })
        .map_err(Failure::from)
        .and_then(|names| {
            if program.console {
                let console = Box::new(Console::new(&names, vm)?);
                Ok(Some(console))
            } else {
                run_text(program, policy, extent, names, vm).map(|()| None)
            }
        });
    match result {
        Ok(Some(console)) => go_on(console, program, policy, vm),
        Ok(None) => Progress::Ended(end(Ok(()), program, vm)),
        Err(failure) => Progress::Ended(end(Err(failure), program, vm)),
    }
}

/// Goes on with a console at its prompt.
pub(crate) fn go_on(
    mut console: Box<Console>,
    program: &Program,
    policy: &Policy,
    vm: &VirtualMachine,
) -> Progress {
    match console.run(program, policy, vm) {
        Ok(Turn::AtPrompt(kind)) => Progress::AtPrompt(console, kind),
        result => {
            let result = result.map(drop).map_err(Failure::from);
            // What it holds on to goes before the last objects do.
            drop(console);
            Progress::Ended(end(result, program, vm))
        }
    }
}

/// What has to be done when a program has come to its end, or raised.
fn end(result: Result<(), Failure>, program: &Program, vm: &VirtualMachine) -> End {
    // Show the last changes of a picture. An error in that has no place to be reported any more.
    let _ = before_wait::show_picture(vm);
    let mut end = End::of(result, vm);
    // Threads of a program that is kept go on in the next one. Stop stops all of them.
    if !program.keep && end.status != Status::Stopped {
        end = end.after_threads(vm);
    }
    streams::flush(vm);
    end
}

/// The names of `__main__`, in which programs and consoles run one after the other.
fn names(
    known: &mut Option<PyDictRef>,
    program: &Program,
    vm: &VirtualMachine,
) -> PyResult<PyDictRef> {
    let is_first = known.is_none();
    let names = match known {
        Some(names) => names.clone(),
        None => vm.new_scope_with_main()?.globals,
    };
    *known = Some(names.clone());
    if is_first {
        prepare(program, vm)?;
    }
    // The rules are there before the packages are, so that none of these is ever without them: programs come
    // after this one as well if a wheel cannot be used.
    if let Some(policy) = &program.modules {
        access::install(policy, vm)?;
    }
    wheels::add(&program.packages, program.budget.memory_bytes, vm)?;
    if !is_first {
        return Ok(names);
    }
    if program.console && program.interactive {
        console::greet(vm)?;
    }
    Ok(names)
}

fn run_text(
    program: &Program,
    policy: &Policy,
    extent: Extent,
    names: PyDictRef,
    vm: &VirtualMachine,
) -> Result<(), Failure> {
    let file = program.file.as_str();
    let text = source::text(&program.source);
    // Where a cell has broken `linecache`, tracebacks quote less; the next ones run all the same.
    let _ = source::remember(&text, file, vm);
    source::check(&text, vm).map_err(Failure::Syntax)?;
    let code = vm.compile(&text, Mode::Exec, file).map_err(|error| {
        let error = error.into_pyexception(vm, Some(&text));
        // An error that cannot be completed is still the error.
        let _ = source::complete(&error, &text, vm);
        Failure::of_compiling(error, vm)
    })?;
    rules::check(policy, &text, extent)
        .map_err(|breach| Failure::Syntax(breach.exception(file, vm)))?;
    if file == MAIN {
        let path = vm.ctx.new_str(format!("{HOME}/{MAIN}"));
        names.set_item("__file__", path.into(), vm)?;
    }
    let parts = program.echo.then(|| echo::split(&text, file, vm)).flatten();
    for code in parts.unwrap_or_else(|| vec![code]) {
        vm.run_code_obj(code, Scope::with_builtins(None, names.clone(), vm))?;
    }
    Ok(())
}

/// Sets what differs from program to program.
fn prepare(program: &Program, vm: &VirtualMachine) -> PyResult<()> {
    let name = if program.console { "" } else { MAIN };
    let arguments: Vec<PyObjectRef> = std::iter::once(name)
        .chain(program.argv.iter().map(String::as_str))
        .map(|argument| vm.ctx.new_str(argument).into())
        .collect();
    vm.sys_module
        .set_attr("argv", vm.ctx.new_list(arguments), vm)?;
    let path = vm.sys_module.get_attr("path", vm)?;
    vm.call_method(&path, "insert", (0, HOME))?;
    Ok(())
}

/// Sets the recursion limit of a program. One that has the same budget as the program before it goes on
/// with the limit that that program may have set itself.
pub(crate) fn set_recursion_limit(limit: u32, vm: &VirtualMachine) -> PyResult<()> {
    let sys: PyObjectRef = vm.sys_module.clone().into();
    vm.call_method(&sys, "setrecursionlimit", (limit,))
        .map(drop)
}

/// Why a program did not come to its end.
enum Failure {
    /// The text is not Python, or not what the page allows.
    Syntax(PyBaseExceptionRef),
    /// An exception that the program has not caught.
    Raised(PyBaseExceptionRef),
}

impl Failure {
    fn of_compiling(error: PyBaseExceptionRef, vm: &VirtualMachine) -> Self {
        // What nests too deeply is no SyntaxError, and neither is what needs too much memory.
        if error.fast_isinstance(vm.ctx.exceptions.syntax_error) {
            Self::Syntax(error)
        } else {
            Self::Raised(error)
        }
    }
}

impl From<PyBaseExceptionRef> for Failure {
    fn from(exception: PyBaseExceptionRef) -> Self {
        Self::Raised(exception)
    }
}

impl End {
    fn of(result: Result<(), Failure>, vm: &VirtualMachine) -> Self {
        let (exception, status) = match result {
            Ok(()) => {
                return Self {
                    status: Status::Ok,
                    error: None,
                    exit_code: 0,
                };
            }
            Err(Failure::Syntax(exception)) => (exception, Status::SyntaxError),
            Err(Failure::Raised(exception)) => {
                let status = status_of(&exception, vm);
                (exception, status)
            }
        };
        streams::flush(vm);
        if status == Status::Exit {
            return Self {
                status,
                error: None,
                exit_code: exit_code(&exception, vm),
            };
        }
        let error = report::of_exception(&exception, vm);
        show(&exception, &error, vm);
        Self {
            status,
            error: Some(error),
            exit_code: if status == Status::Stopped {
                EXIT_CODE_INTERRUPTED
            } else {
                1
            },
        }
    }
}

impl End {
    /// Waits for the program's threads. An error that it has ended with comes first.
    fn after_threads(self, vm: &VirtualMachine) -> Self {
        match threads::shut_down(vm) {
            Ok(()) => self,
            // Threads that can never end are told of once.
            Err(error)
                if self.error.is_some()
                    && error.fast_isinstance(vm.ctx.exceptions.runtime_error) =>
            {
                self
            }
            Err(error) => Self::of(Err(error.into()), vm),
        }
    }
}

fn status_of(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Status {
    let is = |class| exception.fast_isinstance(class);
    let classes = &vm.ctx.exceptions;
    if is(classes.system_exit) {
        Status::Exit
    } else if is(classes.keyboard_interrupt) && signal::was_interrupted() {
        Status::Stopped
    } else if is(classes.memory_error) && signal::was_low_on_memory() {
        Status::Memory
    } else {
        Status::Exception
    }
}

/// What `SystemExit` says: nothing is 0, a number is itself, anything else is printed and is 1.
fn exit_code(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> i32 {
    let code = exception
        .as_object()
        .get_attr("code", vm)
        .unwrap_or_else(|_| vm.ctx.none());
    if vm.is_none(&code) {
        return 0;
    }
    if let Ok(number) = code.try_index(vm) {
        // An operating system keeps eight bits of it.
        return number
            .try_to_primitive::<i64>(vm)
            .map_or(255, |number| (number & 255) as i32);
    }
    if let Ok(message) = code.str(vm) {
        streams::write_error(&format!("{}\n", message.to_string_lossy()), vm);
    }
    1
}

/// Shows an uncaught exception, by the program's own `sys.excepthook` if it has set one.
fn show(exception: &PyBaseExceptionRef, report: &ErrorReport, vm: &VirtualMachine) {
    let hook = |name| vm.sys_module.get_attr(vm.ctx.intern_str(name), vm).ok();
    let is_default = match (hook("excepthook"), hook("__excepthook__")) {
        (Some(hook), Some(default)) => hook.is(&default),
        _ => true,
    };
    if is_default {
        streams::write_error(&report.text, vm);
    } else {
        vm.print_exception(exception);
    }
}
