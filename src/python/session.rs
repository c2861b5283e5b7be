//! An interpreter set up for one program, and that program's run.

use std::rc::Rc;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyDictRef};
use rustpython_vm::compiler::Mode;
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, Interpreter, PyObjectRef, PyResult, Settings, VirtualMachine};

use super::deterministic::DeterministicHost;
use super::host::{Host, set_host};
use super::pack::Pack;
use super::policy::{self, Extent};
use super::{
    console, display, ending, errno, fileio, home, modules, posix, random, report, signal, source,
    stdlib, streams, time, watch,
};
use crate::policy::Policy;
use crate::protocol::{ErrorReport, Outcome, Program, Status};

/// The program's file name in tracebacks.
pub(crate) const PROGRAM: &str = "main.py";

/// What the end of a program that fails needs, in steps of some milliseconds: a traceback should
/// not have to wait for a module, nor fail because the program has changed its surroundings.
const FOR_TRACEBACKS: [&str; 16] = [
    "functools",
    "collections",
    "enum",
    "re._parser",
    "re",
    "weakref",
    "copy",
    "tokenize",
    "ast",
    "dis",
    "annotationlib",
    "inspect",
    "dataclasses",
    "contextlib",
    "_colorize",
    "traceback",
];

/// What a shell reports of a process that Ctrl+C has ended.
const EXIT_CODE_INTERRUPTED: i32 = 130;

/// What `hash()` of texts is made from, the same in all sessions: it is set up before anybody knows
/// whether the run shall repeat. A program that is given keys made to collide is slow within its own
/// worker and its own time budget, which a random seed would only make harder to explain.
const HASH_SEED: u32 = 0;

/// An interpreter ready for one program, and for a console on its names afterwards.
///
/// There is one at most in a thread: its streams, files and clocks belong to the thread.
pub struct Session {
    /// Goes before the interpreter does.
    _belongings: Belongings,
    /// The real surroundings.
    host: Rc<dyn Host>,
    interpreter: Interpreter,
    /// The names of the program that has run in it.
    names: Option<PyDictRef>,
    /// How many of [`FOR_TRACEBACKS`] are imported.
    prepared: usize,
    /// The rules for that program, which hold for a console after it.
    policy: Policy,
}

/// What the thread keeps for its interpreter, which must not outlive it: objects.
struct Belongings;

impl Drop for Belongings {
    fn drop(&mut self) {
        signal::disconnect();
        modules::forget();
    }
}

/// The interpreter could not be set up: its standard library is not the one it was built for.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the interpreter does not start: {0}")]
pub struct SetUpError(String);

impl Session {
    /// Sets up an interpreter over `host`. The core of the standard library is used for that and
    /// not kept.
    ///
    /// # Errors
    /// A module that is needed at the start does not load.
    pub fn new(host: Rc<dyn Host>, core: Pack) -> Result<Self, SetUpError> {
        set_host(Rc::clone(&host));
        stdlib::set_core(core);

        let mut settings = Settings::default().with_path(stdlib::FOLDER.to_owned());
        settings.hash_seed = Some(HASH_SEED);
        settings.ignore_environment = true;
        settings.import_site = false;
        settings.install_signal_handlers = false;
        settings.write_bytecode = false;
        let builder = Interpreter::builder(settings).init_hook(signal::connect);
        let context = &builder.ctx;
        let ours = [
            errno::module_def(context),
            fileio::module_def(context),
            posix::module_def(context),
            signal::module_def(context),
            stdlib::module_def(context),
            time::module_def(context),
        ];
        // Without an operating system RustPython's sockets do nothing and say nothing; ours, in
        // src/python/lib, say why.
        let mut theirs = rustpython_stdlib::stdlib_module_defs(context);
        theirs.retain(|module| module.name.as_str() != "_socket");
        let interpreter = builder
            .add_native_modules(&theirs)
            .add_native_modules(&ours)
            .build();

        interpreter
            .enter(|vm| set_up(vm).map_err(|error| report::of_exception(&error, vm).text))
            .map_err(SetUpError)?;
        stdlib::forget_packs();
        Ok(Self {
            _belongings: Belongings,
            host,
            interpreter,
            names: None,
            prepared: 0,
            policy: Policy::default(),
        })
    }

    /// From now on this is what surrounds the interpreter, which was set up over another host.
    pub fn move_to(&mut self, host: Rc<dyn Host>) {
        set_host(Rc::clone(&host));
        self.host = host;
    }

    /// Takes a step towards tracebacks without delay, as long as there is time for it before the
    /// program comes; returns whether there are more. Needs the core pack.
    pub fn prepare(&mut self) -> bool {
        let Some(name) = FOR_TRACEBACKS.get(self.prepared) else {
            return false;
        };
        self.prepared += 1;
        let is_last = self.prepared == FOR_TRACEBACKS.len();
        self.interpreter.enter(|vm| {
            // What fails here will fail once more when it is needed, and then it will be told.
            let imported = vm.import(*name, 0).is_ok();
            imported && !(is_last && settle(vm).is_ok())
        })
    }

    /// Runs the program, or the console, to its end. With `program.keep` the session is there for a
    /// console afterwards.
    ///
    /// A program that uses up a budget or calls `os._exit` does not come to its end: it leaves
    /// through [`Host::end`].
    pub fn run(mut self, program: &Program) -> (Outcome, Option<Self>) {
        let budget = &program.budget;
        // A run that repeats begins with the same modules each time, and a policy on modules with
        // those that are loaded.
        if program.deterministic.is_some() || program.modules.is_some() {
            while self.prepare() {}
        }
        // A console goes on with the clock and the rules of the program before it.
        if self.names.is_none() {
            if let Some(run) = &program.deterministic {
                set_host(Rc::new(DeterministicHost::new(Rc::clone(&self.host), run)));
            }
            self.policy = program.policy.clone();
        }
        streams::start(program);
        home::fill(program, self.names.is_none());
        watch::start(watch::nanoseconds(budget.seconds));
        let end = self.interpreter.enter(|vm| {
            let result = names(&mut self.names, program, vm)
                .map_err(Failure::from)
                .and_then(|names| {
                    if program.console {
                        console::run(program, &self.policy, &names, vm).map_err(Failure::from)
                    } else {
                        run_main(program, &self.policy, names, vm)
                    }
                });
            let end = End::of(result, vm);
            streams::flush(vm);
            end
        });
        if program.keep {
            let mut outcome = ending::outcome(end.status, end.error, end.exit_code);
            outcome.kept = true;
            return (outcome, Some(self));
        }
        // Nothing but the interpreter holds on to what the program has made.
        self.names = None;
        // Flushes the streams, runs `atexit` and the last `__del__`.
        self.interpreter.finalize(None);
        (ending::outcome(end.status, end.error, end.exit_code), None)
    }
}

/// What the interpreter lacks without an operating system, and what `site` gives a program.
fn set_up(vm: &VirtualMachine) -> PyResult<()> {
    stdlib::install(vm)?;
    fileio::install(vm)?;
    streams::install(vm)?;
    random::install(vm)?;
    display::install(vm)?;
    vm.sys_module
        .set_attr("platform", vm.ctx.new_str("emscripten"), vm)?;

    // Their absence says that this is no interactive session.
    for name in ["ps1", "ps2"] {
        vm.sys_module.as_object().del_attr(name, vm)?;
    }
    // In CPython these are the same, which is how a program can tell whether one was replaced.
    for name in ["excepthook", "displayhook", "unraisablehook"] {
        let hook = vm.sys_module.get_attr(name, vm)?;
        let original = vm.ctx.intern_str(format!("__{name}__"));
        vm.sys_module.set_attr(original, hook, vm)?;
    }

    // `sysconfig` looks for a module named after the platform.
    let implementation = vm.sys_module.get_attr("implementation", vm)?;
    let multiarch = implementation.get_attr("_multiarch", vm)?.str(vm)?;
    let flags = vm.sys_module.get_attr("abiflags", vm)?.str(vm)?;
    let name = format!("_sysconfigdata_{flags}_emscripten_{multiarch}");
    let data = vm.import("_sysconfigdata", 0)?;
    vm.sys_module
        .get_attr("modules", vm)?
        .set_item(name.as_str(), data, vm)?;

    let site = vm.import("_sitebuiltins", 0)?;
    for name in ["exit", "quit"] {
        let hint = "Ctrl-D (i.e. EOF)";
        let quitter = vm.call_method(&site, "Quitter", (name, hint))?;
        vm.builtins.set_attr(name, quitter, vm)?;
    }
    vm.builtins
        .set_attr("help", vm.call_method(&site, "_Helper", ())?, vm)?;

    for name in ["encodings", "os", "io", "linecache"] {
        vm.import(name, 0)?;
    }
    settle(vm)
}

/// What is here now stays: no collection need look at it again.
fn settle(vm: &VirtualMachine) -> PyResult<()> {
    let collector = vm.import("gc", 0)?;
    vm.call_method(&collector, "collect", ())?;
    vm.call_method(&collector, "freeze", ())?;
    Ok(())
}

/// The names of `__main__`, in which programs and consoles run one after the other.
fn names(
    known: &mut Option<PyDictRef>,
    program: &Program,
    vm: &VirtualMachine,
) -> PyResult<PyDictRef> {
    if let Some(names) = known {
        return Ok(names.clone());
    }
    let names = vm.new_scope_with_main()?.globals;
    *known = Some(names.clone());
    prepare(program, vm)?;
    if let Some(policy) = &program.modules {
        modules::install(policy, vm)?;
    }
    if program.console && program.interactive {
        console::greet(vm)?;
    }
    Ok(names)
}

fn run_main(
    program: &Program,
    policy: &Policy,
    names: PyDictRef,
    vm: &VirtualMachine,
) -> Result<(), Failure> {
    let text = source::text(&program.source);
    source::remember(&text, PROGRAM, vm)?;
    source::check(&text, vm).map_err(Failure::Syntax)?;
    let code = vm.compile(&text, Mode::Exec, PROGRAM).map_err(|error| {
        let error = error.into_pyexception(vm, Some(&text));
        // An error that cannot be completed is still the error.
        let _ = source::complete(&error, &text, vm);
        Failure::of_compiling(error, vm)
    })?;
    policy::check(policy, &text, Extent::Program)
        .map_err(|breach| Failure::Syntax(breach.exception(PROGRAM, vm)))?;
    let path = vm.ctx.new_str(format!("{}/{PROGRAM}", home::FOLDER));
    names.set_item("__file__", path.into(), vm)?;
    vm.run_code_obj(code, Scope::with_builtins(None, names, vm))?;
    Ok(())
}

/// Sets what differs from program to program.
fn prepare(program: &Program, vm: &VirtualMachine) -> PyResult<()> {
    let name = if program.console { "" } else { PROGRAM };
    let arguments: Vec<PyObjectRef> = std::iter::once(name)
        .chain(program.argv.iter().map(String::as_str))
        .map(|argument| vm.ctx.new_str(argument).into())
        .collect();
    vm.sys_module
        .set_attr("argv", vm.ctx.new_list(arguments), vm)?;
    let path = vm.sys_module.get_attr("path", vm)?;
    vm.call_method(&path, "insert", (0, home::FOLDER))?;
    let sys: PyObjectRef = vm.sys_module.clone().into();
    vm.call_method(&sys, "setrecursionlimit", (program.budget.recursion,))?;
    Ok(())
}

/// Why a program did not come to its end.
enum Failure {
    /// The text is not Python, or not what the page allows.
    Syntax(PyBaseExceptionRef),
    /// An exception that nobody caught.
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

/// How the main program ended; what it registered for its exit has yet to run.
struct End {
    status: Status,
    error: Option<ErrorReport>,
    exit_code: i32,
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
