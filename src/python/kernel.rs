//! The kernel: an interpreter that is set up, and the programs that run in it one after the other.

use std::rc::Rc;

use rustpython_vm::builtins::PyDictRef;
use rustpython_vm::{AsObject, Interpreter, PyResult, Settings, VirtualMachine};

use super::clock::{signal, time};
use super::deterministic_host::DeterministicHost;
use super::host::{Host, set_host};
use super::import::{importer, packs, parts};
use super::os::{fileio, posix};
use super::paths::{LIBRARY, ZONES};
use super::run::console::Console;
use super::run::program::{End, Progress};
use super::run::{check, ending, program, report};
use super::show::display;
use super::{errno, native, numpy, random, state, streams, threads};
use crate::library::pack::Pack;
use crate::options::policy::Policy;
use crate::protocol::{CheckedText, ErrorReport, InputKind, Outcome, Program};

/// The modules that a traceback needs, each of which takes some milliseconds to import. They are imported
/// beforehand, so that a traceback does not wait for them, nor fail because the program has changed how
/// modules are imported.
const FOR_TRACEBACKS: [&str; 19] = [
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
    // For keywords that are misspelt, and for carets below wide characters.
    "_suggestions",
    "difflib",
    "unicodedata",
];

/// The seed of `hash()` for texts, the same in all interpreters: they are set up before it is known whether
/// the run has to repeat. A program that is given keys made to collide is slow only within its own worker
/// and its own time budget.
const HASH_SEED: u32 = 0;

/// What `credits` says.
const CREDITS: &str =
    "Garter is RustPython, by the RustPython team, with the library of CPython. Thanks to all who
have written them, and to the Python Software Foundation for supporting Python development.
See www.python.org for more information.";

/// What `license` says.
const LICENSE: &str = "The interpreter has the MIT License. The library is CPython's:
see https://www.python.org/psf/license/";

/// An interpreter ready for a program, and for further ones on its names afterwards: the cells of a
/// notebook, or a console.
///
/// There is one at most in a thread: its streams, files and clocks belong to the thread.
pub struct Kernel {
    /// Goes before the interpreter does.
    _belongings: Belongings,
    /// The real surroundings.
    host: Rc<dyn Host>,
    /// Threads that are suspended refer to it, so that it must not move.
    interpreter: Box<Interpreter>,
    /// The names of the programs that have run in it.
    names: Option<PyDictRef>,
    /// How many of [`FOR_TRACEBACKS`] are imported.
    prepared: usize,
    /// The rules for the first of them, which hold for all.
    policy: Policy,
    /// The recursion budget of the last of them.
    recursion: Option<u32>,
}

/// How far a program has come when it leaves the interpreter.
pub enum Leave {
    /// It has ended. With [`Program::keep`] the kernel is there for another one.
    Ended(Box<Outcome>, Option<Kernel>),
    /// It is a console, which goes on at its prompt.
    AtPrompt(Box<AtPrompt>),
}

/// A console that has left the interpreter at its prompt, because its host has no line for it yet
/// ([`Line::Later`](super::host::Line::Later)).
pub struct AtPrompt {
    /// Goes before the interpreter does.
    console: Option<Box<Console>>,
    kernel: Kernel,
    program: Program,
    kind: InputKind,
}

/// Drops the objects that the thread keeps for its interpreter: they must not outlive it.
struct Belongings;

impl Drop for Belongings {
    fn drop(&mut self) {
        state::forget();
    }
}

/// The interpreter could not be set up: its standard library is not the one it was built for.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the interpreter does not start: {0}")]
pub struct SetUpError(String);

impl Kernel {
    /// Sets up an interpreter over `host`. The core of the standard library is used for that and
    /// not kept.
    ///
    /// # Errors
    /// A module that is needed at the start does not load.
    pub fn new(host: Rc<dyn Host>, core: Pack) -> Result<Self, SetUpError> {
        state::begin_interpreter(Rc::clone(&host), core);

        let mut settings = Settings::default().with_path(LIBRARY.to_owned());
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
            native::module_def(context),
            posix::module_def(context),
            signal::module_def(context),
            threads::module_def(context),
            time::module_def(context),
            numpy::module_def(context),
        ];
        let ours = parts::awaited(&ours);
        // Without an operating system RustPython's sockets do nothing and say nothing; ours, in
        // src/python/lib, say why.
        let mut theirs = rustpython_stdlib::stdlib_module_defs(context);
        // Its `_queue` does not wait; the one that `queue` has in Python waits for a lock.
        theirs.retain(|module| !["_socket", "_queue"].contains(&module.name.as_str()));
        let theirs = parts::awaited(&theirs);
        let interpreter = builder
            .add_native_modules(&theirs)
            .add_native_modules(&ours)
            .build();
        let interpreter = Box::new(interpreter);

        interpreter
            .enter(|vm| set_up(vm).map_err(|error| report::of_exception(&error, vm).text))
            .map_err(SetUpError)?;
        packs::forget_packs();
        Ok(Self {
            _belongings: Belongings,
            host,
            interpreter,
            names: None,
            prepared: 0,
            policy: Policy::default(),
            recursion: None,
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
            // An import that fails here fails again when the module is needed, and is reported then.
            let imported = vm.import(*name, 0).is_ok();
            imported && !(is_last && settle(vm).is_ok())
        })
    }

    /// Finds the first error in a text without running it. Apart from [`Kernel::prepare`], the interpreter
    /// stays as it was. Needs the core pack if something is wrong.
    pub fn check(&mut self, text: &CheckedText) -> Option<ErrorReport> {
        let error = self.interpreter.enter(|vm| check::find(text, vm))?;
        while self.prepare() {}
        let report = |vm: &VirtualMachine| report::of_exception(&error, vm).shortened();
        Some(self.interpreter.enter(report))
    }

    /// Runs the program, or the console, to its end. With `program.keep` the kernel is there for
    /// another one afterwards, whatever this one has raised.
    ///
    /// A program that uses up a budget or calls `os._exit` does not come to its end: it leaves
    /// through [`Host::end`].
    pub fn run(self, program: &Program) -> (Outcome, Option<Self>) {
        let mut leave = self.start(program.clone());
        loop {
            match leave {
                Leave::Ended(outcome, kernel) => return (*outcome, kernel),
                Leave::AtPrompt(console) => leave = console.go_on(),
            }
        }
    }

    /// The same, but a console may leave at its prompt.
    pub fn start(mut self, program: Program) -> Leave {
        if program.console {
            // Made before the console is, and the program goes with it: what the console makes lies at the same
            // addresses, whether it leaves or not.
            let run = Box::new(AtPrompt {
                console: None,
                kernel: self,
                program,
                kind: InputKind::Code,
            });
            return run.start();
        }
        match self.begin(&program) {
            Progress::Ended(end) => self.end(end, program.keep),
            Progress::AtPrompt(..) => unreachable!("only a console has a prompt"),
        }
    }

    fn begin(&mut self, program: &Program) -> Progress {
        // A run that repeats begins with the same modules each time, and a policy on modules with
        // those that are loaded.
        if program.deterministic.is_some() || program.modules.is_some() {
            while self.prepare() {}
        }
        let is_first = self.names.is_none();
        // Later programs go on with the clock and the rules of the first.
        if is_first {
            if let Some(run) = &program.deterministic {
                set_host(Rc::new(DeterministicHost::new(Rc::clone(&self.host), run)));
            }
            self.policy = program.policy.clone();
        }
        let recursion = Some(program.budget.recursion);
        let has_new_limit = std::mem::replace(&mut self.recursion, recursion) != recursion;
        self.interpreter.enter(|vm| {
            let files = state::begin_program(program, is_first);
            if has_new_limit {
                // The budget is checked to be a limit that Python takes.
                let _ = program::set_recursion_limit(program.budget.recursion, vm);
            }
            program::run(program, files, &self.policy, &mut self.names, vm)
        })
    }

    /// Ends the program, and the interpreter with it unless that is kept.
    fn end(mut self, end: End, keep: bool) -> Leave {
        if keep {
            let mut outcome = ending::outcome(end.status, end.error, end.exit_code);
            outcome.kept = true;
            return Leave::Ended(Box::new(outcome), Some(self));
        }
        threads::close();
        // Nothing but the interpreter holds on to what the program has made.
        self.names = None;
        // Flushes the streams, runs `atexit` and the last `__del__`.
        self.interpreter.finalize(None);
        let outcome = ending::outcome(end.status, end.error, end.exit_code);
        Leave::Ended(Box::new(outcome), None)
    }
}

impl AtPrompt {
    /// What the console will do with the line.
    #[must_use]
    pub fn kind(&self) -> InputKind {
        self.kind
    }

    /// Goes on: the host has a line now, or the end of the input, or Stop.
    #[must_use]
    pub fn go_on(mut self: Box<Self>) -> Leave {
        let Self {
            console,
            kernel,
            program,
            ..
        } = &mut *self;
        let Some(console) = console.take() else {
            unreachable!("a console that has left is here")
        };
        let go_on = |vm: &VirtualMachine| program::go_on(console, program, &kernel.policy, vm);
        let progress = kernel.interpreter.enter(go_on);
        self.leave(progress)
    }

    fn start(mut self: Box<Self>) -> Leave {
        let progress = self.kernel.begin(&self.program);
        self.leave(progress)
    }

    fn leave(mut self: Box<Self>, progress: Progress) -> Leave {
        match progress {
            Progress::AtPrompt(console, kind) => {
                self.console = Some(console);
                self.kind = kind;
                Leave::AtPrompt(self)
            }
            Progress::Ended(end) => {
                let keep = self.program.keep;
                self.kernel.end(end, keep)
            }
        }
    }
}

/// Adds what the interpreter lacks without an operating system, and the names that `site` adds in
/// `CPython`.
fn set_up(vm: &VirtualMachine) -> PyResult<()> {
    threads::install(vm)?;
    importer::install(vm)?;
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
    data.get_attr("build_time_vars", vm)?
        .set_item("TZPATH", vm.ctx.new_str(ZONES).into(), vm)?;
    vm.sys_module
        .get_attr("modules", vm)?
        .set_item(name.as_str(), data, vm)?;

    let site = vm.import("_sitebuiltins", 0)?;
    for name in ["exit", "quit"] {
        let hint = "Ctrl-D (i.e. EOF)";
        let quitter = vm.call_method(&site, "Quitter", (name, hint))?;
        vm.builtins.set_attr(name, quitter, vm)?;
    }
    let copyright = vm.sys_module.get_attr("copyright", vm)?;
    let printers = [
        ("copyright", copyright),
        ("credits", vm.ctx.new_str(CREDITS).into()),
        ("license", vm.ctx.new_str(LICENSE).into()),
    ];
    for (name, text) in printers {
        let printer = vm.call_method(&site, "_Printer", (name, text))?;
        vm.builtins.set_attr(name, printer, vm)?;
    }
    let help = vm.import("_help", 0)?;
    vm.builtins
        .set_attr("help", vm.call_method(&help, "Helper", ())?, vm)?;

    for name in ["encodings", "os", "io", "linecache"] {
        vm.import(name, 0)?;
    }
    settle(vm)
}

/// Takes all objects that exist now out of the collector's lists: they stay until the end.
fn settle(vm: &VirtualMachine) -> PyResult<()> {
    let collector = vm.import("gc", 0)?;
    vm.call_method(&collector, "collect", ())?;
    vm.call_method(&collector, "freeze", ())?;
    Ok(())
}
